"""A place for a label where no column has one: the nearest to what it names that covers neither muscle nor label.

Pure geometry in pixels (origin lower left); nothing is drawn here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from viewer.drawing.flat.anchors import Grid
from viewer.drawing.flat.label_layout import Label, Placed
from viewer.drawing.flat.shapes2d import Pixels, Rectangle, meet

TRIED = 16  # of the best places, until one has a leader that crosses nothing
COVERING = 160.0  # pixels that a label may stand farther away so as not to lie on the drawing at all
NEAREST = 10.0  # pixels at least between a label and what it points at
FARTHEST = 0.36  # of the longer side of the view between a label and what it points at, at most
CLEAR = 4.0  # pixels that stay free around a label


def find(label: Label, blocked: Grid, drawn: Grid, cell: float, others: Sequence[Placed]) -> Placed | None:
    """The best place for a label, or None. ``blocked`` (rows, columns) are cells of ``cell`` pixels that it must
    not touch, ``drawn`` those that it had better not touch; ``others`` stand already.
    """
    for box in _boxes(label, blocked, drawn, cell):
        placed = _placed(label, box)
        if not any(_crosses(placed, other) for other in others):
            return placed
    return None


def shifted(placed: Placed, anchor: Pixels) -> Placed:
    """The same label beside an anchor that has moved."""
    x, y = (now - before for now, before in zip(anchor, placed.leader[-1], strict=True))
    left, bottom, right, top = placed.box
    box = (left + x, bottom + y, right + x, top + y)
    return replace(placed, box=box, leader=tuple((a + x, b + y) for a, b in placed.leader))


def _boxes(label: Label, blocked: Grid, drawn: Grid, cell: float) -> Iterator[Rectangle]:
    """Where a label fits, the best places first."""
    width, height = label.width + 2 * CLEAR, label.height + 2 * CLEAR
    high, wide = (int(length // cell) + 2 for length in (height, width))
    bad, covered = _sums(blocked, high, wide), _sums(drawn, high, wide)
    rows, columns = np.nonzero(bad == 0)
    left, bottom = columns * cell + CLEAR, rows * cell + CLEAR
    beside = np.maximum(np.maximum(left - label.anchor[0], label.anchor[0] - left - label.width), 0.0)
    above = np.abs(bottom + label.height / 2 - label.anchor[1])
    cost = np.hypot(beside, above) + COVERING * covered[rows, columns] / (high * wide)
    cost[np.hypot(beside, above) > FARTHEST * cell * max(blocked.shape)] = np.inf
    cost[(beside < NEAREST) & (above < NEAREST + label.height)] = np.inf
    for i in cost.argsort(kind="stable")[:TRIED]:
        if np.isfinite(cost[i]):
            x, y = float(left[i]), float(bottom[i])
            yield x, y, x + label.width, y + label.height


def _sums(grid: Grid, high: int, wide: int) -> npt.NDArray[np.int64]:
    """How many cells are set in each window of ``high`` x ``wide`` cells, by its lower left cell."""
    total = np.pad(grid.astype(int).cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    if high > grid.shape[0] or wide > grid.shape[1]:
        return np.ones((0, 0), int)
    return np.asarray(total[high:, wide:] - total[:-high, wide:] - total[high:, :-wide] + total[:-high, :-wide])


def _placed(label: Label, box: Rectangle) -> Placed:
    left, bottom, right, top = box
    on_left = (left + right) / 2 < label.anchor[0]
    start = (right + CLEAR if on_left else left - CLEAR, (bottom + top) / 2)
    return Placed(label.structure, box, on_left, (start, label.anchor))


def _crosses(one: Placed, other: Placed) -> bool:
    """Whether a label, or its leader, lies on another or on its leader."""
    a, b = one.leader[0], one.leader[-1]
    return (
        meet(_grown(one.box), other.box)
        or _cuts(a, b, other.box)
        or any(_cuts(c, d, one.box) or _cross(a, b, c, d) for c, d in zip(other.leader, other.leader[1:], strict=False))
    )


def _grown(box: Rectangle) -> Rectangle:
    return box[0] - CLEAR, box[1] - CLEAR, box[2] + CLEAR, box[3] + CLEAR


def _cuts(start: Pixels, end: Pixels, box: Rectangle) -> bool:
    """Whether a line runs through a rectangle."""
    low, high = np.array(box[:2]), np.array(box[2:])
    way = np.subtract(end, start)
    way = np.where(np.abs(way) < 1e-9, 1e-9, way)
    shares = np.sort(np.array([(low - start) / way, (high - start) / way]), axis=0)
    return bool(max(shares[0].max(), 0.0) < min(shares[1].min(), 1.0))


def _cross(a: Pixels, b: Pixels, c: Pixels, d: Pixels) -> bool:
    """Whether the lines a-b and c-d cross."""
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: Pixels, b: Pixels, c: Pixels) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
