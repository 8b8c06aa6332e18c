"""Closed shapes that melt into one another: distance fields on a grid, joined softly, and their outlines as paths.

Everything is in centimetres of the scene, x to the right and y up. A field is negative inside its shape.
"""

from __future__ import annotations

from functools import reduce

import numpy as np
import numpy.typing as npt
import pyvista as pv

Points = npt.NDArray[np.float64]
Field = npt.NDArray[np.float64]

STEP = 0.5
"""Centimetres between the points of the grid."""
SPACING = 1.5
"""Centimetres between the points that a path goes through."""


class Grid:
    """All points of a scene at which fields are known, from one corner to the other."""

    def __init__(self, left: float, bottom: float, right: float, top: float) -> None:
        self.across = np.arange(left, right, STEP)
        self.up = np.arange(bottom, top, STEP)
        self.x, self.y = np.meshgrid(self.across, self.up)

    def polygon(self, corners: Points) -> Field:
        """How far each point is from a polygon; negative inside."""
        nearest = np.full(self.x.shape, np.inf)
        inside = np.zeros(self.x.shape, bool)
        for (ax, ay), (bx, by) in zip(corners, np.roll(corners, -1, axis=0), strict=True):
            ex, ey = bx - ax, by - ay
            along = ((self.x - ax) * ex + (self.y - ay) * ey) / max(ex * ex + ey * ey, 1e-12)
            along = np.clip(along, 0, 1)
            nearest = np.minimum(nearest, (self.x - ax - along * ex) ** 2 + (self.y - ay - along * ey) ** 2)
            if ay != by:
                crosses = ((ay > self.y) != (by > self.y)) & (self.x < ex * (self.y - ay) / ey + ax)
                inside ^= crosses
        return np.asarray(np.where(inside, -1.0, 1.0) * np.sqrt(nearest))

    def ball(self, middle: Points, radius: float) -> Field:
        """How far each point is from a disc."""
        return np.asarray(np.hypot(self.x - middle[0], self.y - middle[1]) - radius)

    def beyond(self, place: Points, way: Points) -> Field:
        """How far each point lies beyond a line through a place, along a unit vector at right angles to it."""
        return np.asarray((self.x - place[0]) * way[0] + (self.y - place[1]) * way[1])

    def at(self, field: Field, points: Points) -> Field:
        """The field at points, from the nearest point of the grid."""
        column = np.clip(np.rint((points[:, 0] - self.across[0]) / STEP).astype(int), 0, len(self.across) - 1)
        row = np.clip(np.rint((points[:, 1] - self.up[0]) / STEP).astype(int), 0, len(self.up) - 1)
        return np.asarray(field[row, column])

    def outlines(self, field: Field) -> list[Points]:
        """The closed lines around a field's inside, along the frame where the frame cuts it; specks are left out."""
        framed = np.pad(field, 1, constant_values=STEP)
        image = pv.ImageData(
            dimensions=(framed.shape[1], framed.shape[0], 1),
            spacing=(STEP, STEP, 1),
            origin=(self.across[0] - STEP, self.up[0] - STEP, 0),
        )
        image["field"] = framed.ravel()
        found = image.contour([0.0], scalars="field").strip(max_length=100_000)
        lines = [np.asarray(found.points)[one][:, :2] for one in _cells(found.lines)]
        return [_evenly(line) for line in lines if _length(line) > 4]

    def within(self, points: Points) -> npt.NDArray[np.bool_]:
        """Which points lie clear of the frame."""
        low = (self.across[0] + STEP, self.up[0] + STEP)
        high = (self.across[-1] - STEP, self.up[-1] - STEP)
        return np.asarray(np.all((points > low) & (points < high), axis=1))


def is_closed(line: Points) -> bool:
    """Whether a line ends where it began."""
    return bool(np.allclose(line[0], line[-1]))


def melted(fields: list[Field], softness: float) -> Field:
    """The union of fields, rounded where they meet by about ``softness`` centimetres."""
    return reduce(lambda a, b: _soft_least(a, b, softness), fields)


def _soft_least(a: Field, b: Field, softness: float) -> Field:
    near = np.maximum(softness - np.abs(a - b), 0) / softness
    return np.minimum(a, b) - near * near * softness / 4


def _cells(flat: npt.NDArray[np.int_]) -> list[npt.NDArray[np.int_]]:
    cells, place = [], 0
    while place < len(flat):
        cells.append(flat[place + 1 : place + 1 + flat[place]])
        place += flat[place] + 1
    return cells


def _length(line: Points) -> float:
    return float(np.linalg.norm(np.diff(line, axis=0), axis=1).sum())


def _evenly(line: Points) -> Points:
    """The same line through evenly spaced points, calmed a little: the grid's steps go."""
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    even = np.linspace(0, along[-1], max(int(along[-1] / SPACING), 8) + 1)
    points = np.column_stack([np.interp(even, along, line[:, axis]) for axis in (0, 1)])
    if is_closed(line):
        calm = (np.roll(points[:-1], 1, axis=0) + 2 * points[:-1] + np.roll(points[:-1], -1, axis=0)) / 4
        return np.concatenate([calm, calm[:1]])
    return np.concatenate([points[:1], (points[:-2] + 2 * points[1:-1] + points[2:]) / 4, points[-1:]])
