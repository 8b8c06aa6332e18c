"""Shapes as signed distance fields: functions of points that are negative inside, in millimetres.

A field takes points (n, 3) and returns values (n,). Fields combine: a smooth minimum welds two solids with a
fillet, a smooth maximum cuts one by another. Near its surface a field should change by about 1 mm per mm.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
Values = npt.NDArray[np.float64]
Field = Callable[[Points], Values]


def smooth_min(a: Values, b: Values, radius: float) -> Values:
    """Union of two field values, welded by a cubic fillet that begins where they differ by ``radius`` mm."""
    if radius <= 0:
        return np.minimum(a, b)
    overlap = np.maximum(radius - np.abs(a - b), 0.0) / radius
    return np.minimum(a, b) - overlap**3 * radius / 6.0


def smooth_max(a: Values, b: Values, radius: float) -> Values:
    """Intersection of two field values with a rounded edge; the mirror image of :func:`smooth_min`."""
    return -smooth_min(-a, -b, radius)


def smooth_step(share: Values) -> Values:
    """0 below 0, 1 above 1, a smooth rise between, (n,)."""
    part = np.clip(share, 0.0, 1.0)
    return np.asarray(part * part * (3.0 - 2.0 * part))


def union(radius: float, *fields: Field) -> Field:
    """Weld several fields with fillets of ``radius`` mm."""

    def field(points: Points) -> Values:
        value = fields[0](points)
        for other in fields[1:]:
            value = smooth_min(value, other(points), radius)
        return value

    return field


def cut(body: Field, tool: Field, radius: float = 0.0) -> Field:
    """What is left of ``body`` when ``tool`` is taken away."""
    return lambda points: smooth_max(body(points), -tool(points), radius)


def sphere(centre: Sequence[float], radius: float) -> Field:
    """A ball of ``radius`` mm."""
    middle = np.asarray(centre, dtype=float)
    return lambda points: np.asarray(np.linalg.norm(points - middle, axis=1) - radius)


def ellipsoid(centre: Sequence[float], axes: npt.ArrayLike, radii: Sequence[float]) -> Field:
    """An ellipsoid; ``axes`` (3, 3) has its unit directions as rows, ``radii`` their half lengths in mm."""
    middle, turn, half = np.asarray(centre, float), np.asarray(axes, float), np.asarray(radii, float)

    def field(points: Points) -> Values:
        local = (points - middle) @ turn.T
        scaled = np.linalg.norm(local / half, axis=1)
        slope = np.linalg.norm(local / half**2, axis=1)
        return np.asarray(np.where(slope > 1e-12, scaled * (scaled - 1.0) / np.maximum(slope, 1e-12), -half.min()))

    return field


def round_cone(start: Sequence[float], end: Sequence[float], start_radius: float, end_radius: float) -> Field:
    """A capsule whose radius runs linearly from one end to the other."""
    a, b = np.asarray(start, float), np.asarray(end, float)
    along = b - a
    length2 = float(along @ along)

    def field(points: Points) -> Values:
        t = np.clip((points - a) @ along / length2, 0.0, 1.0)
        return np.asarray(
            np.linalg.norm(points - a - t[:, None] * along, axis=1) - (start_radius + t * (end_radius - start_radius))
        )

    return field


def tube(path: npt.ArrayLike, radii: Sequence[float], radius: float = 0.0) -> Field:
    """Round cones along a polyline (n, 3) with a radius at each point, welded by fillets of ``radius`` mm."""
    line = np.asarray(path, float)
    pieces = [round_cone(line[i], line[i + 1], radii[i], radii[i + 1]) for i in range(len(line) - 1)]
    return union(radius, *pieces)


def plane(point: Sequence[float], outward: Sequence[float]) -> Field:
    """The half space behind a plane; ``outward`` points out of it."""
    through = np.asarray(point, float)
    normal = np.asarray(outward, float) / np.linalg.norm(outward)
    return lambda points: (points - through) @ normal


def mirrored(field: Field) -> Field:
    """The same shape on the other side of the body."""
    return lambda points: field(points * np.array([-1.0, 1.0, 1.0]))


def moved(field: Field, rotation: npt.ArrayLike, origin: npt.ArrayLike) -> Field:
    """A field given in a local frame, placed in the body: body = origin + rotation @ local."""
    turn, shift = np.asarray(rotation, float), np.asarray(origin, float)
    return lambda points: field((points - shift) @ turn)


def gradient(field: Field, points: Points, step: float = 0.05) -> Points:
    """Central differences of a field, (n, 3)."""
    slopes = np.empty_like(points)
    for axis in range(3):
        offset = np.zeros(3)
        offset[axis] = step
        slopes[:, axis] = (field(points + offset) - field(points - offset)) / (2.0 * step)
    return slopes


@cache
def _noise_lattice(seed: int) -> Points:
    """Random values (32, 32, 32), drawn once for each seed."""
    return np.random.default_rng(seed).standard_normal((32, 32, 32))


def smooth_noise(points: Points, wavelength: float, seed: int) -> Values:
    """Soft random relief of about unit strength without visible direction, (n,); the same for the same seed."""
    lattice = _noise_lattice(seed)
    scaled = points / wavelength
    cell = np.floor(scaled).astype(np.int64)
    part = scaled - cell
    part = part * part * part * (part * (part * 6.0 - 15.0) + 10.0)
    weights = (1.0 - part.T, part.T)
    cells = (cell.T % 32, (cell.T + 1) % 32)
    value = np.zeros(len(points))
    for corner in range(8):
        x, y, z = corner & 1, corner >> 1 & 1, corner >> 2
        weight = weights[x][0] * weights[y][1] * weights[z][2]
        value += weight * lattice[cells[x][0], cells[y][1], cells[z][2]]
    return value
