"""A finger on the skin, and what lies on its way: frozen data, in body millimetres (LPS)."""

from __future__ import annotations

from dataclasses import dataclass

from viewer.model.atlas.atlas import Point


@dataclass(frozen=True)
class Press:
    """Where a finger stands on the skin, where it aims (a unit vector into the body), and how deep it has sunk (mm)."""

    start: Point
    way: Point
    depth: float = 0.0

    def place(self, depth: float) -> Point:
        """The place on the way that lies so many mm below the skin."""
        x, y, z = (at + depth * step for at, step in zip(self.start, self.way, strict=True))
        return x, y, z

    @property
    def tip(self) -> Point:
        """Where the fingertip is."""
        return self.place(self.depth)


@dataclass(frozen=True)
class Crossing:
    """One passage of the way through a structure: the depths (mm below the skin) at which it enters and leaves it."""

    structure: str
    enter: float
    leave: float


@dataclass(frozen=True)
class Nearness:
    """How near the way comes to a structure: the least distance (mm) to its surface, 0 inside, and at which depth."""

    structure: str
    apart: float
    depth: float


@dataclass(frozen=True)
class FingerPath:
    """All that lies on the way of a press from the skin to where it leaves the body, whatever its depth is.

    ``crossings`` are in the order in which they are entered; the skin is none of them. ``near`` holds each structure
    that one should keep off (vessels, nerves, organs, nodes) and that lies within reach of the way, nearest first.
    ``through`` is the depth (mm) at which the way leaves the body, 0 where it does not begin on it. ``awaited`` are
    structures that are there and whose surfaces are still to be read: what they would add is not told yet.
    """

    press: Press
    crossings: tuple[Crossing, ...] = ()
    near: tuple[Nearness, ...] = ()
    through: float = 0.0
    awaited: tuple[str, ...] = ()
