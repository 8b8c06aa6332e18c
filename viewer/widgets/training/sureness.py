"""How sure are you? Asked before an answer is judged: who is sure and wrong learns most from that."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.model.practice.answers import FAIRLY_SURE, GUESSED, SURE
from viewer.widgets.chrome import theme


def sure_words(sure: int) -> str:
    """How sure somebody was."""
    return {GUESSED: tr("a guess"), FAIRLY_SURE: tr("fairly sure"), SURE: tr("sure")}[sure]


class Sureness(QWidget):
    """Three buttons. ``said`` tells which."""

    said = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        asked = QLabel(tr("How sure are you?"), self)
        asked.setFont(theme.sized(theme.BODY, bold=True))
        self.setAccessibleName(asked.text())
        row = QHBoxLayout()
        row.setSpacing(theme.STEP // 2)
        self.buttons: dict[int, QPushButton] = {}
        for sure, word, tip in (
            (GUESSED, tr("1  A guess"), tr("You guessed (key 1)")),
            (FAIRLY_SURE, tr("2  Fairly"), tr("You are fairly sure (key 2 or Enter)")),
            (SURE, tr("3  Sure"), tr("You are sure (key 3)")),
        ):
            row.addWidget(self._button(sure, word, tip))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.STEP, 0, 0)
        layout.setSpacing(theme.STEP // 2)
        layout.addWidget(asked)
        layout.addLayout(row)

    def _button(self, sure: int, word: str, tip: str) -> QPushButton:
        button = QPushButton(word, self)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setAutoDefault(True)  # Enter presses it
        button.setMinimumHeight(theme.TARGET)
        button.setProperty("sure", sure)
        button.setStyleSheet("padding-left: 6px; padding-right: 6px;")
        button.clicked.connect(self._say)
        self.buttons[sure] = button
        return button

    def begin(self) -> None:
        """The keyboard to the middle one."""
        self.buttons[FAIRLY_SURE].setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.said.emit(int(sender.property("sure")))
