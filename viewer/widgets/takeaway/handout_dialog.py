"""How a handout is wished for: of what, with names or as a test, with what beside the pictures, on which paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from viewer.language import tr
from viewer.model.lessons.lesson import Lesson
from viewer.model.session.settings import Settings
from viewer.model.session.state import ViewState
from viewer.widgets.chrome import theme
from viewer.widgets.takeaway.what_to_take import WhatToTake

NAMES, BLANK = "names", "blank"
WIDTH = 52 * theme.STEP


@dataclass(frozen=True)
class Wanted:
    """A lesson, and the arguments with which the program makes its handout."""

    lesson: Lesson
    words: tuple[str, ...]


class HandoutDialog(QDialog):
    """``wanted`` holds a Wanted. What was chosen stands in the settings, and is chosen the next time."""

    wanted = Signal(object)

    def __init__(self, lesson: Lesson, state: ViewState, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Handout"))
        self.what = WhatToTake(lesson, state, self)
        self.names = QRadioButton(tr("&Names beside what they name"), self)
        self.blank = QRadioButton(tr("A &test: numbers, and lines to write on"), self)
        kinds = QButtonGroup(self)  # else Qt takes those of what to take for their neighbours
        for button in (self.names, self.blank):
            kinds.addButton(button)
        self.key, self.page, self.paper = QComboBox(self), QComboBox(self), QComboBox(self)
        self.captions = QCheckBox(tr("&Captions and sources"), self)
        self.notes = QCheckBox(tr("&My notes: a copy for the speaker"), self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._fill()
        self._lay_out()
        self._choose(settings.handout)
        self.blank.toggled.connect(self._follow)
        self.buttons.accepted.connect(self._give)
        self.buttons.rejected.connect(self.reject)
        self._follow()

    def words(self) -> tuple[str, ...]:
        """What is chosen, as arguments of the program."""
        labels = BLANK if self.blank.isChecked() else NAMES
        chosen = ["--labels", labels, "--key", self.key.currentData(), "--paper", self.paper.currentData()]
        switches = {
            "--two": self.page.currentData() == "two",
            "--without-captions": not self.captions.isChecked(),
            "--notes": self.notes.isChecked(),
        }
        return (*chosen, *(word for word, on in switches.items() if on))

    def _fill(self) -> None:
        _offer(self.key, tr("Answers"), tr("What stands behind the numbers"),
               {"end": tr("On the last pages"), "apart": tr("In a file of their own"), "none": tr("None")})  # fmt: skip
        _offer(self.page, tr("Scenes on a page"), tr("Two only where their words are short enough"),
               {"one": tr("One"), "two": tr("Two")})  # fmt: skip
        _offer(self.paper, tr("Paper"), tr("Size of the pages"), {"a4": "A4", "letter": tr("US Letter")})
        if QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem:
            self.paper.setCurrentIndex(1)
        self.captions.setChecked(True)
        with_answers = tr("In a test they stand with the answers, as they tell the names")
        for button, tip in (
            (self.names, tr("To learn from")),
            (self.blank, tr("Numbers point at what is to be named; nothing on its pages tells the names")),
            (self.captions, with_answers),
            (self.notes, with_answers),
        ):
            button.setToolTip(tip)
            button.setMinimumHeight(theme.TARGET)
            button.setAccessibleName(button.text().replace("&", ""))

    def _lay_out(self) -> None:
        layout, form = QVBoxLayout(self), QFormLayout()
        layout.setContentsMargins(*[3 * theme.STEP] * 4)
        layout.setSpacing(2 * theme.STEP)
        kinds, beside = _column(self.names, self.blank), _column(self.captions, self.notes)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(theme.STEP)
        for box in (self.key, self.page, self.paper):
            form.addRow(box.accessibleName(), box)
        save = self.buttons.addButton(tr("&Save as…"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setToolTip(tr("Where the PDF is to be kept"))
        save.setDefault(True)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setIcon(QIcon())
        told = QLabel(tr("A PDF to print or to send: a picture of each scene, every word of it sharp and searchable."))
        told.setWordWrap(True)
        told.setMinimumWidth(WIDTH)
        layout.addWidget(told)
        layout.addWidget(self.what)
        layout.addLayout(kinds)
        layout.addLayout(beside)
        layout.addLayout(form)
        layout.addWidget(self.buttons)

    def _choose(self, words: Sequence[str]) -> None:
        """As last time, as far as it still makes sense."""
        (self.blank if BLANK in words else self.names).setChecked(True)
        places = [(box, box.findData(word)) for word in words for box in (self.key, self.page, self.paper)]
        for box, place in places:
            box.setCurrentIndex(place if place >= 0 else box.currentIndex())
        self.captions.setChecked("plain" not in words)
        self.notes.setChecked("notes" in words)

    def _follow(self) -> None:
        self.key.setEnabled(self.blank.isChecked())

    def _give(self) -> None:
        boxes = (self.key.currentData(), self.page.currentData(), self.paper.currentData())
        switches = {BLANK: self.blank, "notes": self.notes}
        self._settings.handout = (
            *boxes,
            *(word for word, switch in switches.items() if switch.isChecked()),
            *(() if self.captions.isChecked() else ("plain",)),
        )
        told = Wanted(self.what.lesson(), self.words())
        self.accept()
        self.wanted.emit(told)


def _offer(box: QComboBox, name: str, tip: str, choices: dict[str, str]) -> None:
    for word, shown in choices.items():
        box.addItem(shown, word)
    box.setAccessibleName(name)
    box.setToolTip(tip)
    box.setMinimumHeight(theme.TARGET)


def _column(*widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget)
    return column
