"""The stage on the only screen: the 3D view alone, as large as the screen, everything else put away meanwhile."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QWidget

from viewer.widgets.side_panel.columns import Columns
from viewer.widgets.viewport.viewport import Viewport


class FullScreen:
    """Puts everything but the 3D view away, its columns and what is ``around``, and back as it was."""

    def __init__(self, window: QMainWindow, viewport: Viewport, columns: Columns, around: Sequence[QWidget]) -> None:
        self._window, self._viewport, self._columns, self._around = window, viewport, columns, around
        self._was = Qt.WindowState.WindowNoState
        self.on = False

    def enter(self) -> None:
        """The view alone."""
        self.on = True
        self._was = self._window.windowState()
        self._window.setUpdatesEnabled(False)  # one frame for all of it, not one for each part
        self._columns.set_alone(True)
        for part in self._around:
            part.hide()
        self._lay_out()
        self._window.setWindowState(self._was | Qt.WindowState.WindowFullScreen)
        self._viewport.presenting.set_projector(True)
        QGuiApplication.sync()  # by now the window may be as large as the screen: no frame for what it was before
        self._window.setUpdatesEnabled(True)

    def leave(self) -> None:
        """Everything back where it was."""
        self.on = False
        self._window.setUpdatesEnabled(False)
        self._window.setWindowState(self._was)
        self._columns.set_alone(False)
        for part in self._around:
            part.show()
        self._lay_out()
        self._viewport.presenting.set_projector(False)
        QGuiApplication.sync()
        self._window.setUpdatesEnabled(True)

    def _lay_out(self) -> None:
        """Height and width change at once: the view is drawn with each of its sizes."""
        layout = self._window.layout()
        assert layout is not None
        layout.activate()
        self._columns.place()
