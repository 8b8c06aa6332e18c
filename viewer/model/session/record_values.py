"""Plain values of what was kept in a file, taken for what they ought to be or refused."""

from __future__ import annotations

import re

from viewer.model.atlas.atlas import Point

FARTHEST = 100_000.0
"""Millimetres from the middle of the body at which anything may be."""
MOST_NAMES = 20_000
_ID = re.compile(r"[\w.:-]{1,200}")


class NoViewError(ValueError):
    """What was kept is no view."""


def names_of(value: object) -> tuple[str, ...]:
    """A list of ids, each once."""
    if not isinstance(value, list) or len(value) > MOST_NAMES:
        raise NoViewError("no list of names")
    if not all(isinstance(name, str) and _ID.fullmatch(name) for name in value):
        raise NoViewError("no name")
    return tuple(dict.fromkeys(value))


def switch_of(value: object) -> bool:
    """What is on or off."""
    if not isinstance(value, bool):
        raise NoViewError("neither on nor off")
    return value


def number_of(value: object, most: float = FARTHEST) -> float:
    """A number that is not larger than ``most``, nor smaller than the opposite."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= most:
        raise NoViewError("no number")
    return float(value)


def point_of(value: object, most: float = FARTHEST) -> Point:
    """Three numbers."""
    if not isinstance(value, list | tuple) or len(value) != 3:
        raise NoViewError("no point")
    x, y, z = (number_of(number, most) for number in value)
    return x, y, z
