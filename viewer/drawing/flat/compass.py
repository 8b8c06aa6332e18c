"""Which way the person is turned: a small star of six anatomical letters in a corner, and letters at the sides."""

from __future__ import annotations

from dataclasses import dataclass

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
NEAR = 0.25  # depth up to which an end counts as turned to the viewer
CLASS_DISC, CLASS_REACH = 1.55, 2.45  # for a class: letters as a multiple of a disc's radius, and the star's reach
SQUARELY = 0.80  # how nearly an axis must run across the view for its letters to stand at the sides


@dataclass(frozen=True)
class Star:
    """Where the star stands in a frame, and how large it is, in pixels; with ``all`` its ends, or only those that point
    to the viewer and across.
    """

    middle: Pixels
    reach: float
    disc: float
    letters: float
    all: bool = True


def star_of(frame: Frame, letters: float | None = None, floor: float = 0.0) -> Star:
    """The star in the lower left corner, ``floor`` pixels higher; for a class with letters of that size."""
    unit = frame.pixel if letters is None else letters / CLASS_DISC
    disc, reach = (COMPASS_DISC, COMPASS_REACH) if letters is None else (1.0, CLASS_REACH)
    inset = (reach + disc) * unit + 14 * frame.pixel
    return Star((inset, inset + floor), reach * unit, disc * unit, letters or 12.5 * frame.pixel, letters is None)


def draw_star(star: Star, shapes: Shapes2D, words: Words, frame: Frame, theme: Theme) -> None:
    """Draws the star, nearer letters over farther ones; those that point away from the viewer are hollow."""
    for letter, place, depth, _ in sorted(_ends(star, frame), key=lambda end: -end[2]):
        near = depth < NEAR
        if near:
            shapes.stroke((star.middle, place), 1.6 * frame.unit, theme.quiet, 0.9)
            shapes.disc(place, star.disc, theme.star, 0.95)
        else:
            shapes.disc(place, star.disc, theme.bottom, 0.75)
            shapes.ring(place, star.disc, 1.2 * frame.pixel, theme.quiet, 0.55)
        colour = theme.star_ink if near else theme.quiet
        words.say(f"star {letter}", letter, place, Script(star.letters, colour, Align.CENTRE, bold=near))


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


def standard_view_at(x: float, y: float, star: Star, frame: Frame) -> str | None:
    """The standard view that a letter of the star at a pixel stands for, or None beside the star."""
    hits = [
        (depth, view) for _, place, depth, view in _ends(star, frame)
        if np.hypot(x - place[0], y - place[1]) <= star.disc
    ]  # fmt: skip
    return min(hits)[1] if hits else None


def places(star: Star, frame: Frame, size: float) -> list[Rectangle]:
    """What the star takes of a view, and the letters of that size at its sides."""
    (x, y), reach = star.middle, star.reach + star.disc
    corner = (0.0, y - x, x + reach, y + reach)
    if not side_letters(frame.camera):
        return [corner]
    (width, _), (_, half), deep = frame.size, frame.half_size, 14 * frame.pixel + size
    return [corner, (0.0, half - size, deep, half + size), (width - deep, half - size, float(width), half + size)]


def _ends(star: Star, frame: Frame) -> list[tuple[str, Pixels, float, str]]:
    """Each end's letter, pixel, depth (-1 towards the viewer .. 1 away) and standard view."""
    axes = np.column_stack(cameras.axes(frame.camera))
    (x, y), ends = star.middle, []
    for letter, direction, view in ENDS:
        across, up, depth = (float(part) for part in np.asarray(direction) @ axes)
        if star.all or depth < NEAR:
            ends.append((letter, (x + star.reach * across, y + star.reach * up), depth, view))
    return ends
