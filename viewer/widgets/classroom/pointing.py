"""What a teacher does on the picture: lights a place of it, draws on it, blanks it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from viewer.language import tr
from viewer.model.session.state import ViewState
from viewer.widgets.classroom.blank import Blank
from viewer.widgets.classroom.board.board import Board
from viewer.widgets.classroom.spotlight import Spotlight
from viewer.widgets.viewport.viewport import Viewport


class Pointing(QObject):
    """``message`` is what the status bar says of it."""

    message = Signal(str)

    def __init__(self, state: ViewState, viewport: Viewport, actions: Mapping[str, QAction]) -> None:
        super().__init__(viewport)
        self._viewport, self._actions = viewport, actions
        self.spotlight, self.blank = Spotlight(viewport), Blank(viewport)
        self.board = Board(state, viewport, actions)
        self.board.message.connect(self.message)
        self.spotlight.changed.connect(self._check)
        self.blank.changed.connect(self._tell_blank)

    def done_by(self) -> Mapping[str, Callable[..., object]]:
        """Who carries out which command."""
        return {"spotlight": self._light, "blank": self.blank.toggle, **self.board.done_by()}

    def leave(self) -> bool:
        """Leave what was begun last on the picture. Whether there was anything."""
        return self.blank.leave() or self.board.leave() or self.spotlight.leave()

    def _light(self, on: bool) -> None:
        self.spotlight.set_on(on)
        if on:
            self._viewport.setFocus()  # so that Esc comes here
            self.message.emit(tr("The spotlight follows the pointer. Ctrl and the wheel: its size, Esc: end"))

    def _check(self) -> None:
        self._actions["spotlight"].setChecked(self.spotlight.on)

    def _tell_blank(self, on: bool) -> None:
        self.message.emit(tr("The screen is blank: any key brings the picture back") if on else "")
