"""What guides a hand on the body: landmarks marked on the skin by name, and an arrow from there to the muscle.

All of it is drawn flat over the scene, because a hand feels what the eye cannot see.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from viewer.drawing import style
from viewer.drawing.flat import plated
from viewer.drawing.flat.shapes2d import Pixels, Shapes2D
from viewer.drawing.flat.words import Script, Words
from viewer.drawing.frame import Frame
from viewer.model.atlas.atlas import Landmark, Point

SHORTEST = 46.0  # pixels at 100 %: an arrow seen from its end must still be seen
HEAD = 11.0  # pixels, length of the arrow's head
HAND = (0.18, 0.62, 0.86)
RIM = (0.04, 0.10, 0.15)


def draw_landmarks(landmarks: Sequence[Landmark], shapes: Shapes2D, words: Words, frame: Frame, script: Script) -> None:
    """Each as a ring at a point or a line through several, the names beside them and clear of each other."""
    taken: list[float] = []
    for landmark in landmarks:
        places = _pixels(landmark.places, frame)
        if places:
            _draw_line(places, shapes, frame.unit)
            x, y = max(places)
            while any(abs(y - other) < 1.5 * script.size for other in taken):
                y -= 0.5 * script.size
            taken.append(y)
            _name(landmark, (x, y), shapes, words, frame, script)


def _draw_line(places: list[Pixels], shapes: Shapes2D, unit: float) -> None:
    shapes.stroke(places, 4.4 * unit, style.MARK_INK, 0.7)
    shapes.stroke(places, 2.2 * unit, style.MARK)
    for place in places if len(places) == 1 else ():
        shapes.ring(place, 7.0 * unit, 4.4 * unit, style.MARK_INK, 0.7)
        shapes.ring(place, 7.0 * unit, 2.2 * unit, style.MARK)


def _name(  # noqa: PLR0913, PLR0917 - what to write, how, and where
    landmark: Landmark, place: Pixels, shapes: Shapes2D, words: Words, frame: Frame, script: Script
) -> None:
    """Beside its place, and within the view; nothing where names are withheld."""
    if not landmark.name:
        return
    width, _ = words.measure(landmark.name, script)
    room = frame.size[0] - width - 2 * script.size
    x = max(0.0, min(place[0] + 13.0 * frame.unit, room))
    y = place[1] if x > place[0] else place[1] - 2.0 * script.size
    plated.say(f"landmark {landmark.id}", landmark.name, (x, y), script, shapes, words)


def draw_hand(hand: tuple[Point, Point], shapes: Shapes2D, frame: Frame) -> None:
    """An arrow whose tip stands at what the hand aims at."""
    ends = _pixels(hand, frame)
    if len(ends) == 2:
        start, tip = _stretched(ends[0], ends[1], SHORTEST * frame.unit)
        for width, colour in ((8.0, RIM), (4.6, HAND)):
            shapes.stroke((start, tip), width * frame.unit, colour)
            for side in (-1.0, 1.0):
                shapes.stroke((tip, _barb(start, tip, side, HEAD * frame.unit)), width * frame.unit, colour)
            shapes.disc(tip, width / 2 * frame.unit, colour)


def _pixels(places: tuple[Point, ...], frame: Frame) -> list[Pixels]:
    """Places as seen; those behind the viewer are left out."""
    seen = frame.to_display(places).tolist()
    return [(x, y) for x, y, depth in seen if depth > 0]


def _stretched(start: Pixels, tip: Pixels, shortest: float) -> tuple[Pixels, Pixels]:
    """The same arrow, begun farther away where it would be too short; from above where it has no direction."""
    x, y = start[0] - tip[0], start[1] - tip[1]
    length = math.hypot(x, y)
    way = (x / length, y / length) if length > 1.0 else (0.0, 1.0)
    reach = max(length, shortest)
    return (tip[0] + way[0] * reach, tip[1] + way[1] * reach), tip


def _barb(start: Pixels, tip: Pixels, side: float, length: float) -> Pixels:
    angle = math.atan2(start[1] - tip[1], start[0] - tip[0]) + side * math.radians(38.0)
    return tip[0] + length * math.cos(angle), tip[1] + length * math.sin(angle)
