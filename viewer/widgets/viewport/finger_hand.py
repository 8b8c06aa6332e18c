"""The pointer as a finger: a press on the skin lays it there, a drag leans it, the wheel and + and − push it.

Beside the body, and with the right button anywhere, the camera turns as ever. What is under way shows at once; a
gesture is one step when it ends.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from viewer.model.atlas.atlas import Kind, Point
from viewer.model.finger import handling
from viewer.model.finger.press import Press
from viewer.model.finger.telling import deepest
from viewer.model.session.state import ViewState
from viewer.model.session.view_changes import brought_back
from viewer.widgets.viewport.mouse_input import ARROWS, WHEEL_NOTCH, ZOOM_KEYS
from viewer.widgets.viewport.sight import Sight

if TYPE_CHECKING:
    from viewer.drawing.scene import Scene

LEAN = 0.005  # tangent of the angle by which a pixel of dragging leans the finger
NOTCH, KEY = 3.0, 1.0  # mm that a notch of the wheel, and a key, push
STRIDE = 3.0  # mm on the skin for one press of an arrow key
TURN = math.tan(math.radians(4.0))  # by which an arrow key leans the finger
GRASP = 16.0  # pixels around the place of the finger in which a press takes hold of it and does not lay it anew
SETTLED = 400  # ms without another notch or key after which a push is one finished step


class FingerHand(QObject):
    """Watches the 3D view while it is ``on``. ``missed`` says that a press met no skin, ``changed`` that it is on or
    off."""

    missed = Signal()
    changed = Signal(bool)

    def __init__(self, widget: QWidget, state: ViewState, sight: Sight) -> None:
        super().__init__(widget)
        self.on = False
        self._wanted_by = frozenset[str]()
        self._widget, self._state, self._sight = widget, state, sight
        self._scene: Scene | None = None
        self._held: QPointF | None = None
        self._missed: QPointF | None = None
        self._timer = QTimer(self, singleShot=True, interval=SETTLED)
        self._timer.timeout.connect(self.settle)

    def take(self, scene: Scene | None) -> None:
        """Touch the body of this scene from now on."""
        self._scene = scene
        self._timer.stop()

    def want(self, who: str, on: bool) -> None:
        """Be on as long as somebody wants it."""
        self._wanted_by = self._wanted_by | {who} if on else self._wanted_by - {who}
        self.set_on(bool(self._wanted_by))

    def set_on(self, on: bool) -> None:
        """Let the pointer be a finger, or no longer; the skin is brought back for it if it was put away."""
        if on == self.on:
            return
        self.on, self._held = on, None
        if on:
            self._state.change(brought_back(self._skins()))
            self._widget.installEventFilter(self)
            self._widget.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.settle()
            self._widget.removeEventFilter(self)
            self._widget.unsetCursor()
        self.changed.emit(on)

    # What is done with the finger -----------------------------------------------------------------------------

    def lay(self, press: Press, final: bool = True) -> None:
        """Lay the finger on the skin."""
        self._timer.stop()
        self._state.press(press, final)

    def push(self, by: float) -> None:
        """So many mm deeper, or out."""
        if press := self._state.view.finger:
            self.sink(press.depth + by)

    def sink(self, depth: float) -> None:
        """So many mm deep, as far as a finger can."""
        if (press := self._state.view.finger) and self._scene:
            self._go_on(handling.sunk(press, depth, deepest(self._scene.feel(press), self._state.atlas)))

    def lean(self, right: float, up: float) -> None:
        """Aim more to the right and up, as the picture is seen: tangents of angles."""
        press, scene = self._state.view.finger, self._scene
        if press and scene and (inward := self._inward(press)):
            toward = handling.added(_times(self._right(), right), self._up(), up)
            self._go_on(handling.leaned(press, toward, inward))

    def walk(self, right: float, up: float) -> None:
        """Move on the skin by so many mm, as the picture is seen, aimed as before."""
        press, scene = self._state.view.finger, self._scene
        if press and scene:
            place = handling.added(handling.added(press.start, self._right(), right), self._up(), up)
            laid = scene.press_on(place, handling.added(place, press.way, 1000.0))
            if laid is not None:
                self._go_on(Press(laid.start, press.way, press.depth))

    def lift(self) -> None:
        """Take the finger away."""
        self._timer.stop()
        self._state.press(None)

    def settle(self) -> None:
        """What was under way is a step now."""
        self._timer.stop()
        self._state.press(self._state.view.finger)

    def _go_on(self, press: Press) -> None:
        self._state.press(press, final=False)
        self._timer.start()

    # Mouse and keys -------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002
        """Take what is meant for the finger, leave the rest to the camera."""
        listen = self._listeners.get(event.type())
        return listen is not None and self._scene is not None and listen(self, event)

    def _press(self, event: QMouseEvent) -> bool:
        plain = not event.modifiers() and event.button() is Qt.MouseButton.LeftButton
        if self._held is not None or not plain or self._scene is None:
            return self._held is not None
        if not self._grasped(event.position()):
            pixels = self._sight.pixels(event.position())
            under = self._scene.under(*pixels)
            if under.pin is not None or under.standard_view is not None:
                return False  # what lies on top of the picture is clicked as ever
            press = self._scene.press_at(*pixels)
            if press is None:
                self._missed = event.position()
                return False
            self.lay(press, final=False)
        self._held = event.position()
        self._widget.setFocus(Qt.FocusReason.MouseFocusReason)
        self._widget.setCursor(Qt.CursorShape.ClosedHandCursor)
        return True

    def _move(self, event: QMouseEvent) -> bool:
        if self._held is None:
            return False
        way, self._held = event.position() - self._held, event.position()
        self.lean(way.x() * LEAN, -way.y() * LEAN)
        self._timer.stop()
        return True

    def _release(self, event: QMouseEvent) -> bool:
        if self._held is None or event.button() is not Qt.MouseButton.LeftButton:
            self._tell_missed(event.position())
            return False
        self._held = None
        self._widget.setCursor(Qt.CursorShape.PointingHandCursor)
        self.settle()
        return True

    def _tell_missed(self, place: QPointF) -> None:
        """A press beside the body that did not turn into a drag."""
        pressed, self._missed = self._missed, None
        if pressed is not None and (place - pressed).manhattanLength() < QApplication.startDragDistance():
            self.missed.emit()

    def _wheel(self, event: QWheelEvent) -> bool:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        over = self._scene is not None and self._scene.press_at(*self._sight.pixels(event.position())) is not None
        if held or not over or self._state.view.finger is None:
            return False
        self.push(-event.angleDelta().y() / WHEEL_NOTCH * NOTCH)
        return True

    def _key(self, event: QKeyEvent) -> bool:
        key, shift = Qt.Key(event.key()), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if self._state.view.finger is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if key in ARROWS:
            x, y = ARROWS[key]
            self.lean(x * TURN, -y * TURN) if shift else self.walk(x * STRIDE, -y * STRIDE)
        elif key in ZOOM_KEYS:
            self.push(KEY * ZOOM_KEYS[key])
        return key in ARROWS or key in ZOOM_KEYS

    _listeners: Mapping[QEvent.Type, Callable[[FingerHand, QEvent], bool]] = {
        QEvent.Type.MouseButtonPress: _press,  # type: ignore[dict-item]  # Qt gives each type its own event class
        QEvent.Type.MouseButtonDblClick: _press,  # type: ignore[dict-item]
        QEvent.Type.MouseMove: _move,  # type: ignore[dict-item]
        QEvent.Type.MouseButtonRelease: _release,  # type: ignore[dict-item]
        QEvent.Type.Wheel: _wheel,  # type: ignore[dict-item]
        QEvent.Type.KeyPress: _key,  # type: ignore[dict-item]
    }

    # Where things are -----------------------------------------------------------------------------------------

    def _grasped(self, place: QPointF) -> bool:
        """Whether the finger that is there stands under the pointer."""
        press = self._state.view.finger
        if press is None or self._scene is None:
            return False
        x, y = self._scene.project(press.start)
        x_under, y_under = self._sight.pixels(place)
        return math.hypot(x - x_under, y - y_under) <= GRASP * self._sight.scale

    def _inward(self, press: Press) -> Point | None:
        skins = self._skins()
        normal = self._scene.normal_at(skins[0], press.start) if self._scene and skins else None
        return None if normal is None else _times(normal, -1.0)

    def _skins(self) -> list[str]:
        return [name for name, one in self._state.atlas.structures.items() if one.kind is Kind.SKIN]

    def _up(self) -> Point:
        """The picture's up, as a direction in the body."""
        assert self._scene is not None
        camera = self._scene.camera
        way = handling.unit(handling.added(camera.focus, camera.position, -1.0))
        return handling.unit(handling.added(camera.up, way, -handling.dot(camera.up, way)))

    def _right(self) -> Point:
        assert self._scene is not None
        camera = self._scene.camera
        return handling.unit(handling.cross(handling.added(camera.focus, camera.position, -1.0), camera.up))


def _times(direction: Point, times: float) -> Point:
    return handling.added((0.0, 0.0, 0.0), direction, times)
