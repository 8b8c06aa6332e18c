"""The closed lines in which a plane cuts a closed surface, and what of them lies within a window."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from viewer.drawing.probing.passages import along
from viewer.model.finger.section import Outline

Vector = npt.NDArray[np.float64]
Axes = tuple[Vector, Vector, Vector]
Points = npt.NDArray[np.int64]
TAKEN = -2
Window = tuple[float, float, float, float]
"""Left, top, right and bottom, mm across and mm deep."""


def outlines(points: Points, corners: npt.NDArray[np.float32], start: Vector, axes: Axes) -> list[tuple[int, Outline]]:
    """The closed lines in the plane through ``start`` (3,) that two ``axes`` span, the third being at right angles to
    it. Each comes with the row of a triangle that it runs through. The triangles near the plane are given as numbers of
    points (n, 3), and by where their corners lie (n, 3, 3).
    """
    (beside,) = along(corners, start, axes[2:])
    first, second, third = (beside >= 0).T
    cut = np.flatnonzero((first != second) | (first != third))
    beside = beside[cut].astype(float)
    above = beside >= 0
    lone = np.where(above.sum(axis=1) == 1, above.argmax(axis=1), (~above).argmax(axis=1))
    rows = np.arange(len(cut))
    turn = np.where(above[rows, lone], 1, 2)
    one, other = (lone + turn) % 3, (lone - turn) % 3
    share = beside[rows, lone] / (beside[rows, lone] - beside[rows, one])
    begins = [
        side[rows, lone] + share * (side[rows, one] - side[rows, lone])
        for side in along(corners[cut].astype(float), start, axes[:2])
    ]
    places, pieces = np.column_stack(begins), (_edges(points[cut], lone, end) for end in (one, other))
    return [(int(cut[line[0]]), places[line]) for line in _chains(_followers(*pieces)) if len(line) > 2]


def _edges(triangles: Points, lone: npt.NDArray[np.intp], end: npt.NDArray[np.intp]) -> npt.NDArray[np.int64]:
    """A number for the edge from the lone corner to an end: the same, whichever of its two triangles asks."""
    rows = np.arange(len(triangles))
    pair = np.stack((triangles[rows, lone], triangles[rows, end]))
    number: npt.NDArray[np.int64] = (pair.min(axis=0) << 32) | pair.max(axis=0)
    return number


def _followers(begin: npt.NDArray[np.int64], end: npt.NDArray[np.int64]) -> list[int]:
    """For each piece the one that begins where it ends; -1 where none does."""
    if not len(begin):
        return []
    order = np.argsort(begin)
    place = np.minimum(np.searchsorted(begin[order], end), len(order) - 1)
    followers: list[int] = np.where(begin[order[place]] == end, order[place], -1).tolist()
    return followers


def _chains(follows: list[int]) -> list[list[int]]:
    """Runs of rows, each followed by the one that it names, until one was already taken."""
    found = list[list[int]]()
    for first in range(len(follows)):
        chain, row = list[int](), first
        while row >= 0 and follows[row] != TAKEN:
            chain.append(row)
            follows[row], row = TAKEN, follows[row]
        if chain:
            found.append(chain)
    return found


def clipped(line: Outline, window: Window) -> Outline:
    """What of a closed line, filled, lies within a window, closed along its border; empty (0, 2) where nothing does."""
    for axis, sign, limit in ((0, 1, window[0]), (1, 1, window[1]), (0, -1, window[2]), (1, -1, window[3])):
        if len(line) and (sign * line[:, axis] < sign * limit).any():
            line = _cut_off(line, axis, sign, limit)
    return line


def _cut_off(line: Outline, axis: int, sign: int, limit: float) -> Outline:
    """The part of a closed line on one side of a limit."""
    after = np.roll(line, -1, axis=0)
    here, there = (sign * (ends[:, axis] - limit) for ends in (line, after))
    crosses = (here >= 0) != (there >= 0)
    share = np.where(crosses, here / np.where(crosses, here - there, 1.0), 0.0)
    met = line + share[:, None] * (after - line)
    kept = np.stack((here >= 0, crosses), axis=1).ravel()
    return np.asarray(np.stack((line, met), axis=1).reshape(-1, 2)[kept])
