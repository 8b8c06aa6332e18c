"""How far the reading of what was asked for is, in the status bar, for as long as it goes on."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QWidget

from viewer.language import tr
from viewer.widgets.chrome import theme


class Reading(QWidget):
    """Words and a thin bar; not there while nothing is being read."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words, self.bar = QLabel(self), QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(12 * theme.STEP)
        self.bar.setAccessibleName(tr("Loading the structures"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, theme.STEP, 0)
        layout.addWidget(self.words)
        layout.addWidget(self.bar)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.hide()

    def show_progress(self, done: int, of: int) -> None:
        """So many of so many are there; of none, nothing is told."""
        self.setVisible(of > 0)
        self.bar.setRange(0, max(of, 1))
        self.bar.setValue(done)
        self.words.setText(tr("Reading the structures … {done} of {of}").format(done=done, of=of))
