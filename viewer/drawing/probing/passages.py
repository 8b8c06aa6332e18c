"""Where a straight line passes through a closed surface: from each place where it goes in to where it comes out.

The side of each edge on which the line passes is found by the same sum for both triangles that share the edge, so the
line never slips through between them nor meets both; a line that runs exactly along an edge is moved aside by less than
a thousandth of a millimetre. A face that looks towards the start is one where it goes in: where sheets of one surface
lie within each other, the outermost count.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float64]
Rows = npt.NDArray[np.intp]
Passage = tuple[float, float]
"""The depths (mm along the line) at which it goes in and comes out."""
ASIDE = (7.3e-5, 4.1e-5)  # mm
MOVES = 8


def passages(corners: npt.NDArray[np.floating], owners: Rows, start: Vector, way: Vector) -> dict[int, list[Passage]]:
    """Of the whole line through ``start`` (3,) along the unit vector ``way`` (3,): those through each of several
    surfaces, by the numbers of their ``owners`` (n,). The triangles near the line have these ``corners`` (n, 3, 3),
    counter-clockwise from outside.
    """
    met, depths, turns = _hits(corners, start, way)
    order = np.lexsort((-turns, depths))
    hits: dict[int, list[tuple[float, int]]] = {}
    for owner, *hit in zip(owners[met][order].tolist(), depths[order].tolist(), turns[order].tolist(), strict=True):
        hits.setdefault(owner, []).append((hit[0], hit[1]))
    return {owner: list(_paired(mine)) for owner, mine in hits.items()}


def _paired(hits: list[tuple[float, int]]) -> Iterator[Passage]:
    """From each hit that leads in from outside to the one that leads out again."""
    level, entered = 0, 0.0
    for depth, turn in hits:
        if level <= 0 < level + turn:
            entered = depth
        elif level + turn <= 0 < level:
            yield entered, depth
        level += turn


def _hits(
    corners: npt.NDArray[np.floating], start: Vector, way: Vector
) -> tuple[npt.NDArray[np.bool_], Vector, npt.NDArray[np.int64]]:
    """Which triangles are met (n,); of those the depth, and 1 where the line goes in there, -1 where it comes out."""
    x, y, z = along(corners.astype(float), start, (*frame_across(way), way))
    for moved in range(MOVES):
        sides = _sides(x - moved * ASIDE[0], y - moved * ASIDE[1])
        met = np.logical_or((sides > 0).all(axis=0), (sides < 0).all(axis=0))
        touched = np.logical_or((sides >= 0).all(axis=0), (sides <= 0).all(axis=0))
        if np.array_equal(met, touched):
            break
    shares = sides[:, met]
    depths = (shares * z[met].T).sum(axis=0) / shares.sum(axis=0)
    return met, depths, np.where(shares[0] > 0, 1, -1)


def _sides(x: Vector, y: Vector) -> Vector:
    """On which side the line passes each edge of triangles (n, 3) seen along it: (3, n), the edge opposite a corner."""
    return np.stack([x[:, i - 2] * y[:, i - 1] - y[:, i - 2] * x[:, i - 1] for i in range(3)])


def frame_across(way: Vector) -> tuple[Vector, Vector]:
    """Two unit vectors (3,), (3,) at right angles to a way and to each other: right and up as seen along it."""
    aside = np.eye(3)[int(np.abs(way).argmin())]
    right = np.cross(way, aside)
    right /= np.linalg.norm(right)
    return right, np.cross(right, way)


def along(places: npt.NDArray[Any], start: Vector, axes: tuple[Vector, ...]) -> tuple[npt.NDArray[Any], ...]:
    """How far places (..., 3) lie from ``start`` along each axis, as exactly as they are given. The same place always
    gives the very same figures, which a product of matrices does not promise.
    """
    x, y, z = (places[..., i] - at for i, at in enumerate(start.tolist()))
    return tuple(x * u + y * v + z * w for u, v, w in (axis.tolist() for axis in axes))
