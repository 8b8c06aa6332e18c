"""Measuring tools: meshes as they lie on disk, their sections, spheres, planes, handles and distances.

Everything here knows geometry only: no recipe, no table, no landmark that a mesh was made from. Points are body
millimetres (x to the person's left, y to the back, z up).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyvista as pv
from scipy.spatial import cKDTree
from trimesh import Trimesh, proximity

Array = npt.NDArray[np.float64]
ACROSS = np.array([1.0, 0.0, 0.0])


@dataclass(frozen=True)
class Solid:
    """A closed surface: corners (n, 3) and triangles (m, 3), outward."""

    points: Array
    faces: npt.NDArray[np.int64]

    @classmethod
    def read(cls, path: Path) -> Solid:
        """The surface in a .vtp file."""
        mesh = pv.read(path)
        return cls(np.asarray(mesh.points, float), mesh.regular_faces.astype(np.int64))

    @cached_property
    def genus(self) -> int:
        """Handles of the surface: half of what its Euler number lacks to two."""
        edges = np.unique(np.sort(self.faces[:, [0, 1, 1, 2, 2, 0]].reshape(-1, 2), axis=1), axis=0)
        return (2 - (len(np.unique(self.faces)) - len(edges) + len(self.faces))) // 2

    @cached_property
    def corners(self) -> Array:
        """The triangles as (m, 3, 3)."""
        return self.points[self.faces]

    @cached_property
    def centres(self) -> Array:
        """Middles of the triangles (m, 3)."""
        return np.asarray(self.corners.mean(axis=1))

    @cached_property
    def weighted(self) -> Array:
        """Outward normals of the triangles (m, 3), as long as their areas."""
        return np.asarray(np.cross(*(self.corners[:, i] - self.corners[:, 0] for i in (1, 2))) / 2)

    @cached_property
    def outward(self) -> Array:
        """Outward unit normals of the points (n, 3)."""
        sums = np.zeros_like(self.points)
        for corner in range(3):
            np.add.at(sums, self.faces[:, corner], self.weighted)
        return np.asarray(sums / np.linalg.norm(sums, axis=1, keepdims=True))

    @cached_property
    def volume(self) -> float:
        """Cubic centimetres."""
        a, b, c = np.moveaxis(self.corners, 1, 0)
        return float(np.einsum("ij,ij->", a, np.cross(b, c)) / 6000)

    @cached_property
    def tree(self) -> cKDTree:
        """The points, to find neighbours by."""
        return cKDTree(self.points)

    @cached_property
    def exact(self) -> Trimesh:
        """The same surface for exact distances."""
        return Trimesh(self.points, self.faces, process=False)

    def section(self, origin: Array, normal: Array) -> Array:
        """Where a plane cuts: segments (k, 2, 3) that keep the inside on one side."""
        height = (self.points - origin) @ normal
        height = np.where(height == 0, 1e-9, height)
        above = height[self.faces] > 0
        cut = self.faces[above.any(axis=1) & ~above.all(axis=1)]
        found = np.full((len(cut), 2, 3), np.nan)
        for i, j in ((0, 1), (1, 2), (2, 0)):
            a, b = cut[:, i], cut[:, j]
            share = height[a] / np.where(height[a] == height[b], 1.0, height[a] - height[b])
            place = self.points[a] + share[:, None] * (self.points[b] - self.points[a])
            for end, way in ((0, (height[a] > 0) & (height[b] < 0)), (1, (height[a] < 0) & (height[b] > 0))):
                found[way, end] = place[way]
        return found

    def furthest(self, direction: npt.ArrayLike, among: npt.NDArray[np.bool_], blunt: float = 0.0) -> Array:
        """The point (3,) that lies furthest in a direction, of those in a mask (n,).

        Of a ``blunt`` prominence it is the middle of the cap that is so many mm high.
        """
        way = unit(direction)
        chosen = self.points[among]
        height = chosen @ way
        return np.asarray(chosen[height >= height.max() - blunt].mean(axis=0))

    def facing(self, other: Solid, reach: float, opposed: float = 0.7) -> tuple[Array, Array]:
        """Points (k, 3) that look across a gap at another surface, and how wide (k,) it is there."""
        away, nearest = other.tree.query(self.points, distance_upper_bound=reach)
        near = np.flatnonzero(np.isfinite(away))
        to, against = other.points[nearest[near]] - self.points[near], other.outward[nearest[near]]
        facing = np.einsum("ij,ij->i", self.outward[near], against) < -opposed
        gap = np.abs(np.einsum("ij,ij->i", to, against))
        return self.points[near[facing]], gap[facing]

    def deepest(self, other: Solid, most: int = 3000) -> float:
        """How deep (mm) this surface's points lie in another one; nothing below zero."""
        if (
            np.maximum(self.points.min(0), other.points.min(0)) > np.minimum(self.points.max(0), other.points.max(0))
        ).any():
            return 0.0
        away, nearest = other.tree.query(self.points, distance_upper_bound=6.0)
        near = np.flatnonzero(np.isfinite(away))
        way = self.points[near] - other.points[nearest[near]]
        inside = np.einsum("ij,ij->i", way, other.outward[nearest[near]])
        suspects = near[np.argsort(inside)[: min(most, int((inside < -0.1).sum()))]]
        if not len(suspects):
            return 0.0
        return max(0.0, float(proximity.signed_distance(other.exact, self.points[suspects[:400]]).max()))


def flat(segments: Array, u: Array, v: Array) -> Array:
    """Segments (k, 2, 3) in the plane's own two directions: (k, 2, 2)."""
    return np.stack([segments @ u, segments @ v], axis=-1)


def area(outline: Array) -> float:
    """Area of what closed outlines (k, 2, 2) of even sense enclose, holes taken off."""
    a, b = outline[:, 0], outline[:, 1]
    return abs(float((a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]).sum() / 2))


def centroid(outline: Array) -> Array:
    """Centre of area (2,) of closed outlines (k, 2, 2)."""
    a, b = outline[:, 0], outline[:, 1]
    cross = a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]
    return np.asarray(((a + b) * cross[:, None]).sum(axis=0) / (3 * cross.sum()))


def crossings(outline: Array, axis: int, at: float) -> Array:
    """Where outlines (k, 2, 2) cross the line on which coordinate ``axis`` is ``at``: the other one, rising."""
    a, b = outline[:, 0], outline[:, 1]
    over = (a[:, axis] > at) != (b[:, axis] > at)
    a, b = a[over], b[over]
    share = (at - a[:, axis]) / (b[:, axis] - a[:, axis])
    return np.sort(a[:, 1 - axis] + share * (b[:, 1 - axis] - a[:, 1 - axis]))


def ball(points: Array) -> tuple[Array, float]:
    """Centre (3,) and radius of the sphere that fits points best."""
    found, *_ = np.linalg.lstsq(np.c_[2 * points, np.ones(len(points))], (points**2).sum(axis=1), rcond=None)
    return found[:3], float(np.sqrt(found[3] + found[:3] @ found[:3]))


def spread(points: Array) -> tuple[Array, Array]:
    """Middle (3,) and main direction (3,) of points."""
    middle = points.mean(axis=0)
    return middle, np.linalg.svd(points - middle, full_matrices=False)[2][0]


def unit(vector: npt.ArrayLike) -> Array:
    """A vector of length one."""
    array = np.asarray(vector, float)
    return np.asarray(array / np.linalg.norm(array))


def angle(a: Array, b: Array) -> float:
    """Degrees between two directions."""
    return float(np.degrees(np.arccos(np.clip(unit(a) @ unit(b), -1.0, 1.0))))
