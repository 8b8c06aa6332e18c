"""What keys and clickers mean while a lesson is given: whatever in the window understands a key itself goes before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

Key = Qt.Key
STEPS = {Key.Key_PageDown: 1, Key.Key_PageUp: -1}
"""What clickers send; it counts wherever in the window the keyboard is."""
MORE_STEPS = {Key.Key_Space: 1, Key.Key_Right: 1, Key.Key_Down: 1, Key.Key_Left: -1, Key.Key_Up: -1}
ENTER = (Key.Key_Return, Key.Key_Enter)
FORGOTTEN = 2500  # ms after which a number that was begun is none any more
MOST_DIGITS = 3


class GivingKeys(QObject):
    """``stepped`` tells a step on (1) or back (-1), ``jumped`` the number of a scene as people count, ``ends`` whether
    the last scene is asked for or the first. ``typed`` tells the digits so far.
    """

    stepped = Signal(int)
    jumped = Signal(int)
    ends = Signal(bool)
    came_back = Signal()
    blanked = Signal()
    typed = Signal(str)

    def __init__(self, window: QWidget, view: QWidget, others: Iterable[QAction], before: Callable[[], bool]) -> None:
        """``others`` are actions that have the page keys at other times. ``before`` is done with any key first; where
        it says that there was something to do, the key means no more.
        """
        super().__init__(window)
        self._on, self._digits, self._before = False, "", before
        self._others = [(action, action.shortcuts()) for action in others]
        self._pages = [self._shortcut(window, key) for key in STEPS]
        self._pause = QTimer(self, singleShot=True, interval=FORGOTTEN)
        self._pause.timeout.connect(self.forget)
        for watched in (window, view):
            watched.installEventFilter(self)

    def set_on(self, on: bool) -> None:
        """Let the keys be the lesson's, or mean what they mean at other times."""
        if on != self._on:
            self._on = on
            self.forget()
            for action, keys in self._others:
                action.setShortcuts([] if on else keys)
            for shortcut in self._pages:
                shortcut.setEnabled(on)

    def forget(self) -> None:
        """No digit was typed."""
        self._type("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002
        """The 3D view hands its keys over before it turns by them, the window those that nobody in it took."""
        if not self._on or event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        assert isinstance(event, QKeyEvent)
        do = self._meaning(event)
        if do is None:
            return False
        if event.type() is QEvent.Type.KeyPress and not event.isAutoRepeat() and not self._before():
            do()
        event.accept()
        return True

    def _meaning(self, event: QKeyEvent) -> Callable[[], None] | None:
        key = Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        if key in MORE_STEPS:
            return lambda: self._step(MORE_STEPS[key])
        if Key.Key_0 <= key <= Key.Key_9:
            return lambda: self._type((self._digits + event.text())[-MOST_DIGITS:])
        return (self._with_digits if self._digits else {}).get(key) or self._plain.get(key)

    @property
    def _plain(self) -> Mapping[Qt.Key, Callable[[], None]]:
        return {
            Key.Key_Home: lambda: self.ends.emit(False),
            Key.Key_End: lambda: self.ends.emit(True),
            Key.Key_Backspace: self.came_back.emit,
            Key.Key_B: self.blanked.emit,
        }

    @property
    def _with_digits(self) -> Mapping[Qt.Key, Callable[[], None]]:
        return {
            **dict.fromkeys(ENTER, self._jump),
            Key.Key_Escape: self.forget,
            Key.Key_Backspace: lambda: self._type(self._digits[:-1]),
        }

    def _type(self, digits: str) -> None:
        if digits != self._digits:
            self._digits = digits
            self.typed.emit(digits)
        if digits:
            self._pause.start()
        else:
            self._pause.stop()

    def _step(self, by: int) -> None:
        self.forget()
        self.stepped.emit(by)

    def _jump(self) -> None:
        number = int(self._digits)
        self.forget()
        self.jumped.emit(number)

    def _shortcut(self, window: QWidget, key: Qt.Key) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), window)
        shortcut.setEnabled(False)
        shortcut.setAutoRepeat(False)  # one press, one scene
        shortcut.activated.connect(self._turn_page)
        return shortcut

    def _turn_page(self) -> None:
        sender = self.sender()
        assert isinstance(sender, QShortcut)
        if not self._before():
            self._step(tuple(STEPS.values())[self._pages.index(sender)])
