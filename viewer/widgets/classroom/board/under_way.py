"""The line that is being drawn, shown at once: painted over the picture, which is drawn anew only when it is done."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from viewer.drawing import style
from viewer.widgets.classroom.board.gesture import Gesture
from viewer.widgets.classroom.over_view import OverView, in_rect


class UnderWay(OverView):
    """Over the 3D view."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._gesture: Gesture | None = None

    def follow(self, gesture: Gesture | None) -> None:
        """Show a gesture as far as it has come, or none."""
        if gesture is not None and gesture is self._gesture:
            self.update(self._newest(gesture))
            return
        self._gesture = gesture
        self.setVisible(gesture is not None)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """The line."""
        if self._gesture is not None:
            paint_gesture(QPainter(self), QRectF(self.rect()), self._gesture)

    def _newest(self, gesture: Gesture) -> QRect:
        """Where the line has grown."""
        rect = QRectF(self.rect())
        ends = [in_rect(place, rect) for piece in gesture.pieces[-2:] for place in piece[-12:]]
        box = QPolygonF(ends).boundingRect()
        reach = _casing(gesture, rect)
        return box.adjusted(-reach, -reach, reach, reach).toAlignedRect()


def paint_gesture(painter: QPainter, rect: QRectF, gesture: Gesture) -> None:
    """Paints a line that is being drawn over a picture that fills a rectangle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    lines = [QPolygonF([in_rect(place, rect) for place in piece]) for piece in gesture.pieces if piece]
    width = gesture.width / 1000 * rect.height()
    for colour, broad in (
        (style.CASINGS[gesture.ink], _casing(gesture, rect)),
        (style.STROKES[gesture.ink], max(width, 1.0)),
    ):
        pen = QPen(QColor.fromRgbF(*colour), broad, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for line in lines:
            _draw(painter, line)


def _draw(painter: QPainter, line: QPolygonF) -> None:
    if line.size() == 1:
        painter.drawPoint(line.at(0) + QPointF(0.01, 0.0))
    else:
        painter.drawPolyline(line)


def _casing(gesture: Gesture, rect: QRectF) -> float:
    """How broad the line under the line is."""
    return gesture.width / 1000 * rect.height() + 2 * style.CASING
