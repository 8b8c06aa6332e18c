"""Bands that lie on something: ligaments and sheets as a layer over a support, within a strip along a line."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.interpolate import PchipInterpolator
from scipy.spatial import cKDTree

from meshes.sculpt.kernel.fields import Field, Points, Values, smooth_max
from meshes.sculpt.kernel.surface import Surface, unit

STEP = 1.5  # mm between samples of a line


@dataclass(frozen=True)
class Line:
    """Finely sampled ``points`` (n, 3) with what goes with them, ``values`` (n, k)."""

    points: Points
    values: Points

    @classmethod
    def through(cls, rows: npt.ArrayLike) -> Line:
        """A smooth line through rows (m, 3 + k) of a table."""
        table = np.asarray(rows, float)
        along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(table[:, :3], axis=0), axis=1))])
        fine = PchipInterpolator(along, table)(np.linspace(0.0, along[-1], int(along[-1] / STEP) + 2))
        return cls(fine[:, :3], fine[:, 3:])

    def nearest(self, points: Points) -> tuple[Values, npt.NDArray[np.int64]]:
        """How far points (n, 3) lie from the line, and its sample nearest to each."""
        away, index = cKDTree(self.points).query(points)
        return np.asarray(away), np.asarray(index)

    def directions(self) -> Points:
        """Unit directions along the line at its samples, (n, 3)."""
        return unit(np.gradient(self.points, axis=0))


def layer(support: Field, low: float, high: float) -> Field:
    """All that lies between ``low`` and ``high`` mm over a support."""
    return lambda points: np.asarray(np.abs(support(points) - (low + high) / 2.0) - (high - low) / 2.0)


def band(support: Field, low: float, line: Line, rounding: float = 1.0) -> Field:
    """A strip that lies ``low`` mm over a support; the line's values are its half breadth and its thickness, in mm."""

    def field(points: Points) -> Values:
        away, index = line.nearest(points)
        half, thick = line.values[index].T
        value = np.maximum(away - half, 0.0) + 4.0
        near = away < half + 6.0
        over = np.abs(support(points[near]) - low - thick[near] / 2.0) - thick[near] / 2.0
        value[near] = smooth_max(over, away[near] - half[near], rounding)
        return np.asarray(value)

    return field


def along(line: Line, surface: Surface) -> Surface:
    """The surface with the direction of the nearest part of the line as its "fibre", flat on the surface."""
    return flattened(surface, line.directions()[line.nearest(surface.points)[1]])


def flattened(surface: Surface, directions: Points) -> Surface:
    """The surface with directions (n, 3) laid flat on it as its "fibre"."""
    through = np.einsum("ij,ij->i", directions, surface.normals)[:, None] * surface.normals
    return surface.with_arrays(fibre=unit(directions - through))
