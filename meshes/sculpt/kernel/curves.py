"""Curves and sheets that recipes are drawn with: splines through named points, outlines, height fields."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from scipy.interpolate import RBFInterpolator
from scipy.spatial import cKDTree

Array = npt.NDArray[np.float64]


def spline(points: npt.ArrayLike, closed: bool = False, step: float = 0.5) -> Array:
    """Centripetal Catmull-Rom curve through points (n, d), sampled every ``step`` mm or finer, (m, d).

    Columns beyond the third (radii, for instance) are carried along.
    """
    knots = np.asarray(points, dtype=float)
    if closed:
        ring = np.vstack([knots[-1], knots, knots[0], knots[1]])
    else:
        ring = np.vstack([2 * knots[0] - knots[1], knots, 2 * knots[-1] - knots[-2]])
    pieces = [_segment(ring[i : i + 4], step) for i in range(len(ring) - 3)]
    curve = np.vstack(pieces)
    return curve if closed else np.vstack([curve, knots[-1]])


def _segment(four: Array, step: float) -> Array:
    """One span of a Catmull-Rom curve, without its end point (Barry and Goldman's pyramid)."""
    gaps = np.maximum(np.linalg.norm(np.diff(four, axis=0), axis=1) ** 0.5, 1e-6)
    knot = np.concatenate([[0.0], np.cumsum(gaps)])
    count = max(2, int(np.ceil(np.linalg.norm(four[2] - four[1]) / step)))
    t = np.linspace(knot[1], knot[2], count, endpoint=False)[:, None]

    def between(a: Array, b: Array, ta: float, tb: float) -> Array:
        return ((tb - t) * a + (t - ta) * b) / (tb - ta)

    a1, a2, a3 = (between(four[i], four[i + 1], knot[i], knot[i + 1]) for i in range(3))
    b1, b2 = between(a1, a2, knot[0], knot[2]), between(a2, a3, knot[1], knot[3])
    return between(b1, b2, knot[1], knot[2])


class Outline:
    """A closed curve in a plane: signed distance (negative inside) and the value carried by its nearest point.

    ``points`` is (n, 2) or (n, 3); a third column, an edge radius for example, is interpolated along the curve.
    """

    def __init__(self, points: npt.ArrayLike, step: float = 0.4) -> None:
        curve = spline(points, closed=True, step=step)
        self.curve, self.carried = curve[:, :2], curve[:, 2:]
        forward = np.roll(self.curve, -1, axis=0) - np.roll(self.curve, 1, axis=0)
        area = np.sum(
            self.curve[:, 0] * np.roll(self.curve[:, 1], -1) - self.curve[:, 1] * np.roll(self.curve[:, 0], -1)
        )
        turn = np.sign(area)
        self._outward = turn * np.stack([forward[:, 1], -forward[:, 0]], axis=1)
        span = np.linalg.norm(self._outward, axis=1)
        self._outward /= np.maximum(span, 1e-12)[:, None]
        self._reach = span / 4  # half of the way to the neighbouring samples, within which the curve runs straight
        self._tree = cKDTree(self.curve)

    def distance(self, points: Array) -> Array:
        """Signed distance of points (n, 2) to the curve, (n,)."""
        away, nearest = self._tree.query(points)
        offset = points - self.curve[nearest]
        side = np.einsum("ij,ij->i", offset, self._outward[nearest])
        along = np.abs(offset[:, 0] * self._outward[nearest, 1] - offset[:, 1] * self._outward[nearest, 0])
        away = np.sqrt(np.maximum(away**2 - np.minimum(along, self._reach[nearest]) ** 2, 0.0))
        return np.asarray(np.where(side > 0, away, -away))

    def nearest(self, points: Array) -> Array:
        """The carried column at the nearest point of the curve, (n,)."""
        return np.asarray(self.carried[self._tree.query(points)[1], 0])


def sheet(points: npt.ArrayLike, heights: npt.ArrayLike, smoothing: float = 0.5) -> Callable[[Array], Array]:
    """Thin-plate spline through heights (n,) named at points (n, 2): a function of points (m, 2) -> (m,)."""
    places = np.asarray(points, float)
    surface = RBFInterpolator(places, np.asarray(heights, float), kernel="thin_plate_spline", smoothing=smoothing)
    return lambda at: np.asarray(surface(at))


def polyline_distance(points: Array, line: npt.ArrayLike, step: float = 0.5) -> tuple[Array, Array]:
    """Distance (n,) of points to a smooth curve through ``line``, and the fraction (n,) along it, 0 to 1."""
    curve = spline(line, step=step)
    away, nearest = cKDTree(curve).query(points)
    return np.asarray(away), np.asarray(nearest) / (len(curve) - 1)
