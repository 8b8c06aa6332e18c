"""How deep baked structures stand in one another; ``python -m tests.sculpt.measuring.overlaps [ID ...]`` lists it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pyvista as pv
from scipy.spatial import cKDTree

from meshes.sculpt.kernel.grids import FAR, distance_to
from meshes.sculpt.kernel.surface import Surface, normals
from viewer import paths
from viewer.drawing.mesh_files import MeshStore

ALLOWED = 0.3  # mm
REACH = 12.0  # mm; nothing is looked for deeper
Points = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Solid:
    """A baked mesh with what it takes to ask how deep points lie in it."""

    name: str
    surface: Surface

    @classmethod
    def read(cls, name: str, store: MeshStore) -> Solid:
        mesh = store.load(name)
        points, faces = np.asarray(mesh.points, float), np.asarray(mesh.triangles, np.int64).reshape(-1, 3)
        return cls(name, Surface(points, faces, normals(points, faces)))

    @cached_property
    def box(self) -> tuple[Points, Points]:
        return self.surface.points.min(axis=0), self.surface.points.max(axis=0)

    @cached_property
    def _tree(self) -> cKDTree:
        return cKDTree(self.surface.points)

    @cached_property
    def _skin(self) -> pv.PolyData:
        return pv.PolyData.from_regular_faces(self.surface.points, self.surface.faces)

    def _holds(self, points: Points) -> npt.NDArray[np.bool_]:
        """Which points (n, 3) lie inside, by counting walls: at a sharp rim the nearest normal misleads."""
        if not len(points):
            return np.zeros(0, bool)
        asked = pv.PolyData(points).select_interior_points(self._skin, method="cell_locator", check_surface=False)
        return np.asarray(asked["selected_points"], bool)

    def depths(self, points: Points) -> npt.NDArray[np.float64]:
        """How deep points (n, 3) lie inside, in mm, 0 for those outside, (n,)."""
        low, high = self.box
        depth = np.zeros(len(points))
        here = np.flatnonzero(np.all((points > low) & (points < high), axis=1))
        away, nearest = (np.asarray(part) for part in self._tree.query(points[here], distance_upper_bound=REACH))
        near = np.isfinite(away)
        here, nearest = here[near], nearest[near]
        offset = points[here] - self.surface.points[nearest]
        below = here[np.einsum("ij,ij->i", offset, self.surface.normals[nearest]) < 0.5 * ALLOWED]
        deep = below[self._holds(points[below])]
        if len(deep):
            away = np.abs(distance_to(self.surface)(points[deep]))
            depth[deep] = np.where(away < FAR, away, 0.0)  # so far from every wall a count of walls was wrong
        return depth


def overlaps(solids: list[Solid], among: set[str]) -> Iterator[tuple[float, int, str, str]]:
    """Depth in mm, number of points, and names of every pair where one stands deeper in the other than ALLOWED."""
    for one in solids:
        for other in solids:
            if one is not other and one.name in among and _meet(one, other):
                depths = other.depths(one.surface.points)
                if depths.max() > ALLOWED:
                    yield float(depths.max()), int((depths > ALLOWED).sum()), one.name, other.name


def _meet(one: Solid, other: Solid) -> bool:
    (a_low, a_high), (b_low, b_high) = one.box, other.box
    return bool(np.all(a_low < b_high) and np.all(b_low < a_high))


def main() -> None:
    """List every pair, the deepest first."""
    store = MeshStore(paths.meshes_folder())
    names = [name for name in store.ids() if name != "skin"]
    solids = [Solid.read(name, store) for name in names]
    for depth, count, one, other in sorted(overlaps(solids, set(sys.argv[1:] or names)), reverse=True):
        print(f"{depth:5.2f} mm  {count:5d} points of {one} in {other}")  # noqa: T201


if __name__ == "__main__":
    main()
