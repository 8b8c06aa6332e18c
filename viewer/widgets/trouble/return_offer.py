"""The calm offer, in the status bar, to bring back what a run that ended badly had shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from viewer.language import tr
from viewer.widgets.chrome import theme


class ReturnOffer(QWidget):
    """One line with two answers."""

    accepted = Signal()
    declined = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("The program did not end well last time"))
        told = QLabel(tr("The program did not end well last time."))
        told.setTextFormat(Qt.TextFormat.PlainText)
        self.back, self.leave = QPushButton(tr("Bring back what was shown")), QPushButton(tr("Not now"))
        self.back.setToolTip(tr("Selection, what is hidden and where you stood; undo takes it back"))
        self.leave.setToolTip(tr("Go on as it is; what was shown then is forgotten"))
        self.back.clicked.connect(self.accepted)
        self.leave.clicked.connect(self.declined)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.STEP, 2, theme.STEP, 2)
        layout.addWidget(told)
        for button in (self.back, self.leave):
            button.setAccessibleName(button.text())
            layout.addWidget(button)
