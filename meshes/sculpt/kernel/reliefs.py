"""Height fields over a plane: thin-plate splines through named heights, and solids between two of them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.ndimage import map_coordinates, spline_filter

from meshes.sculpt.kernel.curves import Outline, sheet
from meshes.sculpt.kernel.fields import Points, Values

Array = npt.NDArray[np.float64]
LEAST_EDGE = 1.5  # mm; an edge is never sharper


class Relief:
    """A smooth height over a plane, and how steep it is there.

    ``points`` (n, 3) are places (u, v) with a height each, in mm; beyond ``margin`` mm around them the height stays
    what it is at the border. ``warp`` stretches the two directions before the spline is laid, for sheets whose two
    coordinates differ in kind.
    """

    def __init__(self, points: npt.ArrayLike, smoothing: float = 4.0, margin: float = 12.0, step: float = 1.0) -> None:
        named = np.asarray(points, float)
        self._low = named[:, :2].min(axis=0) - margin
        counts = np.ceil((named[:, :2].max(axis=0) + margin - self._low) / step).astype(int) + 1
        self._top, self._step = counts - 1.0, step
        grid = np.stack(np.meshgrid(*(np.arange(n) for n in counts), indexing="ij"), -1).reshape(-1, 2)
        heights = sheet(named[:, :2], named[:, 2], smoothing)(self._low + grid * step).reshape(counts)
        slopes = np.gradient(heights, step)
        self._heights = spline_filter(heights, order=3, mode="nearest")
        self._steep = spline_filter(np.sqrt(1.0 + slopes[0] ** 2 + slopes[1] ** 2), order=3, mode="nearest")

    def height(self, places: Array) -> Values:
        """Height at places (n, 2), (n,)."""
        return self._look_up(self._heights, places)

    def above(self, places: Array, heights: Values) -> Values:
        """Distance (n,) of points above the sheet, measured square to it; negative below."""
        return np.asarray((heights - self.height(places)) / self._look_up(self._steep, places))

    def _look_up(self, table: Array, places: Array) -> Values:
        cells = np.clip((places - self._low) / self._step, 0.0, self._top)
        return np.asarray(map_coordinates(table, cells.T, order=3, prefilter=False, mode="nearest"))


def rounded_and(a: Values, b: Values, radius: Values | float) -> Values:
    """Intersection of two field values whose common edge is a quarter round of ``radius`` mm."""
    return np.asarray(
        np.minimum(np.maximum(a, b), -radius) + np.hypot(np.maximum(a + radius, 0.0), np.maximum(b + radius, 0.0))
    )


class Between:
    """A solid between a front and a back sheet inside an outline, all seen along y, with rounded edges.

    ``outline`` (n, 3): x, z and edge radius of its corners; ``front`` and ``back`` (n, 3): x, z and how far back (y)
    the sheet lies there.
    """

    def __init__(self, outline: npt.ArrayLike, front: npt.ArrayLike, back: npt.ArrayLike) -> None:
        self._outline = Outline(outline)
        self._front, self._back = Relief(front), Relief(back)

    def __call__(self, points: Points) -> Values:
        """Signed distance of points (n, 3), (n,)."""
        places = points[:, [0, 2]]
        behind = self._back.above(places, points[:, 1])
        before = -self._front.above(places, points[:, 1])
        half = (self._back.height(places) - self._front.height(places)) / 2
        edge = np.maximum(np.minimum(self._outline.nearest(places), 0.92 * half), LEAST_EDGE)
        return rounded_and(np.maximum(behind, before), self._outline.distance(places), edge)
