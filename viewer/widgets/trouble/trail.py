"""The names of the last commands and steps, for a report: what was done, never to what or with which words."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from viewer.model.session.state import ViewState

LENGTH = 30


class Trail(QObject):
    """Listens to commands and to the history."""

    def __init__(self, state: ViewState, commands: Iterable[QAction], parent: QObject) -> None:
        super().__init__(parent)
        self._deeds: deque[str] = deque(maxlen=LENGTH)
        state.history_changed.connect(self._note_step)
        for command in commands:
            command.triggered.connect(self._note_command)

    def deeds(self) -> list[str]:
        """The last ones, the newest at the end, each with its time of day."""
        return list(self._deeds)

    def last(self) -> str:
        """The newest one; empty where there is none."""
        return self._deeds[-1] if self._deeds else ""

    def _note_command(self) -> None:
        command = self.sender()
        if isinstance(command, QAction):
            self._note(f"{command.objectName()} {command.data() or ''}".rstrip())

    def _note_step(self, behind: str, _before: str) -> None:
        self._note(f"→ {behind or '–'}")

    def _note(self, deed: str) -> None:
        self._deeds.append(f"{datetime.now():%H:%M:%S} {deed}")
