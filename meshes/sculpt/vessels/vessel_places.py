"""Named places of the vessels' courses: read from their table and found in the body."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from meshes.sculpt.nerves import nerve_places
from meshes.sculpt.tables import TableError, Vector, read_points, read_words

TABLE = "vessels/vessel_courses.csv"
FLIP = np.array([-1.0, 1.0, 1.0])


@dataclass(frozen=True)
class Place:
    """One named place: ``offset`` (3,) in the frame called ``frame``, ``turned`` where that frame stands mirrored, and
    how ``wide`` and ``thick`` the vessel is there (mm)."""

    name: str
    frame: str
    offset: Vector
    wide: float
    thick: float
    turned: bool = False

    @property
    def from_another(self) -> bool:
        """Whether the frame is another place's name."""
        return ": " in self.frame


@cache
def lines() -> dict[str, tuple[Place, ...]]:
    """The places of every line in order, by the line's name. Raises TableError for a faulty table."""
    found: dict[str, dict[str, Place]] = {}
    frames = read_words(TABLE, "frame")
    for name, row in read_points(TABLE, ("x", "y", "z", "wide", "thick")).items():
        line, _, place = name.partition(": ")
        found.setdefault(line, {})[place] = Place(place, frames[name], row[:3], float(row[3]), float(row[4]))
    every: dict[str, tuple[Place, ...]] = {}
    for line, places in found.items():
        right = f"{line.removesuffix('left')}right"
        if right in found and right != line:
            continue
        every[line] = tuple(places.values())
        if line.endswith(" right"):
            left = f"{line.removesuffix('right')}left"
            own = found.get(left, {})
            every[left] = tuple(own.get(name) or _mirrored(place) for name, place in places.items())
    _check(every)
    return every


def _mirrored(place: Place) -> Place:
    """The same place on the left; its offset counts from the left place where it is given from another."""
    if place.from_another:
        line, _, name = place.frame.partition(": ")
        frame = f"{line.removesuffix('right')}left: {name}" if line.endswith(" right") else place.frame
        return Place(place.name, frame, place.offset * FLIP, place.wide, place.thick)
    return Place(place.name, place.frame, place.offset, place.wide, place.thick, turned=True)


def _check(every: dict[str, tuple[Place, ...]]) -> None:
    """Raise TableError where a place is given from one that does not stand before it."""
    known: set[str] = set()
    faults = []
    for line, places in every.items():
        for place in places:
            if place.from_another and place.frame not in known:
                faults.append(f"{TABLE}: {line}: {place.name}: is given from {place.frame!r}, expected one before it")
            known.add(f"{line}: {place.name}")
    if faults:
        raise TableError("\n".join(faults))


def point(place: Place, known: dict[str, Vector]) -> Vector:
    """Where a place lies in the body, (3,); ``known`` holds the points of places that others are given from."""
    if place.from_another:
        return np.asarray(known[place.frame] + place.offset)
    found = np.asarray(nerve_places.frame(place.frame).to_body(place.offset))
    return found * FLIP if place.turned else found
