"""The triangles of a surface in small bunches of neighbours, each with a box and a sphere around it.

What a line, a segment or a plane meets lies in the few bunches whose boxes or spheres it meets; those of the whole body
are asked at once, as arrays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from viewer.drawing.mesh import Corners, Mesh

Vector = npt.NDArray[np.float64]
Rows = npt.NDArray[np.intp]
SIZE = 16  # triangles of a bunch
SLACK = 1e-3  # mm around a bunch, beyond what rounding can take from it
STEPS = 1024  # of the grid, along each side of a mesh's box, by whose curve neighbours are told


class Bunches:
    """One surface: ``middles`` and half the sides (``halves``) of the boxes around its bunches (b, 3), mm."""

    def __init__(self, mesh: Mesh) -> None:
        self.points = mesh.points
        self._triangles = mesh.triangles[np.argsort(_along_a_curve(mesh), kind="stable")]
        firsts = np.arange(0, len(self._triangles), SIZE)
        corners = mesh.points[self._triangles]
        low = np.minimum.reduceat(corners.min(axis=1), firsts)
        high = np.maximum.reduceat(corners.max(axis=1), firsts)
        self.middles = (low + high) / 2
        self.halves = (high - low) / 2 + SLACK

    def triangles(self, bunches: Rows) -> Corners:
        """The triangles (n, 3) of some bunches, as indices of the mesh's points."""
        rows = (bunches[:, None] * SIZE + np.arange(SIZE)).ravel()
        return np.asarray(self._triangles[rows[rows < len(self._triangles)]])


@dataclass(frozen=True)
class Found:
    """Triangles of several structures: where their ``corners`` lie (n, 3, 3), as numbers of ``points`` (n, 3) that no
    two structures share, and to which of the ``names`` each triangle belongs (``owners``, n).
    """

    names: tuple[str, ...]
    corners: npt.NDArray[np.float32]
    points: npt.NDArray[np.int64]
    owners: Rows

    def of(self, owner: int) -> Vector:
        """The corners of one structure's triangles (n, 3, 3)."""
        first, last = np.searchsorted(self.owners, (owner, owner + 1)).tolist()
        return self.corners[first:last].astype(float)


class Body:
    """The bunches of several surfaces, by the ids of their structures, asked together: ``middles``, ``halves`` (b, 3)
    and ``radii`` (b,) of their boxes and spheres.
    """

    def __init__(self, parts: Mapping[str, Bunches]) -> None:
        self._parts = dict(parts)
        self.middles = _columns([one.middles for one in parts.values()])
        self.halves = _columns([one.halves for one in parts.values()])
        self.radii = np.linalg.norm(self.halves, axis=1)
        self._ends = np.cumsum([len(one.middles) for one in parts.values()], dtype=np.intp)

    def each(self, rows: Rows) -> Iterator[tuple[str, slice]]:
        """Of some bunches, as rising rows among all: each structure that has some, with where they stand there."""
        first = 0
        for name, cut in zip(self._parts, np.searchsorted(rows, self._ends).tolist(), strict=True):
            if cut > first:
                yield name, slice(first, cut)
            first = cut

    def found(self, chosen: Mapping[str, Rows]) -> Found:
        """The triangles of some bunches, given by structure as rows among all."""
        begins = dict(
            zip(self._parts, (self._ends - [len(one.middles) for one in self._parts.values()]).tolist(), strict=True)
        )
        triangles = [self._parts[name].triangles(rows - begins[name]) for name, rows in chosen.items()]
        points = [self._parts[name].points for name in chosen]
        shifts = np.cumsum([0, *(len(one) for one in points)])
        return Found(
            tuple(chosen),
            np.concatenate([np.empty((0, 3, 3), np.float32), *(p[t] for p, t in zip(points, triangles, strict=True))]),
            np.concatenate([np.empty((0, 3), int), *(t + shift for t, shift in zip(triangles, shifts, strict=False))]),
            np.repeat(np.arange(len(triangles)), [len(one) for one in triangles]),
        )


def _columns(parts: list[npt.NDArray[Any]]) -> npt.NDArray[Any]:
    """Rows (n, 3) below each other, each column in one piece, as it is asked."""
    return np.asfortranarray(np.vstack(parts or [np.empty((0, 3), np.float32)]))


def _along_a_curve(mesh: Mesh) -> npt.NDArray[np.int64]:
    """For each triangle a number (m,) that is similar to those of triangles nearby: its place on Morton's curve."""
    middles = mesh.points[mesh.triangles].mean(axis=1)
    low, high = middles.min(axis=0), middles.max(axis=0)
    cells = ((middles - low) * ((STEPS - 1) / np.maximum((high - low).max(), 1e-6))).astype(np.int64)
    spread = _spread(cells)
    return spread[:, 0] | (spread[:, 1] << 1) | (spread[:, 2] << 2)


def _spread(cells: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Each number's ten bits with two empty ones between neighbours."""
    for shift, mask in ((16, 0x30000FF), (8, 0x300F00F), (4, 0x30C30C3), (2, 0x9249249)):
        cells = (cells | (cells << shift)) & mask
    return cells
