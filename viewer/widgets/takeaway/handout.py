"""File > Handout…: asks how, asks where to, and has it made while the window goes on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from viewer.language import tr
from viewer.model.lessons.open_lesson import OpenLesson
from viewer.model.session.settings import Settings
from viewer.model.session.state import ViewState
from viewer.widgets.chrome.inert import inert
from viewer.widgets.takeaway.errand import errand
from viewer.widgets.takeaway.handout_dialog import HandoutDialog, Wanted
from viewer.widgets.takeaway.progress import Progress
from viewer.widgets.takeaway.suggesting import suggested


class Handout(QObject):
    """Makes handouts of the lesson that is open, or of what is shown."""

    def __init__(self, window: QWidget, state: ViewState, opened: OpenLesson, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._state, self._opened, self._settings = window, state, opened, settings

    def ask(self) -> None:
        """Let it be chosen what the handout is like."""
        dialog = HandoutDialog(self._opened.lesson, self._state, self._settings, self._window)
        dialog.wanted.connect(self._save)
        dialog.open()

    def make(self, wanted: Wanted, path: Path) -> None:
        """Have it made, and show how far it is."""
        path = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        try:
            making = errand(["--handout", path, *wanted.words], path, wanted.lesson, self._state, self)
        except OSError as error:
            told = tr("The handout could not be begun: {why}.").format(why=error.strerror)
            box = QMessageBox(QMessageBox.Icon.Warning, tr("Handout"), inert(told), parent=self._window)
            box.open()
        else:
            Progress(tr("Handout"), making, self._window).show()

    def _save(self, wanted: Wanted) -> None:
        name = str(suggested(wanted.lesson.title, ".pdf"))
        path, _ = QFileDialog.getSaveFileName(self._window, tr("Save the handout"), name, tr("PDF (*.pdf)"))
        if path:
            self.make(wanted, Path(path))
