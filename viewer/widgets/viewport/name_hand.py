"""The pointer on a name in the picture: dragged, the name stays where it is let go; a double click lets it find its
place again. Alt and the arrow keys move the name of what is chosen, Alt and Home brings it back.

What is under way shows at once; a gesture is one step when it ends.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from viewer.model.session.state import ViewState
from viewer.widgets.viewport.mouse_input import ARROWS
from viewer.widgets.viewport.sight import Sight

if TYPE_CHECKING:
    from viewer.drawing.scene import Scene

Place = tuple[float, float]
"""The middle of a name, from the middle of the view to the right and up, in heights of the view."""
STRIDE = 0.02  # of the view's height for one press of an arrow key
SETTLED = 400  # ms without another key after which a move is one finished step


@dataclass(frozen=True)
class _Held:
    """A name that is pressed: where the pointer was, and where the name's middle."""

    name: str
    pressed: QPointF
    middle: Place


class NameHand(QObject):
    """Watches the 3D view. ``busy`` says whether clicks mean something else now."""

    def __init__(self, widget: QWidget, state: ViewState, sight: Sight, busy: Callable[[], bool]) -> None:
        super().__init__(widget)
        self._widget, self._state, self._sight, self._busy = widget, state, sight, busy
        self._scene: Scene | None = None
        self._held: _Held | None = None
        self._dragging = self._over = False
        self._timer = QTimer(self, singleShot=True, interval=SETTLED)
        self._timer.timeout.connect(self.settle)
        widget.installEventFilter(self)

    def take(self, scene: Scene | None) -> None:
        """Move the names of this scene from now on."""
        self._scene, self._held, self._dragging = scene, None, False
        self._timer.stop()

    def settle(self) -> None:
        """What was under way is a step now."""
        self._timer.stop()
        self._state.change(lambda view: view)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002
        """Take what is meant for a name, leave the rest to the camera."""
        listen = self._listeners.get(event.type())
        return listen is not None and self._scene is not None and listen(self, event)

    # Mouse ----------------------------------------------------------------------------------------------------

    def _press(self, event: QMouseEvent) -> bool:
        if self._held is not None:
            return True
        plain = not event.modifiers() and event.button() is Qt.MouseButton.LeftButton
        name = self._name_at(event.position()) if plain and not self._busy() else None
        middle = self._middle_of(name) if name is not None else None
        if name is None or middle is None:
            return False
        self._held = _Held(name, event.position(), middle)
        self._widget.setFocus(Qt.FocusReason.MouseFocusReason)
        return True

    def _press_twice(self, event: QMouseEvent) -> bool:
        """The name finds its place again; its first press has chosen what it names."""
        taken = self._press(event)
        if self._held is not None and self._held.name in dict(self._state.view.placed):
            self._state.place_name(self._held.name, None)
        return taken

    def _move(self, event: QMouseEvent) -> bool:
        if self._held is None:
            self._show_whether_over(event)
            return False
        way = event.position() - self._held.pressed
        if not self._dragging and way.manhattanLength() >= QApplication.startDragDistance():
            self._dragging = True
            self._widget.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            high = max(self._widget.height(), 1)
            x, y = self._held.middle
            self._put(self._held.name, (x + way.x() / high, y - way.y() / high))
        return True

    def _release(self, event: QMouseEvent) -> bool:
        held = self._held
        if held is None or event.button() is not Qt.MouseButton.LeftButton:
            return held is not None
        self._held, dragged, self._dragging = None, self._dragging, False
        if dragged:
            self.settle()
            self._over = False
            self._widget.unsetCursor()
            self._show_whether_over(event)
        elif not self._state.view.unnamed or self._state.view.selection != (held.name,):
            self._state.select(held.name)
        return True

    def _show_whether_over(self, event: QMouseEvent) -> None:
        """The pointer says that a name can be dragged, where it says nothing else."""
        shape = self._widget.cursor().shape()
        over = not event.buttons() and not self._busy() and self._name_at(event.position()) is not None
        if over and shape is Qt.CursorShape.ArrowCursor:
            self._over = True
            self._widget.setCursor(Qt.CursorShape.OpenHandCursor)
        elif self._over and not over:
            self._over = False
            self._widget.unsetCursor()

    # Keys -----------------------------------------------------------------------------------------------------

    def _key(self, event: QKeyEvent) -> bool:
        chosen, key = self._state.view.selection[-1:], Qt.Key(event.key())
        if not chosen or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != Qt.KeyboardModifier.AltModifier:
            return False
        if key is Qt.Key.Key_Home:
            self._state.place_name(chosen[0], None)
        elif key in ARROWS and (middle := self._middle_of(chosen[0])) is not None:
            x, y = ARROWS[key]
            x, y = middle[0] + x * STRIDE, middle[1] - y * STRIDE
            self._put(chosen[0], (x, y))
            self._timer.start()
        return key is Qt.Key.Key_Home or key in ARROWS

    _listeners: Mapping[QEvent.Type, Callable[[NameHand, QEvent], bool]] = {
        QEvent.Type.MouseButtonPress: _press,  # type: ignore[dict-item]  # Qt gives each type its own event class
        QEvent.Type.MouseButtonDblClick: _press_twice,  # type: ignore[dict-item]
        QEvent.Type.MouseMove: _move,  # type: ignore[dict-item]
        QEvent.Type.MouseButtonRelease: _release,  # type: ignore[dict-item]
        QEvent.Type.KeyPress: _key,  # type: ignore[dict-item]
    }

    # Places ---------------------------------------------------------------------------------------------------

    def _name_at(self, place: QPointF) -> str | None:
        return self._scene.name_at(*self._sight.pixels(place)) if self._scene is not None else None

    def _middle_of(self, name: str) -> Place | None:
        """Where a name was put, else where it stands now; None where it does not stand anywhere."""
        drawn = self._scene.name_place(name) if self._scene is not None else None
        return dict(self._state.view.placed).get(name, drawn) if drawn is not None else None

    def _put(self, name: str, middle: Place) -> None:
        """Within the view, while it is under way."""
        wide = self._widget.width() / max(self._widget.height(), 1) / 2
        self._state.place_name(name, (_within(middle[0], wide), _within(middle[1], 0.5)), final=False)


def _within(part: float, most: float) -> float:
    """Rounded as it is kept in a file."""
    return round(min(max(part, -most), most), 4)
