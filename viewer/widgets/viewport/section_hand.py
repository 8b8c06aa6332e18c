"""The pointer on a section's handle: hovered it lights up, dragged it moves the plane along its normal; Alt and the
wheel move it too. What is under way shows at once; a gesture is one step when it ends.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from viewer.model.session.plane import CutPlane
from viewer.model.session.state import ViewState
from viewer.model.slicing.planes import put, shifted
from viewer.widgets.viewport.mouse_input import WHEEL_NOTCH
from viewer.widgets.viewport.sight import Sight

if TYPE_CHECKING:
    from viewer.drawing.scene import Scene

NOTCH = 2.0  # mm that a notch of the wheel moves the plane
SETTLED = 400  # ms without another notch after which a move is one finished step


class SectionHand(QObject):
    """Watches the 3D view while there is a section. ``near`` says whether the pointer is where it is taken hold of."""

    near = Signal(bool)

    def __init__(self, widget: QWidget, state: ViewState, sight: Sight) -> None:
        super().__init__(widget)
        self._widget, self._state, self._sight = widget, state, sight
        self._scene: Scene | None = None
        self._held: tuple[QPointF, CutPlane] | None = None
        self._is_near = False
        self._timer = QTimer(self, singleShot=True, interval=SETTLED)
        self._timer.timeout.connect(self.settle)
        widget.installEventFilter(self)

    def take(self, scene: Scene | None) -> None:
        """Move the section of this scene from now on."""
        self._scene, self._held = scene, None
        self._timer.stop()

    def push(self, by: float) -> None:
        """So many mm along the normal; further pushes belong to the same step."""
        if plane := self._state.view.plane:
            self._state.cut(shifted(plane, by), final=False)
            self._timer.start()

    def put(self, along: float) -> None:
        """To a place on the axis of its way, mm; what follows soon belongs to the same step."""
        if plane := self._state.view.plane:
            self._state.cut(put(plane, along), final=False)
            self._timer.start()

    def settle(self) -> None:
        """What was under way is a step now."""
        self._timer.stop()
        self._state.cut(self._state.view.plane)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002
        """Take what is meant for the section, leave the rest to the camera."""
        listen = self._listeners.get(event.type())
        if listen is None or self._scene is None:
            return False
        if self._state.view.plane is None and self._held is None:
            self._set_near(False)
            return False
        return listen(self, event)

    def _press(self, event: QMouseEvent) -> bool:
        plane = self._state.view.plane
        if self._held is not None or plane is None or event.button() is not Qt.MouseButton.LeftButton:
            return self._held is not None
        if event.modifiers() or not self._is_at(event.position()):
            return False
        self._held = event.position(), plane
        self._set_near(True)
        self._widget.setFocus(Qt.FocusReason.MouseFocusReason)
        self._widget.setCursor(Qt.CursorShape.ClosedHandCursor)
        return True

    def _move(self, event: QMouseEvent) -> bool:
        if self._held is None:
            if not event.buttons():
                self._set_near(self._is_at(event.position()))
            return self._is_near and not event.buttons()
        assert self._scene is not None
        begin, plane = self._held
        way, scale = event.position() - begin, self._sight.scale
        self._state.cut(shifted(plane, self._scene.pull(way.x() * scale, -way.y() * scale)), final=False)
        return True

    def _release(self, event: QMouseEvent) -> bool:
        if self._held is None or event.button() is not Qt.MouseButton.LeftButton:
            return self._held is not None
        self._held = None
        self._widget.setCursor(Qt.CursorShape.OpenHandCursor)
        self.settle()
        return True

    def _wheel(self, event: QWheelEvent) -> bool:
        if not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        turned = event.angleDelta()  # with Alt, some systems report the wheel as turned sideways
        self.push((turned.y() or turned.x()) / WHEEL_NOTCH * NOTCH)
        return True

    def _leave(self, event: QEvent) -> bool:  # noqa: ARG002
        if self._held is None:
            self._set_near(False)
        return False

    def _is_at(self, place: QPointF) -> bool:
        assert self._scene is not None
        return self._scene.is_handle_at(*self._sight.pixels(place))

    def _set_near(self, near: bool) -> None:
        if near != self._is_near:
            self._is_near = near
            if near:
                self._widget.setCursor(Qt.CursorShape.OpenHandCursor)
            else:
                self._widget.unsetCursor()
            self.near.emit(near)

    _listeners: Mapping[QEvent.Type, Callable[[SectionHand, QEvent], bool]] = {
        QEvent.Type.MouseButtonPress: _press,  # type: ignore[dict-item]  # Qt gives each type its own event class
        QEvent.Type.MouseButtonDblClick: _press,  # type: ignore[dict-item]
        QEvent.Type.MouseMove: _move,  # type: ignore[dict-item]
        QEvent.Type.MouseButtonRelease: _release,  # type: ignore[dict-item]
        QEvent.Type.Wheel: _wheel,  # type: ignore[dict-item]
        QEvent.Type.Leave: _leave,
    }
