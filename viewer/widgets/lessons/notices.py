"""What must not be overlooked about a lesson: it was not saved, not all of it can be shown, one was left behind."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.model.annotations.faults import Fault
from viewer.widgets.chrome import theme


class Notices(QFrame):
    """``accepted`` and ``declined`` answer the offer of a lesson that was left behind."""

    accepted = Signal()
    declined = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.refusal, self.remarks, self.offered = _label(self), _label(self), _label(self)
        self.more, self.all = QPushButton(tr("What is missing"), self), QPlainTextEdit(self)
        self.back, self.leave = QPushButton(tr("Bring it back"), self), QPushButton(tr("Discard it"), self)
        self._lay_out()
        self.more.toggled.connect(self._tell_all)
        self.back.clicked.connect(self._accept)
        self.leave.clicked.connect(self._decline)
        self._settle()

    def refuse(self, words: str) -> None:
        """Why something was not done; nothing: it was."""
        self.refusal.setText(words)
        self._settle()

    def remark(self, remarks: Sequence[Fault]) -> None:
        """What of the file cannot be shown; nothing: all of it can."""
        words = tr("%n thing(s) in this file cannot be shown. The file stays as it is; saving asks for another name.",
                   "", len(remarks))  # fmt: skip
        self.remarks.setText(words if remarks else "")
        self.all.setPlainText("\n\n".join(map(str, remarks)))
        self.more.setChecked(False)
        self._settle()

    def offer(self, title: str, count: int) -> None:
        """A lesson that was not saved when the program ended."""
        words = tr("The program ended before “{title}” was saved (%n scene(s)).", "", count).format(title=title)
        self.offered.setText(words)
        self._settle()

    def _accept(self) -> None:
        self._answer()
        self.accepted.emit()

    def _decline(self) -> None:
        self._answer()
        self.declined.emit()

    def _answer(self) -> None:
        self.offered.setText("")
        self._settle()

    def _tell_all(self, on: bool) -> None:
        self.all.setVisible(on)

    def _settle(self) -> None:
        for label, parts in ((self.refusal, ()), (self.remarks, (self.more,)), (self.offered, (self.back, self.leave))):
            for part in (label, *parts):
                part.setVisible(bool(label.text()))
        self.all.setVisible(self.more.isChecked() and bool(self.remarks.text()))
        self.setVisible(any(label.text() for label in (self.refusal, self.remarks, self.offered)))

    def _lay_out(self) -> None:
        self.setAccessibleName(tr("About this lesson"))
        self.all.setReadOnly(True)
        self.all.setTabChangesFocus(True)
        self.all.setAccessibleName(tr("What of the lesson cannot be shown, with its place in the file"))
        self.all.setFixedHeight(16 * theme.STEP)
        self.more.setCheckable(True)
        self.more.setToolTip(tr("What is wrong in the file, and where"))
        self.back.setToolTip(tr("The lesson as it was; save it then"))
        self.leave.setToolTip(tr("It is forgotten for good"))
        answers = QHBoxLayout()
        answers.addWidget(self.back)
        answers.addWidget(self.leave)
        answers.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.STEP // 2)
        for part in (self.offered, self.refusal, self.remarks, self.more, self.all):
            layout.addWidget(part)
        layout.insertLayout(1, answers)


def _label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setFont(theme.sized(theme.BODY, bold=True))
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
