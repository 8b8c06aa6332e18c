"""A plane's own axes: from body millimetres to places in the plane and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from viewer.model.atlas.atlas import Point
from viewer.model.session.plane import CutPlane

Vector = npt.NDArray[np.float64]
ON = 0.02  # mm on the side that is away which still count as lying in the plane


@dataclass(frozen=True, eq=False)
class Axes:
    """Unit vectors (3,) in the plane, ``across`` and ``upward``, and its ``normal``; ``at`` (3,) is a place in it."""

    at: Vector
    across: Vector
    upward: Vector
    normal: Vector

    def flat(self, points: npt.ArrayLike) -> Vector:
        """Body points (n, 3) as places in the plane (n, 2), mm."""
        beside = np.asarray(points, float).reshape(-1, 3) - self.at
        return np.column_stack((beside @ self.across, beside @ self.upward))

    def solid(self, places: Vector) -> Vector:
        """Places in the plane (n, 2) as body points (n, 3)."""
        return np.asarray(self.at + places[:, :1] * self.across + places[:, 1:] * self.upward)

    def beyond(self, points: npt.ArrayLike) -> Vector:
        """How far (n,) body points (n, 3) lie on the side that is away, mm."""
        return np.asarray((np.asarray(points, float).reshape(-1, 3) - self.at) @ self.normal)


def reach(plane: CutPlane, box: Sequence[float]) -> tuple[float, float]:
    """How far a box (x, X, y, Y, z, Z) lies on the side that is away: its nearest corner and its farthest, mm."""
    low = high = 0.0
    for axis, (at, part) in enumerate(zip(plane.at, plane.normal, strict=True)):
        ends = part * (box[2 * axis] - at), part * (box[2 * axis + 1] - at)
        low, high = low + min(ends), high + max(ends)
    return low, high


@lru_cache(maxsize=8)
def axes_of(plane: CutPlane) -> Axes:
    """The axes of a plane, ``across`` lying level."""
    normal = np.asarray(plane.normal, float)
    normal = normal / max(float(np.linalg.norm(normal)), 1e-12)
    level = np.cross((0.0, 0.0, 1.0), normal)
    if np.linalg.norm(level) < 1e-3:
        level = np.array([1.0, 0.0, 0.0]) - normal[0] * normal
    across = level / np.linalg.norm(level)
    return Axes(np.asarray(plane.at, float), across, np.cross(normal, across), normal)


def kept_part(axes: Axes, start: Vector, end: Vector) -> tuple[Vector, Vector, bool] | None:
    """What of a way (from ``start`` (3,) to ``end`` (3,)) is not cut away, and whether it begins on the face; None
    where all of it is away.
    """
    begin, last = axes.beyond(np.stack((start, end))).tolist()
    if begin > 0 and last > 0:
        return None
    if begin <= 0 and last <= 0:
        return start, end, False
    met = start + (end - start) * (begin / (begin - last))
    return (met, end, True) if begin > 0 else (start, met, False)


def is_beyond(plane: CutPlane, place: Point) -> bool:
    """Whether a place is cut away."""
    return bool(axes_of(plane).beyond(place)[0] > ON)
