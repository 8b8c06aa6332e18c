"""What a hand drew, made a line: the hand's tremble smoothed, and no more places than the line needs."""

from __future__ import annotations

import math
from collections.abc import Sequence

from viewer.model.atlas.atlas import Point

MOST = 300
"""Places that are kept of one line."""
ROUNDS = 2
FLAT_SLACK, BODY_SLACK = 0.0007, 0.25
"""How far a line may lie from what was drawn: heights of the view, and mm."""
FLAT_DIGITS, BODY_DIGITS = 5, 2


def line_of(places: Sequence[Point], on_body: bool) -> tuple[Point, ...]:
    """The line through places that a hand came past."""
    slack, digits = (BODY_SLACK, BODY_DIGITS) if on_body else (FLAT_SLACK, FLAT_DIGITS)
    smooth = smoothed(places)
    line = simplified(smooth, slack)
    while len(line) > MOST:
        slack *= 1.5
        line = simplified(smooth, slack)
    return tuple((round(x, digits), round(y, digits), round(z, digits)) for x, y, z in line)


def smoothed(places: Sequence[Point]) -> list[Point]:
    """Each place drawn to the middle of its neighbours; the ends stay."""
    line = list(places)
    for _ in range(ROUNDS):
        inner = [_weighted(*line[i - 1 : i + 2]) for i in range(1, len(line) - 1)]
        line = [*line[:1], *inner, *line[-1:]] if len(line) > 2 else line
    return line


def simplified(places: Sequence[Point], slack: float) -> list[Point]:
    """Only those places without which the line would lie farther than ``slack`` from one of them."""
    kept = {0, len(places) - 1}
    open_parts = [(0, len(places) - 1)]
    while open_parts:
        first, last = open_parts.pop()
        away = [_away(places[i], places[first], places[last]) for i in range(first + 1, last)]
        if away and max(away) > slack:
            middle = first + 1 + away.index(max(away))
            kept.add(middle)
            open_parts += [(first, middle), (middle, last)]
    return [places[i] for i in sorted(kept)]


def _weighted(before: Point, place: Point, after: Point) -> Point:
    x, y, z = (0.25 * a + 0.5 * b + 0.25 * c for a, b, c in zip(before, place, after, strict=True))
    return x, y, z


def _away(place: Point, start: Point, end: Point) -> float:
    """How far a place is from a piece of a line."""
    way = [b - a for a, b in zip(start, end, strict=True)]
    to = [b - a for a, b in zip(start, place, strict=True)]
    long = sum(part * part for part in way)
    share = min(max(sum(a * b for a, b in zip(way, to, strict=True)) / long, 0.0), 1.0) if long else 0.0
    return math.hypot(*(b - share * a for a, b in zip(way, to, strict=True)))
