"""Arrays as VTK wants them, sharing their memory."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from vtkmodules.util import numpy_support
from vtkmodules.vtkCommonCore import vtkDataArray, vtkPoints
from vtkmodules.vtkCommonDataModel import vtkCellArray, vtkPolyData

from viewer.drawing.mesh import Corners, Floats, Mesh


def polydata_of(mesh: Mesh) -> vtkPolyData:
    """A mesh with all its arrays."""
    made = vtkPolyData()
    made.SetPoints(points_of(mesh.points))
    made.SetPolys(cells_of(mesh.triangles))
    for name, values in mesh.arrays.items():
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
