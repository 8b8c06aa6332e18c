"""Surfaces as cells: which points of a regular lattice lie inside a closed surface."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pyvista as pv
from vtkmodules.vtkImagingStencil import vtkImageStencil, vtkPolyDataToImageStencil

from meshes.sculpt.kernel.fields import Points
from meshes.sculpt.kernel.surface import Surface


def held(surface: Surface, counts: tuple[int, ...], origin: Points, step: float) -> npt.NDArray[np.bool_]:
    """Which points of a lattice of ``counts`` (3,) points, ``step`` mm apart from ``origin`` (3,) on, lie inside."""
    grid = pv.ImageData(dimensions=counts, spacing=(step,) * 3, origin=origin)
    grid.point_data["inside"] = np.ones(grid.n_points, np.uint8)
    to_stencil = vtkPolyDataToImageStencil()
    to_stencil.SetInputData(pv.PolyData.from_regular_faces(surface.points, surface.faces.astype(int)))
    to_stencil.SetOutputOrigin(grid.origin)
    to_stencil.SetOutputSpacing(grid.spacing)
    to_stencil.SetOutputWholeExtent(grid.extent)
    cutter = vtkImageStencil()
    cutter.SetInputData(grid)
    cutter.SetStencilConnection(to_stencil.GetOutputPort())
    cutter.SetBackgroundValue(0)
    cutter.Update()
    inside = np.asarray(pv.wrap(cutter.GetOutput()).point_data["inside"]) > 0
    return inside.reshape(counts, order="F")
