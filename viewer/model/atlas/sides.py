"""The other side of the body: the same structure there, and the same place."""

from __future__ import annotations

from viewer.model.atlas.facts import Point


def other_side(name: str) -> str:
    """The id of the same structure on the other side; that of one of the middle stays."""
    for here, there in (("_right", "_left"), ("_left", "_right")):
        if name.endswith(here):
            return name.removesuffix(here) + there
    return name


def mirrored(place: Point) -> Point:
    """A place (body mm) on the other side."""
    x, y, z = place
    return (-x, y, z) if x else place
