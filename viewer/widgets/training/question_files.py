"""The files of teachers' questions: those in the user's folder, and those that were opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from viewer.language import tr
from viewer.model.annotations.faults import Fault
from viewer.model.session.state import ViewState
from viewer.model.training.question import Question
from viewer.model.training.question_file import Shelf, own_folder, read_shelf


class QuestionFiles(QObject):
    """``opened`` comes after a file was opened, ``faults_changed`` when other things than before are wrong with files.

    ``message`` is what the status bar says.
    """

    opened = Signal()
    faults_changed = Signal(list)
    message = Signal(str)

    def __init__(self, state: ViewState, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self._shelf: Shelf | None = None
        self._opened: list[Path] = []

    @property
    def questions(self) -> tuple[Question, ...]:
        """Those of all files that are good."""
        return (self._shelf or self.read()).questions

    @property
    def faults(self) -> tuple[Fault, ...]:
        """All that is wrong with the others."""
        return self._shelf.faults if self._shelf else ()

    def read(self) -> Shelf:
        """Read all of them now."""
        before, shelf = self.faults, read_shelf(self._state.atlas, own_folder(), self._opened)
        self._shelf = shelf
        if shelf.faults != before:
            self.faults_changed.emit(list(shelf.faults))
        if shelf.faults and shelf.faults != before:
            count = len(shelf.faults)
            self.message.emit(tr("%n fault(s) in files of questions; the page Train lists them", "", count))
        return shelf

    def ask_for_file(self, window: QWidget) -> None:
        """Let a file be chosen, and open it."""
        own = own_folder()
        usual = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        folder = str(own if own.is_dir() else usual)
        path, _ = QFileDialog.getOpenFileName(window, tr("Open questions"), folder, tr("Questions (*.json)"))
        if path:
            self.open(Path(path))

    def open(self, file: Path) -> None:
        """Add the questions of a file, or tell all that is wrong with it."""
        before = len(self.questions)
        self._opened = [*(one for one in self._opened if one != file), file]
        shelf = self.read()
        if not any(fault.file == file for fault in shelf.faults):
            self.message.emit(tr("%n question(s) added", "", len(shelf.questions) - before))
        self.opened.emit()

    def forget(self) -> None:
        """Leave what was opened; the folder's files stay."""
        self._opened.clear()
        self.read()
