"""Openings for vessels: short canals that run into a solid from named places on its surface.

A mouth is laid onto the solid first, so that it stays on the bone when the bone's measures change. A canal may lean
along the surface, as that of a long bone's nutrient artery does.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from meshes.sculpt.kernel.fields import Field, Points, Values, gradient, smooth_max, union
from meshes.sculpt.kernel.fields import round_cone as cone
from meshes.sculpt.kernel.surface import project, unit

EDGE = 1.0  # mm over which a mouth's rim is rounded
MARGIN = 3.0  # mm around a canal within which it is felt
UP = np.array([0.0, 0.0, 1.0])


class Pores:
    """Canals into ``solid``; ``rows`` (n, 6) are x, y, z of the mouth, radius, depth and lean.

    ``lean`` is the angle in degrees between the canal and the way straight in: positive where the canal runs upwards
    (towards +z) along the surface. Radius and depth in mm.
    """

    def __init__(self, rows: Iterable[npt.ArrayLike], solid: Field) -> None:
        table = np.array(list(rows), float).reshape(-1, 6)
        mouths = project(solid, table[:, :3], reach=6.0, rounds=4)
        inward = -unit(gradient(solid, mouths))
        along = unit(UP - inward * (inward @ UP)[:, None])
        lean = np.radians(table[:, 5])[:, None]
        ways = np.cos(lean) * inward + np.sin(lean) * along
        self._canals = union(0.0, *map(_canal, mouths, ways, table[:, 3], table[:, 4]))
        self._middles = cKDTree(mouths + ways * table[:, 4:5] / 2)
        self._reach = float(table[:, 4].max()) / 2 + MARGIN

    def cut(self, points: Points, value: Values) -> Values:
        """The solid's values (n,) at points (n, 3) with the canals taken away."""
        near = np.isfinite(self._middles.query(points, distance_upper_bound=self._reach)[0])
        left = value.copy()
        if near.any():
            left[near] = smooth_max(value[near], -self._canals(points[near]), EDGE)
        return left


def _canal(mouth: Points, way: Points, radius: float, depth: float) -> Field:
    """A funnel that opens a little beyond the surface and narrows inwards."""
    return cone((mouth - way).tolist(), (mouth + way * depth).tolist(), 1.25 * radius, 0.6 * radius)
