"""What is asked before something of a lesson could be lost, and where to, as dialogs."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget

from viewer.language import tr
from viewer.widgets.chrome.inert import inert

ENDING = ".json"


class Answer(Enum):
    """What is to become of what is not saved, or of the file that is in the way."""

    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


def about_unsaved(parent: QWidget, title: str) -> Answer:
    """Whether a lesson that is to be left is saved first."""
    words = tr("The lesson “{title}” has changes that are not saved.").format(title=title)
    box = _box(parent, words, tr("They are lost unless you save them."))
    save = box.addButton(QMessageBox.StandardButton.Save)
    discard = box.addButton(QMessageBox.StandardButton.Discard)
    box.setDefaultButton(QMessageBox.StandardButton.Save)
    return _answer(box, {save: Answer.SAVE, discard: Answer.DISCARD})


def about_overwriting(parent: QWidget, file: Path) -> Answer:
    """Whether a file that somebody else has changed gives way to this lesson; SAVE means: under another name."""
    words = tr("{file} was changed since you opened it, by another window or program.").format(file=file)
    box = _box(parent, words, tr("Saving puts your lesson in its place: what was changed there is lost."))
    other = box.addButton(tr("Save &as another file…"), QMessageBox.ButtonRole.AcceptRole)
    over = box.addButton(tr("&Overwrite it"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(other)
    return _answer(box, {other: Answer.SAVE, over: Answer.DISCARD})


def file_to_open(parent: QWidget, folder: Path) -> Path | None:
    """The file that somebody chooses, if any."""
    path, _ = QFileDialog.getOpenFileName(parent, tr("Open a lesson"), str(folder), tr("Lessons (*.json)"))
    return Path(path) if path else None


def file_to_save(parent: QWidget, proposed: Path) -> Path | None:
    """Where a lesson is to be kept, if anywhere; a file that is there already was agreed to."""
    dialog = QFileDialog(parent, tr("Save the lesson"), str(proposed.parent), tr("Lessons (*.json)"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ENDING)
    dialog.selectFile(proposed.name)
    return Path(dialog.selectedFiles()[0]) if dialog.exec() else None


def _box(parent: QWidget, words: str, more: str) -> QMessageBox:
    box = QMessageBox(QMessageBox.Icon.Question, "Iliopsoas", inert(words), parent=parent)
    box.setInformativeText(inert(more))
    return box


def _answer(box: QMessageBox, meant: Mapping[QPushButton, Answer]) -> Answer:
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.exec()
    clicked = box.clickedButton()
    return next((answer for button, answer in meant.items() if button is clicked), Answer.CANCEL)
