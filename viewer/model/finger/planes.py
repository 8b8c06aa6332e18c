"""Which plane a body is cut in along a finger's way: across the body, or along it."""

from __future__ import annotations

from enum import StrEnum

from viewer.model.atlas.atlas import Point
from viewer.model.finger.handling import added, cross, dot, unit

UP: Point = (0.0, 0.0, 1.0)
LEFT: Point = (1.0, 0.0, 0.0)
HARDLY = 1e-3


class Plane(StrEnum):
    """Across the body, seen from below; or along it, with the head at the picture's left, as the person lies."""

    ACROSS = "across"
    ALONG = "along"


def across(way: Point, plane: Plane) -> Point:
    """The direction (a unit vector at right angles to the way) that points to the picture's right.

    Across the body it lies level, so that the person's right is at the left of what is pressed from the front, as in
    textbooks; along the body it points as far down as it can.
    """
    level = cross(way, UP)
    if plane is Plane.ACROSS:
        return unit(level) if dot(level, level) > HARDLY else _square(LEFT, way)
    return _square((0.0, 0.0, -1.0), way) if dot(level, level) > HARDLY else _square((0.0, 1.0, 0.0), way)


def _square(direction: Point, way: Point) -> Point:
    """What of a direction lies at right angles to the way."""
    return unit(added(direction, way, -dot(direction, way)))
