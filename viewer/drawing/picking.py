"""What lies under the pointer: a ray through the scene, met by a search tree per structure.

The trees are built when a ray first comes near their structure and kept, so hovering costs well under a frame.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyvista as pv
from vtkmodules.vtkCommonCore import reference
from vtkmodules.vtkCommonDataModel import vtkStaticCellLocator

from viewer.model.atlas import Point

Vector = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Hit:
    """A structure's structure_id and the point (body millimetres) where the ray first meets it."""

    structure: str
    point: Point


class Rays:
    """Finds the first surface along a ray among some of the meshes it was given."""

    def __init__(self) -> None:
        self._meshes: dict[str, pv.PolyData] = {}
        self._boxes: dict[str, Vector] = {}
        self._trees: dict[str, Any] = {}  # VTK's stubs know no out parameters

    def add(self, structure_id: str, mesh: pv.PolyData) -> None:
        """Lets a structure be met from now on."""
        self._meshes[structure_id] = mesh
        self._boxes[structure_id] = np.reshape(mesh.bounds, (3, 2)).T

    def first(self, start: Vector, end: Vector, among: Iterable[str]) -> Hit | None:
        """The nearest hit on the way from ``start`` (3,) to ``end`` (3,) among these ids, or None."""
        near = sorted(
            (entry, structure_id)
            for structure_id in among
            if (entry := self._enters(structure_id, start, end)) is not None
        )
        best: tuple[float, Hit] | None = None
        for entry, structure_id in near:
            if best is not None and entry > best[0]:
                break
            met = self._meet(structure_id, start, end)
            if met is not None and (best is None or met[0] < best[0]):
                best = (met[0], Hit(structure_id, met[1]))
        return best[1] if best else None

    def _enters(self, structure_id: str, start: Vector, end: Vector) -> float | None:
        """The share of the way (0..1) at which the ray enters a structure's box, or None if it passes by."""
        box = self._boxes.get(structure_id)
        if box is None:
            return None
        way = np.where(np.abs(end - start) < 1e-12, 1e-12, end - start)
        shares = (box - start) / way
        entry = float(max(shares.min(axis=0).max(), 0.0))
        return entry if entry <= min(float(shares.max(axis=0).min()), 1.0) else None

    def _meet(self, structure_id: str, start: Vector, end: Vector) -> tuple[float, Point] | None:
        share, place, inside, part, cell = reference(0.0), [0.0] * 3, [0.0] * 3, reference(0), reference(0)
        if not self._tree(structure_id).IntersectWithLine(start, end, 0.0, share, place, inside, part, cell):
            return None
        return math.dist(start, place) / math.dist(start, end), (place[0], place[1], place[2])

    def _tree(self, structure_id: str) -> Any:
        if structure_id not in self._trees:
            tree = vtkStaticCellLocator()
            tree.SetDataSet(self._meshes[structure_id])
            tree.BuildLocator()
            self._trees[structure_id] = tree
        return self._trees[structure_id]
