"""The end of a round: what went well, and what to look at again; each of these leads there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.model.practice.answers import GUESSED, SURE
from viewer.model.training.judging import right_answer
from viewer.widgets.chrome import theme
from viewer.widgets.chrome.inert import inert
from viewer.widgets.training.course import Result
from viewer.widgets.training.words_button import WordsButton


class Ending(QWidget):
    """``gone_to`` names the structure that a question was about, ``again`` asks for those that were missed,
    ``another`` for a new round.
    """

    gone_to = Signal(str)
    again = Signal()
    another = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading, self.list = QLabel(self), QWidget(self)
        self.links: list[WordsButton] = []
        self.retry = QPushButton(tr("&Ask those again"), self)
        self.next = QPushButton(tr("A&nother round"), self)
        self._rows = QVBoxLayout(self.list)
        self._lay_out()
        self.retry.clicked.connect(self.again)
        self.next.clicked.connect(self.another)

    def tell(self, results: Sequence[Result]) -> None:
        """Sum a round up."""
        right = sum(one.verdict.is_right for one in results)
        self.heading.setText(tr("{n} of {of} right").format(n=right, of=len(results)))
        self.setAccessibleDescription(self.heading.text())
        self._clear()
        missed = [one for one in results if not one.verdict.is_right]
        shaky = [one for one in results if one.verdict.is_right and one.sure == GUESSED]
        well = [one for one in results if one.verdict.is_right and one.sure > GUESSED]
        for words, some in (
            (tr("Look at again"), missed),
            (tr("Right, but guessed"), shaky),
            (tr("Went well"), well),
        ):
            self._list(words, some)
        self._rows.addStretch()
        self.retry.setVisible(bool(missed))

    def begin(self) -> None:
        """The keyboard to what is most likely wanted."""
        (self.next if self.retry.isHidden() else self.retry).setFocus(Qt.FocusReason.OtherFocusReason)

    def _list(self, words: str, results: Sequence[Result]) -> None:
        if results:
            heading = QLabel(words, self.list)
            heading.setFont(theme.sized(theme.BODY, bold=True))
            heading.setContentsMargins(0, theme.STEP, 0, 0)
            self._rows.addWidget(heading)
        for one in results:
            self._rows.addWidget(self._link(one))

    def _link(self, result: Result) -> WordsButton:
        question = result.question
        answer = right_answer(question)
        told = f"{question.text} {answer}".strip()
        surely = tr("{told} (you were sure)").format(told=told)
        sure = result.sure == SURE and not result.verdict.is_right
        button = WordsButton(surely if sure else told, self.list)
        button.setFlat(True)
        button.setToolTip(inert(tr("Go there and read about it")))
        button.setEnabled(bool(question.about))
        button.setProperty("about", question.about)
        button.clicked.connect(self._go)
        self.links.append(button)
        return button

    def _go(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.gone_to.emit(str(sender.property("about")))

    def _clear(self) -> None:
        self.links = []
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _lay_out(self) -> None:
        self.heading.setFont(theme.sized(theme.DISPLAY, bold=True))
        self._rows.setContentsMargins(0, 0, theme.STEP, 0)
        self._rows.setSpacing(theme.STEP // 2)
        area = QScrollArea(self)
        area.setWidget(self.list)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for button, tip in (
            (self.retry, tr("A round of those that were not right")),
            (self.next, tr("Choose what to be asked next")),
        ):
            button.setToolTip(tip)
            button.setAutoDefault(True)  # Enter presses it
            button.setMinimumHeight(theme.TARGET)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.heading)
        layout.addWidget(area, stretch=1)
        layout.addWidget(self.retry)
        layout.addWidget(self.next)
