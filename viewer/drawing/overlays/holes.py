"""Holes in a footprint, and seams: spots within it where two bumpy surfaces hardly meet, or not quite. Whoever looks
takes them for bone that the muscle leaves free, so they are closed.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]

DEEPEST = 5.0  # mm between muscle and bone up to which a hole is none
INSIDE = -1.0  # mm from the edge at least of all that lies within


def without_holes(triangles: npt.NDArray[np.int32], distances: Floats) -> Floats:
    """Signed distances (n,) to a footprint, in mm: what lies outside without a way to where bone is free is inside.

    Its one edge is where free bone begins.
    """
    free = _spread(distances > DEEPEST, distances >= 0, triangles)
    edge = np.zeros_like(free)
    edge[triangles[free[triangles].any(axis=1)]] = True
    return np.where(edge, distances, np.minimum(distances, np.float32(INSIDE)))


def _spread(start: Flags, among: Flags, triangles: npt.NDArray[np.int32]) -> Flags:
    """Which of the points (n,) ``among`` others can be reached from the ``start``, along triangles (m, 3)."""
    reached = start.copy()
    triangles = triangles[among[triangles].any(axis=1)]
    while len(triangles):
        met = reached[triangles].any(axis=1)
        if not met.any():
            break
        corners = triangles[met].ravel()
        reached[corners[among[corners]]] = True
        triangles = triangles[~met]
    return reached
