"""What a hand does with a finger on the skin: leans it, pushes it, lets it stand elsewhere; in body millimetres."""

from __future__ import annotations

import math
from dataclasses import replace

from viewer.model.atlas.atlas import Point
from viewer.model.finger.press import Press

STEEPEST = math.cos(math.radians(70.0))
"""How much of the way must still go straight in: nobody can press along the skin."""


def pushed(press: Press, by: float, deepest: float) -> Press:
    """So many mm deeper, or out where ``by`` is less than 0; never beyond ``deepest``, never off the skin."""
    return sunk(press, press.depth + by, deepest)


def sunk(press: Press, depth: float, deepest: float) -> Press:
    """So deep (mm), as far as it can."""
    return replace(press, depth=min(max(depth, 0.0), max(deepest, 0.0)))


def leaned(press: Press, toward: Point, inward: Point) -> Press:
    """Aimed more to one side: ``toward`` is a direction as long as the tangent of the angle by which it leans.

    Unchanged where it would no longer go in, ``inward`` being straight in.
    """
    way = unit(added(press.way, toward))
    return replace(press, way=way) if dot(way, inward) >= STEEPEST else press


def unit(way: Point) -> Point:
    """The same direction, 1 mm long. Raises ZeroDivisionError for none."""
    length = math.hypot(*way)
    return way[0] / length, way[1] / length, way[2] / length


def added(one: Point, other: Point, times: float = 1.0) -> Point:
    """The one, and so many times the other."""
    return one[0] + times * other[0], one[1] + times * other[1], one[2] + times * other[2]


def dot(one: Point, other: Point) -> float:
    """The scalar product."""
    return sum(a * b for a, b in zip(one, other, strict=True))


def cross(one: Point, other: Point) -> Point:
    """The vector product."""
    (a, b, c), (d, e, f) = one, other
    return b * f - c * e, c * d - a * f, a * e - b * d
