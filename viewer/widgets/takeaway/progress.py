"""A small window in nobody's way: how far something that is made is, then where it is, or why there is none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.widgets.chrome import theme
from viewer.widgets.takeaway.making import Making
from viewer.widgets.takeaway.opening import open_here

WIDTH = 48 * theme.STEP  # of the words
MARGIN = QPoint(3 * theme.STEP, 7 * theme.STEP)  # from the window's corner


class Progress(QDialog):
    """Shows one Making, which it starts, from its beginning to its end. Closing it before the end gives it up."""

    def __init__(self, title: str, making: Making, parent: QWidget) -> None:
        """``title`` names what is made, as on a menu."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(title)
        self._making: Making | None = making
        self._made: Path | None = None
        self.words, self.bar = QLabel(tr("Getting ready…"), self), QProgressBar(self)
        self.use, self.folder = QPushButton(tr("&Open"), self), QPushButton(tr("Show &folder"), self)
        self.stop = QPushButton(tr("Cancel"), self)
        self._lay_out()
        self._wire(making)
        making.setParent(self)
        making.start()

    def reject(self) -> None:
        """Closed: what is still being made is given up."""
        making, self._making = self._making, None
        if making is not None:
            making.cancel()
        super().reject()
        self.close()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """In the corner where it hides least, where the desktop lets windows choose their place."""
        super().showEvent(event)
        if not event.spontaneous() and (parent := self.parentWidget()) is not None:
            corner = parent.window().frameGeometry().bottomRight()
            self.move(corner - self.frameGeometry().bottomRight() + self.pos() - MARGIN)

    def _lay_out(self) -> None:
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setMinimumWidth(WIDTH)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("How far it is"))
        self.bar.setToolTip(tr("You can go on working meanwhile"))
        layout, buttons = QVBoxLayout(self), QHBoxLayout()
        layout.setContentsMargins(3 * theme.STEP, 3 * theme.STEP, 3 * theme.STEP, 2 * theme.STEP)
        layout.setSpacing(2 * theme.STEP)
        layout.addWidget(self.words)
        layout.addWidget(self.bar)
        buttons.addStretch()
        for button in (self.use, self.folder, self.stop):
            buttons.addWidget(button)
        layout.addLayout(buttons)

    def _wire(self, making: Making) -> None:
        making.progressed.connect(self._show_progress)
        making.finished.connect(self._show_made)
        making.failed.connect(self._show_failure)
        making.cancelled.connect(self.reject)
        self.use.clicked.connect(self._open)
        self.folder.clicked.connect(self._open_folder)
        self.stop.clicked.connect(self.reject)
        for button, tip in (
            (self.use, tr("In the program that this computer has for such files")),
            (self.folder, tr("Where the file is")),
            (self.stop, tr("Stop; nothing is kept of it")),
        ):
            button.setToolTip(tip)
            button.setMinimumHeight(theme.TARGET)
            button.setAccessibleName(button.text().replace("&", ""))
            button.setVisible(button is self.stop)

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.words.setText(tr("{done} of {total} done. You can go on working.").format(done=done, total=total))

    def _show_made(self, made: Path) -> None:
        remarks = self._making.remarks if self._making is not None else ""
        self._made = made
        self._end("\n".join(filter(None, (tr("{file} is ready.").format(file=made.name), remarks))))
        for button in (self.use, self.folder):
            button.show()
        self.use.setDefault(True)
        self.use.setFocus()

    def _show_failure(self, why: str) -> None:
        self._end(why)
        self.stop.setFocus()

    def _end(self, words: str) -> None:
        self._making = None
        self.words.setText(words)
        self.bar.hide()
        self.stop.setText(tr("Close"))
        self.stop.setAccessibleName(tr("Close"))
        self.stop.setToolTip("")
        self.adjustSize()

    def _open(self) -> None:
        if self._made is not None and not open_here(self._made):
            told = tr("Nothing on this computer opens such files by itself. It is here: {file}")
            self.words.setText(told.format(file=self._made))

    def _open_folder(self) -> None:
        if self._made is not None and not open_here(self._made.parent):
            self.words.setText(tr("No program to show folders was found. It is here: {file}").format(file=self._made))
