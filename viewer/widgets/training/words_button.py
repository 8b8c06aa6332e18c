"""A broad button whose words wrap, with a sign before them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from viewer.widgets.chrome import theme

_EDGES = 2 * theme.STEP


class WordsButton(QPushButton):
    """As high as its words are at the width that it has; without a ``sign`` the words have the whole width."""

    def __init__(self, words: str, parent: QWidget, sign: str = "") -> None:
        super().__init__(parent)
        self.sign, self.words = QLabel(sign, self), QLabel(words, self)
        self.sign.setMinimumWidth(2 * theme.STEP)
        self.sign.setVisible(bool(sign))
        for label in (self.sign, self.words):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.STEP, theme.STEP // 2, theme.STEP, theme.STEP // 2)
        row.addWidget(self.sign)
        row.addWidget(self.words, stretch=1)
        self.setAccessibleName(words)
        self.setAutoDefault(True)  # Enter presses it
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as its words are at this width."""
        beside = 0 if self.sign.isHidden() else self.sign.sizeHint().width() + theme.STEP
        room = max(self.width() - _EDGES - beside, 20 * theme.STEP)
        high = self.words.heightForWidth(room) + 2 * theme.STEP
        return QSize(24 * theme.STEP, max(high, theme.TARGET))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Never less high than its words."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width wants another height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()
