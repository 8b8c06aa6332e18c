"""Polar sweeps: shafts and necks drawn as stations along a straight axis, each with a centre and named radii."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
from scipy.interpolate import CubicSpline, PchipInterpolator
from scipy.ndimage import map_coordinates, spline_filter

from meshes.sculpt.kernel.fields import Points, Values

Array = npt.NDArray[np.float64]
TURN = 120  # directions that the radii are tabulated at
STEP = 1.0  # mm between tabulated heights


class PolarSweep:
    """A solid whose section at each height is a smooth closed curve around a centre.

    ``stations`` (n, 3 + k): height, centre x, centre y, then ``k`` radii at equal angles from +x over +y, all in mm.
    Between stations the radii run monotonically (or, ``smooth``, as a cubic without breaks of curvature), around the
    section they run as a periodic cubic. Above the first and below the last station the outermost section goes on
    unchanged; cap it with a plane.
    """

    def __init__(self, stations: npt.ArrayLike, smooth: bool = False) -> None:
        rows = np.asarray(stations, float)
        rows = rows[np.argsort(rows[:, 0])]
        self.low, self.high = float(rows[0, 0]), float(rows[-1, 0])
        self._heights = np.linspace(self.low, self.high, max(8, int((self.high - self.low) / STEP) + 1))
        self._centre = CubicSpline(rows[:, 0], rows[:, 1:3], bc_type="natural")
        run = CubicSpline if smooth else PchipInterpolator
        along = run(rows[:, 0], rows[:, 3:])(self._heights)
        angles = np.linspace(0.0, 2 * np.pi, rows.shape[1] - 2)
        around = CubicSpline(angles, np.hstack([along, along[:, :1]]), axis=1, bc_type="periodic")
        turn = np.arange(TURN) * 2 * np.pi / TURN
        radii = around(turn)
        self._radii = _filtered(radii)
        self._slope = _filtered(_steepness(radii, around(turn, 1), np.gradient(radii, self._heights, axis=0)))

    def centre(self, heights: npt.ArrayLike) -> Points:
        """Centres of the sections at heights (n,), (n, 3)."""
        z = np.clip(np.asarray(heights, float), self.low, self.high)
        return np.column_stack([self._centre(z), np.asarray(heights, float)])

    def radius(self, angles: npt.ArrayLike, heights: npt.ArrayLike) -> Values:
        """Radii (n,) of the sections at angles (radians from +x over +y) and heights (n,)."""
        return self._look_up(self._radii, np.asarray(angles, float), np.asarray(heights, float))

    def __call__(self, points: Points) -> Values:
        """Signed distance of points (n, 3), square to the surface; the ends are open, (n,)."""
        away = points - self.centre(points[:, 2])
        angles = np.arctan2(away[:, 1], away[:, 0])
        radii, slope = (self._look_up(table, angles, points[:, 2]) for table in (self._radii, self._slope))
        return np.asarray((np.hypot(away[:, 0], away[:, 1]) - radii) / slope)

    def _look_up(self, table: Array, angles: Array, heights: Array) -> Values:
        span = (self.high - self.low) / (len(self._heights) - 1)
        rows = PAD + (np.clip(heights, self.low, self.high) - self.low) / span
        columns = PAD + (angles % (2 * np.pi)) * TURN / (2 * np.pi)
        return np.asarray(map_coordinates(table, np.stack([rows, columns]), order=3, prefilter=False, mode="nearest"))


PAD = 6  # cells repeated around a table, so that its spline does not feel the border


def _filtered(table: Array) -> Array:
    """Cubic spline coefficients of a table (heights, angles) that goes on beyond its ends and around its turn."""
    wide = np.pad(np.pad(table, ((PAD, PAD), (0, 0)), mode="edge"), ((0, 0), (PAD, PAD)), mode="wrap")
    return np.asarray(spline_filter(wide, order=3, mode="nearest"))


def _steepness(radii: Array, around: Array, along: Array) -> Array:
    """How much faster than distance the radial excess grows: sqrt(1 + (r'/r)^2 + (dr/dz)^2)."""
    return np.sqrt(1.0 + (around / np.maximum(radii, 1.0)) ** 2 + along**2)


def stations(rows: Iterable[Array]) -> Array:
    """Rows of a station table as one array (n, columns)."""
    return np.array(list(rows), float)
