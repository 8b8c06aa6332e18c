"""After a stop: the finger is off, and there is time. What comes next is the person's choice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.widgets.chrome import theme


class Stopped(QWidget):
    """Each signal is a way on."""

    instead_asked = Signal()
    asked_again = Signal()
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.instead = QPushButton(tr("&Movement instead…"), self)
        self.again = QPushButton(tr("&Ask again"), self)
        self.end = QPushButton(tr("&End"), self)
        self.instead.clicked.connect(self.instead_asked)
        self.again.clicked.connect(self.asked_again)
        self.end.clicked.connect(self.ended)
        self._lay_out()

    def offer(self, movement: bool) -> None:
        """``movement`` says whether there is any to offer instead."""
        self.instead.setVisible(movement)

    def take_keyboard(self) -> None:
        """To the kindest way on."""
        (self.end if self.instead.isHidden() else self.instead).setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for text, scale in (
            (tr("The finger is off"), theme.TITLE),
            (tr("Say that you have stopped, and wait. No reason needs to be given."), theme.BODY),
            (tr("What comes next is the person's choice: to rest, to move, to be asked again, or to end."), theme.BODY),
        ):
            label = QLabel(text, self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFont(theme.sized(scale, bold=scale == theme.TITLE))
            label.setWordWrap(True)
            layout.addWidget(label)
        for button, tip in (
            (self.instead, tr("Exercises in which the person moves and nobody is touched (Alt+M)")),
            (self.again, tr("Back to consent and cautions, before anything goes on (Alt+A)")),
            (self.end, tr("End the walk: everything as before (Alt+E)")),
        ):
            button.setToolTip(tip)
            layout.addWidget(button)
        layout.addStretch()
