"""From a field to a clean closed surface: contour, settle onto the field, spread the points, thin them out.

The work is done on a coarse grid first and on the fine grid only near the surface, so a field is asked for a
small part of the volume. Ridges stay sharp, because nothing is smoothed after the field has been met.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import manifold3d
import numpy as np
import numpy.typing as npt
import pyvista as pv
from scipy.ndimage import zoom
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.csgraph import connected_components

from meshes.sculpt.kernel.fields import Field, Points, Values, gradient

Faces = npt.NDArray[np.int64]
Box = tuple[npt.ArrayLike, npt.ArrayLike]
CHUNK = 200_000  # points a field is asked for at once
NEWTON_STEP = 0.05  # mm; one-sided differences are enough to find the way to the surface
COARSE = 4  # fine cells to one coarse cell, along each axis


@dataclass(frozen=True)
class Surface:
    """A closed triangle mesh in body millimetres.

    ``points`` (n, 3), ``faces`` (m, 3), outward unit ``normals`` (n, 3), and named per-point ``arrays`` (n, ...).
    """

    points: Points
    faces: Faces
    normals: Points
    arrays: dict[str, npt.NDArray[np.float64]] = field(default_factory=dict)

    def mirrored(self) -> Surface:
        """The same structure on the other side of the body; directions ("fibre") are mirrored too."""
        flip = np.array([-1.0, 1.0, 1.0])
        arrays = {k: v * flip if v.ndim == 2 and v.shape[1] == 3 else v for k, v in self.arrays.items()}
        return Surface(self.points * flip, self.faces[:, ::-1].copy(), self.normals * flip, arrays)

    def with_arrays(self, **arrays: npt.NDArray[np.float64]) -> Surface:
        """The same surface with more per-point arrays."""
        return replace(self, arrays={**self.arrays, **arrays})


def sculpt(shape: Field, bounds: Box, spacing: float, triangles: int, relax_rounds: int = 2) -> Surface:
    """The surface where ``shape`` is zero.

    ``bounds`` is ((x0, y0, z0), (x1, y1, z1)) in mm and must hold the shape with a margin; ``spacing`` is the fine
    grid's step; ``triangles`` is how many to keep at most. Raises ValueError for an empty field.
    """
    points, faces = contour(*sample(shape, bounds, spacing))
    points, faces = largest_piece(points, faces)
    for _ in range(relax_rounds):
        points = project(shape, points, spacing)
        points = relax(points, faces, unit(gradient(shape, points)))
    points = project(shape, points, spacing)
    points, faces = thin_out(points, faces, triangles)
    points = project(shape, points, spacing)
    return Surface(points, faces, unit(gradient(shape, points)))


def sample(shape: Field, bounds: Box, spacing: float) -> tuple[Values, Points, float]:
    """The field on a grid (i, j, k), exact near its zero and interpolated elsewhere; the grid's origin and step."""
    low, high = (np.asarray(corner, float) for corner in bounds)
    cells = np.ceil((high - low) / (spacing * COARSE)).astype(int)
    coarse = _ask(shape, _lattice(low, cells + 1, spacing * COARSE)).reshape(cells + 1)
    fine = zoom(coarse, (cells * COARSE + 1) / (cells + 1), order=1, grid_mode=False)
    reach = spacing * COARSE * 1.8
    near = _blocks_near(coarse, reach)
    mask = np.zeros(fine.shape, bool)
    mask[:-1, :-1, :-1] = np.kron(near, np.ones((COARSE,) * 3, bool))
    index = np.argwhere(mask)
    fine[mask] = _ask(shape, low + index * spacing)
    return fine, low, spacing


def _blocks_near(coarse: Values, reach: float) -> npt.NDArray[np.bool_]:
    """Coarse cells that hold the surface or lie within ``reach`` of it (any corner close, or signs that differ)."""
    corners = [
        coarse[i : i - 1 or None, j : j - 1 or None, k : k - 1 or None] for i in (0, 1) for j in (0, 1) for k in (0, 1)
    ]
    low, high = np.minimum.reduce(corners), np.maximum.reduce(corners)
    return np.asarray((np.abs(np.stack(corners)).min(axis=0) < reach) | (low * high <= 0))


def _lattice(low: Points, counts: npt.NDArray[np.int_], step: float) -> Points:
    return np.stack(np.meshgrid(*(low[i] + step * np.arange(counts[i]) for i in range(3)), indexing="ij"), -1).reshape(
        -1, 3
    )


def _ask(shape: Field, points: Points) -> Values:
    asked = [shape(points[i : i + CHUNK]) for i in range(0, len(points), CHUNK)]
    return np.concatenate(asked) if asked else np.empty(0)


