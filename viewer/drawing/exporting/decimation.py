"""Surfaces with fewer triangles that still look the same: edges are drawn together where the shape bears it best."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyvista as pv
from vtkmodules.vtkFiltersCore import vtkQuadricDecimation

from viewer.drawing.mesh import Mesh

FEWEST = 300
"""Triangles that every surface keeps."""
_ARRAYS = ("Normals", "Colors")


def shares(meshes: Mapping[str, Mesh], looked_at: frozenset[str], most: int) -> dict[str, float]:
    """What share of its triangles each surface keeps, so that all have about ``most`` together; those ``looked_at``
    keep four times the share of the others.
    """
    if sum(len(mesh.triangles) for mesh in meshes.values()) <= most:
        return dict.fromkeys(meshes, 1.0)
    weights = {name: 4.0 if name in looked_at else 1.0 for name in meshes}
    usual = most / sum(weights[name] * len(mesh.triangles) for name, mesh in meshes.items())
    return {name: min(1.0, usual * weights[name]) for name in meshes}


def decimated(mesh: Mesh, share: float) -> Mesh:
    """The surface with about this share of its triangles, closed as it was; normals and colours go along."""
    wanted = max(share * len(mesh.triangles), FEWEST)
    if wanted >= len(mesh.triangles):
        return mesh
    fewer = vtkQuadricDecimation()
    fewer.SetInputData(mesh.polydata)
    fewer.SetTargetReduction(1.0 - wanted / len(mesh.triangles))
    fewer.VolumePreservationOn()
    fewer.MapPointDataOn()
    fewer.Update()
    found = pv.PolyData(fewer.GetOutput())
    arrays = {name: np.array(found.point_data[name]) for name in _ARRAYS}
    return Mesh(np.asarray(found.points, np.float32), np.asarray(found.regular_faces, np.int32), arrays)
