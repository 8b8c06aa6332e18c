"""Fills faces: each is shared into strips between its places' heights, and each strip into four-cornered pieces.

It is done for all faces at once, cannot fail for any outline, and leaves no gap: neighbouring strips overlap by less
than can be seen.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from viewer.drawing.slicing.faces import Face, Rows, Vector, joined

OVERLAP = 0.01  # mm


def filled(faces: Sequence[Face], overlap: float = OVERLAP) -> tuple[Vector, Rows]:
    """Quads (n, 4, 2) that fill these faces, counter-clockwise, and the number of the face that each belongs to (n,),
    rising.
    """
    owners, whole = np.repeat(np.arange(len(faces)), [len(one.places) for one in faces]), joined(faces)
    step, heights, owner = _steps(whole.places[:, 1], owners)
    strip, lower, upper, sign = _sides(whole.places, whole.pieces, step, heights)
    if not len(strip):
        return np.empty((0, 4, 2)), np.empty(0, int)
    begins, ends = _within(strip, sign)
    left, right, row = begins, ends, strip[begins]
    bottom, top = heights[row] - overlap, heights[row + 1] + overlap
    corners = ((lower[left], bottom), (lower[right], bottom), (upper[right], top), (upper[left], top))
    return np.stack([np.column_stack(corner) for corner in corners], axis=1), owner[row]


def _steps(y: Vector, owners: Rows) -> tuple[Rows, Vector, Rows]:
    """The number of each place's height among those of all faces (n,); the heights and the faces by that number."""
    order = np.lexsort((y, owners))
    y, owners = y[order], owners[order]
    new = np.ones(len(y), bool)
    new[1:] = (np.diff(y) != 0) | (np.diff(owners) != 0)
    step = np.empty(len(y), int)
    step[order] = np.cumsum(new) - 1
    return step, y[new], owners[new]


def _sides(places: Vector, pieces: Rows, step: Rows, heights: Vector) -> tuple[Rows, Vector, Vector, Rows]:
    """The pieces of outline within each strip, from left to right: the strip's number (n,), where they come in below
    and go out above (n,), (n,), and 1 or -1 for those that run down or up.
    """
    down = step[pieces[:, 0]] > step[pieces[:, 1]]
    low, high = np.where(down, pieces[:, 1], pieces[:, 0]), np.where(down, pieces[:, 0], pieces[:, 1])
    count = step[high] - step[low]
    rows = np.repeat(np.arange(len(pieces)), count)
    strip = step[low][rows] + np.arange(len(rows)) - np.repeat(np.cumsum(count) - count, count)
    (x0, y0), (x1, y1) = places[low[rows]].T, places[high[rows]].T
    slope = (x1 - x0) / np.where(y1 == y0, 1.0, y1 - y0)
    lower, upper = (
        x0 + (heights[strip] - y0) * slope,
        x1 + (heights[np.minimum(strip + 1, len(heights) - 1)] - y1) * slope,
    )
    order = np.lexsort((lower + upper, strip))
    sign = np.where(down[rows], 1, -1)
    return strip[order], lower[order], upper[order], sign[order]


def _within(strip: Rows, sign: Rows) -> tuple[Rows, Rows]:
    """The rows at whose left nothing is and at whose right something, and those where it ends; in pairs.

    A strip whose outline is not closed, as that of a broken mesh, stays empty.
    """
    sums = np.bincount(strip, sign, strip[-1] + 1)
    whole = np.flatnonzero(sums[strip] == 0)
    wound = np.cumsum(sign[whole])
    return whole[wound - sign[whole] == 0], whole[wound == 0]
