"""A mesh with few triangles in place of one with many, for meshes that come without: points that lie close become one.

It is coarse and quick; the proxies that come with our meshes are better, and take a bake.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from viewer.drawing.mesh import Corners, Floats, Mesh

SHARE = 1 / 18  # of the triangles that are left
FEWEST = 300  # triangles that no mesh is thinned below
_OF_THICKNESS, _THINNEST = 0.7, 4.0  # of a cell: its largest share of the thickness, its smallest of the usual size
_SPREAD = 3.0  # triangles that are left in a square of a smooth surface as wide as a cell


def thinned(mesh: Mesh) -> Mesh:
    """The mesh with about ``SHARE`` of its triangles, or itself where it has few or nothing of it would be left."""
    wanted = max(SHARE * len(mesh.triangles), FEWEST)
    if wanted >= len(mesh.triangles):
        return mesh
    cells = _cells(mesh.points, _size(mesh, wanted))
    _, kept, cell = np.unique(cells, return_index=True, return_inverse=True)
    triangles = _left(cell.reshape(-1)[mesh.triangles].astype(np.int32))
    if not len(triangles):
        return mesh
    arrays = {name: values[kept] for name, values in mesh.arrays.items()}
    averaged = {"Normals": _unit(_means(cell, mesh.normals)), "Colors": _means(cell, mesh.arrays["Colors"])}
    arrays |= {name: values.astype(arrays[name].dtype) for name, values in averaged.items()}
    return Mesh(_means(cell, mesh.points).astype(np.float32), triangles, arrays)


def _size(mesh: Mesh, wanted: float) -> float:
    """How wide a cell is, mm: for so many triangles, but no wider than a thin thing is thick, which would fall flat."""
    size = float(np.sqrt(_SPREAD * mesh.area / wanted))
    thickness = 4.0 * abs(mesh.volume) / max(mesh.area, 1e-9)
    return max(min(size, _OF_THICKNESS * thickness), size / _THINNEST, 1e-3)


def _cells(points: Floats, size: float) -> npt.NDArray[np.int64]:
    """The number (n,) of the cell, ``size`` mm wide, that each point lies in."""
    places = np.floor((points - points.min(axis=0)) / size).astype(np.int64)
    wide, deep, _ = (places.max(axis=0) + 1).tolist()
    return np.asarray(places[:, 0] + wide * (places[:, 1] + deep * places[:, 2]))


def _means(cell: npt.NDArray[np.int64], values: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
    """The mean (m, 3) of the values (n, 3) in each cell."""
    flat = cell.reshape(-1)
    counts = np.bincount(flat)
    return np.column_stack([np.bincount(flat, weights=values[:, axis]) / counts for axis in range(3)])


def _unit(vectors: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12))


def _left(triangles: Corners) -> Corners:
    """The triangles that still have three corners, each once."""
    a, b, c = triangles.T
    whole = triangles[(a != b) & (b != c) & (c != a)]
    _, first = np.unique(np.sort(whole, axis=1), axis=0, return_index=True)
    return np.ascontiguousarray(whole[np.sort(first)])
