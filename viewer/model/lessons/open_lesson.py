"""The one lesson that is open: worked on, given, handed out. Every change to it can be undone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from viewer.model.lessons.lesson import Lesson
from viewer.model.session.history import Deed
from viewer.model.session.state import ViewState


class OpenLesson(QObject):
    """``changed`` says that it is another lesson now, or has become another one by some change to it; ``exchanged``
    comes before it where another one was opened.
    """

    changed = Signal()
    exchanged = Signal()

    def __init__(self, state: ViewState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.lesson = self._kept = Lesson()
        self.path: Path | None = None
        """The file that it is kept in; None for one that was never saved, and for those that come with the program."""

    @property
    def unsaved(self) -> bool:
        """Whether something was changed since it was opened or saved."""
        return self.lesson != self._kept

    def open(self, lesson: Lesson, path: Path | None) -> None:
        """Take another lesson, as it is kept in a file."""
        self.lesson = self._kept = lesson
        self.path = path
        self.exchanged.emit()
        self.changed.emit()

    def kept(self, path: Path) -> None:
        """It was saved to this file as it is now."""
        self._kept, self.path = self.lesson, path
        self.changed.emit()

    def change(self, lesson: Lesson, words: str) -> None:
        """Let it become another one; ``words`` name what was done within a sentence: "scene moved"."""
        before = self.lesson
        if lesson != before:
            self._take(lesson)
            self._state.remember(Deed(words, lambda: self._take(before), lambda: self._take(lesson)))

    def _take(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.changed.emit()
