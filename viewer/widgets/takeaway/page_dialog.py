"""A page for a browser: of what, and where to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.model.lessons.lesson import Lesson
from viewer.model.session.state import ViewState
from viewer.widgets.chrome import theme
from viewer.widgets.takeaway.what_to_take import WhatToTake

WIDTH = 56 * theme.STEP


class PageDialog(QDialog):
    """``wanted`` holds the Lesson that a page is to be made of."""

    wanted = Signal(object)

    def __init__(self, lesson: Lesson, state: ViewState, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Page for a browser"))
        self.what = WhatToTake(lesson, state, self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        save = self.buttons.addButton(tr("&Save as…"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setToolTip(tr("Where the page is to be kept"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[3 * theme.STEP] * 4)
        layout.setSpacing(2 * theme.STEP)
        for part in (self._told(), self.what, self.buttons):
            layout.addWidget(part)
        self.buttons.accepted.connect(self._give)
        self.buttons.rejected.connect(self.reject)

    def _told(self) -> QLabel:
        told = tr(
            "One file that any browser opens, without this program and without the internet. Students turn the body,"
            " tap for names, put structures away and step through the scenes. Captions, sources, drawings, attachments,"
            " pain zones and the section go along; names beside the structures and your notes do not."
        )
        label = QLabel(told, self)
        label.setWordWrap(True)
        label.setMinimumWidth(WIDTH)
        return label

    def _give(self) -> None:
        lesson = self.what.lesson()
        self.accept()
        self.wanted.emit(lesson)
