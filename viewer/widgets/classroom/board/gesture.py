"""A line that is being drawn: where the hand came past, and what becomes of it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

from viewer.model.atlas.atlas import Point
from viewer.model.session.stroke import Stroke
from viewer.model.session.stroke_path import line_of

Flat = tuple[float, float]
"""x and y from the middle of the view, to the right and upwards, in heights of the view."""
CLOSE = 0.002  # heights: a hand that moves less has not moved
STRIDE = 0.008  # heights between two places at which it is asked what lies under a hand that draws on the body
STEEPEST = 18.0  # mm of the body for one stride beyond which the line ends and another one begins


@dataclass
class Gesture:
    """From press to release. ``touch`` tells the place of the body at a place of the view, for lines on the body."""

    ink: str
    width: float
    touch: Callable[[Flat], Point | None] | None = None
    pieces: list[list[Flat]] = field(default_factory=list)
    """What is to be seen of it, in pieces where it left the body in between."""
    _last: Flat | None = None
    _on_body: list[list[Point]] = field(default_factory=list)
    _pressures: list[float] = field(default_factory=list)
    _left: bool = False

    def add(self, place: Flat, pressure: float = 0.5) -> bool:
        """The hand comes past. Whether it has moved."""
        before = self._last
        if before is not None and math.dist(before, place) < CLOSE:
            return False
        self._last = place
        self._pressures.append(pressure)
        for one in [place] if before is None or self.touch is None else _between(before, place):
            self._go_on(one)
        return True

    @property
    def pressed(self) -> float:
        """The width that comes of how firmly the pen was pressed: as chosen where it does not tell."""
        return self.width * (0.5 + sum(self._pressures) / max(len(self._pressures), 1))

    def strokes(self) -> tuple[Stroke, ...]:
        """The lines that it has become."""
        on_body = self.touch is not None
        lines = self._on_body if on_body else [[(x, y, 0.0) for x, y in piece] for piece in self.pieces]
        return tuple(Stroke(line_of(line, on_body), self.ink, round(self.pressed, 2), on_body) for line in lines)

    def _go_on(self, place: Flat) -> None:
        if self.touch is None:
            self.pieces = self.pieces or [[]]
            self.pieces[-1].append(place)
            return
        touched = self.touch(place)
        if touched is None:
            self._left = True
            return
        if not self._on_body or math.dist(self._on_body[-1][-1], touched) > STEEPEST or self._left:
            self._on_body.append([])
            self.pieces.append([])
        self._left = False
        self._on_body[-1].append(touched)
        self.pieces[-1].append(place)


def _between(start: Flat, end: Flat) -> list[Flat]:
    """Places on the way, the end included."""
    count = max(1, math.ceil(math.dist(start, end) / STRIDE))
    (x0, y0), (x1, y1) = start, end
    return [(x0 + (x1 - x0) * i / count, y0 + (y1 - y0) * i / count) for i in range(1, count + 1)]
