"""A surface as arrays: what is read from a file, measured, painted on, and handed to VTK without a copy.

It needs only the part of VTK that holds data, so nothing that draws is imported to read a mesh.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
from vtkmodules.util import numpy_support
from vtkmodules.vtkCommonCore import vtkDataArray, vtkPoints
from vtkmodules.vtkCommonDataModel import vtkCellArray, vtkPolyData

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
        made = vtkPolyData()
        made.SetPoints(points_of(self.points))
        made.SetPolys(cells_of(self.triangles))
        for name, values in self.arrays.items():
            made.GetPointData().AddArray(array_of(name, values))
        made.GetPointData().SetActiveNormals("Normals")
        return made


def points_of(places: Floats) -> vtkPoints:
    """Places (n, 3) as VTK's points, sharing their memory."""
    points = vtkPoints()
    points.SetData(array_of("Points", places))
    return points


def cells_of(corners: Corners) -> vtkCellArray:
    """Lines, triangles or quads (m, 2 .. 4), given by indices of points, as VTK's cells, sharing their memory."""
    cells = vtkCellArray()
    cells.SetData(corners.shape[1], array_of("Corners", corners.ravel()))
    return cells


def array_of(name: str, values: npt.NDArray[Any]) -> vtkDataArray:
    """Numbers as VTK's array of that name, sharing their memory."""
    array: vtkDataArray = numpy_support.numpy_to_vtk(np.ascontiguousarray(values))  # type: ignore[no-untyped-call]
    array.SetName(name)
    return array
