"""Projector mode: the 3D view alone on the full screen, with names and a caption that the back row can read."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDockWidget, QMainWindow, QStatusBar, QToolBar, QWidget

from viewer.widgets.viewport.viewport import Viewport


class Projector(QObject):
    """Puts everything but the 3D view away, and back as it was. ``changed`` says whether it is on."""

    changed = Signal(bool)

    def __init__(self, window: QMainWindow, viewport: Viewport) -> None:
        super().__init__(window)
        self._window, self._viewport = window, viewport
        self._put_away: list[QWidget] = []
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
        parts = (QToolBar, QStatusBar, QDockWidget)
        self._put_away = [
            part
            for kind in parts
            for part in self._window.findChildren(kind)
            if part.isVisibleTo(self._window)
        ]  # fmt: skip
        self._put_away.append(self._window.menuBar())
        self._was = self._window.windowState()
        self._window.setUpdatesEnabled(False)  # one frame for all of it, not one for each part
        for part in self._put_away:
            part.hide()
        self._window.setWindowState(self._was | Qt.WindowState.WindowFullScreen)
        self._tell(True)
        self._window.setUpdatesEnabled(True)

    def leave(self) -> None:
        """Everything back where it was."""
        self._window.setUpdatesEnabled(False)
        self._window.setWindowState(self._was)
        for part in self._put_away:
            part.show()
        self._put_away = []
        self._tell(False)
        self._window.setUpdatesEnabled(True)

    def _tell(self, on: bool) -> None:
        self._escape.setEnabled(on)
        self._viewport.set_projector(on)
        self._viewport.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(on)
