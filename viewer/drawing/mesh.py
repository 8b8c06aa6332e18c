"""A surface as arrays: what is read from a file, measured, painted on, and handed to VTK without a copy.

VTK is brought in only when something is handed to it, so that meshes can be read while it is still being imported.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from vtkmodules.vtkCommonDataModel import vtkPolyData

Floats = npt.NDArray[np.float32]
Corners = npt.NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Mesh:
    """Triangles in body millimetres.

    ``points`` (n, 3) float32; ``triangles`` (m, 3) int32, indices of points, counter-clockwise from outside; ``arrays``
    by name, each with n rows: ``Normals`` (n, 3) float32 of unit length, ``Colors`` (n, 3) uint8, and others.
    """

    points: Floats
    triangles: Corners
    arrays: Mapping[str, npt.NDArray[Any]]

    @property
    def normals(self) -> Floats:
        """Outward unit normals (n, 3)."""
        return self.arrays["Normals"]

    @cached_property
    def bounds(self) -> tuple[float, ...]:
        """The box around it, mm: x, X, y, Y, z, Z."""
        box = np.stack((self.points.min(axis=0), self.points.max(axis=0)), axis=1)
        return tuple(box.ravel().tolist())

    @cached_property
    def area(self) -> float:
        """Of the surface, mm²."""
        return float(np.linalg.norm(self._facets[1], axis=1).sum()) / 2

    @cached_property
    def volume(self) -> float:
        """Within the surface, mm³."""
        first, across = self._facets
        return float((first * across).sum()) / 6

    @property
    def _facets(self) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        """The first corner of each triangle (m, 3), and the normal (m, 3) as long as the triangle's doubled area."""
        first, second, third = self.points.astype(float)[self.triangles.T]
        return first, np.cross(second - first, third - first)

    @cached_property
    def polydata(self) -> vtkPolyData:
        """The same as VTK wants it, sharing the arrays' memory."""
        from viewer.drawing import polydata  # noqa: PLC0415 - it brings in VTK

        return polydata.polydata_of(self)
