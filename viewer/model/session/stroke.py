"""A line that somebody drew, on the picture or on the body."""

from __future__ import annotations

from dataclasses import dataclass

from viewer.model.atlas.atlas import Point

INKS = ("red", "yellow", "green", "blue", "white", "black")


@dataclass(frozen=True)
class Stroke:
    """A line through ``places`` in one of the INKS, ``width`` in thousandths of the view's height.

    ``on_body``: the places are body millimetres on a surface; else x and y from the middle of the picture, to the right
    and upwards, in heights of the view, and z is 0.
    """

    places: tuple[Point, ...]
    ink: str = INKS[0]
    width: float = 6.0
    on_body: bool = False
