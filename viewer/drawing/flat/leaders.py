"""Lines from names to what they name: they cross neither one another nor another name.

Pure geometry in pixels (origin lower left); nothing is drawn here.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from viewer.drawing.flat.shapes2d import Pixels, Rectangle, meet

CLEAR = 3.0  # pixels that stay free around a name
APART = 5.0  # pixels at least between the end of a line and another line

Line = tuple[Pixels, Pixels]


@dataclass(frozen=True)
class Placed:
    """A label in its place: its box (left, bottom, right, top), side and leader from the text to the anchor."""

    structure: str
    box: Rectangle
    on_left: bool
    leader: tuple[Pixels, ...]

    @property
    def in_column(self) -> bool:
        """Whether its leader comes straight out of a column before it turns to the anchor."""
        return len(self.leader) > 2

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The straight pieces of the leader."""
        return tuple(zip(self.leader, self.leader[1:], strict=False))

    @cached_property
    def reach(self) -> Rectangle:
        """What label and leader take up together, with what stays free around them."""
        xs = (self.box[0], self.box[2], *(x for x, _ in self.leader))
        ys = (self.box[1], self.box[3], *(y for _, y in self.leader))
        return min(xs) - APART, min(ys) - APART, max(xs) + APART, max(ys) + APART


def obstacle(box: Rectangle) -> Placed:
    """Something that no label and no leader may touch."""
    return Placed("", box, True, ())


def settled(wished: Iterable[Placed], standing: Sequence[Placed] = ()) -> list[Placed]:
    """Those of the labels, the first ones first, that clash with none before them and with nothing that stands."""
    found: list[Placed] = []
    for one in wished:
        if not any(clash(one, other) for other in (*standing, *found)):
            found.append(one)
    return found


def clash(one: Placed, other: Placed) -> bool:
    """Whether a label or its leader touches another or its leader."""
    if not meet(one.reach, other.reach):
        return False
    return (
        meet(_grown(one.box), other.box)
        or _runs_through(one, other)
        or _runs_through(other, one)
        or any(cross(*line, *another) for line in one.lines for another in other.lines)
        or _ends_on(one, other)
        or _ends_on(other, one)
    )


def joined(box: Rectangle, anchor: Pixels) -> tuple[Pixels, Pixels]:
    """The leader of a label that stands freely: from the middle of the edge that is nearest to its anchor."""
    left, bottom, right, top = box
    if left <= anchor[0] <= right:
        x = min(max(anchor[0], left + (right - left) / 4), right - (right - left) / 4)
        return (x, top + CLEAR if anchor[1] > top else bottom - CLEAR), anchor
    return (left - CLEAR if anchor[0] < left else right + CLEAR, (bottom + top) / 2), anchor


def aimed(placed: Placed, anchor: Pixels) -> Placed:
    """The same label, its leader to another place."""
    return replace(placed, leader=(*placed.leader[:-1], anchor)) if placed.leader else placed


def along(line: Line, step: float) -> list[Pixels]:
    """Places on a line, ``step`` pixels apart, its end the last."""
    (x, y), (end_x, end_y) = line
    count = max(int(math.dist(*line) // step), 1)
    return [(x + (end_x - x) * i / count, y + (end_y - y) * i / count) for i in range(1, count + 1)]


def cross(a: Pixels, b: Pixels, c: Pixels, d: Pixels) -> bool:
    """Whether the lines a-b and c-d cross."""
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def cuts(line: Line, box: Rectangle) -> bool:
    """Whether a line runs through a rectangle."""
    (x, y), (end_x, end_y) = line
    enter, leave = 0.0, 1.0
    for start, way, low, high in ((x, end_x - x, box[0], box[2]), (y, end_y - y, box[1], box[3])):
        if abs(way) < 1e-9:
            if not low < start < high:
                return False
            continue
        first, last = sorted(((low - start) / way, (high - start) / way))
        enter, leave = max(enter, first), min(leave, last)
    return enter < leave


def _runs_through(one: Placed, other: Placed) -> bool:
    box = _grown(other.box)
    return any(cuts(line, box) for line in one.lines)


def _ends_on(one: Placed, other: Placed) -> bool:
    """Whether a leader ends on another one."""
    return bool(one.leader) and any(_distance(one.leader[-1], line) < APART for line in other.lines)


def _distance(place: Pixels, line: Line) -> float:
    (x, y), (end_x, end_y) = line
    length = (end_x - x) ** 2 + (end_y - y) ** 2
    share = ((place[0] - x) * (end_x - x) + (place[1] - y) * (end_y - y)) / length if length else 0.0
    share = min(max(share, 0.0), 1.0)
    return math.dist(place, (x + share * (end_x - x), y + share * (end_y - y)))


def _grown(box: Rectangle) -> Rectangle:
    return box[0] - CLEAR, box[1] - CLEAR, box[2] + CLEAR, box[3] + CLEAR


def _turn(a: Pixels, b: Pixels, c: Pixels) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
