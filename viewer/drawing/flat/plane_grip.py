"""Draws the grip of a section: a disc with an arrow to either side, along the way on which the plane is moved."""

from __future__ import annotations

import math

from viewer.drawing.flat.shapes2d import Rectangle, Shapes2D
from viewer.drawing.frame import Frame
from viewer.drawing.slicing.handle import Handle
from viewer.drawing.style import Theme

DISC, ARM, HEAD = 13.0, 8.5, 4.0  # pixels at 100 %


def place(handle: Handle, frame: Frame) -> Rectangle:
    """What the grip takes of a view."""
    (x, y), reach = handle.grip(frame), (DISC + 3.0) * frame.unit
    return x - reach, y - reach, x + reach, y + reach


def draw(handle: Handle, shapes: Shapes2D, frame: Frame, theme: Theme) -> None:
    """The grip where it stands in a view."""
    (x, y), (along, up), unit = handle.grip(frame), handle.way(frame), frame.unit
    size = math.hypot(along, up)
    along, up = along / size, up / size
    shapes.disc((x, y), (DISC + 1.6) * unit, theme.star_ink, 0.55)
    shapes.disc((x, y), DISC * unit, theme.outline if handle.lit else theme.star)
    ink = theme.bottom if handle.lit else theme.star_ink
    for sign in (-1.0, 1.0):
        tip = (x + sign * ARM * unit * along, y + sign * ARM * unit * up)
        shapes.stroke(((x, y), tip), 2.2 * unit, ink)
        for turn in (-1.0, 1.0):
            barb = (-sign * along + turn * up, -sign * up - turn * along)
            shapes.stroke((tip, (tip[0] + HEAD * unit * barb[0], tip[1] + HEAD * unit * barb[1])), 2.2 * unit, ink)
