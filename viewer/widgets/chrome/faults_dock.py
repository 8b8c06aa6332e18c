"""What is wrong with the annotations while the program runs: a list below the 3D view that stays until it is mended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QDockWidget, QLabel, QListWidget, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.model.annotations.faults import Fault
from viewer.widgets.chrome import theme

ROWS_SEEN = 4


class FaultsDock(QDockWidget):
    """Shown while there are faults. It cannot be closed: what is wrong with the data must not be overlooked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Faults in the annotations"))
        self.setObjectName("faults")
        self.setAccessibleName(self.windowTitle())
        self.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self.toggleViewAction().setVisible(False)
        self.head, self.list = QLabel(self), QListWidget(self)
        self._lay_out()
        self.hide()

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """List these; go away when there are none."""
        self.list.clear()
        self.list.addItems([str(fault) for fault in faults])
        count = len(faults)
        self.head.setText(tr("%n fault(s) in the annotations: the last good ones stay in use.", "", count))
        self.list.setFixedHeight(self._height(count))
        self.setVisible(bool(faults))

    def _height(self, count: int) -> int:
        row = self.list.sizeHintForRow(0) if count else theme.TARGET
        return min(max(count, 1), ROWS_SEEN) * max(row, 1) + 2 * theme.STEP

    def _copy(self) -> None:
        chosen = [item.text() for item in self.list.selectedItems()]
        QGuiApplication.clipboard().setText("\n".join(chosen))

    def _lay_out(self) -> None:
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setWordWrap(True)
        self.list.setAccessibleName(self.tr("Faults, with file, line and what was expected"))
        self.list.setToolTip(self.tr("What is wrong, and where (Ctrl+C copies)"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setWordWrap(True)
        QShortcut(QKeySequence.StandardKey.Copy, self.list, self._copy, context=Qt.ShortcutContext.WidgetShortcut)
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(2 * theme.STEP, 0, theme.STEP, theme.STEP)
        layout.setSpacing(theme.STEP // 2)
        layout.addWidget(self.head)
        layout.addWidget(self.list)
        self.setWidget(page)
