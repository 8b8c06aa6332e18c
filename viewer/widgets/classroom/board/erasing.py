"""Which line an eraser touches."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise

from viewer.model.atlas.atlas import Point
from viewer.model.session.stroke import Stroke
from viewer.widgets.classroom.board.gesture import Flat

REACH = 0.012  # heights of the view around the eraser that it touches


def touched(strokes: Sequence[Stroke], place: Flat, seen_at: Callable[[Point], Flat | None]) -> Stroke | None:
    """The line drawn last of those under the eraser. ``seen_at`` tells where a place of the body is seen, if it is."""
    for stroke in reversed(strokes):
        path = [seen_at(one) if stroke.on_body else one[:2] for one in stroke.places]
        if _nearest(path, place) <= REACH + stroke.width / 2000.0:
            return stroke
    return None


def _nearest(path: Sequence[Flat | None], place: Flat) -> float:
    ends = [math.dist(one, place) for one in path if one is not None]
    pieces = [_away(place, one, other) for one, other in pairwise(path) if one is not None and other is not None]
    return min([*ends, *pieces], default=math.inf)


def _away(place: Flat, start: Flat, end: Flat) -> float:
    """How far a place is from a piece of a line."""
    x, y = end[0] - start[0], end[1] - start[1]
    long = x * x + y * y
    share = ((place[0] - start[0]) * x + (place[1] - start[1]) * y) / long if long else 0.0
    share = min(max(share, 0.0), 1.0)
    return math.hypot(place[0] - start[0] - share * x, place[1] - start[1] - share * y)
