"""Marks draped on a solid: ridges, grooves and margins that follow a named path over whatever surface is there.

A path is a few named points near the surface. It is laid onto the solid first, so that it stays on the bone when
the bone's measures change, and then lifts (or lowers) the surface beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from meshes.sculpt.kernel.curves import spline
from meshes.sculpt.kernel.fields import Field, Points, Values
from meshes.sculpt.kernel.surface import project

Array = npt.NDArray[np.float64]
REACH = 2.6  # widths beyond which a mark is not felt
STEP = 0.8  # mm between the points that stand for a path
NEAREST = 8  # of them are asked at each place, so that where two ridges run close the higher one counts


class Marks:
    """Paths draped on ``solid``, each a soft bell across: lift (mm) and width (mm) run along it.

    ``lines`` are arrays (n, 5): x, y, z, lift, width at each named point. A negative lift makes a groove.
    """

    def __init__(self, lines: Iterable[npt.ArrayLike], solid: Field) -> None:
        curves = np.vstack([spline(line, step=STEP) for line in lines])
        self.points = project(solid, curves[:, :3], reach=6.0, rounds=4)
        self._lift, self._width = curves[:, 3], np.maximum(curves[:, 4], 0.3)
        self._tree = cKDTree(self.points)
        self._reach = REACH * float(self._width.max())

    def lift(self, points: Points) -> Values:
        """How far the marks raise the surface at points (n, 3), (n,)."""
        found = self._tree.query(points, k=NEAREST, distance_upper_bound=self._reach)
        away, nearest = np.asarray(found[0]), np.asarray(found[1])
        raised = np.zeros(len(points))
        near = np.isfinite(away[:, 0])
        at = np.minimum(nearest[near], len(self._lift) - 1)
        bells = self._lift[at] * np.exp(-((away[near] / self._width[at]) ** 2))
        raised[near] = bells[np.arange(len(bells)), np.abs(bells).argmax(axis=1)]
        return raised


def paths(rows: Mapping[str, Array]) -> dict[str, Array]:
    """Rows named ``<path>_<number>`` gathered into paths (n, columns), in file order."""
    found: dict[str, list[Array]] = {}
    for name, row in rows.items():
        found.setdefault(name.rsplit("_", 1)[0], []).append(row)
    return {name: np.array(points) for name, points in found.items()}
