"""Where on the screen each structure can be pointed at: a place where it is really seen, well inside its outline.

Points of all shown surfaces are sorted into a coarse grid over the view; in each cell the nearest wins. A structure is
pointed at where the cells around are most its own.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from viewer.drawing.flat.shapes2d import Rectangle
from viewer.drawing.frame import Frame
from viewer.drawing.mesh import Mesh
from viewer.model.atlas.atlas import Point

Grid = npt.NDArray[np.bool_]
Points = npt.NDArray[np.float64]

DEPTH_TOLERANCE = 4.0  # mm by which a surface may lie behind the nearest in its cell and still count as seen
SPACING = 4.0  # mm between neighbouring points of a surface
SEARCH = 2  # cells around a cell that count as its surroundings


@dataclass(frozen=True)
class Sight:
    """What is seen where: ``seen`` (rows, columns) holds the number of a structure per cell, -1 for the ground.

    ``cell`` is the side of a cell in pixels, ``ids`` names the numbers; ``places`` holds, for each structure that is
    seen, body points at which it can be pointed at, the best first.
    """

    ids: tuple[str, ...]
    cell: float
    seen: npt.NDArray[np.int64]
    places: Mapping[str, tuple[Point, ...]]

    def where(self, ids: Collection[str]) -> Grid:
        """The cells (rows, columns) in which one of these is seen, and those next to them: points leave gaps."""
        numbers = [number for number, name in enumerate(self.ids) if name in ids]
        return _widened(np.isin(self.seen, numbers))

    def covers(self, box: Rectangle) -> bool:
        """Whether anything is seen within a box."""
        return bool(within(self.seen >= 0, box, self.cell).any())

    def extent(self) -> tuple[float, float]:
        """The leftmost and rightmost pixel at which anything is seen; the middle where nothing is."""
        columns = np.flatnonzero((self.seen >= 0).any(axis=0))
        if not len(columns):
            return (self.seen.shape[1] * self.cell / 2,) * 2
        return float(columns[0] * self.cell), float((columns[-1] + 1) * self.cell)


def within(grid: Grid, box: Rectangle, cell: float) -> Grid:
    """The part of a grid that a box in pixels touches."""
    left, bottom, right, top = (int(edge // cell) for edge in box)
    return grid[max(bottom, 0) : max(top + 1, 0), max(left, 0) : max(right + 1, 0)]


def look(points: Mapping[str, npt.NDArray[np.float64]], clear: Collection[str], frame: Frame) -> Sight:
    """What is seen of structures given by points on their surfaces (n, 3), spread as by ``scatter``.

    ``clear`` structures are ghosts: they hide nothing.
    """
    cell = max(9.0 * frame.pixel, 1.6 * SPACING * frame.pixels_per_millimetre)
    shape = (int(frame.size[1] // cell) + 1, int(frame.size[0] // cell) + 1)
    ids, counts = tuple(points), [len(one) for one in points.values()]
    number = np.repeat(np.arange(len(ids)), counts)
    hides = np.repeat(np.array([one not in clear for one in ids], bool), counts)
    bodily = np.vstack([np.empty((0, 3)), *points.values()])
    place = frame.to_display(bodily)
    column, row = np.floor(place[:, :2] / cell).astype(int).T
    inside = (place[:, 2] > 0) & (column >= 0) & (column < shape[1]) & (row >= 0) & (row < shape[0])
    order = np.flatnonzero(inside)
    order = order[np.lexsort((-place[order, 2], hides[order]))]  # what hides most, nearest, is written last
    seen, depth = np.full(shape, -1), np.full(shape, np.inf)
    seen[row[order], column[order]] = number[order]
    hiding = order[hides[order]]
    depth[row[hiding], column[hiding]] = place[hiding, 2]
    visible = order[place[order, 2] <= depth[row[order], column[order]] + DEPTH_TOLERANCE]
    places = {}
    for i in np.unique(number[visible]):
        own = visible[number[visible] == i]
        best = own[_best(place[own, :2], _surroundings(seen == i)[row[own], column[own]])]
        places[ids[i]] = tuple((x, y, z) for x, y, z in bodily[best].tolist())
    return Sight(ids, cell, seen, places)


def scatter(mesh: Mesh) -> npt.NDArray[np.float64]:
    """Points (n, 3) spread evenly over a mesh, about ``SPACING`` mm apart; the same ones each time."""
    a, b, c = mesh.points.astype(float)[mesh.triangles.T]
    areas = np.linalg.norm(np.cross(b - a, c - a), axis=1) / 2
    count = max(round(areas.sum() / SPACING**2), 20)
    steps = (np.arange(count) + 0.5) / count * areas.sum()
    face = np.minimum(np.searchsorted(np.cumsum(areas), steps), len(areas) - 1)
    u, v = np.random.default_rng(0).random((2, count, 1))
    u, v = np.where(u + v > 1, 1 - u, u), np.where(u + v > 1, 1 - v, v)
    return np.asarray(a[face] + u * (b[face] - a[face]) + v * (c[face] - a[face]))


def _widened(grid: Grid) -> Grid:
    """The cells of a grid and all that touch them."""
    padded = np.pad(grid, 1)
    rows, columns = grid.shape
    high = padded[:rows] | padded[1 : rows + 1] | padded[2:]
    return np.asarray(high[:, :columns] | high[:, 1 : columns + 1] | high[:, 2:])


def _surroundings(own: Grid) -> npt.NDArray[np.int64]:
    """How many cells of the same structure lie around each cell."""
    padded = np.pad(own.astype(int), SEARCH)
    rows, columns = own.shape
    window = range(2 * SEARCH + 1)
    high = sum(padded[i : i + rows] for i in window)
    return np.asarray(sum(np.asarray(high)[:, j : j + columns] for j in window))


def _best(places: npt.NDArray[np.float64], scores: npt.NDArray[np.int64]) -> list[int]:
    """Which places (n, 2) to point at: that with the best surroundings, then the most central ones, without doubles."""
    middle = np.median(places, axis=0)
    inner = np.flatnonzero(scores == scores.max())
    away = ((places - middle) ** 2).sum(axis=1)
    own = ((places[inner] - np.median(places[inner], axis=0)) ** 2).sum(axis=1)
    best = [int(inner[own.argmin()]), int(away.argmin())]
    return list(dict.fromkeys(best))
