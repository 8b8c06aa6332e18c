"""Marks draped on a solid: ridges, grooves and margins that follow a named path over whatever surface is there.

A path is a few named points near the surface. It is laid onto the solid first, so that it stays on the bone when
the bone's measures change, and then lifts (or lowers) the surface beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from meshes.sculpt.curves import spline
from meshes.sculpt.fields import Field, Points, Values
from meshes.sculpt.surface import project

Array = npt.NDArray[np.float64]
REACH = 3.0  # widths beyond which a mark is not felt


class Mark:
    """A path draped on ``solid``: lift (mm) and width (mm) along it, as a soft bell across it.

    ``path`` (n, 5): x, y, z, lift, width at each named point. Negative lifts make a groove.
    """

    def __init__(self, path: npt.ArrayLike, solid: Field) -> None:
        curve = spline(path, step=0.6)
        self.line = project(solid, curve[:, :3], reach=6.0, rounds=4)
        self._lift, self._width = curve[:, 3], np.maximum(curve[:, 4], 0.3)
        self._tree = cKDTree(self.line)
        self._reach = REACH * float(self._width.max())

    def lift(self, points: Points) -> Values:
        """How far the mark raises the surface at points (n, 3), (n,)."""
        raised = np.zeros(len(points))
        away, nearest = self._tree.query(points, distance_upper_bound=self._reach)
        near = np.flatnonzero(np.isfinite(away))
        at = nearest[near]
        raised[near] = self._lift[at] * np.exp(-((away[near] / self._width[at]) ** 2))
        return raised

    def distance(self, points: Points) -> Values:
        """Distance (n,) of points to the line on the surface."""
        return np.asarray(self._tree.query(points)[0])


def draped(solid: Field, marks: Iterable[Mark]) -> Field:
    """The solid with its marks: where several ridges meet, the highest counts; grooves likewise."""
    kept = tuple(marks)

    def field(points: Points) -> Values:
        value = solid(points)
        near = np.flatnonzero(np.abs(value) < 8.0)
        if len(near):
            lifts = np.stack([mark.lift(points[near]) for mark in kept])
            value[near] -= np.maximum(lifts.max(axis=0), 0.0) + np.minimum(lifts.min(axis=0), 0.0)
        return value

    return field


def paths(rows: Mapping[str, Array]) -> dict[str, Array]:
    """Rows named ``<path>_<number>`` gathered into paths (n, columns), in file order."""
    found: dict[str, list[Array]] = {}
    for name, row in rows.items():
        found.setdefault(name.rsplit("_", 1)[0], []).append(row)
    return {name: np.array(points) for name, points in found.items()}
