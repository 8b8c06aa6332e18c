"""Freezing what the class sees, while who teaches sets something up: needs a screen that the class does not see."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from viewer.language import tr
from viewer.widgets.classroom.projector import Projector
from viewer.widgets.classroom.stage_window import StageWindow


class Freeze(QObject):
    """Carries out the command, and says why not where it cannot. ``changed`` says whether the stage is frozen."""

    changed = Signal(bool)

    def __init__(self, stage: StageWindow, projector: Projector, action: QAction) -> None:
        super().__init__(projector)
        self._stage, self._projector, self._action, self._tip = stage, projector, action, action.toolTip()
        projector.changed.connect(self.follow)
        self.follow()

    @property
    def on(self) -> bool:
        """Whether the class sees an older picture."""
        return self._stage.frozen

    def set_on(self, on: bool) -> None:
        """Keep the picture that the class sees, or let it be live again."""
        self._stage.set_frozen(on)
        self.changed.emit(on)

    def follow(self) -> None:
        """Only where there is another screen; its picture is live at first."""
        beside = self._projector.beside
        self._action.setEnabled(beside)
        self._action.setToolTip(self._tip if beside else f"{self._tip}\n{_why_not()}")
        self._action.setChecked(False)
        self.set_on(False)


def _why_not() -> str:
    return tr("Needs a second screen with the stage on it (F5): on one screen the class sees what you see")
