"""Projector mode: the 3D view alone on the full screen, with names and a caption that the back row can read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QWidget

from viewer.widgets.side_panel.columns import Columns
from viewer.widgets.viewport.viewport import Viewport


class Projector(QObject):
    """Puts everything but the 3D view away, its columns and what is ``around``, and back as it was.

    ``changed`` says whether it is on.
    """

    changed = Signal(bool)

    def __init__(self, window: QMainWindow, viewport: Viewport, columns: Columns, around: Sequence[QWidget]) -> None:
        super().__init__(window)
        self._window, self._viewport, self._columns, self._around = window, viewport, columns, around
        self._was = Qt.WindowState.WindowNoState
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self.leave)

    @property
    def on(self) -> bool:
        """Whether the view fills the screen."""
        return self._viewport.projected

    def toggle(self) -> None:
        """In or out."""
        if self.on:
            self.leave()
        else:
            self.enter()

    def enter(self) -> None:
        """The view alone."""
        self._was = self._window.windowState()
        self._window.setUpdatesEnabled(False)  # one frame for all of it, not one for each part
        self._columns.set_alone(True)
        for part in self._around:
            part.hide()
        self._lay_out()
        self._window.setWindowState(self._was | Qt.WindowState.WindowFullScreen)
        self._tell(True)
        self._window.setUpdatesEnabled(True)

    def leave(self) -> None:
        """Everything back where it was."""
        self._window.setUpdatesEnabled(False)
        self._window.setWindowState(self._was)
        self._columns.set_alone(False)
        for part in self._around:
            part.show()
        self._lay_out()
        self._tell(False)
        self._window.setUpdatesEnabled(True)

    def _lay_out(self) -> None:
        """Height and width change at once: the view is drawn with each of its sizes."""
        layout = self._window.layout()
        assert layout is not None
        layout.activate()
        self._columns.place()

    def _tell(self, on: bool) -> None:
        self._escape.setEnabled(on)
        self._viewport.set_projector(on)
        self._viewport.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(on)
