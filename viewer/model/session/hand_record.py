"""What hands did to a view, as plain data and back: the plane that cuts, lines drawn, names put somewhere."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

from viewer.model.session.plane import CutPlane
from viewer.model.session.record_values import MOST_NAMES, NoViewError, names_of, number_of, point_of, switch_of
from viewer.model.session.stroke import INKS, Stroke

MOST_STROKES = 2_000
MOST_PLACES = 2_000
"""In one stroke."""
NARROWEST, BROADEST = 0.1, 200.0
"""Thousandths of the view's height."""
FARTHEST_OFF = 20.0
"""Heights of the view from its middle, of what lies on the picture."""

Placed = tuple[tuple[str, tuple[float, float]], ...]


def plane_as_record(plane: CutPlane | None) -> dict[str, Any] | None:
    """A plane as JSON can hold it."""
    return None if plane is None else {"at": list(plane.at), "normal": list(plane.normal)}


def plane_of(value: object) -> CutPlane | None:
    """A plane, or none. Raises NoViewError. A normal of nearly one millimetre is made one."""
    if value is None:
        return None
    if not isinstance(value, dict):
        raise NoViewError("no plane")
    at, (x, y, z) = point_of(value.get("at")), point_of(value.get("normal"))
    length = math.hypot(x, y, z)
    if abs(length - 1.0) > 1e-3:
        raise NoViewError("a plane that lies nowhere")
    exact = abs(length - 1.0) < 1e-9
    return CutPlane(at, (x, y, z) if exact else (x / length, y / length, z / length))


def strokes_as_record(strokes: Iterable[Stroke]) -> list[dict[str, Any]]:
    """Lines as JSON can hold them."""
    return [
        {"places": [list(place) for place in one.places], "ink": one.ink, "width": one.width, "on_body": one.on_body}
        for one in strokes
    ]


def strokes_of(value: object) -> tuple[Stroke, ...]:
    """Lines drawn by hand, as a list. Raises NoViewError. What a line does not tell is as usual."""
    if not isinstance(value, list) or len(value) > MOST_STROKES:
        raise NoViewError("no list of strokes")
    return tuple(map(_stroke, value))


def placed_as_record(placed: Placed) -> dict[str, list[float]]:
    """Where names were put, as JSON can hold it."""
    return {name: list(place) for name, place in placed}


def placed_of(value: object) -> Placed:
    """Where names were put, from a mapping of ids to two numbers each. Raises NoViewError."""
    if not isinstance(value, dict) or len(value) > MOST_NAMES:
        raise NoViewError("no places of names")
    return tuple((name, _flat(value[name])) for name in sorted(names_of(list(value))))


def _stroke(value: object) -> Stroke:
    if not isinstance(value, dict):
        raise NoViewError("no stroke")
    usual = Stroke(())
    on_body, ink = switch_of(value.get("on_body", usual.on_body)), value.get("ink", usual.ink)
    width = number_of(value.get("width", usual.width), BROADEST)
    if ink not in INKS or width < NARROWEST:
        raise NoViewError("a stroke that nobody sees")
    return Stroke(_places(value, on_body), ink, width, on_body)


def _places(stroke: Mapping[str, Any], on_body: bool) -> tuple[tuple[float, float, float], ...]:
    value = stroke.get("places")
    if not isinstance(value, list) or not 1 <= len(value) <= MOST_PLACES:
        raise NoViewError("a stroke through nothing")
    return tuple(map(point_of, value)) if on_body else tuple((*_flat(place[:2]), 0.0) for place in map(_three, value))


def _three(value: object) -> list[object]:
    x, y, z = point_of(value)
    if z != 0.0:
        raise NoViewError("a place before or behind the picture")
    return [x, y, z]


def _flat(value: object) -> tuple[float, float]:
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise NoViewError("no place on the picture")
    x, y = (number_of(number, FARTHEST_OFF) for number in value)
    return x, y
