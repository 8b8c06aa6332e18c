"""Keys that answer while a round is on, wherever in the window the keyboard is; they look from nowhere meanwhile."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from viewer.widgets.training.course import Course, Stage

DIGITS = range(5)


class Keys(QObject):
    """``numbered`` tells a digit, ``entered`` is Enter where no button has the keyboard.

    Actions that have these keys at other times have them again after the round.
    """

    numbered = Signal(int)
    entered = Signal()

    def __init__(self, window: QWidget, course: Course, actions: Iterable[QAction]) -> None:
        super().__init__(window)
        self._course = course
        self._digits = [self._shortcut(window, Qt.Key(Qt.Key.Key_0.value + digit), self._number) for digit in DIGITS]
        self._enters = [self._shortcut(window, key, self._enter) for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)]
        ours = {shortcut.key() for shortcut in self._digits}
        self._others = [(action, action.shortcuts()) for action in actions if ours.intersection(action.shortcuts())]
        course.changed.connect(self.follow)

    def follow(self) -> None:
        """Take the keys that mean something now."""
        for action, keys in self._others:
            action.setShortcuts([] if self._course.running else keys)
        for shortcut in self._digits:
            shortcut.setEnabled(self._course.stage in (Stage.ASKING, Stage.SURENESS))
        question = self._course.question
        placing = self._course.stage is Stage.ASKING and question is not None and question.finger is not None
        for shortcut in self._enters:
            shortcut.setEnabled(placing or self._course.stage in (Stage.SURENESS, Stage.TOLD))

    def _shortcut(self, window: QWidget, key: Qt.Key, do: object) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), window)
        shortcut.setEnabled(False)
        shortcut.setAutoRepeat(False)  # a key that is held answers one question
        shortcut.activated.connect(do)
        return shortcut

    def _number(self) -> None:
        sender = self.sender()
        assert isinstance(sender, QShortcut)
        self.numbered.emit(self._digits.index(sender))

    def _enter(self) -> None:
        """A button that has the keyboard is pressed, as everybody expects."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractButton) and focused.isEnabled():
            focused.click()
        else:
            self.entered.emit()
