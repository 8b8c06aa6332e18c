"""What is wrong with the annotations while the program runs: a page that is offered until it is mended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListWidget, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.model.annotations.faults import Fault
from viewer.widgets.chrome import theme
from viewer.widgets.side_panel.page import Page


class FaultsPage(Page):
    """``announced`` is a sentence for the status bar: faults that come must not be overlooked."""

    counted = Signal(int)
    announced = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head, self.list = QLabel(self), QListWidget(self)
        self._lay_out()

    def begin(self) -> None:
        """The keyboard to the first fault."""
        self.list.setCurrentRow(max(0, self.list.currentRow()))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """List these, and say how many there are now."""
        self.list.clear()
        self.list.addItems([str(fault) for fault in faults])
        count = len(faults)
        words = tr("%n fault(s) in the annotations: the last good ones stay in use.", "", count)
        self.head.setText(words)
        self.counted.emit(count)
        if faults:
            self.announced.emit(tr("{words} F8 lists them").format(words=words))

    def _copy(self) -> None:
        chosen = [item.text() for item in self.list.selectedItems()]
        QGuiApplication.clipboard().setText("\n".join(chosen))

    def _lay_out(self) -> None:
        self.setAccessibleName(tr("Faults in the annotations"))
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setWordWrap(True)
        self.list.setAccessibleName(tr("Faults, with file, line and what was expected"))
        self.list.setToolTip(tr("What is wrong, and where (Ctrl+C copies)"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setWordWrap(True)
        self.list.setSpacing(theme.STEP // 4)
        copying = QShortcut(QKeySequence.StandardKey.Copy, self.list, self._copy)
        copying.setContext(Qt.ShortcutContext.WidgetShortcut)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * theme.STEP, 0, theme.STEP, theme.STEP)
        layout.setSpacing(theme.STEP)
        layout.addWidget(self.head)
        layout.addWidget(self.list)
