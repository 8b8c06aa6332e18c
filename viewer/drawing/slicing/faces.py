"""The face that a plane cuts from a closed surface: its outlines, and what lies within them.

Nothing here follows an outline round: a face is a heap of pieces, each with the inside at its left, and how often they
wind around a place says whether it lies inside. So holes, several parts and sheets within each other need no care.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from viewer.drawing.mesh import Mesh
from viewer.drawing.slicing.axes import Axes

Vector = npt.NDArray[np.float64]
Rows = npt.NDArray[np.int64]
SMOOTHED = 3  # times that the ways in from an outline are evened with their neighbours


@dataclass(frozen=True, eq=False)
class Face:
    """``places`` (n, 2) in the plane, mm; ``pieces`` (m, 2) of outline between them, the inside at their left."""

    places: Vector
    pieces: Rows

    @cached_property
    def area(self) -> float:
        """Within the outlines, mm²."""
        (x0, y0), (x1, y1) = self.places[self.pieces[:, 0]].T, self.places[self.pieces[:, 1]].T
        return float((x0 * y1 - x1 * y0).sum()) / 2

    @cached_property
    def length(self) -> float:
        """Of the outlines, mm."""
        return float(np.linalg.norm(self.places[self.pieces[:, 1]] - self.places[self.pieces[:, 0]], axis=1).sum())

    @cached_property
    def box(self) -> tuple[Vector, Vector]:
        """The lowest and the highest place (2,), (2,) of a box around it."""
        return self.places.min(axis=0), self.places.max(axis=0)

    @cached_property
    def inward(self) -> Vector:
        """For each place (n, 2) the way in from the outline, a unit vector; smoothed, since pieces can be tiny."""
        begin, end = self.pieces.T
        way = self.places[end] - self.places[begin]
        aside = np.column_stack((-way[:, 1], way[:, 0]))
        found = self._unit(self._gathered(aside, aside))
        size = np.linalg.norm(way, axis=1, keepdims=True)
        for _ in range(SMOOTHED):
            found = self._unit(self._gathered(aside + size * found[end], aside + size * found[begin]))
        return found

    def _gathered(self, from_begin: Vector, from_end: Vector) -> Vector:
        """For each place (n, 2) the sum of what the pieces that begin and end there (m, 2), (m, 2) bring to it."""
        begin, end = self.pieces.T
        count = len(self.places)
        sums = [
            np.bincount(begin, a, count) + np.bincount(end, b, count)
            for a, b in zip(from_begin.T, from_end.T, strict=True)
        ]
        return np.column_stack(sums)

    @staticmethod
    def _unit(vectors: Vector) -> Vector:
        return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12))

    def filled(self, step: float) -> Vector:
        """Places (n, 2) within, ``step`` mm apart."""
        low, high = self.box
        across = np.arange(low[0] + step / 2, high[0], step)
        rows = [(across[self._within(across, y)], y) for y in np.arange(low[1] + step / 2, high[1], step).tolist()]
        return np.concatenate([np.empty((0, 2)), *(np.column_stack((row, np.full(len(row), y))) for row, y in rows)])

    def _within(self, across: Vector, y: float) -> npt.NDArray[np.bool_]:
        """Which places of a row lie within."""
        (x0, y0), (x1, y1) = self.places[self.pieces[:, 0]].T, self.places[self.pieces[:, 1]].T
        crossed = (y0 <= y) != (y1 <= y)
        x0, y0, x1, y1 = x0[crossed], y0[crossed], x1[crossed], y1[crossed]
        met = x0 + (y - y0) * (x1 - x0) / (y1 - y0)
        return np.asarray(((met > across[:, None]) * np.where(y1 > y0, 1, -1)).sum(axis=1) != 0)

    def holds(self, x: float, y: float) -> bool:
        """Whether a place lies within."""
        low, high = self.box
        if not (low[0] <= x <= high[0] and low[1] <= y <= high[1]):
            return False
        return bool(self._within(np.array([x]), y)[0])


def joined(faces: Sequence[Face]) -> Face:
    """All of some faces as one, place after place."""
    shifts = np.cumsum([0, *(len(one.places) for one in faces)])
    places = np.concatenate([np.empty((0, 2)), *(one.places for one in faces)])
    pieces = (one.pieces + shift for one, shift in zip(faces, shifts, strict=False))
    return Face(places, np.concatenate([np.empty((0, 2), int), *pieces]))


def ways_in(faces: Sequence[Face]) -> list[Vector]:
    """``inward`` of each, found for all at once."""
    return np.split(joined(faces).inward, np.cumsum([len(one.places) for one in faces])[:-1]) if faces else []


def cut(mesh: Mesh, axes: Axes) -> Face | None:
    """The face of a mesh in a plane; None where the plane misses it."""
    normal = axes.normal.astype(np.float32)
    beyond = mesh.points @ normal - np.float32(axes.at @ axes.normal)
    above = beyond >= 0
    first, second, third = (above[corner] for corner in mesh.triangles.T)
    met = mesh.triangles[(first != second) | (first != third)]
    if not len(met):
        return None
    keys, pieces = _pieces(met, above[met])
    low, high = keys >> 32, keys & 0xFFFFFFFF
    share = (beyond[low] / (beyond[low] - beyond[high])).astype(float)[:, None]
    ends = mesh.points[low].astype(float), mesh.points[high].astype(float)
    return Face(axes.flat(ends[0] + share * (ends[1] - ends[0])), pieces)


def _pieces(met: npt.NDArray[np.int32], above: npt.NDArray[np.bool_]) -> tuple[Rows, Rows]:
    """The edges that are crossed, as numbers (n,), and the pieces (m, 2) between them, one for each triangle (m, 3).

    Triangles run counter-clockwise seen from outside: so the lone corner tells which end of its piece comes first.
    """
    rows, one_above = np.arange(len(met)), above.sum(axis=1) == 1
    lone = np.where(one_above, above.argmax(axis=1), (~above).argmax(axis=1))
    corners = [met[rows, (lone + turn) % 3].astype(np.int64) for turn in range(3)]
    after, before = (_edge(corners[0], corners[turn]) for turn in (1, 2))
    begin, end = np.where(one_above, after, before), np.where(one_above, before, after)
    keys, places = np.unique(np.concatenate((begin, end)), return_inverse=True)
    return keys, np.ascontiguousarray(places.reshape(2, -1).T)


def _edge(one: Rows, other: Rows) -> Rows:
    """A number for the edge between two points, the same for both triangles that share it."""
    return np.asarray((np.minimum(one, other) << 32) | np.maximum(one, other))
