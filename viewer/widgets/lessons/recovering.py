"""Keeps the lesson that is not saved against a crash, and offers the one of a run that ended badly."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.model.lessons.lesson import Lesson
from viewer.model.lessons.open_lesson import OpenLesson
from viewer.model.lessons.recovery import Recovery
from viewer.model.session.state import ViewState

PAUSE = 2000  # ms from a change until it is kept


class Recovering(QObject):
    """``offered`` is a lesson that was left behind."""

    offered = Signal(object)

    def __init__(self, state: ViewState, opened: OpenLesson, parent: QObject) -> None:
        super().__init__(parent)
        self._state, self._opened, self._recovery = state, opened, Recovery()
        self._kept: Lesson | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.keep)
        opened.changed.connect(self._pause.start)

    def look(self) -> None:
        """Whether a run before this one left a lesson behind."""
        lesson = self._recovery.left_behind(self._state.atlas)
        if lesson is not None:
            self.offered.emit(lesson)
        else:
            self._recovery.forget_left()

    def keep(self) -> None:
        """Keep what is not saved now; what is saved is kept no longer."""
        lesson = self._opened.lesson
        if not self._opened.unsaved:
            self.forget()
        elif lesson != self._kept:
            self._recovery.keep(lesson, self._state.atlas)
            self._kept = lesson

    def forget(self) -> None:
        """This run ends well, or there is nothing to lose."""
        self._pause.stop()
        self._kept = None
        self._recovery.forget()

    def forget_left(self) -> None:
        """The offer was answered."""
        self._recovery.forget_left()
