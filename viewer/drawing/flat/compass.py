"""Which way the person is turned: a small star of six anatomical letters in a corner, and letters at the sides."""

from __future__ import annotations

import numpy as np

from viewer.drawing import cameras
from viewer.drawing.flat.shapes2d import Pixels, Rectangle, Shapes2D
from viewer.drawing.flat.words import Align, Script, Words
from viewer.drawing.frame import Frame
from viewer.drawing.style import COMPASS_DISC, COMPASS_REACH, STANDPOINTS, Theme
from viewer.model.session.view import Camera

# The ends of the body's axes: letter, direction, and the standard view from there.
ENDS = tuple(
    (view[0].upper(), tuple(0.0 - part for part in STANDPOINTS[view].toward), view)
    for view in ("right", "left", "anterior", "posterior", "superior", "inferior")
)
SQUARELY = 0.80  # how nearly an axis must run across the view for its letters to stand at the sides


def draw_star(shapes: Shapes2D, words: Words, frame: Frame, theme: Theme) -> None:
    """Draws the star, nearer letters over farther ones; those that point away from the viewer are hollow."""
    middle = centre(frame)
    for letter, place, depth, _ in sorted(_ends(frame), key=lambda end: -end[2]):
        near = depth < 0.25
        if near:
            shapes.stroke((middle, place), 1.6 * frame.pixel, theme.quiet, 0.9)
            shapes.disc(place, COMPASS_DISC * frame.pixel, theme.star, 0.95)
        else:
            shapes.disc(place, COMPASS_DISC * frame.pixel, theme.bottom, 0.75)
            shapes.ring(place, COMPASS_DISC * frame.pixel, 1.2 * frame.pixel, theme.quiet, 0.55)
        colour = theme.star_ink if near else theme.quiet
        words.say(f"star {letter}", letter, place, Script(12.5 * frame.pixel, colour, Align.CENTRE, bold=near))


def draw_sides(words: Words, frame: Frame, theme: Theme, size: float) -> None:
    """R and L (or A and P) at the sides of the scene, where an axis of the body runs across the view."""
    for letter, x in zip(side_letters(frame.camera), (0.0, 1.0), strict=False):
        inset = 14 * frame.pixel
        place = (inset + x * (frame.size[0] - 2 * inset), frame.half_size[1])
        align = Align.RIGHT if x else Align.LEFT
        words.say(f"side {x}", letter, place, Script(size, theme.quiet, align, bold=True))


def side_letters(camera: Camera) -> tuple[str, ...]:
    """The letters at the left and right of a view, or none where it is too oblique to say."""
    right, _, _ = cameras.axes(camera)
    for letter, direction, _ in ENDS[:4]:
        if float(np.dot(right, direction)) > SQUARELY:
            opposite = next(other for other, way, _ in ENDS if np.allclose(way, np.negative(direction)))
            return opposite, letter
    return ()


def standard_view_at(x: float, y: float, frame: Frame) -> str | None:
    """The standard view that a letter of the star at a pixel stands for, or None beside the star."""
    hits = [
        (depth, view) for _, place, depth, view in _ends(frame)
        if np.hypot(x - place[0], y - place[1]) <= COMPASS_DISC * frame.pixel
    ]  # fmt: skip
    return min(hits)[1] if hits else None


def centre(frame: Frame) -> Pixels:
    """The star's middle, in the lower left corner."""
    inset = (COMPASS_REACH + COMPASS_DISC + 14) * frame.pixel
    return inset, inset


def places(frame: Frame, size: float) -> list[Rectangle]:
    """What the star takes of a view, and the letters of that size at its sides."""
    middle, reach = centre(frame)[0], (COMPASS_REACH + COMPASS_DISC) * frame.pixel
    corner = (0.0, 0.0, middle + reach, middle + reach)
    if not side_letters(frame.camera):
        return [corner]
    (width, _), (_, half), deep = frame.size, frame.half_size, 14 * frame.pixel + size
    return [corner, (0.0, half - size, deep, half + size), (width - deep, half - size, float(width), half + size)]


def _ends(frame: Frame) -> list[tuple[str, Pixels, float, str]]:
    """Each end's letter, pixel, depth (-1 towards the viewer .. 1 away) and standard view."""
    axes = np.column_stack(cameras.axes(frame.camera))
    middle, reach = centre(frame), COMPASS_REACH * frame.pixel
    ends = []
    for letter, direction, view in ENDS:
        across, up, depth = (float(part) for part in np.asarray(direction) @ axes)
        ends.append((letter, (middle[0] + reach * across, middle[1] + reach * up), depth, view))
    return ends
