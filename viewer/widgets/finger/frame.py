"""Where a section's millimetres fall on a picture, and how the picture is shared between body, names and ruler."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from viewer.model.finger.press import FingerPath
from viewer.model.finger.section import Outline
from viewer.widgets.finger.outlines import Box, Places

ABOVE = 30.0  # mm above the skin: room for the finger
BEYOND = 12.0  # mm below what is looked at
NAMED_FROM = 560.0  # pixels at 100 % from which names have columns beside the body
COLUMN = 0.235  # of the width, for the names of one side
FOOT = 3.2  # ems for the words below
NARROWEST, WIDEST = 110.0, 172.0  # mm: what is to be seen around a way, and how wide a section is
LEAST, MOST, STEP = 90.0, 130.0, 10.0  # mm that are shown of a way


@dataclass(frozen=True)
class Frame:
    """``area`` of the picture holds the body, ``scale`` pixels are a millimetre, ``skin`` is the place on the skin.

    ``em`` is the height of its letters in pixels, ``column`` pixels at each side hold names.
    """

    area: QRectF
    scale: float
    skin: QPointF
    em: float
    column: float

    @property
    def named(self) -> bool:
        """Whether names stand beside the body, in columns of so many pixels."""
        return self.column > 0

    @property
    def box(self) -> Box:
        """The millimetres in the frame."""
        left, top = (self.area.left() - self.skin.x()) / self.scale, (self.area.top() - self.skin.y()) / self.scale
        return left, left + self.area.width() / self.scale, top, top + self.area.height() / self.scale

    def place(self, across: float, deep: float) -> QPointF:
        """The pixel of a place of the section."""
        return QPointF(self.skin.x() + across * self.scale, self.skin.y() + deep * self.scale)

    def polygon(self, places: Outline | Places) -> QPolygonF:
        """Places of the section as pixels."""
        x, y = self.skin.x(), self.skin.y()
        return QPolygonF([QPointF(x + self.scale * a, y + self.scale * b) for a, b in places.tolist()])

    def path(self, parts: tuple[Outline, ...]) -> QPainterPath:
        """Closed outlines as pixels; what lies within an even number of them is a hole."""
        path = QPainterPath()
        for part in parts:
            path.addPolygon(self.polygon(part))
            path.closeSubpath()
        return path


def framed(rect: QRectF, em: float, deepest: float) -> Frame:
    """The frame that shows the way from above the skin to so many mm deep, whatever the picture's shape; wide pictures
    have names at both sides.
    """
    named = rect.width() >= NAMED_FROM * em / 13
    column, foot = (COLUMN * rect.width(), FOOT * em) if named else (0.0, 0.0)
    room = rect.adjusted(column + 0.6 * em, 0.8 * em, -column - 0.6 * em, -0.8 * em - foot)
    scale = min(room.height() / (ABOVE + deepest + BEYOND), room.width() / NARROWEST)
    side = max(0.0, room.width() - WIDEST * scale) / 2
    room.adjust(side, 0, -side, 0)
    skin = QPointF(room.center().x(), room.top() + ABOVE * scale)
    return Frame(room, scale, skin, em, column)


def reach(path: FingerPath) -> float:
    """How deep, mm, a picture of a way goes: to the first thing that is far in; it changes in steps, if it does."""
    met = [crossing.leave for crossing in path.crossings if crossing.enter <= LEAST]
    deepest = min(max([LEAST, path.press.depth + BEYOND, *met]), MOST, path.through)
    return STEP * math.ceil(deepest / STEP)
