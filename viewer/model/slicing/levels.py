"""Sections by name: the levels of each way in their order, the nearest one to a plane, and words for where it lies."""

from __future__ import annotations

from collections.abc import Mapping

from viewer.language import mark, tr
from viewer.model.atlas.atlas import Atlas
from viewer.model.atlas.level import Level, Way
from viewer.model.session.plane import CutPlane
from viewer.model.slicing.planes import AXES, across, along, put, way_of

AT = 1.5  # mm from a level within which a section is said to be at it
SIDES: Mapping[Way, tuple[str, str]] = {
    Way.ACROSS: (mark("{name}, {distance} mm lower"), mark("{name}, {distance} mm higher")),
    Way.SAGITTAL: (mark("{name}, {distance} mm to the right"), mark("{name}, {distance} mm to the left")),
    Way.FRONTAL: (mark("{name}, {distance} mm to the front"), mark("{name}, {distance} mm to the back")),
}
"""Words for a plane before and beyond a level, on the axis of its way."""
BARE: Mapping[Way, str] = {
    Way.ACROSS: mark("Section across"),
    Way.SAGITTAL: mark("Section from front to back"),
    Way.FRONTAL: mark("Section from side to side"),
}


def levels(atlas: Atlas, way: Way) -> tuple[Level, ...]:
    """Those of a way, from above down, from right to left, from front to back."""
    axis = AXES[way]
    found = sorted((one for one in atlas.levels if way in one.ways), key=lambda one: one.place[axis])
    return tuple(reversed(found) if way is Way.ACROSS else found)


def first(atlas: Atlas, way: Way = Way.ACROSS) -> CutPlane | None:
    """Where a section of a way starts; None where no levels are known."""
    found = sorted(levels(atlas, way), key=lambda one: not one.first)
    return across(found[0].place, way) if found else None


def nearest(atlas: Atlas, plane: CutPlane) -> Level | None:
    """The level that a plane lies in, or is the nearest to; None where none is known."""
    axis, where = AXES[way_of(plane)], along(plane)

    def apart(one: Level) -> tuple[float, float]:
        distance = abs(one.place[axis] - where)
        return max(0.0, distance - one.high / 2), distance

    return min(levels(atlas, way_of(plane)), key=apart, default=None)


def at(plane: CutPlane, level: Level) -> CutPlane:
    """The plane moved to a level."""
    return put(plane, level.place[AXES[way_of(plane)]])


def next_level(atlas: Atlas, plane: CutPlane, steps: int) -> Level | None:
    """The level so many steps further in their order; None beyond the last one."""
    there, axis = levels(atlas, way_of(plane)), AXES[way_of(plane)]
    sign = -1.0 if way_of(plane) is Way.ACROSS else 1.0
    gaps = [sign * (one.place[axis] - along(plane)) for one in there]
    beyond = [n for n, gap in enumerate(gaps) if (gap > AT / 2 if steps > 0 else gap < -AT / 2)]
    if not beyond:
        return None
    place = (beyond[0] if steps > 0 else beyond[-1]) + steps - (1 if steps > 0 else -1)
    return there[max(0, min(place, len(there) - 1))]


def told(atlas: Atlas, plane: CutPlane) -> str:
    """Where a section lies: "L3/L4", or "L3, 4 mm lower"."""
    level, way = nearest(atlas, plane), way_of(plane)
    if level is None:
        return tr(BARE[way])
    beyond = along(plane) - level.place[AXES[way]]
    if abs(beyond) <= AT:
        return level.name
    return tr(SIDES[way][beyond > 0]).format(name=level.name, distance=round(abs(beyond)))


def heading(atlas: Atlas, plane: CutPlane) -> str:
    """The same as it stands in the picture: "Section: L3/L4"."""
    if nearest(atlas, plane) is None:
        return told(atlas, plane)
    return tr("Section: {level}").format(level=told(atlas, plane))
