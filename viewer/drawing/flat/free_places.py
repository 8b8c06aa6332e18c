"""A place for a label where no column has one: the nearest to what it names that covers neither muscle nor label.

Pure geometry in pixels (origin lower left); nothing is drawn here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from viewer.drawing.flat.anchors import Grid, within
from viewer.drawing.flat.label_layout import Label
from viewer.drawing.flat.leaders import CLEAR, Placed, clash, joined
from viewer.drawing.flat.shapes2d import Pixels, Rectangle

TRIED = 16  # of the best places, until one has a leader that crosses nothing
COVERING = 160.0  # pixels that a label may stand farther away so as not to lie on the drawing at all
NEAREST = 10.0  # pixels at least between a label and what it points at
FARTHEST = 0.36  # of the longer side of the view between a label and what it points at, at most


def find(label: Label, blocked: Grid, drawn: Grid, cell: float, others: Sequence[Placed]) -> Placed | None:
    """The best place for a label, or None. ``blocked`` (rows, columns) are cells of ``cell`` pixels that it must
    not touch, ``drawn`` those that it had better not touch; ``others`` stand already.
    """
    for box in _boxes(label, blocked, drawn, cell):
        placed = _placed(label, box)
        if not any(clash(placed, other) for other in others):
            return placed
    return None


def still(label: Label, way: Pixels, blocked: Grid, cell: float, others: Sequence[Placed]) -> Placed | None:
    """The label as far from its anchor as it stood before (``way``: from there to the middle of its box), if it may."""
    x, y = label.anchor[0] + way[0], label.anchor[1] + way[1]
    box = (x - label.width / 2, y - label.height / 2, x + label.width / 2, y + label.height / 2)
    if x < label.width / 2 or y < label.height / 2 or within(blocked, box, cell).any():
        return None
    placed = _placed(label, box)
    return None if any(clash(placed, other) for other in others) else placed


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
    on_left = (box[0] + box[2]) / 2 < label.anchor[0]
    return Placed(label.structure, box, on_left, joined(box, label.anchor))
