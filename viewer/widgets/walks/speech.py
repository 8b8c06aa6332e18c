"""Reading aloud with the system's own voices, where there are any. Never required: a part of Qt that is not installed
with the program does it (the extra ``speech``), and it is looked for when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from PySide6.QtCore import QObject, Signal

from viewer.language import tr

MODULE = "PySide6.QtTextToSpeech"
NO_VOICES = frozenset(("mock", "none"))
"""Engines that only pretend."""


class Speech(QObject):
    """Says one text at a time. ``ended`` comes when it was said to its end."""

    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voice: Any = None
        self._qt: Any = None
        self._saying = self._begun = False

    @property
    def saying(self) -> bool:
        """Whether something is being read now."""
        return self._saying

    def lacks(self) -> str:
        """Why nothing can be read aloud here, and what to do about it; empty where it can."""
        try:
            self._find()
        except ModuleNotFoundError:
            return tr("Reading aloud needs one more part of Qt. Type: pip install pyside6-addons")
        except ImportError as error:
            return tr("Reading aloud needs a library of the system: {why}").format(why=error)
        if self._voice is None:
            return tr("This system has no voice to read with. On Linux install speech-dispatcher and espeak-ng.")
        return ""

    def say(self, text: str) -> bool:
        """Read a text from its beginning instead of what is read now. False where nothing can be read."""
        if self.lacks():
            return False
        self.stop()
        self._saying, self._begun = True, False
        self._voice.say(text)
        return True

    def stop(self) -> None:
        """Be silent."""
        was, self._saying = self._saying, False
        if was:
            self._voice.stop()

    def _find(self) -> None:
        """Bring in Qt's speech, once. Raises ImportError."""
        if self._qt is None:
            self._qt = import_module(MODULE)
        for engine in self._qt.QTextToSpeech.availableEngines() if self._voice is None else ():
            if engine not in NO_VOICES:
                voice = self._qt.QTextToSpeech(engine, self)
                if voice.state() is not self._qt.QTextToSpeech.State.Error:
                    self._voice = voice
                    voice.stateChanged.connect(self._hear)
                    return

    def _hear(self, state: Any) -> None:
        """Word of what was silenced may come late, when the next text is to be said but was not begun."""
        states = self._qt.QTextToSpeech.State
        self._begun = self._begun or state is states.Speaking
        if self._saying and self._begun and state in (states.Ready, states.Error):
            self._saying = False
            if state is states.Ready:
                self.ended.emit()
