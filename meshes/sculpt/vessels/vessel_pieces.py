"""Which stretches of which lines make up a vessel, and the solids that are cut from them with clean ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

import numpy as np

from meshes.sculpt.kernel.fields import Field, Points, Values, gradient
from meshes.sculpt.kernel.tubes import Branch
from meshes.sculpt.tables import Vector, read_words
from meshes.sculpt.vessels.vessel_lines import FINE, Lines, Mask

TABLE = "vessels/vessel_pieces.csv"
OWN, ROUND = "-", "round"  # a stretch's end: where the line itself ends, cut there or left round
SPARE = 6.0  # mm of a line beyond a cut, so that the cut is flat
JOINT = 0.06  # mm between vessels that were cut apart
LEVEL = 0.04  # mm within which a point lies on a cut
SETTLING = 4  # times a rim is laid onto wall and cut in turn


@dataclass(frozen=True)
class Stretch:
    """A line from ``start`` to ``stop``, cut free of the wall of the line ``free_of`` ("-" for none).

    Both ends are places, or so many mm after one ("fork+11"), or OWN or ROUND.
    """

    line: str
    start: str
    stop: str
    free_of: str


@dataclass(frozen=True)
class Cut:
    """A ``tube`` within ``planes``, each given by a point and its outward direction, and outside the tube ``off``."""

    tube: Branch
    planes: Sequence[tuple[Vector, Vector]]
    off: Branch | None

    def distance(self, points: Points) -> Values:
        """About the signed distance of points (n, 3), (n,)."""
        return np.asarray(np.maximum.reduce([self.tube.distance(points), *(cut(points) for cut in self._cuts())]))

    def on_rims(self, points: Points, reach: float) -> Points:
        """Points (n, 3) of the surface; those within ``reach`` mm of a rim come to lie on it."""
        found = points.copy()
        for cut in self._cuts():
            near = np.flatnonzero((np.abs(self.tube.distance(found)) < reach) & (np.abs(cut(found)) < reach))
            for _ in range(SETTLING if len(near) else 0):
                for face in (self.tube.distance, cut):
                    found[near] -= face(found[near])[:, None] * gradient(face, found[near])
        return found

    def on_ends(self, points: Points) -> Mask:
        """Which of points (n, 3) lie on the cut ends, rims and all, (n,)."""
        near = self.tube.distance(points) < 2 * LEVEL
        return np.asarray(near & np.logical_or.reduce([np.abs(cut(points)) < LEVEL for cut in self._cuts()]))

    def _cuts(self) -> Iterator[Field]:
        yield from (partial(_beyond, through, outward) for through, outward in self.planes)
        if self.off is not None:
            yield partial(_within, self.off)


def _beyond(through: Vector, outward: Vector, points: Points) -> Values:
    return np.asarray((points - through) @ outward + JOINT / 2)


def _within(tube: Branch, points: Points) -> Values:
    return JOINT - tube.distance(points)


@cache
def stretches() -> dict[str, tuple[Stretch, ...]]:
    """What each structure is made of; left ones as the right ones. Raises TableError for a faulty table."""
    columns = [read_words(TABLE, column) for column in ("start", "stop", "free_of")]
    found: dict[str, tuple[Stretch, ...]] = {}
    for name in columns[0]:
        structure, _, line = name.partition(": ")
        stretch = Stretch(line, *(column[name] for column in columns))
        found[structure] = (*found.get(structure, ()), stretch)
        if structure.endswith("_right"):
            left = f"{structure.removesuffix('right')}left"
            found[left] = (*found.get(left, ()), _to_left(stretch))
    return found


def _to_left(stretch: Stretch) -> Stretch:
    line, free_of = (
        f"{name.removesuffix('right')}left" if name.endswith(" right") else name
        for name in (stretch.line, stretch.free_of)
    )
    return Stretch(line, stretch.start, stretch.stop, free_of)


def cut(every: Lines, stretch: Stretch) -> Cut:
    """A stretch as a solid. Raises KeyError for a line or place that there is not."""
    whole = every.branch(stretch.line)
    first, last = (_sample(every, stretch.line, end) for end in (stretch.start, stretch.stop))
    start, stop = first or 0, len(whole.line) - 1 if last is None else last
    planes = [] if stretch.stop == ROUND else [(whole.line[stop], whole.along[stop])]
    if first is not None or not every.springs(stretch.line):
        planes.append((whole.line[start], -whole.along[start]))
    more = round(SPARE / FINE)
    tube = whole.part(max(start - more, 0), min(stop + more, len(whole.line) - 1) + 1)
    return Cut(tube, planes, None if stretch.free_of == OWN else every.branch(stretch.free_of))


def _sample(every: Lines, line: str, place: str) -> int | None:
    """Which sample of a line is meant by an end of a stretch; None for the line's own end."""
    if place in (OWN, ROUND):
        return None
    name, _, further = place.partition("+")
    start = every.sample(line, name)
    run = np.linalg.norm(np.diff(every.branch(line).line[start:], axis=0), axis=1).cumsum()
    return start + int(np.searchsorted(run, float(further or 0)))
