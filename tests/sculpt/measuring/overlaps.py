"""How deep baked structures stand in one another; ``python -m tests.sculpt.measuring.overlaps [ID ...]`` lists it."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Mapping
from itertools import product

import numpy as np
import numpy.typing as npt
import pyvista as pv

from meshes.sculpt.kernel.grids import FAR, distance_to
from meshes.sculpt.kernel.surface import Surface
from tests.sculpt.measuring.measure import Solid
from viewer import paths

ALLOWED = 0.3  # mm
REACH = 12.0  # mm; nothing is looked for deeper
FULL = sorted(path for path in paths.meshes_folder().glob("*.vtp") if ".proxy." not in path.name)
Points = npt.NDArray[np.float64]


def depths(points: Points, solid: Solid) -> npt.NDArray[np.float64]:
    """How deep points (n, 3) lie inside a solid, in mm, 0 for those outside, (n,)."""
    depth = np.zeros(len(points))
    here = np.flatnonzero(np.all((points > solid.points.min(axis=0)) & (points < solid.points.max(axis=0)), axis=1))
    away, nearest = (np.asarray(part) for part in solid.tree.query(points[here], distance_upper_bound=REACH))
    near = np.isfinite(away)
    here, nearest = here[near], nearest[near]
    outward = np.einsum("ij,ij->i", points[here] - solid.points[nearest], solid.outward[nearest])
    below = here[outward < 0.5 * ALLOWED]
    deep = below[_holds(solid, points[below])]
    if len(deep):
        away = np.abs(distance_to(Surface(solid.points, solid.faces, solid.outward))(points[deep]))
        depth[deep] = np.where(away < FAR, away, 0.0)  # so far from every wall a count of walls was wrong
    return depth


def _holds(solid: Solid, points: Points) -> npt.NDArray[np.bool_]:
    """Which points (n, 3) lie inside, by counting walls: at a sharp rim the nearest normal misleads."""
    if not len(points):
        return np.zeros(0, bool)
    skin = pv.PolyData.from_regular_faces(solid.points, solid.faces)
    asked = pv.PolyData(points).select_interior_points(skin, method="cell_locator", check_surface=False)
    return np.asarray(asked["selected_points"], bool)


def overlaps(solids: Mapping[str, Solid], among: Collection[str]) -> Iterator[tuple[float, int, str, str]]:
    """Depth in mm, how many points, and names of each pair of which one ``among`` stands deeper than ALLOWED."""
    for one, other in product(among, solids):
        found = depths(solids[one].points, solids[other]) if one != other else np.zeros(1)
        if found.max() > ALLOWED:
            yield float(found.max()), int((found > ALLOWED).sum()), one, other


def main() -> None:
    """List every pair, the deepest first."""
    solids = {path.stem: Solid.read(path) for path in FULL if path.stem != "skin"}
    for depth, count, one, other in sorted(overlaps(solids, sys.argv[1:] or solids), reverse=True):
        print(f"{depth:5.2f} mm  {count:5d} points of {one} in {other}")  # noqa: T201


if __name__ == "__main__":
    main()
