"""The stage by one key: on the projector beside this screen, or on this one where there is no other."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QScreen, QShortcut
from PySide6.QtWidgets import QMainWindow

from viewer.language import tr
from viewer.widgets.classroom.full_screen import FullScreen
from viewer.widgets.classroom.pointing import Pointing
from viewer.widgets.classroom.screens import Screens
from viewer.widgets.classroom.second_screen import SecondScreen
from viewer.widgets.viewport.viewport import Viewport


class Projector(QObject):
    """``changed`` says whether it is on, also where it went from one screen to another. ``message`` is for the status
    bar, ``told`` for the stage.
    """

    changed = Signal(bool)
    message = Signal(str)
    told = Signal(str)

    def __init__(  # noqa: PLR0913, PLR0917 - the two ways, and all that they share
        self,
        window: QMainWindow,
        viewport: Viewport,
        alone: FullScreen,
        beside: SecondScreen,
        screens: Screens,
        pointing: Pointing,
        exchanging: QAction,
    ) -> None:
        super().__init__(window)
        self._viewport, self._alone, self._beside, self.screens = viewport, alone, beside, screens
        self._pointing, self._exchanging = pointing, exchanging
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self._leave_something)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._come_home)
        beside.stage.closed.connect(self._end)
        screens.added.connect(self._offer)
        screens.reshaped.connect(self._fill_again)
        screens.removed.connect(self._lose)
        exchanging.setEnabled(screens.several)

    @property
    def on(self) -> bool:
        """Whether there is a stage."""
        return self._alone.on or self._beside.on

    @property
    def beside(self) -> bool:
        """Whether it is on another screen than the window."""
        return self._beside.on

    def toggle(self) -> None:
        """In or out; from this screen to another that has come since."""
        if self._alone.on and self.screens.several:
            self._alone.leave()
            self.enter()
        elif self.on:
            self.leave()
        else:
            self.enter()

    def enter(self) -> None:
        """Take the stage."""
        screen = self.screens.for_stage()
        if screen is None:
            self._alone.enter()
        else:
            self.screens.make_room(screen)
            self._beside.enter(screen)
        self._tell()

    def leave(self) -> None:
        """Everything back where it was."""
        (self._alone if self._alone.on else self._beside).leave()
        self._tell()

    def exchange(self) -> None:
        """Let stage and window change places, now or next time."""
        screen = self.screens.exchange()
        if screen is None:
            return
        if self._beside.on:
            self._beside.move(screen)
            self.screens.make_room(screen)
        self.message.emit(tr("The class sees the screen {name}").format(name=screen.name()))

    def _leave_something(self) -> None:
        """Esc: what lies on the picture first."""
        if not self._pointing.leave():
            self.leave()

    def _end(self) -> None:
        if self._beside.on:
            self.leave()

    def _offer(self) -> None:
        self._exchanging.setEnabled(self.screens.several)
        if not self._beside.on and self.screens.several:
            words = tr("There is another screen now: F5 shows the stage on it")
            self.message.emit(words)
            if self._alone.on:
                self.told.emit(words)

    def _fill_again(self) -> None:
        if self._beside.on:
            self._beside.stage.fill(self._beside.stage.screen())

    def _lose(self, screen: QScreen) -> None:
        """The stage comes home at once; where everything is now is known a moment later."""
        if self._beside.on and self._beside.stage.screen() is screen:
            self._beside.stage.hide()
        self._soon.start()

    def _come_home(self) -> None:
        self._exchanging.setEnabled(self.screens.several)
        if self._beside.on and (not self.screens.several or self._beside.stage.isHidden()):
            self._beside.leave()
            self.enter()
            self.told.emit(tr("The other screen is gone: the stage is here now"))

    def _tell(self) -> None:
        self._escape.setEnabled(self.on)
        self._viewport.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(self.on)
