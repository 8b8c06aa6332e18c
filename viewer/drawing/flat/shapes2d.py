"""Flat drawing on top of the scene: smooth strokes, discs and rings in pixels, gathered into one actor.

Edges are feathered over a pixel by fading vertex colours, so they are smooth with or without multisampling.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from vtkmodules.vtkCommonDataModel import vtkPolyData
from vtkmodules.vtkRenderingCore import vtkActor2D, vtkPolyDataMapper2D

from viewer.drawing.polydata import array_of, cells_of, points_of
from viewer.drawing.style import Colour

Pixels = tuple[float, float]
Rectangle = tuple[float, float, float, float]
"""Left, bottom, right and top in pixels, origin lower left."""
ROUND = 36  # corners of a disc
FEATHER = 0.5  # pixels on either side of an edge
SMALL, FEW = 5.0, 14  # pixels of radius up to which a disc needs no more corners than a few


class Shapes2D:
    """Shapes on the screen; they are drawn in the order in which they were added."""

    def __init__(self) -> None:
        self.actor = vtkActor2D()
        self._mapper = vtkPolyDataMapper2D()
        self.actor.SetMapper(self._mapper)
        self.clear()

    def clear(self) -> None:
        """Takes everything off."""
        self._points: list[Pixels] = []
        self._colours: list[tuple[float, ...]] = []
        self._lengths: list[int] = []
        self._quads: list[npt.NDArray[np.int64]] = []
        self._count = 0

    def stroke(self, path: Sequence[Pixels], width: float, colour: Colour, opacity: float = 1.0) -> None:
        """A line through points, ``width`` pixels wide."""
        for (x0, y0), (x1, y1) in pairwise(path):
            length = math.hypot(x1 - x0, y1 - y0)
            if length > 1e-6:
                x, y = (y0 - y1) / length, (x1 - x0) / length
                rows = [[(x0 + o * x, y0 + o * y), (x1 + o * x, y1 + o * y)] for o in _across(width)]
                self._bands(rows, colour, (0, opacity, opacity, 0))

    def plate(self, box: Rectangle, colour: Colour, opacity: float) -> None:
        """A filled rectangle: a short stroke as wide as the rectangle is high."""
        left, bottom, right, top = box
        middle = (bottom + top) / 2
        self.stroke(((left, middle), (right, middle)), top - bottom, colour, opacity)

    def ring(self, centre: Pixels, radius: float, width: float, colour: Colour, opacity: float = 1.0) -> None:
        """A circle drawn with a line of ``width`` pixels."""
        rows = [_circle(centre, max(radius + offset, 0.0), ROUND) for offset in _across(width)]
        self._bands(rows, colour, (0, opacity, opacity, 0))

    def disc(self, centre: Pixels, radius: float, colour: Colour, opacity: float = 1.0) -> None:
        """A filled circle."""
        corners = FEW if radius <= SMALL else ROUND
        rows = [_circle(centre, max(reach, 0.0), corners) for reach in (0.0, radius - FEATHER, radius + FEATHER)]
        self._bands(rows, colour, (opacity, opacity, 0))

    def dry(self) -> None:
        """Puts what was added on the screen with the next frame."""
        self.actor.SetVisibility(bool(self._quads))
        if not self._quads:
            return
        flat = np.array(self._points, np.float32)
        mesh = vtkPolyData()
        mesh.SetPoints(points_of(np.column_stack((flat, np.zeros(len(flat), np.float32)))))
        mesh.SetPolys(cells_of(np.vstack(self._quads).astype(np.int32)))
        ink = np.repeat(np.round(255 * np.array(self._colours)).astype(np.uint8), self._lengths, axis=0)
        mesh.GetPointData().SetScalars(array_of("ink", ink))
        self._mapper.SetInputData(mesh)

    def _bands(self, rows: Sequence[Sequence[Pixels]], colour: Colour, opacities: Sequence[float]) -> None:
        """Quads between neighbouring rows of as many points each (n, 2), opaque as given per row."""
        n = len(rows[0])
        for row in rows:
            self._points += row
        self._colours += [(*colour, opacity) for opacity in opacities]
        self._lengths += [n] * len(rows)
        self._quads.append(_quads(n, len(rows)) + self._count)
        self._count += n * len(rows)


@lru_cache(maxsize=32)
def _quads(n: int, rows: int) -> npt.NDArray[np.int64]:
    """The corners (m, 4) of quads between neighbouring rows of ``n`` points each."""
    low = (np.arange(rows - 1)[:, None] * n + np.arange(n - 1)).ravel()
    return np.column_stack((low, low + 1, low + n + 1, low + n))


def _across(width: float) -> tuple[float, float, float, float]:
    half = width / 2
    inner = max(half - FEATHER, 0.0)
    return (-half - FEATHER, -inner, inner, half + FEATHER)


def _circle(centre: Pixels, radius: float, corners: int) -> list[Pixels]:
    return [(centre[0] + radius * x, centre[1] + radius * y) for x, y in _unit_circle(corners)]


@lru_cache(maxsize=4)
def _unit_circle(corners: int) -> tuple[Pixels, ...]:
    turns = (2 * math.pi * corner / corners for corner in range(corners + 1))
    return tuple((math.cos(turn), math.sin(turn)) for turn in turns)


def meet(one: Rectangle, other: Rectangle) -> bool:
    """Whether two rectangles have more in common than an edge."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def holds(box: Rectangle, place: Pixels) -> bool:
    """Whether a place lies in a rectangle."""
    return box[0] <= place[0] <= box[2] and box[1] <= place[1] <= box[3]
