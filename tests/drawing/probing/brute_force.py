"""The slow and plain truth: each triangle of each mesh is asked whether a line meets it, and where."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from viewer.drawing.mesh import Mesh

Vector = npt.NDArray[np.float64]
SLACK = 0.01  # mm, more than is lost to rounding
SAME = 1e-6  # mm: two hits of neighbours on the edge that they share


class AllTriangles:
    """Every triangle of some meshes, seen along one way, so that many lines along it can be asked."""

    def __init__(self, meshes: Mapping[str, Mesh], way: Vector) -> None:
        corners = np.concatenate([mesh.points[mesh.triangles] for mesh in meshes.values()])
        owners = np.repeat(np.arange(len(meshes)), [len(mesh.triangles) for mesh in meshes.values()])
        self._names, self._way, self._axes = list(meshes), way, np.linalg.svd(way[None])[2][1:]
        flat = (corners.reshape(-1, 3) @ self._axes.T.astype(np.float32)).reshape(-1, 3, 2)
        low, high = flat.min(axis=1) - SLACK, flat.max(axis=1) + SLACK
        order = np.argsort(low[:, 0])
        self._low, self._high, self._widest = low[order], high[order], float((high - low)[:, 0].max())
        self._corners, self._owners = corners[order], owners[order]

    def spans(self, start: Vector) -> dict[str, list[tuple[float, float]]]:
        """From where to where (mm along the line) it lies in each mesh; AssertionError where that does not come out."""
        place = self._axes @ start
        first, last = np.searchsorted(self._low[:, 0], (place[0] - self._widest, place[0]))
        within = (self._low[first:last] <= place) & (self._high[first:last] >= place)
        near = first + np.flatnonzero(within.all(axis=1))
        found: dict[str, list[tuple[float, int]]] = {}
        for row, depth, turn in _moeller_trumbore(self._corners[near].astype(float), start, self._way):
            found.setdefault(self._names[self._owners[near[row]]], []).append((depth, turn))
        return {name: _spans(mine) for name, mine in found.items()}


def _moeller_trumbore(corners: Vector, start: Vector, way: Vector) -> list[tuple[int, float, int]]:
    """Rows of the triangles (n, 3, 3) that are met, the depth, and 1 for a face that looks back along the way, or -1.

    Moeller, Trumbore 1997: Fast, minimum storage ray/triangle intersection.
    """
    first, one, other = corners[:, 0], corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    across = np.cross(way, other)
    size = (one * across).sum(axis=1)
    away = start - first
    turned = np.cross(away, one)
    scale = np.where(size == 0, np.inf, size)
    u, v, depth = (away * across).sum(axis=1) / scale, turned @ way / scale, (other * turned).sum(axis=1) / scale
    met = (size != 0) & (u >= -1e-9) & (v >= -1e-9) & (u + v <= 1 + 1e-9)
    rows = np.flatnonzero(met)
    return list(zip(rows.tolist(), depth[rows].tolist(), np.sign(size[rows]).astype(int).tolist(), strict=True))


def _spans(hits: list[tuple[float, int]]) -> list[tuple[float, float]]:
    level, entered, before, spans = 0, 0.0, (-np.inf, 0), []
    for depth, turn in sorted(hits):
        if turn == before[1] and depth - before[0] < SAME:
            continue
        before = depth, turn
        if level == 0 and turn > 0:
            entered = depth
        if level == 1 and turn < 0:
            spans.append((entered, depth))
        level += turn
    assert level == 0, hits
    return spans
