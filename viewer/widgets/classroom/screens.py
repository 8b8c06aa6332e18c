"""Which screen the class sees, where there is another one than the window's own; it is remembered by its name."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QMainWindow

from viewer.model.session.settings import Settings

MARGIN = 0.05  # of a screen that stays free around a window that was moved there


class Screens(QObject):
    """``added`` says that there is one more, ``removed`` which one is gone; by then it is none of them any more.
    ``reshaped``: one has another resolution, or place.
    """

    added = Signal()
    reshaped = Signal()
    removed = Signal(QScreen)

    def __init__(self, window: QMainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._take_up)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self._tell_reshaped)
        application.screenRemoved.connect(self.removed)

    @property
    def several(self) -> bool:
        """Whether there are screens that show different things."""
        return self._other_than(self._window.screen()) is not None

    def for_stage(self) -> QScreen | None:
        """The screen for the class: the one that was chosen before, else another one than the window's. None where the
        window's is all there is.
        """
        chosen = next((one for one in QGuiApplication.screens() if one.name() == self._settings.stage_screen), None)
        return chosen if chosen is not None and self.several else self._other_than(self._window.screen())

    def exchange(self) -> QScreen | None:
        """Choose the screen for the class that the window is on, or would be; None where there is only one."""
        stage, own = self.for_stage(), self._window.screen()
        chosen = self._other_than(own) if stage is own else own if stage is not None else None
        if chosen is not None:
            self._settings.stage_screen = chosen.name()
        return chosen

    def make_room(self, stage: QScreen) -> None:
        """Let the window be on another screen than the stage."""
        other = self._other_than(stage)
        if self._window.screen() is not stage or other is None:
            return
        state = self._window.windowState() & Qt.WindowState.WindowMaximized
        self._window.showNormal()
        room = other.availableGeometry()
        edge = round(MARGIN * room.width()), round(MARGIN * room.height())
        self._window.setGeometry(room.adjusted(edge[0], 2 * edge[1], -edge[0], -edge[1]))
        self._window.setWindowState(state)

    def _other_than(self, screen: QScreen) -> QScreen | None:
        """A screen that shows something else; two that show the same lie at the same place."""
        apart = (one for one in QGuiApplication.screens() if not one.geometry().intersects(screen.geometry()))
        return next(apart, None)

    def _take_up(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._tell_reshaped)
        self.added.emit()

    def _tell_reshaped(self) -> None:
        self.reshaped.emit()
