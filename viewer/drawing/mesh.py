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
from vtkmodules.vtkCommonCore import vtkPoints
from vtkmodules.vtkCommonDataModel import vtkCellArray, vtkPolyData

Floats = npt.NDArray[np.float32]
Triangles = npt.NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Mesh:
    """Triangles in body millimetres.

    ``points`` (n, 3) float32; ``triangles`` (m, 3) int32, indices of points, counter-clockwise from outside; ``arrays``
    by name, each with n rows: ``Normals`` (n, 3) float32 of unit length, ``Colors`` (n, 3) uint8, and others.
    """

    points: Floats
    triangles: Triangles
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
    def polydata(self) -> vtkPolyData:
        """The same as VTK wants it, sharing the arrays' memory."""
        made = vtkPolyData()
        made.SetPoints(_points(self.points))
        cells = vtkCellArray()
        cells.SetData(3, _array(self.triangles.ravel()))
        made.SetPolys(cells)
        for name, values in self.arrays.items():
            array = _array(values)
            array.SetName(name)
            made.GetPointData().AddArray(array)
        made.GetPointData().SetActiveNormals("Normals")
        return made


def _points(places: Floats) -> vtkPoints:
    points = vtkPoints()
    points.SetData(_array(places))
    return points


def _array(values: npt.NDArray[Any]) -> Any:
    return numpy_support.numpy_to_vtk(np.ascontiguousarray(values))  # type: ignore[no-untyped-call]
