"""From the branches of a nerve or vessel to its surface: tapering, flattened tubes, welded where they part.

They are long and thin, so only the cells of the lattice through which their surface runs are ever asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

import numpy as np
import numpy.typing as npt
import pyvista as pv
from scipy.spatial import cKDTree

from meshes.sculpt.kernel.fields import Field, Points, Values, gradient, smooth_min
from meshes.sculpt.kernel.surface import Faces, Surface, normals, project, relax, thin_out, unit, volume, without_crumbs

BLOCK = 4  # cells to one block of the lattice at first, along each axis
REACH = 3.0  # mm around a branch within which its distance is known; beyond, REACH itself
CORNERS = np.array(list(product((0, 1), repeat=3)), dtype=np.int64)[:, ::-1]  # in VTK's order of a voxel's corners
Cells = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Branch:
    """A tube along a fine ``line`` (n, 3), ``wide`` (n,) mm across and ``thick`` (n,) mm through.

    It is thin to the front at first, or in the directions ``facing`` (n, 3) where they are given.
    """

    line: Points
    wide: Values
    thick: Values
    facing: Points | None = None

    @cached_property
    def along(self) -> Points:
        """Unit direction at each sample, (n, 3)."""
        return unit(np.gradient(self.line, axis=0))

    @cached_property
    def face(self) -> Points:
        """Unit direction in which the tube is thin, (n, 3), carried along without twist."""
        if self.facing is not None:
            return self.facing
        faces = np.empty_like(self.line)
        last = np.array([0.0, -1.0, 0.05])
        for i, forward in enumerate(self.along):
            last = last - (last @ forward) * forward
            last = last / np.linalg.norm(last)
            faces[i] = last
        return faces

    def part(self, start: int, stop: int) -> Branch:
        """The samples from ``start`` up to ``stop`` as a tube that lies where this one does."""
        here = slice(start, stop)
        return Branch(self.line[here], self.wide[here], self.thick[here], self.face[here])

    @cached_property
    def _tree(self) -> cKDTree:
        return cKDTree(self.line)

    def distance(self, points: Points) -> Values:
        """About the signed distance of points (n, 3), right near the surface, at most REACH, (n,)."""
        values, far = np.full(len(points), REACH), REACH + self.wide.max() / 2
        here = np.all((points > self.line.min(axis=0) - far) & (points < self.line.max(axis=0) + far), axis=1)
        box = np.flatnonzero(here)
        away, nearest = (np.asarray(part) for part in self._tree.query(points[box], distance_upper_bound=far))
        found = np.isfinite(away)
        near = box[found]
        values[near] = np.minimum(self._from_ellipse(points[near], nearest[found]), REACH)
        return values

    def _from_ellipse(self, points: Points, sample: Cells) -> Values:
        wide, thick = self.wide[sample] / 2, self.thick[sample] / 2
        offset = points - self.line[sample]
        step = np.einsum("ij,ij->i", offset, self.along[sample])
        reach = np.linalg.norm(self.line[1] - self.line[0])
        offset -= np.clip(step, -reach, reach)[:, None] * self.along[sample]
        through = np.einsum("ij,ij->i", offset, self.face[sample])
        across = np.sqrt(np.maximum(np.einsum("ij,ij->i", offset, offset) - through**2, 0.0))
        u, v = across / wide, through / thick
        size, slope = np.hypot(u, v), np.hypot(u / wide, v / thick)
        return np.asarray(np.where(size > 1e-6, size * (size - 1.0) / np.maximum(slope, 1e-9), -thick))


def welded(branches: Sequence[Branch], weld: float) -> Field:
    """All branches as one solid, with fillets of ``weld`` mm where they part."""

    def field(points: Points) -> Values:
        value = branches[0].distance(points)
        for branch in branches[1:]:
            value = smooth_min(value, branch.distance(points), weld)
        return value

    return field


def meshed(branches: Sequence[Branch], weld: float, spacing: float, triangles: int) -> Surface:
    """The surface of a nerve: contoured with ``spacing`` mm, settled onto its field, thinned to ``triangles``."""
    return contoured(welded(branches, weld), branches, spacing, triangles)


def contoured(
    shape: Field,
    branches: Sequence[Branch],
    spacing: float,
    triangles: int,
    on_rims: Callable[[Points], Points] = lambda points: points,
) -> Surface:
    """The surface of a field that is looked for near ``branches`` only, without crumbs.

    ``on_rims`` lays those points (n, 3) that are near a sharp edge of the field onto it.
    """
    points, faces = without_crumbs(*_contour(shape, branches, spacing))
    points = project(shape, points, spacing, rounds=1)
    points = on_rims(project(shape, relax(points, faces, normals(points, faces)), spacing, rounds=1))
    points, faces = thin_out(points, faces, triangles)
    edge = (on_rims(points) != points).any(axis=1)  # what lies near a rim is laid onto it, and is not spread out
    spread = np.where(edge[:, None], points, relax(points, faces, normals(points, faces)))
    points = on_rims(project(shape, spread, spacing))
    return Surface(points, faces, unit(gradient(shape, points)))


def _contour(shape: Field, branches: Sequence[Branch], spacing: float) -> tuple[Points, Faces]:
    """The zero surface of a field, faces outward, looked for near ``branches`` only."""
    lines = np.vstack([branch.line for branch in branches])
    around = 2 + int(max(branch.wide.max() for branch in branches) / 2 / (BLOCK * spacing))
    origin = lines.min(axis=0) - 4 * REACH - max(branch.wide.max() for branch in branches)
    shift = origin - np.floor(origin / spacing) * spacing
    cells = _cells(shape, lines, origin - shift, spacing, around)
    corners = (cells[:, None, :] + CORNERS).reshape(-1, 3)
    nodes, index = _distinct(corners)
    places = origin - shift + spacing * nodes
    voxels = np.column_stack([np.full(len(cells), 8), index.reshape(-1, 8)])
    grid = pv.UnstructuredGrid(voxels.ravel(), np.full(len(cells), pv.CellType.VOXEL, np.uint8), places)
    grid.point_data["value"] = -shape(places)
    found = grid.contour([0.0], scalars="value", compute_normals=False).triangulate()
    points, faces = np.asarray(found.points, float), found.faces.reshape(-1, 4)[:, 1:].astype(np.int64)
    return (points, faces) if volume(points, faces) > 0 else (points, faces[:, ::-1].copy())


def _cells(shape: Field, lines: Points, origin: Points, spacing: float, around: int) -> Cells:
    """Lattice cells (n, 3) through which the surface may run: blocks ``around`` the lines, then their parts."""
    near = np.array(list(product(range(-around, around + 1), repeat=3)), dtype=np.int64)
    size = BLOCK * spacing
    own, _ = _distinct(np.floor((lines - origin) / size).astype(np.int64))
    cells, _ = _distinct((own[:, None, :] + near).reshape(-1, 3))
    while True:
        away = np.abs(shape(origin + size * (cells + 0.5)))
        cells = cells[away < 1.8 * size]  # half a diagonal is 0.87 of a side; flat tubes measure unevenly
        if size <= 2.5 * spacing:
            break
        cells, size = (cells[:, None, :] * 2 + CORNERS).reshape(-1, 3), size / 2
    return np.asarray((cells[:, None, :] * 2 + CORNERS).reshape(-1, 3))


def _distinct(rows: Cells) -> tuple[Cells, Cells]:
    """Each different row of whole numbers (n, 3) once, and which of them every row is."""
    low = rows.min(axis=0)
    span = rows.max(axis=0) - low + 1
    shifted = rows - low
    key = (shifted[:, 0] * span[1] + shifted[:, 1]) * span[2] + shifted[:, 2]
    found, index = np.unique(key, return_inverse=True)
    first = np.stack([found // (span[1] * span[2]), found // span[2] % span[1], found % span[2]], axis=1)
    return first + low, index
