"""Sheets: a plate of bone seen from one side, as an outline with a depth and a thickness at a few named points.

Most processes of a vertebra are such plates. The named points are joined once by thin-plate splines on a fine grid;
afterwards the field only looks them up, smoothly.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from scipy.interpolate import PchipInterpolator
from scipy.ndimage import map_coordinates, spline_filter

from meshes.sculpt.kernel.curves import Outline, sheet
from meshes.sculpt.kernel.fields import Points, Values, smooth_max

Array = npt.NDArray[np.float64]
STEP = 0.5  # mm between the grid's lines
MARGIN = 14.0  # mm of grid around the outline; further out the nearest value holds


def lattice(low: Array, high: Array) -> tuple[Array, Array]:
    """The points (n, 2) of a grid over ``low``..``high`` and how many there are along each axis, (2,)."""
    counts = np.ceil((high - low) / STEP).astype(int) + 1
    lines = (low[i] + STEP * np.arange(counts[i]) for i in (0, 1))
    return np.stack(np.meshgrid(*lines, indexing="ij"), -1).reshape(-1, 2), counts


class Chart:
    """A smooth function of the plane, sampled once on a grid over ``low``..``high`` and looked up by cubic splines."""

    def __init__(self, low: Array, values: Array) -> None:
        self._low, self._shape = low, values.shape
        self._filtered = spline_filter(values, order=3, mode="nearest")

    @classmethod
    def sampled(cls, function: Callable[[Array], Values], low: Array, high: Array) -> Chart:
        """A function of places (n, 2) sampled over ``low``..``high``."""
        places, counts = lattice(low, high)
        return cls(low, function(places).reshape(counts))

    def __call__(self, places: Array) -> Values:
        """The function at places (n, 2), (n,)."""
        index = np.clip((places - self._low) / STEP, 0, np.array(self._shape) - 1.0)
        return np.asarray(map_coordinates(self._filtered, index.T, order=3, prefilter=False, mode="nearest"))


class Sheet:
    """A plate of bone as a field.

    ``axes`` (3, 3) holds as columns the sheet's directions along, up and through; ``edge`` (n, 2) its outline seen
    against ``through``; ``depths`` (k, 4) rows of along, up, middle and half thickness (both counted along
    ``through``). The edge is rounded by ``rounding`` mm, less where the plate is thinner than that.
    """

    def __init__(self, axes: npt.ArrayLike, edge: npt.ArrayLike, depths: npt.ArrayLike, rounding: float) -> None:
        self._axes, self._rounding = np.asarray(axes, float), rounding
        ring, rows = np.asarray(edge, float), np.asarray(depths, float)
        low = ring.min(axis=0) - MARGIN
        flat, counts = lattice(low, ring.max(axis=0) + MARGIN)
        inside = _towards(flat, Outline(ring))
        middle = sheet(rows[:, :2], rows[:, 2])(inside).reshape(counts)
        half = np.maximum(sheet(rows[:, :2], rows[:, 3])(inside), 0.8).reshape(counts)
        steep = np.hypot(*np.gradient(middle, STEP))
        self._edge = Chart(low, Outline(ring).distance(flat).reshape(counts))
        self._middle, self._half = Chart(low, middle), Chart(low, half)
        self._flatness = Chart(low, 1.0 / np.hypot(1.0, steep))

    def __call__(self, points: Points) -> Values:
        """Signed distance (n,) at points (n, 3)."""
        local = points @ self._axes
        places = local[:, :2]
        flatness, half = self._flatness(places), self._half(places)
        face = (np.abs(local[:, 2] - self._middle(places)) - half) * flatness
        return rounded_edge(face, self._edge(places), np.minimum(self._rounding, 0.9 * half * flatness))


def _towards(places: Array, edge: Outline) -> Array:
    """Places (n, 2), those far outside an outline drawn back to 2 mm from it, so that splines need not run away."""
    away = np.maximum(edge.distance(places) - 2.0, 0.0)[:, None]
    step = 0.1
    slope = np.stack([(edge.distance(places + d) - edge.distance(places - d)) for d in step * np.eye(2)], axis=1)
    length = np.maximum(np.linalg.norm(slope, axis=1, keepdims=True), 1e-9)
    return np.asarray(places - away * slope / length)


def rounded_edge(a: Values, b: Values, radius: Values) -> Values:
    """Intersection of two fields whose common edge is a quarter circle of ``radius`` (n,)."""
    return np.asarray(
        np.minimum(np.maximum(a, b), -radius) + np.hypot(np.maximum(a + radius, 0.0), np.maximum(b + radius, 0.0))
    )


class Sections:
    """A solid of elliptic sections across a straight direction, ``axis`` (0, 1 or 2), of its frame.

    ``stations`` (n, 5): place along the axis, centre along the other two axes in their order, the two half widths.
    Its two ends are rounded by ``rounding`` mm.
    """

    def __init__(self, axis: int, stations: npt.ArrayLike, rounding: float) -> None:
        rows = np.asarray(stations, float)
        self._axis, self._others = axis, [i for i in range(3) if i != axis]
        self._ends, self._rounding = (rows[0, 0], rows[-1, 0]), rounding
        self._shape = PchipInterpolator(rows[:, 0], rows[:, 1:])

    def __call__(self, points: Points) -> Values:
        """Signed distance (n,), roughly, at points (n, 3)."""
        along = points[:, self._axis]
        shape = self._shape(np.clip(along, *self._ends))
        off, half = points[:, self._others] - shape[:, :2], shape[:, 2:]
        size, slope = np.linalg.norm(off / half, axis=1), np.linalg.norm(off / half**2, axis=1)
        tube = np.where(slope > 1e-9, size * (size - 1.0) / np.maximum(slope, 1e-9), -half.min(axis=1))
        return smooth_max(tube, np.maximum(self._ends[0] - along, along - self._ends[1]), self._rounding)
