"""What lies under the pointer: a ray through the scene, met by a search tree per structure.

The trees are built while nothing else is to be done, or when a ray first comes near their structure, and kept: what a
ray costs hardly grows with the number of triangles.
"""

from __future__ import annotations

import math
from collections.abc import Collection
from typing import Any

import numpy as np
import numpy.typing as npt
from vtkmodules.vtkCommonCore import reference
from vtkmodules.vtkCommonDataModel import vtkStaticCellLocator

from viewer.drawing.mesh import Mesh
from viewer.model.atlas.atlas import Point
from viewer.model.notes.pins import Spot

Vector = npt.NDArray[np.float64]
SUNK = 3.0  # mm that a place may lie under a surface and still count as seen: a mesh was made anew, say
SEAM = 1e-3  # mm around a triangle that still count as hit: no ray slips through between two of them


class Rays:
    """Finds the first surface along a ray among some of the meshes it was given."""

    def __init__(self) -> None:
        self._meshes: dict[str, Mesh] = {}
        self._boxes: Vector | None = np.empty((0, 2, 3))
        self._trees: dict[str, Any] = {}  # VTK's stubs know no out parameters

    def add(self, structure_id: str, mesh: Mesh) -> None:
        """Lets a structure be met from now on, where it had another mesh by this one."""
        self._meshes[structure_id] = mesh
        self._trees.pop(structure_id, None)
        self._boxes = None

    def prepare(self) -> bool:
        """Build one of the trees that are missing; says whether there was one."""
        missing = next((name for name in self._meshes if name not in self._trees), None)
        if missing is not None:
            self._tree(missing)
        return missing is not None

    def first(self, start: Vector, end: Vector, among: Collection[str]) -> Spot | None:
        """The nearest hit on the way from ``start`` (3,) to ``end`` (3,) among these ids, or None."""
        best: tuple[float, Spot] | None = None
        for entry, structure_id in self._entered(start, end):
            if best is not None and entry > best[0]:
                break
            met = self._meet(structure_id, start, end) if structure_id in among else None
            if met is not None and (best is None or met[0] < best[0]):
                best = (met[0], Spot(structure_id, met[1]))
        return best[1] if best else None

    def nearest(self, start: Vector, end: Vector, structure_id: str) -> Spot | None:
        """Where the way meets a structure, else the point of its surface that lies nearest to the way, seen from
        ``start``; None for an unknown one.
        """
        if structure_id not in self._meshes:
            return None
        if (met := self._meet(structure_id, start, end)) is not None:
            return Spot(structure_id, met[1])
        places = self._meshes[structure_id].points.astype(float)
        way = (end - start) / np.linalg.norm(end - start)
        depth = (places - start) @ way
        apart = np.linalg.norm(places - start - depth[:, None] * way, axis=1) / np.maximum(depth, 1e-9)
        x, y, z = places[int(np.where(depth > 0, apart, np.inf).argmin())].tolist()
        return Spot(structure_id, (x, y, z))

    def closest(self, place: Point, structure_id: str) -> Point | None:
        """The point of a structure's surface that lies nearest to a place; None for an unknown one."""
        if structure_id not in self._meshes:
            return None
        found, cell, part, square = [0.0] * 3, reference(0), reference(0), reference(0.0)
        self._tree(structure_id).FindClosestPoint(place, found, cell, part, square)
        return found[0], found[1], found[2]

    def normal(self, structure_id: str, place: Point) -> Point | None:
        """The outward unit normal of a structure's surface at (or nearest to) a place; None for an unknown one."""
        if structure_id not in self._meshes:
            return None
        mesh = self._meshes[structure_id]
        nearest = int(((mesh.points - np.asarray(place, np.float32)) ** 2).sum(axis=1).argmin())
        x, y, z = mesh.normals[nearest].tolist()
        return x, y, z

    def _entered(self, start: Vector, end: Vector) -> list[tuple[float, str]]:
        """The share of the way (0..1) at which the ray enters each structure's box, nearest first."""
        if self._boxes is None:
            self._boxes = np.array([np.reshape(one.bounds, (3, 2)).T for one in self._meshes.values()])
        way = np.where(np.abs(end - start) < 1e-12, 1e-12, end - start)
        shares = (self._boxes - start) / way
        into = np.maximum(shares.min(axis=1).max(axis=1), 0.0)
        out = np.minimum(shares.max(axis=1).min(axis=1), 1.0)
        return sorted((float(into[i]), one) for i, one in enumerate(self._meshes) if into[i] <= out[i])

    def _meet(self, structure_id: str, start: Vector, end: Vector) -> tuple[float, Point] | None:
        share, place, inside, part, cell = reference(0.0), [0.0] * 3, [0.0] * 3, reference(0), reference(0)
        if not self._tree(structure_id).IntersectWithLine(start, end, SEAM, share, place, inside, part, cell):
            return None
        return math.dist(start, place) / math.dist(start, end), (place[0], place[1], place[2])

    def _tree(self, structure_id: str) -> Any:
        if structure_id not in self._trees:
            tree = vtkStaticCellLocator()
            tree.SetDataSet(self._meshes[structure_id].polydata)
            tree.BuildLocator()
            self._trees[structure_id] = tree
        return self._trees[structure_id]
