"""The command that has the processor draw, whatever the graphics card offers, from the next start on."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from viewer.health import software
from viewer.language import tr
from viewer.model.session.settings import Settings


class WhoDraws(QObject):
    """Carries out the command; it is there only where the system can do it."""

    message = Signal(str)

    def __init__(self, command: QAction, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        command.setVisible(software.is_there())
        command.setChecked(settings.by_processor)
        command.triggered.connect(self._choose)

    def _choose(self, on: bool) -> None:
        self._settings.by_processor = on
        by_processor = tr("The processor draws from the next start on")
        self.message.emit(by_processor if on else tr("The graphics card draws from the next start on"))
