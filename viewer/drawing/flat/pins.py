"""Pins of a user's notes: a square numbered head on a needle whose point stands at the place, drawn over the scene.

Square and dark with a pale rim, they are told from the round yellow marks of the data in any light and in grey. A
place that lies behind something has a dotted needle.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from viewer.drawing import style
from viewer.drawing.flat.shapes2d import Pixels, Shapes2D
from viewer.drawing.flat.words import Align, Script, Words
from viewer.drawing.frame import Frame
from viewer.model.notes.pins import Pin

NEEDLE = 1.5  # em from the point to the middle of the head
LIT = 1.3  # how much larger the pin of the chosen note is
REACH = 6.0  # pixels at 100 % around point and head that still count as the pin
_DOTS = 5


@dataclass(frozen=True)
class Head:
    """A pin on the screen: its point, and the middle, width and height of its head (pixels, origin lower left)."""

    pin: Pin
    tip: Pixels
    middle: Pixels
    size: Pixels

    def is_at(self, x: float, y: float, reach: float) -> bool:
        """Whether a pixel is on the head, or near the point."""
        on_head = all(
            abs(at - middle) <= size / 2 + reach
            for at, middle, size in zip((x, y), self.middle, self.size, strict=True)
        )
        return on_head or (abs(x - self.tip[0]) <= reach and abs(y - self.tip[1]) <= reach)


def lay_out(pins: Sequence[Pin], frame: Frame, em: float) -> tuple[Head, ...]:
    """Where pins stand in a frame, those out of view left out; heads that would meet stand one above the other."""
    heads: list[Head] = []
    seen = [] if not pins else frame.to_display([pin.place for pin in pins]).tolist()
    for pin, (x, y, depth) in zip(pins, seen, strict=True):
        if depth > 0 and 0 <= x <= frame.size[0] and 0 <= y <= frame.size[1]:
            heads.append(_raised(_head(pin, (x, y), em), heads))
    return tuple(heads)


def draw(heads: Sequence[Head], covered: Mapping[Pin, bool], shapes: Shapes2D, words: Words, frame: Frame) -> None:
    """Draws pins, the lit one last; ``covered`` says of each whether its place lies behind something."""
    for head in sorted(heads, key=lambda one: one.pin.lit):
        _draw_needle(head, covered.get(head.pin, False), shapes, frame.unit)
        _draw_head(head, shapes, frame.unit)
        script = Script(head.size[1] / 1.5, style.PIN_INK, Align.CENTRE, bold=True)
        words.say(f"pin {head.pin.note}", head.pin.head, head.middle, script)


def _head(pin: Pin, tip: Pixels, em: float) -> Head:
    own = em * (LIT if pin.lit else 1.0)
    width = max(1.5, 0.7 + 0.6 * len(pin.head)) * own
    return Head(pin, tip, (tip[0], tip[1] + NEEDLE * own + 0.75 * own), (width, 1.5 * own))


def _raised(head: Head, others: Sequence[Head]) -> Head:
    """The head above those of others that it would cover."""
    x, y = head.middle
    for other in sorted(others, key=lambda one: one.middle[1]):
        apart = [(a + b) / 2 for a, b in zip(head.size, other.size, strict=True)]
        if abs(x - other.middle[0]) < apart[0] and abs(y - other.middle[1]) < apart[1]:
            y = other.middle[1] + 1.12 * apart[1]
    return Head(head.pin, head.tip, (x, y), head.size)


def _draw_needle(head: Head, covered: bool, shapes: Shapes2D, unit: float) -> None:
    foot, tip = (head.middle[0], head.middle[1] - head.size[1] / 2), head.tip
    if covered:
        for number in range(_DOTS):
            share = (number + 0.5) / _DOTS
            place = (tip[0], tip[1] + share * (foot[1] - tip[1]))
            _draw_point(place, 1.6, shapes, unit)
        shapes.ring(tip, 3.6 * unit, 2.6 * unit, style.PIN_RIM)
        shapes.ring(tip, 3.6 * unit, 1.4 * unit, style.PIN)
    else:
        shapes.stroke((tip, foot), 4.4 * unit, style.PIN_RIM)
        shapes.stroke((tip, foot), 2.4 * unit, style.PIN)
        _draw_point(tip, 3.2, shapes, unit)


def _draw_point(place: Pixels, radius: float, shapes: Shapes2D, unit: float) -> None:
    shapes.disc(place, (radius + 1.2) * unit, style.PIN_RIM)
    shapes.disc(place, radius * unit, style.PIN)


def _draw_head(head: Head, shapes: Shapes2D, unit: float) -> None:
    """Rectangles, each a short stroke as wide as it is high; the outermost is dark, so that paper shows the rim too."""
    (x, y), (width, height) = head.middle, head.size
    rim = 3.0 if head.pin.lit else 1.8
    for grown, colour in ((rim + 1.0, style.PIN), (rim, style.PIN_RIM), (0.0, style.PIN)):
        half = width / 2 + grown * unit
        shapes.stroke(((x - half, y), (x + half, y)), height + 2 * grown * unit, colour)
