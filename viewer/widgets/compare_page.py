"""Two structures side by side as a table; both are lit in the 3D view, and of the entry that is entered its place."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from viewer.model.atlas import Kind, Status
from viewer.model.compare import Entry, Row, compare
from viewer.model.state import ViewState
from viewer.model.words import not_modelled, status_words
from viewer.widgets import theme

FACT = Qt.ItemDataRole.UserRole
_MANY = 2


class ComparePage(QWidget):
    """Choosing a structure on either side selects both in the scene."""

    def __init__(self, state: ViewState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.first, self.second, self.table = QComboBox(self), QComboBox(self), QTableWidget(self)
        self._lay_out()
        self._fill()
        for choice in (self.first, self.second):
            choice.activated.connect(self.show_both)
        self.table.currentItemChanged.connect(self._light)
        state.atlas_changed.connect(self._fill)

    def begin(self) -> None:
        """Compare the two that were selected last; else the first two muscles."""
        muscles = [one.id for one in self._state.atlas.structures.values() if one.kind is Kind.MUSCLE]
        chosen = list(self._state.view.selection[-_MANY:])
        wished = chosen if len(chosen) == _MANY else [*chosen, *_others(muscles, chosen)]
        for choice, name in zip((self.first, self.second), wished, strict=False):
            choice.setCurrentIndex(choice.findData(name))
        self.show_both()
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_both(self) -> None:
        """Write the table, and select both in the scene."""
        self._write()
        self._state.select(self.first.currentData(), self.second.currentData())

    def _write(self) -> None:
        rows = compare(self._state.atlas, self.first.currentData(), self.second.currentData())
        with QSignalBlocker(self.table):
            self.table.setRowCount(len(rows))
            self.table.setHorizontalHeaderLabels(["", self.first.currentText(), self.second.currentText()])
            for number, row in enumerate(rows):
                self._write_row(number, row)
        self.table.resizeRowsToContents()

    def _write_row(self, number: int, row: Row) -> None:
        both = self.tr("both") if row.shared else self.tr("one only")
        head = QTableWidgetItem("\n".join(part for part in (str(row.aspect).capitalize(), row.title, both) if part))
        font = QFont(theme.sized(theme.CAPTION, bold=row.shared))
        head.setFont(font)
        self.table.setItem(number, 0, head)
        for column, entries in enumerate((row.first, row.second), 1):
            cell = QTableWidgetItem("\n".join(map(_words, entries)) or "–")
            cell.setData(FACT, entries[0].fact if entries else None)
            self.table.setItem(number, column, cell)

    def _light(self, cell: QTableWidgetItem | None) -> None:
        self._state.glance(cell.data(FACT) if cell else None)

    def _fill(self) -> None:
        """The structures of this edition of the annotations, keeping what was chosen."""
        for choice in (self.first, self.second):
            kept = choice.currentData()
            choice.clear()
            for one in self._state.atlas.known.values():
                choice.addItem(one.title if one.modelled else f"{one.title} ({not_modelled()})", one.id)
            choice.setCurrentIndex(max(0, choice.findData(kept)))
        if self.table.rowCount():
            self._write()

    def _lay_out(self) -> None:
        self.setAccessibleName(self.tr("Compare two structures"))
        choices = QHBoxLayout()
        for choice, name in ((self.first, self.tr("First structure")), (self.second, self.tr("Second structure"))):
            choice.setAccessibleName(name)
            choice.setToolTip(self.tr("{name} (Up and Down step)").format(name=name))
            choice.setMinimumHeight(theme.TARGET)
            choices.addWidget(choice, stretch=1)
        choices.insertWidget(1, QLabel(self.tr("beside"), self))
        self.table.setColumnCount(3)
        self.table.setAccessibleName(self.tr("What both have, and what one of them has"))
        self.table.setToolTip(self.tr("Arrow keys: the fact entered is lit in the 3D view"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(True)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.table.setColumnWidth(0, 24 * theme.STEP)
        header.sectionResized.connect(self.table.resizeRowsToContents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.STEP, 0, theme.STEP, theme.STEP)
        layout.addLayout(choices)
        layout.addWidget(self.table)


def _words(entry: Entry) -> str:
    return entry.text if entry.status is Status.AGREED else f"{entry.text} [{status_words(entry.status)}]"


def _others(muscles: list[str], chosen: list[str]) -> list[str]:
    """Muscles to stand beside what is chosen: on the same side where that can be told by the name's end."""
    side = chosen[0].rpartition("_")[2] if chosen else muscles[0].rpartition("_")[2] if muscles else ""
    left = [name for name in muscles if name not in chosen]
    return sorted(left, key=lambda name: name.rpartition("_")[2] != side)
