"""What a hand does with mouse and keys over the 3D view, told as intentions: turn, shift, zoom, click, hover, menu.

It judges click or drag from Qt's own press and release, and knows nothing of what lies under the pointer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

WHEEL_NOTCH = 120.0  # eighths of a degree that Qt reports for one notch
KEY_SHIFT = 24.0  # pixels that one press of an arrow key stands for
ARROWS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}
ZOOM_KEYS = {Qt.Key.Key_Plus: 1.0, Qt.Key.Key_Equal: 1.0, Qt.Key.Key_Minus: -1.0}


class MouseInput(QObject):
    """Watches a widget. Positions and distances are the widget's pixels, y downwards."""

    grabbed = Signal()
    turned = Signal(float, float)
    shifted = Signal(float, float)
    released = Signal()
    nudged = Signal()
    zoomed = Signal(QPointF, float)
    clicked = Signal(QPointF, bool)
    menu_asked = Signal(QPointF)
    hovered = Signal(QPointF)
    left = Signal()

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self._watched = watched
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._button = Qt.MouseButton.NoButton
        self._shifting = self._dragging = False
        self.right_turns = False
        """Whether dragging with the right button turns as well."""
        watched.setMouseTracking(True)
        watched.installEventFilter(self)

    @property
    def busy(self) -> bool:
        """Whether a button is held."""
        return self._pressed is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002
        """Take the events that mean something here, leave the rest to the widget."""
        listen = self._listeners.get(event.type())
        return listen is not None and listen(self, event)

    def _press(self, event: QMouseEvent) -> bool:
        if self.busy:
            return True
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton):
            self._pressed = self._last = event.position()
            self._button = event.button()
            held = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._shifting = held or self._button is Qt.MouseButton.MiddleButton
        return False  # the widget still takes focus

    def _move(self, event: QMouseEvent) -> bool:
        if self._pressed is None:
            self.hovered.emit(event.position())
            return True
        if not self._dragging and (self.right_turns or self._button is not Qt.MouseButton.RightButton):
            self._begin_drag(event.position())
        if self._dragging:
            way, self._last = event.position() - self._last, event.position()
            (self.shifted if self._shifting else self.turned).emit(way.x(), way.y())
        return True

    def _begin_drag(self, place: QPointF) -> None:
        assert self._pressed is not None
        if (place - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._dragging, self._last = True, place
            self.grabbed.emit()

    def _release(self, event: QMouseEvent) -> bool:
        if self._pressed is None or event.button() is not self._button:
            return True
        place, self._pressed = self._pressed, None
        if self._dragging:
            self._dragging = False
            self.released.emit()
        elif (event.position() - place).manhattanLength() < QApplication.startDragDistance():
            self._tell_click(event)
        return True

    def _tell_click(self, event: QMouseEvent) -> None:
        if self._button is Qt.MouseButton.RightButton:
            self.menu_asked.emit(event.position())
        elif self._button is Qt.MouseButton.LeftButton:
            adding = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier)
            self.clicked.emit(event.position(), bool(adding))

    def _wheel(self, event: QWheelEvent) -> bool:
        notches = event.angleDelta().y() / WHEEL_NOTCH
        if notches:
            self.zoomed.emit(event.position(), notches)
        return True

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in ARROWS:
            x, y = (KEY_SHIFT * part for part in ARROWS[key])
            shifting = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.nudged.emit()
            (self.shifted if shifting else self.turned).emit(x, y)
        elif key in ZOOM_KEYS:
            self.zoomed.emit(QPointF(self._watched.rect().center()), ZOOM_KEYS[key])
        return key in ARROWS or key in ZOOM_KEYS

    def _menu_key(self, event: QContextMenuEvent) -> bool:
        """The menu key, or Shift+F10, asks for the menu of the middle; the right button asked already."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.menu_asked.emit(QPointF(self._watched.rect().center()))
        return True

    def _leave(self, event: QEvent) -> bool:  # noqa: ARG002
        self.left.emit()
        return False

    _listeners: Mapping[QEvent.Type, Callable[[MouseInput, QEvent], bool]] = {
        QEvent.Type.MouseButtonPress: _press,  # type: ignore[dict-item]  # Qt gives each type its own event class
        QEvent.Type.MouseButtonDblClick: _press,  # type: ignore[dict-item]
        QEvent.Type.MouseMove: _move,  # type: ignore[dict-item]
        QEvent.Type.MouseButtonRelease: _release,  # type: ignore[dict-item]
        QEvent.Type.Wheel: _wheel,  # type: ignore[dict-item]
        QEvent.Type.KeyPress: _key,  # type: ignore[dict-item]
        QEvent.Type.ContextMenu: _menu_key,  # type: ignore[dict-item]
        QEvent.Type.Leave: _leave,
        QEvent.Type.Hide: _leave,
        QEvent.Type.WindowDeactivate: _leave,  # another window came in front, under a pointer that rests
    }
