"""What a section is taken hold of by: the frame around its plane, and a grip on the frame's edge."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from viewer.drawing.frame import Frame, Vector
from viewer.drawing.slicing.axes import axes_of
from viewer.model.session.plane import CutPlane

MARGIN = 14.0  # mm of the frame around what is shown
STEPS = 16  # places along each edge that the grip may stand at
INSET = 46.0  # pixels at 100 % that the grip keeps from the view's edges
GRIP, EDGE = 17.0, 6.0  # pixels at 100 % around the grip, and beside the frame, in which a press takes hold
SIDEWAYS = 0.25  # of its length that the normal must show on the screen to be dragged along

Pixels = tuple[float, float]


@dataclass(frozen=True)
class Handle:
    """The frame of a plane from its ``low`` to its ``high`` corner (mm in the plane); ``lit`` while a hand is near."""

    plane: CutPlane
    low: tuple[float, float]
    high: tuple[float, float]
    lit: bool = False

    def corners(self) -> Vector:
        """The four corners in the plane (4, 2), counter-clockwise."""
        (left, bottom), (right, top) = self.low, self.high
        return np.array([(left, bottom), (right, bottom), (right, top), (left, top)])

    def grip(self, frame: Frame) -> Pixels:
        """Where the grip stands in a view, as far to the right as there is room."""
        border, (width, height) = self._border(frame), frame.size
        inset = min(INSET * frame.unit, width / 4, height / 4)
        x, y = border.T
        within = (x > inset) & (x < width - inset) & (y > inset) & (y < height - inset)
        if not within.any():
            return width - inset, min(max(float(y.mean()), inset), height - inset)
        best = int(np.argmax(np.where(within, x - 0.6 * np.abs(y - height / 2), -np.inf)))
        return float(x[best]), float(y[best])

    def way(self, frame: Frame) -> Pixels:
        """The normal on the screen, pixels for each mm; straight upwards where one looks along it."""
        middle = axes_of(self.plane).solid(np.array([np.mean((self.low, self.high), axis=0)]))[0]
        ends = frame.to_display(np.stack((middle, middle + axes_of(self.plane).normal)))
        x, y = (ends[1] - ends[0])[:2].tolist()
        if math.hypot(x, y) < SIDEWAYS * frame.pixels_per_millimetre:
            return 0.0, frame.pixels_per_millimetre
        return x, y

    def pull(self, frame: Frame, x: float, y: float) -> float:
        """How far, mm along the normal, a drag by so many pixels moves the plane."""
        along, up = self.way(frame)
        return (x * along + y * up) / (along * along + up * up)

    def is_at(self, frame: Frame, x: float, y: float) -> bool:
        """Whether a press at a pixel takes hold."""
        grip = self.grip(frame)
        if math.hypot(x - grip[0], y - grip[1]) <= GRIP * frame.unit:
            return True
        border = self._border(frame)
        return bool(_apart(border, np.roll(border, -1, axis=0), np.array([x, y])).min() <= EDGE * frame.unit)

    def _border(self, frame: Frame) -> Vector:
        """Places along the frame as pixels (n, 2)."""
        corners, share = self.corners(), np.arange(STEPS)[:, None] / STEPS
        edges = [
            start + share * (end - start) for start, end in zip(corners, np.roll(corners, -1, axis=0), strict=True)
        ]
        return np.asarray(frame.to_display(axes_of(self.plane).solid(np.concatenate(edges)))[:, :2])


def _apart(starts: Vector, ends: Vector, place: Vector) -> Vector:
    """How far (n,) a place lies from each of some straight pieces."""
    way = ends - starts
    share = ((place - starts) * way).sum(axis=1) / np.maximum((way * way).sum(axis=1), 1e-9)
    return np.asarray(np.linalg.norm(starts + np.clip(share, 0.0, 1.0)[:, None] * way - place, axis=1))


def around(plane: CutPlane, boxes: Vector, lit: bool) -> Handle | None:
    """The handle of a plane through what lies in boxes (n, 3, 2), mm; None where there is nothing."""
    if not len(boxes):
        return None
    low, high = boxes[:, :, 0].min(axis=0), boxes[:, :, 1].max(axis=0)
    corners = np.stack(np.meshgrid(*zip(low, high, strict=True)), axis=-1).reshape(-1, 3)
    flat = axes_of(plane).flat(corners)
    (left, bottom), (right, top) = (flat.min(axis=0) - MARGIN).tolist(), (flat.max(axis=0) + MARGIN).tolist()
    return Handle(plane, (left, bottom), (right, top), lit)
