"""Paints the grounds of lit facts and the rims of chips under the text of the facts, and finds where a fact stands."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextDocument, QTextLine

from viewer.widgets.chrome import theme
from viewer.widgets.facts.document import Chip, FactRange

_ROUND = 6.0


def range_rect(document: QTextDocument, place: FactRange) -> QRectF:
    """Where a fact stands in the document."""
    layout = document.documentLayout()
    first = layout.blockBoundingRect(document.findBlockByNumber(place.first))
    last = layout.blockBoundingRect(document.findBlockByNumber(place.last))
    room = QRectF(theme.STEP, first.top(), document.textWidth() - 2 * theme.STEP, last.bottom() - first.top())
    return room.adjusted(0.5, -theme.STEP / 2, -0.5, theme.STEP / 2)


def paint_ground(painter: QPainter, room: QRectF, colours: theme.Colours, lit: bool, ring: bool) -> None:
    """The ground of a fact that is lit, and the ring around the one that the keyboard is at."""
    if lit or ring:
        painter.setBrush(QColor(colours.tint) if lit else Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(colours.accent) if ring else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(room, _ROUND, _ROUND)


def paint_chip(painter: QPainter, document: QTextDocument, number: int, chip: Chip) -> None:
    """A rounded rim around the words in a block that say how far a fact is agreed."""
    block = document.findBlockByNumber(number)
    line = block.layout().lineForTextPosition(chip.start)
    if line.isValid():
        left, right = _across(line, chip.start), _across(line, chip.end)
        origin = document.documentLayout().blockBoundingRect(block).topLeft()
        painter.setPen(QColor(chip.ink))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        rim = QRectF(origin.x() + left, origin.y() + line.y() + 1, right - left, line.height() - 2)
        painter.drawRoundedRect(rim, 4.0, 4.0)


def _across(line: QTextLine, position: int) -> float:
    """How far across the block a position of a line is; Qt answers with the position it took, too."""
    found = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
