"""Where a note is written: plain text, no longer than can be kept.

A megabyte that is pasted or dropped is shortened, and this is said: laying it out would keep the window waiting for
minutes.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from viewer.language import tr
from viewer.model.notes.notes_file import LONGEST_NOTE
from viewer.widgets.chrome import theme


class NoteText(QPlainTextEdit):
    """``shortened`` tells how many letters of what was pasted were left out."""

    shortened = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Text of the note"))
        self.setPlaceholderText(tr("Write a note; Ctrl+Enter keeps it. A first pins it to a place"))
        self.setTabChangesFocus(True)
        self.setMaximumHeight(14 * theme.STEP)

    def put(self, words: str) -> None:
        """Replace what stands here, as if typed: Ctrl+Z brings it back."""
        if words != self.toPlainText():
            cursor = self.textCursor()
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(words)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Take in the words that there is room for."""
        words = source.text()
        room = LONGEST_NOTE - len(self.toPlainText()) + len(self.textCursor().selectedText())
        self.textCursor().insertText(words[: max(room, 0)])
        if len(words) > room:
            self.shortened.emit(len(words) - max(room, 0))
