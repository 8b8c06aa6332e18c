"""How near a segment comes to triangles that it does not cross, exactly."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Vector = npt.NDArray[np.float64]


def to_line(points: Floats, start: Vector, way: Vector) -> Floats:
    """The distance (n,) of points (n, 3) from the whole line through ``start`` along ``way``."""
    return to_points(points, start, way, -np.inf, np.inf)


def to_points(points: Floats, start: Vector, way: Vector, begin: float, end: float) -> Floats:
    """The distance (n,) of points (n, 3) from the segment between two depths (mm) on a way."""
    x, y, z = (points[:, i] - np.float32(start[i]) for i in range(3))
    u, v, w = way.astype(np.float32)
    depth = np.clip(x * u + y * v + z * w, np.float32(begin), np.float32(end))
    gap: Floats = np.sqrt((x - depth * u) ** 2 + (y - depth * v) ** 2 + (z - depth * w) ** 2)
    return gap


def to_triangles(corners: Vector, start: Vector, way: Vector, length: float) -> tuple[float, float]:
    """The least distance (mm) of triangles (n, 3, 3) from such a segment, and how far along it that is."""
    edges = [_to_edges(corners[:, i], corners[:, i - 1], start, way, length) for i in range(3)]
    ends = [(_to_faces(corners, start + depth * way), np.full(len(corners), depth)) for depth in (0.0, length)]
    apart, depth = (np.concatenate(parts) for parts in zip(*edges, *ends, strict=True))
    nearest = int(apart.argmin())
    return float(apart[nearest]), float(depth[nearest])


def _to_edges(first: Vector, second: Vector, start: Vector, way: Vector, length: float) -> tuple[Vector, Vector]:
    """The distance (n,) of each edge from the segment, and how far along that is (n,)."""
    edge, away = second - first, first - start
    square = np.maximum((edge * edge).sum(axis=1), 1e-18)
    across, begin, turned = edge @ way, away @ way, (edge * away).sum(axis=1)
    slope = square - across * across
    share = np.where(slope > 1e-12, (across * begin - turned) / np.where(slope > 1e-12, slope, 1.0), 0.0)
    depth = np.clip(begin + np.clip(share, 0.0, 1.0) * across, 0.0, length)
    share = np.clip((depth * across - turned) / square, 0.0, 1.0)
    depth = np.clip(begin + share * across, 0.0, length)
    gap = away + share[:, None] * edge - depth[:, None] * way
    return np.linalg.norm(gap, axis=1), depth


def _to_faces(corners: Vector, place: Vector) -> Vector:
    """The distance (n,) of a place from each triangle over which it lies; infinite where it lies over none."""
    a, b, c = (corners[:, i] for i in range(3))
    normal = np.cross(b - a, c - a)
    size = np.maximum(np.linalg.norm(normal, axis=1), 1e-12)
    pairs = ((a, b), (b, c), (c, a))
    within = [(np.cross(second - first, place - first) * normal).sum(axis=1) >= 0 for first, second in pairs]
    apart = np.abs(((place - a) * normal).sum(axis=1)) / size
    return np.where(np.logical_and.reduce(within), apart, np.inf)