def contour(values: Values, origin: Points, spacing: float, level: float = 0.0) -> tuple[Points, Faces]:
    """The level surface of a grid (i, j, k), faces outward for a field that is negative inside."""
    grid = pv.ImageData(dimensions=values.shape, spacing=(spacing,) * 3, origin=origin)
    grid.point_data["value"] = -values.ravel(order="F")  # negated: VTK's faces then look outward
    found = grid.contour([-level], scalars="value", method="flying_edges", compute_normals=False)
    if found.n_cells == 0:
        raise ValueError("the field has no surface inside its bounds")
    faces = found.faces.reshape(-1, 4)[:, 1:].astype(np.int64)
    points = np.asarray(found.points, float)
    return (points, faces) if volume(points, faces) > 0 else (points, faces[:, ::-1].copy())


def volume(points: Points, faces: Faces) -> float:
    """Signed volume in cubic mm, positive for outward faces."""
    a, b, c = points[faces[:, 0]], points[faces[:, 1]], points[faces[:, 2]]
    return float(np.einsum("ij,ij->", a, np.cross(b, c)) / 6.0)


def largest_piece(points: Points, faces: Faces) -> tuple[Points, Faces]:
    """The connected body with the most faces; crumbs are dropped."""
    return without_crumbs(points, faces, 1.0)


def without_crumbs(points: Points, faces: Faces, share: float = 0.1) -> tuple[Points, Faces]:
    """The connected bodies that have at least a ``share`` of the faces of the one with the most."""
    count, label = connected_components(adjacency(len(points), faces), directed=False)
    if count > 1:
        sizes = np.bincount(label[faces[:, 0]])
        faces = faces[sizes[label[faces[:, 0]]] >= share * sizes.max()]
    return compact(points, faces)


def compact(points: Points, faces: Faces) -> tuple[Points, Faces]:
    """Drop points that no face uses."""
    used, renumbered = np.unique(faces, return_inverse=True)
    return points[used], renumbered.reshape(-1, 3)


def adjacency(count: int, faces: Faces) -> csr_matrix:
    """Which points share an edge, as a sparse (n, n) matrix of ones."""
    edges = np.vstack([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    links = coo_matrix((np.ones(len(edges)), (edges[:, 0], edges[:, 1])), (count, count))
    both = (links + links.T).tocsr()
    both.data[:] = 1.0
    return both


def project(shape: Field, points: Points, reach: float, rounds: int = 2) -> Points:
    """Newton steps onto the field's zero, none longer than ``reach`` mm."""
    for _ in range(rounds):
        value = shape(points)
        slope = np.stack([shape(points + offset) - value for offset in np.eye(3) * NEWTON_STEP], axis=1) / NEWTON_STEP
        step = -(value / np.maximum(np.einsum("ij,ij->i", slope, slope), 0.1))[:, None] * slope
        points = points + step * np.minimum(1.0, reach / np.maximum(np.linalg.norm(step, axis=1), 1e-12))[:, None]
    return points


def relax(points: Points, faces: Faces, normals: Points, strength: float = 0.6) -> Points:
    """Move each point towards the middle of its neighbours, along the surface only."""
    links = adjacency(len(points), faces)
    pull = (links @ points) / np.asarray(links.sum(axis=1)) - points
    return np.asarray(points + strength * (pull - np.einsum("ij,ij->i", pull, normals)[:, None] * normals))


def thin_out(points: Points, faces: Faces, triangles: int) -> tuple[Points, Faces]:
    """Fewer triangles where the surface is flat, by quadric errors; the surface stays one closed manifold.

    Aims at ``triangles`` and, where thinning would tear the surface, keeps more of them.
    """
    keep = triangles / len(faces)
    while keep < 1.0:
        thin = pv.PolyData.from_regular_faces(points, faces.astype(int)).decimate(1.0 - keep)
        found, kept = compact(np.asarray(thin.points, float), thin.faces.reshape(-1, 4)[:, 1:].astype(np.int64))
        if is_closed(found, kept):
            return found, kept
        keep *= 1.1
    return points, faces


def is_closed(points: Points, faces: Faces) -> bool:
    """Whether the triangles form a closed, consistently oriented 2-manifold: two of them meet at every edge."""
    edges = np.sort(np.vstack([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1)
    if (np.unique(edges, axis=0, return_counts=True)[1] != 2).any():
        return False
    solid = manifold3d.Manifold(manifold3d.Mesh64(points, faces.astype(np.uint64)))
    return bool(solid.status() == manifold3d.Error.NoError)


def normals(points: Points, faces: Faces) -> Points:
    """Outward unit normals at the points, weighted by area, (n, 3)."""
    corners = points[faces]
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    total = np.zeros_like(points)
    for corner in range(3):
        np.add.at(total, faces[:, corner], across)
    return unit(total)


def unit(vectors: Points) -> Points:
    """Vectors of length one."""
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12))
