"""Proxies: few triangles that stand for a surface while the camera moves and speed is all.

A proxy may lie up to ``SILHOUETTE`` mm from the full one, so that nothing jumps when it takes its place.
"""

from __future__ import annotations

import numpy as np
import pyvista as pv
from scipy.spatial import cKDTree

from meshes.sculpt.kernel.folds import borne_out
from meshes.sculpt.kernel.surface import Surface

SILHOUETTE = 0.6  # mm; what a viewer may see is 0.7
THIN = 0.2  # mm; the same for nerves, which would fall flat otherwise
ROUNDS = 7  # halvings of the search for the smallest count
SMALLEST = 0.01  # of the full triangles


def proxy_of(surface: Surface, silhouette: float = SILHOUETTE) -> Surface:
    """The surface with as few triangles as stay within ``silhouette`` mm, its arrays taken from the nearest points."""
    low, high, best = SMALLEST, 1.0, surface
    for _ in range(ROUNDS):
        share = float(np.sqrt(low * high))
        candidate = _decimated(surface, share)
        if candidate is not None and _distance(surface, candidate) <= silhouette:
            high, best = share, candidate
        else:
            low = share
    return best


def _decimated(surface: Surface, share: float) -> Surface | None:
    """The surface with about ``share`` of its triangles, or None where nothing is left of it."""
    full = pv.PolyData.from_regular_faces(surface.points, surface.faces.astype(int))
    thin = full.decimate(1.0 - share)
    points, faces = np.asarray(thin.points, float), thin.faces.reshape(-1, 4)[:, 1:].astype(np.int64)
    if len(faces) < 4:
        return None
    nearest = cKDTree(surface.points).query(points)[1]
    arrays = {name: values[nearest] for name, values in surface.arrays.items()}
    return Surface(points, faces, borne_out(points, faces, surface.normals[nearest]), arrays)


def _distance(full: Surface, proxy: Surface) -> float:
    """How far the full surface's points lie from its proxy (99.5th percentile, mm)."""
    target = pv.PolyData.from_regular_faces(proxy.points, proxy.faces.astype(int))
    probe = pv.PolyData(full.points).compute_implicit_distance(target)
    return float(np.percentile(np.abs(probe.point_data["implicit_distance"]), 99.5))
