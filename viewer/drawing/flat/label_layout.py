"""Labels as on an atlas plate: aligned columns at left and right, in the order of what they point at, thin leaders.

Pure layout in pixels (origin lower left); nothing is drawn here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np

from viewer.drawing.flat.leaders import Placed, cross
from viewer.drawing.flat.shapes2d import Pixels, Rectangle

LONGEST_REACH = 0.66  # of the drawing's width that a leader may cross
MIDDLE = 0.06  # of its width around its middle in which a label may stand on either side
KEPT = 0.22  # the same for a label that stands on a side already


@dataclass(frozen=True)
class Label:
    """A name to place: the pixel it points at, its size on the screen, and its rank (lower is more important)."""

    structure: str
    anchor: Pixels
    width: float
    height: float
    rank: int


@dataclass(frozen=True)
class Sheet:
    """The view to lay labels out in: its size, what the drawing covers of it from left to right, and the spacings.

    ``margin`` stays free at the sides, ``top`` and ``bottom`` above and below; ``gap`` is the way from a column to
    the drawing, ``leading`` from line to line as a multiple of a label's height.
    """

    size: tuple[float, float]
    covered: tuple[float, float]
    margin: float
    top: float
    bottom: float
    gap: float
    leading: float = 1.3


@dataclass(frozen=True)
class Before:
    """Where labels stood in the frame before: on which side (True: left), and how high, by structure."""

    sides: Mapping[str, bool] = field(default_factory=dict)
    rows: Mapping[str, float] = field(default_factory=dict)


def lay_out(
    labels: Sequence[Label],
    sheet: Sheet,
    forbidden: Callable[[Rectangle, str], bool],
    before: Before = Before(),
) -> tuple[Placed, ...]:
    """Places as many labels as fit, the most important first.

    ``forbidden`` says whether a box would cover what it must not, the very structure it names above all: such a label
    goes to the other side, and is left out where it is forbidden too. So is one whose leader would turn back or cross
    most of the drawing. What stood ``before`` keeps its side and its row as long as that is not far from its best.
    """
    sides = _share_out(labels, sheet, before.sides)
    wrong = {one.structure for one in _columns(sides, sheet, before) if forbidden(one.box, one.structure)}
    sides = {
        left: [one for one in labels if (one in sides[left]) != (one.structure in wrong)] for left in (True, False)
    }
    sides = {left: _most_important(column, sheet) for left, column in sides.items()}
    return tuple(
        one for one in _columns(sides, sheet, before) if _is_short(one, sheet) and not forbidden(one.box, one.structure)
    )


def follow(labels: Sequence[Label], sheet: Sheet, before: Before) -> tuple[Placed, ...]:
    """The same labels on the sides where they were, after their anchors have moved a little."""
    sides = {left: [one for one in labels if before.sides[one.structure] is left] for left in (True, False)}
    return tuple(_columns({left: _most_important(column, sheet) for left, column in sides.items()}, sheet, before))


def _share_out(labels: Sequence[Label], sheet: Sheet, kept: Mapping[str, bool]) -> dict[bool, list[Label]]:
    """Left or right for each label: where it was, else where its anchor is, or for the middle where there is room."""
    sides: dict[bool, list[Label]] = {True: [], False: []}
    room = _room(labels, sheet)
    middle = sum(sheet.covered) / 2
    width = sheet.covered[1] - sheet.covered[0]
    for label in sorted(labels, key=lambda one: (one.rank, abs(one.anchor[0] - middle) <= MIDDLE * width)):
        aside = label.anchor[0] - middle
        left = aside < 0 if abs(aside) > MIDDLE * width else len(sides[True]) <= len(sides[False])
        if abs(aside) <= KEPT * width:
            left = kept.get(label.structure, left)
        side = left if len(sides[left]) < room else not left
        if len(sides[side]) < room:
            sides[side].append(label)
    return sides


def _room(labels: Sequence[Label], sheet: Sheet) -> int:
    """How many labels fit into a column."""
    line = max((label.height for label in labels), default=1.0) * sheet.leading
    return int((sheet.size[1] - sheet.top - sheet.bottom) // line)


def _most_important(labels: list[Label], sheet: Sheet) -> list[Label]:
    return sorted(labels, key=lambda label: label.rank)[: _room(labels, sheet)]


def _columns(sides: dict[bool, list[Label]], sheet: Sheet, before: Before) -> list[Placed]:
    return [one for on_left, labels in sides.items() for one in _column(labels, sheet, on_left, before)]


def _is_short(placed: Placed, sheet: Sheet) -> bool:
    """Whether a leader goes straight in from its column, and not much beyond the middle of the drawing."""
    (_, _), (bend, _), (anchor, _) = placed.leader
    left, right = sheet.covered
    reach = LONGEST_REACH * (right - left)
    return bend <= anchor <= left + reach if placed.on_left else right - reach <= anchor <= bend


def _column(labels: list[Label], sheet: Sheet, on_left: bool, before: Before) -> list[Placed]:
    if not labels:
        return []
    line = max(label.height for label in labels) * sheet.leading
    wishes = sorted(label.anchor[1] for label in labels)
    heights = _spread(wishes, line, sheet.bottom, sheet.size[1] - sheet.top)
    widest = max(label.width for label in labels)
    edge = _edge(widest, sheet, on_left)
    ordered = _uncrossed(_in_rows(labels, before.rows, line), heights, _bend(edge, on_left, sheet.gap))
    return [_place(label, edge, y, on_left, sheet.gap) for label, y in zip(ordered, heights, strict=True)]


def _in_rows(labels: Sequence[Label], rows: Mapping[str, float], line: float) -> list[Label]:
    """From the lowest anchor up; those that stood the other way round stay so while that is less than a line wrong."""
    found: list[Label] = []
    for label in sorted(labels, key=lambda one: one.anchor[1]):
        place = len(found)
        while place and _stays_below(label, found[place - 1], rows, line):
            place -= 1
        found.insert(place, label)
    return found


def _stays_below(label: Label, other: Label, rows: Mapping[str, float], line: float) -> bool:
    known = label.structure in rows and other.structure in rows
    near = label.anchor[1] - other.anchor[1] < line
    return known and near and rows[label.structure] < rows[other.structure]


def _uncrossed(labels: list[Label], heights: Sequence[float], bend: float) -> list[Label]:
    """The labels of a column in such an order that no leaders cross: with each exchange they become shorter."""
    found = list(labels)
    for _ in range(len(found) ** 2):
        for i, j in combinations(range(len(found)), 2):
            if cross((bend, heights[i]), found[i].anchor, (bend, heights[j]), found[j].anchor):
                found[i], found[j] = found[j], found[i]
                break
        else:
            break
    return found


def _bend(edge: float, on_left: bool, gap: float) -> float:
    """How far out a leader of a column turns to its anchor."""
    return edge + (0.45 if on_left else -0.45) * gap


def _edge(widest: float, sheet: Sheet, on_left: bool) -> float:
    """The column's inner edge: just off the drawing, or as near to the view's side as the widest label lets it."""
    if on_left:
        return max(sheet.covered[0] - sheet.gap, sheet.margin + widest)
    return min(sheet.covered[1] + sheet.gap, sheet.size[0] - sheet.margin - widest)


def _spread(wishes: Sequence[float], line: float, low: float, high: float) -> list[float]:
    """Middles of lines as near as possible to rising wishes, at least ``line`` apart, within low and high."""
    blocks: list[tuple[float, int]] = []  # mean of (wish - index * line), count: pool adjacent violators
    for i, wish in enumerate(wishes):
        mean, count = wish - i * line, 1
        while blocks and blocks[-1][0] > mean:
            before, n = blocks.pop()
            mean, count = (mean * count + before * n) / (count + n), count + n
        blocks.append((mean, count))
    starts = [mean for mean, count in blocks for _ in range(count)]
    top = high - line / 2 - (len(wishes) - 1) * line
    return [
        float(np.clip(start, low + line / 2, max(top, low + line / 2))) + i * line for i, start in enumerate(starts)
    ]


def _place(label: Label, edge: float, y: float, on_left: bool, gap: float) -> Placed:
    left = edge - label.width if on_left else edge
    outward = 1.0 if on_left else -1.0
    box = (left, y - label.height / 2, left + label.width, y + label.height / 2)
    start = edge + outward * 0.18 * gap
    bend = _bend(edge, on_left, gap)
    return Placed(label.structure, box, on_left, ((start, y), (bend, y), label.anchor))
