"""The one dialog for errors of the program itself: what happened, how often, and the report to copy."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from viewer.health.faults import Fault
from viewer.health.privacy import scrubbed
from viewer.language import tr
from viewer.widgets.chrome import theme

COPIED_FOR = 3000  # ms that the button says so
WIDTH = 56 * theme.STEP  # of the words; wider, lines are hard to follow
DETAILS = QSize(96 * theme.STEP, 64 * theme.STEP)


class FaultDialog(QDialog):
    """Tells of faults without standing in the way; ``report`` writes the text that can be seen and copied."""

    def __init__(self, report: Callable[[], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._report = report
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Something went wrong"))
        self._message, self._times = _label(""), _label("")
        self.details = _text_box(tr("Details"))
        self.copy = QPushButton(tr("Copy report"))
        self._more, self._close = QPushButton(tr("Details")), QPushButton(tr("Close"))
        self._fill()
        self._wire()

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """Tell of the newest of these, and how many there were."""
        newest, times = faults[-1], sum(fault.count for fault in faults)
        self._message.setText(scrubbed(newest.words))
        self._times.setVisible(times > 1)
        same = tr("It happened %n time(s).", "", times)
        several = tr("%n fault(s) so far; this is the newest.", "", times)
        self._times.setText(same if len(faults) == 1 else several)
        if self.details.isVisible():
            self._write_details()
        else:
            self.adjustSize()

    def _fill(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * theme.STEP, 3 * theme.STEP, 3 * theme.STEP, 2 * theme.STEP)
        layout.setSpacing(theme.STEP)
        layout.addWidget(_label(tr("Something went wrong in the program itself."), theme.TITLE, bold=True))
        layout.addWidget(self._message)
        layout.addWidget(self._times)
        told = tr(
            "The session goes on. A report says what happened and on what the program runs; nothing in it says who you"
            " are."
        )
        layout.addWidget(_label(told))
        layout.addWidget(self.details, 1)
        layout.addSpacing(theme.STEP)
        buttons = QHBoxLayout()
        buttons.addWidget(self._more)
        buttons.addStretch()
        buttons.addWidget(self.copy)
        buttons.addWidget(self._close)
        layout.addLayout(buttons)

    def _wire(self) -> None:
        self._more.setCheckable(True)
        self._more.toggled.connect(self._show_details)
        self.copy.clicked.connect(self._copy)
        self._close.clicked.connect(self.close)
        self._close.setDefault(True)
        for button in (self._more, self.copy, self._close):
            button.setAutoDefault(button is self._close)
            button.setMinimumHeight(theme.TARGET)
            button.setAccessibleName(button.text())

    def _show_details(self, on: bool) -> None:
        if on:
            self._write_details()
        self.details.setVisible(on)
        if on:
            self.resize(DETAILS.boundedTo(QGuiApplication.primaryScreen().availableSize() * 0.9))
        else:
            self.adjustSize()

    def _write_details(self) -> None:
        place = self.details.verticalScrollBar().value()
        self.details.setPlainText(self._report())
        self.details.verticalScrollBar().setValue(place)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report())
        self.copy.setText(tr("Copied"))
        QTimer.singleShot(COPIED_FOR, self.copy, self._offer_copy)

    def _offer_copy(self) -> None:
        self.copy.setText(tr("Copy report"))


def _text_box(name: str) -> QPlainTextEdit:
    box = QPlainTextEdit()
    box.setReadOnly(True)
    box.setAccessibleName(name)
    box.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    box.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    box.hide()
    return box


def _label(text: str, scale: float = theme.BODY, bold: bool = False) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(theme.sized(scale, bold))
    label.setWordWrap(True)
    label.setMinimumWidth(WIDTH)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
