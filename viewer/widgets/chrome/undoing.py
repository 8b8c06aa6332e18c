"""The commands that go back and forward through everything that was done, in the view or to what is no part of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from viewer.model.notes.notes import NotesError
from viewer.model.session.state import ViewState


class Undoing(QObject):
    """``message`` says why something could not be taken back or done again; then nothing has changed."""

    message = Signal(str)

    def __init__(self, state: ViewState, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state

    def undo(self) -> None:
        """Take back what was done last."""
        self._try(self._state.undo)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._try(self._state.redo)

    def _try(self, step: Callable[[], None]) -> None:
        try:
            step()
        except NotesError as error:
            self.message.emit(str(error))
