"""What a hand does while it draws with mouse, pen or finger, told as intentions: press, move, release, turn with two.

Whatever else the mouse can do, the right button and the wheel above all, is left to the camera.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QEventPoint, QMouseEvent, QPointingDevice, QTabletEvent, QTouchEvent
from PySide6.QtWidgets import QWidget

UNTOLD = 0.5
"""How firmly a mouse or a finger presses: neither tells."""
PINCH = 0.14  # by which two fingers must part, as a share of their distance, to be a notch of the wheel
BOTH = 2


class Pen(QObject):
    """Watches a widget while it is ``on``. Positions are the widget's pixels, y downwards.

    ``pressed`` and ``moved`` tell how firmly, 0 to 1; ``pressed`` also whether with the end that erases. ``cancelled``:
    it was no line after all.
    """

    pressed = Signal(QPointF, float, bool)
    moved = Signal(QPointF, float)
    released = Signal()
    cancelled = Signal()
    grabbed = Signal()
    turned = Signal(float, float)
    zoomed = Signal(QPointF, float)
    let_go = Signal()

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self._watched = watched
        self._down = self._turning = False
        self._apart, self._middle = 0.0, QPointF()

    def set_on(self, on: bool) -> None:
        """Watch, or no longer."""
        self._end()
        self._watched.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents, on)
        (self._watched.installEventFilter if on else self._watched.removeEventFilter)(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002
        """Take what draws, leave the rest to the camera."""
        listen = self._listeners.get(event.type())
        return listen is not None and listen(self, event)

    # Mouse ----------------------------------------------------------------------------------------------------

    def _press(self, event: QMouseEvent) -> bool:
        if event.button() is not Qt.MouseButton.LeftButton:
            return self._down
        return self._begin(event.position(), UNTOLD, erasing=False)

    def _move(self, event: QMouseEvent) -> bool:
        if self._down:
            self.moved.emit(event.position(), UNTOLD)
        return self._down

    def _release(self, event: QMouseEvent) -> bool:
        return event.button() is Qt.MouseButton.LeftButton and self._end()

    # Pen ------------------------------------------------------------------------------------------------------

    def _pen_press(self, event: QTabletEvent) -> bool:
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        erasing = event.pointerType() is QPointingDevice.PointerType.Eraser
        return self._accepted(event, self._begin(event.position(), event.pressure(), erasing))

    def _pen_move(self, event: QTabletEvent) -> bool:
        if self._down:
            self.moved.emit(event.position(), event.pressure())
        return self._accepted(event, self._down)

    def _pen_release(self, event: QTabletEvent) -> bool:
        return self._accepted(event, self._end())

    # Fingers --------------------------------------------------------------------------------------------------

    def _touch(self, event: QTouchEvent) -> bool:
        """One finger draws; a second one makes both turn and pinch, until all are lifted."""
        points = event.points()
        if self._turning or len(points) >= BOTH:
            self._turn(points)
        elif self._down:
            self.moved.emit(points[0].position(), UNTOLD)
        else:
            self._begin(points[0].position(), UNTOLD, erasing=False)
        return self._accepted(event, True)

    def _touch_end(self, event: QTouchEvent) -> bool:
        if self._turning:
            self._turning = False
            self.let_go.emit()
        self._end()
        return self._accepted(event, True)

    def _turn(self, points: Sequence[QEventPoint]) -> None:
        if len(points) < BOTH:
            return
        one, other = (point.position() for point in points[:BOTH])
        middle, apart = (one + other) / 2, max(math.hypot((one - other).x(), (one - other).y()), 1.0)
        if self._turning:
            self._tell_turn(middle, apart)
        else:
            self._give_up()
            self._turning, self._apart = True, apart
            self.grabbed.emit()
        self._middle = middle

    def _tell_turn(self, middle: QPointF, apart: float) -> None:
        way, notches = middle - self._middle, math.log(apart / self._apart) / math.log(1 + PINCH)
        self.turned.emit(way.x(), way.y())
        if abs(notches) >= 0.25:
            self._apart = apart
            self.zoomed.emit(middle, notches)

    # All of them ----------------------------------------------------------------------------------------------

    def _begin(self, place: QPointF, pressure: float, erasing: bool) -> bool:
        if not self._down:
            self._down = True
            self.pressed.emit(place, pressure, erasing)
        return True

    def _end(self) -> bool:
        was, self._down = self._down, False
        if was:
            self.released.emit()
        return was

    def _give_up(self) -> None:
        if self._down:
            self._down = False
            self.cancelled.emit()

    @staticmethod
    def _accepted(event: QEvent, taken: bool) -> bool:
        """What is taken does not come once more as a mouse."""
        event.setAccepted(taken)
        return taken

    _listeners: Mapping[QEvent.Type, Callable[[Pen, QEvent], bool]] = {
        QEvent.Type.MouseButtonPress: _press,  # type: ignore[dict-item]  # Qt gives each type its own event class
        QEvent.Type.MouseButtonDblClick: _press,  # type: ignore[dict-item]
        QEvent.Type.MouseMove: _move,  # type: ignore[dict-item]
        QEvent.Type.MouseButtonRelease: _release,  # type: ignore[dict-item]
        QEvent.Type.TabletPress: _pen_press,  # type: ignore[dict-item]
        QEvent.Type.TabletMove: _pen_move,  # type: ignore[dict-item]
        QEvent.Type.TabletRelease: _pen_release,  # type: ignore[dict-item]
        QEvent.Type.TouchBegin: _touch,  # type: ignore[dict-item]
        QEvent.Type.TouchUpdate: _touch,  # type: ignore[dict-item]
        QEvent.Type.TouchEnd: _touch_end,  # type: ignore[dict-item]
        QEvent.Type.TouchCancel: _touch_end,  # type: ignore[dict-item]
    }
