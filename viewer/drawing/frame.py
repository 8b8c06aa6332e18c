"""The geometry of one frame: from body millimetres to pixels and back, for a camera and a size of view."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from viewer.drawing import cameras
from viewer.model.session.view import Camera

Vector = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Frame:
    """A camera's view of ``size`` (width, height) pixels, origin lower left, seeing depths from ``near`` to ``far`` mm.

    ``pixel`` says how many pixels one pixel at 100 % scaling is; lines and marks are ``thick`` times as thick as that.
    A large picture is drawn in so many ``tiles`` along each side, one at a time.
    """

    camera: Camera
    size: tuple[int, int]
    pixel: float = 1.0
    near: float = 1.0
    far: float = 10000.0
    thick: float = 1.0
    tiles: int = 1

    @property
    def half_size(self) -> tuple[float, float]:
        """Half the width and height, pixels."""
        return self.size[0] / 2, self.size[1] / 2

    @property
    def unit(self) -> float:
        """How many pixels one at 100 % is in lines and marks: more for a class."""
        return self.pixel * self.thick

    @property
    def half_tile(self) -> tuple[float, float]:
        """Half the width and height of what is drawn at once, pixels."""
        return self.half_size[0] / self.tiles, self.half_size[1] / self.tiles

    @property
    def millimetre(self) -> float:
        """How much depth, in normalised device units, one millimetre is near the focus."""
        away = cameras.distance(self.camera)
        return 2 * self.far * self.near / ((self.far - self.near) * away * away)

    @property
    def pixels_per_millimetre(self) -> float:
        """The scale at the focus."""
        return self.size[1] / cameras.height_at_focus(self.camera)

    def to_display(self, points: npt.ArrayLike) -> Vector:
        """Body points (n, 3) as (n, 3): pixel x, pixel y, depth in mm; behind the viewer depth is not positive."""
        right, up, forward = cameras.axes(self.camera)
        away = np.asarray(points, float).reshape(-1, 3) - self.camera.position
        depth = away @ forward
        scale = self.half_size[1] / (self._slope * np.where(np.abs(depth) < 1e-9, 1e-9, depth))
        return np.column_stack((away @ right * scale + self.half_size[0], away @ up * scale + self.half_size[1], depth))

    def ray(self, x: float, y: float) -> tuple[Vector, Vector]:
        """Where the line of sight through a pixel enters and leaves what is drawn (3,), (3,)."""
        right, up, forward = cameras.axes(self.camera)
        aside, above = ((x, y)[i] - self.half_size[i] for i in (0, 1))
        way = forward + (aside * right + above * up) * (self._slope / self.half_size[1])
        start = np.asarray(self.camera.position, float)
        return start + self.near * way, start + self.far * way

    @property
    def _slope(self) -> float:
        return math.tan(math.radians(self.camera.angle) / 2)


def bounding_sphere(boxes: Sequence[Sequence[float]]) -> tuple[Vector, float]:
    """Centre (3,) and radius (mm) of a sphere around boxes (x, X, y, Y, z, Z)."""
    corners = np.array([list(box) for box in boxes] or [[-100.0, 100.0] * 3]).reshape(-1, 3, 2)
    low, high = corners[:, :, 0].min(axis=0), corners[:, :, 1].max(axis=0)
    return (low + high) / 2, float(np.linalg.norm(high - low)) / 2 + 10.0
