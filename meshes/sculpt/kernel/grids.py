"""Fields kept on a regular lattice: asked once, looked up often. Muscles measure their surroundings this way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.ndimage import map_coordinates
from scipy.spatial import cKDTree

from meshes.sculpt.kernel.fields import Field, Points, Values
from meshes.sculpt.kernel.surface import Box, Surface, sample

NEAR = 4.0  # mm within which distances to a surface are exact
FAR = 30.0  # mm; the value of a lattice where no solid is near


@dataclass(frozen=True)
class Grid:
    """Values (i, j, k) on a lattice of ``spacing`` mm that begins at ``origin`` (3,); callable as a field."""

    values: Values
    origin: Points
    spacing: float

    def __call__(self, points: Points) -> Values:
        """Trilinear look-up at points (n, 3); outside the lattice its nearest value, (n,)."""
        cells = (points - self.origin) / self.spacing
        return np.asarray(map_coordinates(self.values, cells.T, order=1, mode="nearest"))

    def slope(self, points: Points) -> Points:
        """Central differences over one cell, (n, 3)."""
        steps = np.eye(3) * self.spacing
        return np.stack([self(points + step) - self(points - step) for step in steps], axis=1) / (2 * self.spacing)

    def outward(self, points: Points) -> Points:
        """Unit vectors (n, 3) along the slope."""
        slope = self.slope(points)
        return np.asarray(slope / np.maximum(np.linalg.norm(slope, axis=1, keepdims=True), 1e-6))

    def lattice(self) -> Points:
        """The lattice's own points, (i * j * k, 3)."""
        axes = [self.origin[i] + self.spacing * np.arange(self.values.shape[i]) for i in range(3)]
        return np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1).reshape(-1, 3)

    def on(self, other: Grid) -> Values:
        """These values looked up at the lattice of another grid, in its shape."""
        return self(other.lattice()).reshape(other.values.shape)


def empty(box: Box, spacing: float, value: float = FAR) -> Grid:
    """A lattice over ``box`` (low and high corner, mm) with one value everywhere."""
    low, high = (np.asarray(corner, float) for corner in box)
    counts = np.ceil((high - low) / spacing).astype(int) + 1
    return Grid(np.full(counts, value), low, spacing)


def gathered(solids: Iterable[tuple[Field, Box]], box: Box, spacing: float, reach: float = 12.0) -> Grid:
    """The union of solids on one lattice; each is asked only within ``reach`` mm of its own box."""
    grid = empty(box, spacing)
    for field, (low, high) in solids:
        _lay(grid, field, np.asarray(low, float) - reach, np.asarray(high, float) + reach)
    return grid


def _lay(grid: Grid, field: Field, low: Points, high: Points) -> None:
    """Lower the lattice's values to those of one solid, inside low..high."""
    last = np.array(grid.values.shape) - 1
    first = np.clip(np.floor((low - grid.origin) / grid.spacing), 0, last).astype(int)
    stop = np.clip(np.ceil((high - grid.origin) / grid.spacing), 0, last).astype(int)
    if (stop - first).min() < 1:
        return
    corner = grid.origin + first * grid.spacing
    values, _, _ = sample(field, (corner, corner + (stop - first) * grid.spacing), grid.spacing)
    i, j, k = stop - first + 1
    part = grid.values[first[0] : stop[0] + 1, first[1] : stop[1] + 1, first[2] : stop[2] + 1]
    np.minimum(part, values[:i, :j, :k], out=part)


def distance_to(surface: Surface) -> Field:
    """Signed distance to a closed fine surface, negative inside.

    Exact within NEAR mm, else to the nearest point; FAR beyond twice that, on either side.
    """
    tree, middles = cKDTree(surface.points), cKDTree(surface.points[surface.faces].mean(axis=1))

    def field(points: Points) -> Values:
        away, nearest = (np.asarray(found) for found in tree.query(points, distance_upper_bound=2 * NEAR))
        values = np.full(len(points), FAR)
        found, near = np.flatnonzero(np.isfinite(away)), np.flatnonzero(away < NEAR)
        point = nearest[found]
        side = np.einsum("ij,ij->i", points[found] - surface.points[point], surface.normals[point])
        values[found] = np.copysign(away[found], side)
        if len(near):
            faces = surface.faces[middles.query(points[near], k=6)[1]]
            values[near] = _to_triangles(points[near], surface.points[faces], surface.normals[faces])
        return values

    return field


def _to_triangles(points: Points, corners: Points, normals: Points) -> Values:
    """For points (n, 3), each with k triangles (n, k, 3, 3): signed distance to the nearest of them."""
    weights = _nearest_weights(points[:, None], corners)
    offset = points[:, None] - np.einsum("nkc,nkcd->nkd", weights, corners)
    away = np.linalg.norm(offset, axis=2)
    best = (np.arange(len(points)), away.argmin(axis=1))
    normal = np.einsum("nc,ncd->nd", weights[best], normals[best])
    return np.asarray(np.copysign(away[best], np.einsum("nd,nd->n", offset[best], normal)))


def _nearest_weights(points: Points, corners: Points) -> Points:
    """Barycentric weights (n, k, 3) of each triangle's point nearest to ``points`` (n, 1, 3)."""
    a, b, c = corners[:, :, 0], corners[:, :, 1], corners[:, :, 2]
    ab, ac, ap = b - a, c - a, points - a
    d00, d01, d11 = (np.sum(p * q, axis=2) for p, q in ((ab, ab), (ab, ac), (ac, ac)))
    d20, d21 = np.sum(ap * ab, axis=2), np.sum(ap * ac, axis=2)
    area = np.maximum(d00 * d11 - d01**2, 1e-12)
    v, w = (d11 * d20 - d01 * d21) / area, (d00 * d21 - d01 * d20) / area
    flat: Points = np.stack([1.0 - v - w, v, w], axis=2)
    sides = [_on_side(points, corners, *pair) for pair in ((0, 1), (1, 2), (2, 0))]
    gap = [np.linalg.norm(points - np.einsum("nkc,nkcd->nkd", side, corners), axis=2) for side in sides]
    best: npt.NDArray[np.int64] = np.expand_dims(np.stack(gap).argmin(axis=0), 2)
    rim = np.select([best == 0, best == 1], sides[:2], sides[2])
    return np.where(np.all(flat >= 0, axis=2, keepdims=True), flat, rim)


def _on_side(points: Points, corners: Points, start: int, end: int) -> Points:
    """Barycentric weights (n, k, 3) of the nearest point on one side of each triangle."""
    along = corners[:, :, end] - corners[:, :, start]
    t = np.sum((points - corners[:, :, start]) * along, axis=2) / np.maximum(np.sum(along**2, axis=2), 1e-12)
    weights = np.zeros(corners.shape[:3])
    weights[:, :, end] = np.clip(t, 0.0, 1.0)
    weights[:, :, start] = 1.0 - weights[:, :, end]
    return weights
