"""Named places of the nerves' courses: read from their table and found in the body.

A place is given in the frame of what it lies by - a vertebra, a disc, the lower edge of a pedicle, a section of psoas
or iliacus, a landmark of the hip bone - or from a place named before it. So nerves follow when the body changes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from meshes.sculpt import body
from meshes.sculpt.body import Frame
from meshes.sculpt.muscles import anchors
from meshes.sculpt.pelvis import hip_bone, hip_relief
from meshes.sculpt.spine.vertebrae import vertebra_marks
from meshes.sculpt.tables import TableError, Vector, read_points, read_words

TABLE = "nerves/nerve_courses.csv"
GATES = {"psoas": "muscles/psoas_major_gates.csv", "iliacus": "muscles/iliacus_gates.csv"}
RIGHT = np.array([-1.0, 1.0, 1.0])  # marks of vertebrae count outwards from the midline


@dataclass(frozen=True)
class Place:
    """One named place: ``offset`` (3,) in the frame called ``frame``, how ``wide`` the nerve is there (mm), and how
    firmly it lies on the muscles beneath (``lay``: 0 not at all, 1 on them, -1 just inside them)."""

    name: str
    frame: str
    offset: Vector
    wide: float
    lay: float

    @property
    def from_another(self) -> bool:
        """Whether the frame is another place's name."""
        return ": " in self.frame


@dataclass(frozen=True)
class Section:
    """A horizontal ellipse of a muscle: 1 is its edge in whatever direction, heights are mm above it."""

    centre: Vector
    half: Vector
    angle: float

    def to_body(self, place: Vector) -> Vector:
        """A place (to the left, to the back, up) in the body."""
        away = float(np.hypot(place[0], place[1]))
        turn = np.arctan2(place[1], place[0]) - np.radians(self.angle)
        reach = 1.0 / np.hypot(np.cos(turn) / self.half[0], np.sin(turn) / self.half[1]) if away else 0.0
        return np.asarray(self.centre + np.array([reach * place[0], reach * place[1], place[2]]))


@cache
def courses() -> dict[str, dict[str, tuple[Place, ...]]]:
    """The places of every nerve: structure -> branch -> places in order. Raises TableError for a faulty table."""
    frames = read_words(TABLE, "frame")
    _check(frames)
    found: dict[str, dict[str, tuple[Place, ...]]] = {}
    for name, row in read_points(TABLE, ("x", "y", "z", "wide", "lay")).items():
        structure, _, branch = name.partition(":")[0].partition(" ")
        place = Place(name, frames[name], row[:3], float(row[3]), float(row[4]))
        branches = found.setdefault(structure, {})
        branches[branch] = (*branches.get(branch, ()), place)
    return found


def _check(frames: Mapping[str, str]) -> None:
    """Raise TableError where a place is given from one that does not stand before it."""
    order = {name: number for number, name in enumerate(frames)}
    faults = [
        f"{TABLE}: {name}: is given from {frame!r}, expected a place named before it"
        for name, frame in frames.items()
        if ": " in frame and order.get(frame, len(order)) >= order[name]
    ]
    if faults:
        raise TableError("\n".join(faults))


def point(place: Place, known: Mapping[str, Vector]) -> Vector:
    """Where a place lies in the body, (3,); ``known`` holds the points of places that others are given from."""
    if place.frame in known:
        return np.asarray(known[place.frame] + place.offset)
    return np.asarray(frame(place.frame).to_body(place.offset))


@cache
def frame(name: str) -> Frame | Section:
    """The frame of that name. Raises KeyError where there is none."""
    first, _, rest = name.partition("_")
    if first in GATES:
        return _sections(first)[rest]
    if name == "hip":
        return hip_relief.frame()
    if first == "hip":
        return Frame(hip_bone.landmarks("right")[rest], anchors.UPRIGHT)
    if first == "pedicle":
        vertebra = body.vertebra(rest)
        return Frame(vertebra.to_body(vertebra_marks.marks(rest)["pedicle_lower"] * RIGHT), vertebra.axes)
    return anchors.frame(name)


@cache
def _sections(muscle: str) -> dict[str, Section]:
    rows = read_points(GATES[muscle], ("x", "y", "z", "long", "short", "angle"))
    centres = anchors.placed(rows)
    return {name: Section(centre, rows[name][3:5], rows[name][5]) for name, centre in zip(rows, centres, strict=True)}
