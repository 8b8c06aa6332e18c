"""The pointer as a spotlight: the picture is dimmed but for a soft disc around it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QCursor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRadialGradient,
    QRegion,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from viewer.widgets.classroom.over_view import OverView, in_heights, in_rect
from viewer.widgets.viewport.mouse_input import WHEEL_NOTCH

DIM = QColor(0, 0, 0, 200)
USUAL, SMALLEST, LARGEST = 0.17, 0.05, 0.6  # radii, heights of the view
GROWTH = 1.15  # by a notch of the wheel
HARD, SOFT = 0.82, 1.18  # radii from which and up to which the light fades


class Spotlight(QObject):
    """``changed`` says that it went on or off, elsewhere, or has another size.

    ``place`` is its middle: x and y from the middle of the view, to the right and upwards, in heights of the view;
    ``radius`` is counted in them too.
    """

    changed = Signal()

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.on, self.place, self.radius = False, (0.0, 0.0), USUAL
        self._view, self._cover = view, _Cover(view, self)

    def set_on(self, on: bool) -> None:
        """Light what is under the pointer, or all of the picture again."""
        if on == self.on:
            return
        self.on = on
        if on:
            self._view.installEventFilter(self)
            self.point_at(*in_heights(self._pointer(), QRectF(self._view.rect())))
        else:
            self._view.removeEventFilter(self)
        self._cover.setVisible(on)
        self.changed.emit()

    def leave(self) -> bool:
        """All of the picture again. Whether there was a spotlight."""
        was = self.on
        self.set_on(False)
        return was

    def point_at(self, x: float, y: float) -> None:
        """Light another place."""
        if (x, y) != self.place:
            before, self.place = self._cover.reach(), (x, y)
            self._cover.update(QRegion(before).united(self._cover.reach()))
            self.changed.emit()

    def grow(self, notches: float) -> None:
        """Light more, or less with a negative number."""
        self.radius = min(max(self.radius * GROWTH**notches, SMALLEST), LARGEST)
        self._cover.update()
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002
        """Follow the pointer, take the wheel with Ctrl, and end with Esc."""
        if isinstance(event, QWheelEvent):
            return self._wheel(event)
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            return self._escape(event)
        if isinstance(event, QMouseEvent):
            self.point_at(*in_heights(event.position(), QRectF(self._view.rect())))
        return False

    def _wheel(self, event: QWheelEvent) -> bool:
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if held:
            self.grow(event.angleDelta().y() / WHEEL_NOTCH)
        return held

    def _escape(self, event: QKeyEvent) -> bool:
        """Before the window's own meaning of Esc, which is a shortcut."""
        event.accept()
        if event.type() is QEvent.Type.KeyPress:
            self.set_on(False)
        return True

    def _pointer(self) -> QPointF:
        """Where the pointer is in the view, or its middle."""
        place = self._view.mapFromGlobal(QCursor.pos())
        return QPointF(place if self._view.rect().contains(place) else self._view.rect().center())


class _Cover(OverView):
    def __init__(self, view: QWidget, light: Spotlight) -> None:
        super().__init__(view)
        self._light = light

    def reach(self) -> QRect:
        """The square in which the light is."""
        middle, radius = in_rect(self._light.place, QRectF(self.rect())), self._light.radius * self.height()
        return _square(middle, radius).toAlignedRect()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Dims what is around the light."""
        rect = QRectF(self.rect())
        paint_spotlight(QPainter(self), rect, in_rect(self._light.place, rect), self._light.radius * rect.height())


def paint_spotlight(painter: QPainter, rect: QRectF, centre: QPointF, radius: float) -> None:
    """Dims a rectangle but for a soft disc; all in the painter's pixels."""
    square = _square(centre, radius)
    around = QRegion(rect.toAlignedRect()).subtracted(QRegion(square.toAlignedRect()))
    painter.save()
    painter.setClipRegion(around, Qt.ClipOperation.IntersectClip)
    painter.fillRect(rect, DIM)
    painter.restore()
    fade = QRadialGradient(centre, SOFT * radius)
    fade.setColorAt(HARD / SOFT, QColor(0, 0, 0, 0))
    fade.setColorAt(0.5 * (1 + HARD / SOFT), QColor(0, 0, 0, DIM.alpha() // 2))
    fade.setColorAt(1.0, DIM)
    painter.fillRect(QRectF(square.toAlignedRect()).intersected(rect), fade)


def _square(middle: QPointF, radius: float) -> QRectF:
    reach = SOFT * radius + 1
    return QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach)
