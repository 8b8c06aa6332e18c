"""The end of the log in a window of the program's own: no other program is started to show it."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QIcon, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from viewer.health.privacy import scrubbed
from viewer.language import tr
from viewer.widgets.chrome import theme

SHOWN = 100_000  # bytes
SIZE = QSize(110 * theme.STEP, 70 * theme.STEP)


class LogDialog(QDialog):
    """What was written last, and where all of it is."""

    def __init__(self, file: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Log"))
        place = QLabel(scrubbed(str(file)))
        place.setTextFormat(Qt.TextFormat.PlainText)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text = QPlainTextEdit(_end_of(file))
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.windowTitle())
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        for part in (place, self.text, buttons):
            layout.addWidget(part)
        self.resize(SIZE.boundedTo(QGuiApplication.primaryScreen().availableSize() * 0.9))
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.text.moveCursor(QTextCursor.MoveOperation.StartOfLine)


def _end_of(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            stream.seek(max(0, os.fstat(stream.fileno()).st_size - SHOWN))
            return stream.read(SHOWN).decode("utf-8", errors="replace")
    except OSError as error:
        return tr("There is no log: {why}").format(why=error.strerror)
