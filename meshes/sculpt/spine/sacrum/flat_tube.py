"""A tube along a curve of the midsagittal plane whose section is a flattened oval: the sacral canal, the coccyx."""

from __future__ import annotations

import numpy as np
from scipy.spatial import cKDTree

from meshes.sculpt.kernel.curves import Array, spline
from meshes.sculpt.kernel.fields import Points, Values
from meshes.sculpt.spine.sacrum.sacrum_sheets import Box, tabulated


class FlatTube:
    """Distances to a tube through ``stations`` (n, 4): y, z, half width and half depth at named places.

    ``taper`` is by how much of its half width the section is narrower at its back than in its middle (and wider in
    front). ``box`` is the part of the (y, z) plane in which the tube will be asked for.
    """

    def __init__(self, stations: Array, box: Box, taper: float = 0.0) -> None:
        self._line = spline(stations, step=0.2)
        self._tree = cKDTree(self._line[:, :2])
        self._taper = taper
        along = np.gradient(self._line[:, :2], axis=0)
        self._along = along / np.linalg.norm(along, axis=1, keepdims=True)
        self._behind = tabulated(self._behind_axis, box)
        self._half_width = tabulated(lambda places: self._carried(places)[:, 2], box)
        self._half_depth = tabulated(lambda places: self._carried(places)[:, 3], box)

    def station(self, y: float, z: float) -> Array:
        """The axis's point nearest to a place: y, z, half width, half depth, (4,)."""
        return np.asarray(self._line[self._tree.query([y, z])[1]])

    def distance(self, points: Points) -> Values:
        """Signed distance of points (n, 3) to the tube's wall, (n,), for a tube without ends."""
        profile = points[:, 1:]
        half_width, half_depth = self._half_width.height(profile), self._half_depth.height(profile)
        backwards = self._behind.height(profile)
        across = half_width * (1.0 - self._taper * np.clip(backwards / half_depth, -1.0, 1.0))
        u, v = points[:, 0] / across, backwards / half_depth
        size, slope = np.hypot(u, v), np.hypot(u / across, v / half_depth)
        return np.asarray(np.where(size > 1e-6, size * (size - 1.0) / np.maximum(slope, 1e-9), -half_depth))

    def _carried(self, places: Points) -> Array:
        return np.asarray(self._line[self._tree.query(places)[1]])

    def _behind_axis(self, places: Points) -> Values:
        """How far behind the axis (left of its running direction, seen from the right) places (n, 2) lie."""
        nearest = self._tree.query(places)[1]
        offset = places - self._line[nearest, :2]
        return np.asarray(offset[:, 1] * self._along[nearest, 0] - offset[:, 0] * self._along[nearest, 1])
