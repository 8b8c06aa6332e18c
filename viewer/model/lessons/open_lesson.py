"""The one lesson that is open: worked on, given, handed out. Every change to it can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from viewer.model.lessons.lesson import Lesson
from viewer.model.session.history import Deed
from viewer.model.session.state import ViewState

_Standing = tuple[Lesson, Lesson, Path | None]
"""The lesson, as it was kept last, and where."""


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
        self._step: _Step | None = None

    @property
    def unsaved(self) -> bool:
        """Whether something was changed since it was opened or saved."""
        return self.lesson != self._kept

    def open(self, lesson: Lesson, path: Path | None, kept: bool = True) -> None:
        """Take another lesson, as it is ``kept`` in a file; else as one that was never saved."""
        self._exchange((lesson, lesson if kept else Lesson(), path))

    def take_up(self, lesson: Lesson, path: Path | None, words: str, kept: bool = True) -> None:
        """As ``open``, in a step of undo that ``words`` name: the lesson before comes back with it."""
        other: _Standing = (lesson, lesson if kept else Lesson(), path)

        def exchange() -> None:
            nonlocal other
            here = (self.lesson, self._kept, self.path)  # as it is left, for it may have been saved since
            self._exchange(other)
            other = here

        exchange()
        self._state.remember(Deed(words, exchange, exchange))

    def _exchange(self, to: _Standing) -> None:
        self.lesson, self._kept, self.path = to
        self._step = None
        self.exchanged.emit()
        self.changed.emit()

    def kept(self, path: Path) -> None:
        """It was saved to this file as it is now."""
        self._kept, self.path = self.lesson, path
        self.changed.emit()

    def change(self, lesson: Lesson, words: str, joining: object = None) -> None:
        """Let it become another one; ``words`` name what was done within a sentence: "scene moved".

        With ``joining``, what tells one action from others, it belongs to the same step as the change before, if that
        was of the same action: as letters that are typed one after another.
        """
        before = self.lesson
        if lesson == before:
            return
        step = self._step
        self._take(lesson)
        if joining is not None and step is not None and step.joining == joining and step.after == before:
            step.after = lesson
            return
        self._step = step = _Step(joining, before, lesson)
        self._state.remember(Deed(words, lambda: self._take(step.before), lambda: self._take(step.after)))

    def _take(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.changed.emit()


@dataclass
class _Step:
    """What one step of undo leads back from."""

    joining: object
    before: Lesson
    after: Lesson
