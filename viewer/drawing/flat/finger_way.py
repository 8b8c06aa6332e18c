"""The way of a finger through the body, drawn flat over the scene: what it crosses in the colours of the tissues.

Down to the tip the line is broad, beyond it narrow; the skin has a ring where the finger stands. All of it is seen
through whatever lies before it, as the hand that guides is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from viewer.drawing import style
from viewer.drawing.flat import plated
from viewer.drawing.flat.guidance import HAND, RIM
from viewer.drawing.flat.shapes2d import Pixels, Shapes2D
from viewer.drawing.flat.words import Align, Script, Words
from viewer.drawing.frame import Frame
from viewer.drawing.style import Colour
from viewer.model.atlas.atlas import Point, Structure
from viewer.model.finger.keeping_off import FINGERTIP
from viewer.model.finger.press import FingerPath, Press

BROAD, NARROW, EDGE = 7.0, 3.6, 2.0  # pixels at 100 %: the line to the tip, the one beyond, the dark rim of both
BETWEEN = (0.96, 0.90, 0.72)  # fat and whatever else no structure fills
TIP, TIP_RIM = 6.0, (1.0, 1.0, 1.0)
BESIDE = 15.0  # pixels from the tip to its depth in words
GAP = 0.8  # pixels that part two stretches
RING, CORNERS = 1.25 * FINGERTIP, 48
BOTH = 2


@dataclass(frozen=True)
class Way:
    """A press, the depth (mm) at which its way leaves the body, and the stretches in structures: begin, end, colour."""

    press: Press
    through: float
    stretches: tuple[tuple[float, float, Colour], ...]


def way_of(path: FingerPath, structures: Mapping[str, Structure]) -> Way:
    """What is to be drawn of a path; where structures lie in each other, the one entered last is on top."""
    known = ((one, structures[one.structure].kind) for one in path.crossings if one.structure in structures)
    return Way(path.press, path.through, tuple((one.enter, one.leave, style.SWATCHES[kind]) for one, kind in known))


def tell(way: Way, shapes: Shapes2D, words: Words, frame: Frame, script: Script) -> None:
    """Writes how deep the tip is: ahead of it, where the finger does not lie, and below the line."""
    (x, _, _), (ahead, y, away) = frame.to_display([way.press.start, way.press.tip]).tolist()
    if away > 0:
        side = -1.0 if ahead < x - 1.0 else 1.0
        beside = replace(script, align=Align.LEFT if side > 0 else Align.RIGHT)
        away = max(BESIDE * frame.unit, 0.9 * script.size)
        plated.say("finger", f"{way.press.depth:.0f} mm", (ahead + side * away, y - away), beside, shapes, words)


def draw(way: Way, shapes: Shapes2D, frame: Frame) -> None:
    """Draws it."""
    brush = _Brush(way, shapes, frame)
    depth = way.press.depth
    brush.ring()
    brush.line(depth, max(way.through, depth), NARROW * frame.unit)
    brush.line(0.0, depth, BROAD * frame.unit)
    brush.tip()


@dataclass(frozen=True)
class _Brush:
    """What draws one way in one frame."""

    way: Way
    shapes: Shapes2D
    frame: Frame

    def line(self, begin: float, end: float, width: float) -> None:
        """What of the way lies between two depths."""
        gap = GAP * self.frame.unit / self.frame.pixels_per_millimetre
        self._stroke(begin, end, width + 2 * EDGE * self.frame.unit, RIM)
        self._stroke(begin, end, width, BETWEEN)
        for enter, leave, colour in self.way.stretches:
            first, last = max(enter, begin), min(leave, end)
            if first < last:
                self._stroke(max(first - gap, begin), min(last + gap, end), width, RIM)
                self._stroke(first, last, width, colour)

    def ring(self) -> None:
        """Around the place on the skin, a little wider than a fingertip, at right angles to the way."""
        right, up = np.linalg.svd(np.array([self.way.press.way]))[2][1:]
        turns = np.linspace(0.0, 2 * np.pi, CORNERS + 1)[:, None]
        circle = np.array(self.way.press.start) + RING * (np.cos(turns) * right + np.sin(turns) * up)
        places = self._seen(circle.tolist())
        if len(places) == len(circle):
            self.shapes.stroke(places, 5.4 * self.frame.unit, RIM, 0.8)
            self.shapes.stroke(places, 2.8 * self.frame.unit, HAND)

    def tip(self) -> None:
        """A disc at the tip of the finger."""
        for place in self._seen([self.way.press.tip]):
            for grown, colour in ((3.4, RIM), (2.0, TIP_RIM), (0.0, HAND)):
                self.shapes.disc(place, (TIP + grown) * self.frame.unit, colour)

    def _stroke(self, begin: float, end: float, width: float, colour: Colour) -> None:
        ends = self._seen([self.way.press.place(begin), self.way.press.place(end)])
        if len(ends) == BOTH:
            self.shapes.stroke(ends, width, colour)

    def _seen(self, places: list[Point]) -> list[Pixels]:
        """Places as pixels; those behind the viewer are left out."""
        return [(x, y) for x, y, depth in self.frame.to_display(places).tolist() if depth > 0]
