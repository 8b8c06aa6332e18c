"""A piece of one of the plot's lines, to stand before the word that says what it means."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from viewer.widgets.chrome import theme

WIDE, HIGH, MARK = 28, 16, 8  # pixels


class KeyMark(QWidget):
    """The line of what was right, or that of how sure it was."""

    def __init__(self, is_right: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_right = is_right
        self.setFixedSize(QSize(WIDE, HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """As ``day_plot`` draws it."""
        colours = colours_on(self.palette())
        colour = QColor(colours.accent if self._is_right else colours.disputed)
        middle, mark = QPointF(WIDE / 2, HIGH / 2), QRectF((WIDE - MARK) / 2, (HIGH - MARK) / 2, MARK, MARK)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine if self._is_right else Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(0, middle.y()), QPointF(WIDE, middle.y()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(mark) if self._is_right else painter.drawRect(mark)
        painter.end()


def colours_on(palette: QPalette) -> theme.Colours:
    """The colours for the ground that a palette has."""
    return theme.DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else theme.LIGHT
