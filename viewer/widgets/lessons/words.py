"""Where caption and notes are written: plain text, no longer than a lesson can keep."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSignalBlocker
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from viewer.model.notes.plain_text import plain
from viewer.widgets.chrome import theme


class Words(QPlainTextEdit):
    """A field of about so many ``lines``; Tab leaves it."""

    def __init__(self, name: str, hint: str, lines: int, most: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._most = most
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setToolTip(hint)
        self.setTabChangesFocus(True)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 3 * theme.STEP)

    @property
    def words(self) -> str:
        """What is written, as a lesson keeps it."""
        return plain(self.toPlainText())[: self._most]

    def put(self, words: str) -> None:
        """Show these, unless they stand here already. Signals nothing."""
        if words != self.words:
            with QSignalBlocker(self):
                self.setPlainText(words)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Take in as much as there is room for: laying out a megabyte would keep the window waiting."""
        room = self._most - len(self.toPlainText()) + len(self.textCursor().selectedText())
        self.textCursor().insertText(source.text()[: max(room, 0)])
