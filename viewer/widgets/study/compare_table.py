"""The table of two structures, laid out for a narrow panel: what both have first, each attribute with its name above
it, then what one of them has alone in the whole width.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from viewer.language import tr
from viewer.model.answers.compare import Entry, Row, aspect_words
from viewer.model.atlas.atlas import Status
from viewer.model.words import status_words
from viewer.widgets.chrome import theme

FACT = Qt.ItemDataRole.UserRole
ROW = Qt.ItemDataRole.UserRole + 1
"""Of an attribute's name: which of the rows it stands above."""
AIR = Qt.ItemDataRole.UserRole + 2
"""Pixels to be left free above."""


class CompareTable(QTableWidget):
    """Two columns; names of attributes, and what one structure has alone, span both."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(0, 2, parent)
        self._titles = ("", "")
        self.setAccessibleName(tr("What both have, and what one of them has"))
        self.setToolTip(tr("Arrow keys: what is entered is lit in the 3D view; Enter keeps it lit"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def fill(self, rows: Sequence[Row], titles: tuple[str, str]) -> None:
        """Write these rows, scrolled as before."""
        scrolled = self.verticalScrollBar().value()
        with QSignalBlocker(self):
            self.clearSpans()
            self.setRowCount(0)
            self._titles = titles
            self._write_shared([(number, row) for number, row in enumerate(rows) if row.shared])
            for column in (0, 1):
                alone = [(number, row) for number, row in enumerate(rows) if not row.shared and _sides(row)[column]]
                self._write_alone(column, alone)
        self._fit_rows()
        self.verticalScrollBar().setValue(scrolled)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Wrap anew where the width changed."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit_rows()

    def _fit_rows(self) -> None:
        """Every line of every cell has room, and what begins something new has air above."""
        self.resizeRowsToContents()
        for number in range(self.rowCount()):
            air = self.item(number, 0).data(AIR)  # type: ignore[union-attr]
            self.setRowHeight(number, self.rowHeight(number) + (air or 0))

    def _write_shared(self, rows: Sequence[tuple[int, Row]]) -> None:
        if not rows:
            return
        self._write_section(tr("Both have"))
        self._append([_quiet(title, theme.CAPTION, bold=True) for title in self._titles])
        for number, row in rows:
            self._write_head(number, row)
            self._append([self._cell(row, column) for column in (0, 1)])

    def _write_alone(self, column: int, rows: Sequence[tuple[int, Row]]) -> None:
        if not rows:
            return
        self._write_section(tr("Only {title}").format(title=self._titles[column]))
        for number, row in rows:
            self._write_head(number, row)
            self._append([self._cell(row, column)])

    def _write_section(self, words: str) -> None:
        section = _quiet(words, theme.TITLE, bold=True)
        section.setData(AIR, 2 * theme.STEP if self.rowCount() else 0)
        self._append([section])

    def _write_head(self, number: int, row: Row) -> None:
        """What the cells below are about; entered, it stands for all of them."""
        aspect = aspect_words(row.aspect)
        head = QTableWidgetItem(" · ".join(part for part in (aspect[:1].upper() + aspect[1:], row.title) if part))
        head.setFont(theme.sized(theme.CAPTION, bold=True))
        head.setData(ROW, number)
        head.setData(AIR, theme.STEP)
        head.setTextAlignment(Qt.AlignmentFlag.AlignBottom)
        self._append([head])

    def _cell(self, row: Row, column: int) -> QTableWidgetItem:
        entries = _sides(row)[column]
        cell = QTableWidgetItem("\n".join(map(_words, entries)))
        cell.setData(FACT, entries[0].fact)
        cell.setTextAlignment(Qt.AlignmentFlag.AlignTop)
        spoken = ", ".join(part for part in (aspect_words(row.aspect), row.title, self._titles[column]) if part)
        cell.setData(Qt.ItemDataRole.AccessibleTextRole, f"{spoken}: {cell.text()}")
        return cell

    def _append(self, cells: Sequence[QTableWidgetItem]) -> None:
        number = self.rowCount()
        self.insertRow(number)
        for column, cell in enumerate(cells):
            self.setItem(number, column, cell)
        if len(cells) == 1:
            self.setSpan(number, 0, 1, 2)


def _sides(row: Row) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    return row.first, row.second


def _quiet(words: str, scale: float, bold: bool) -> QTableWidgetItem:
    """A heading: read, but passed over by the arrow keys."""
    item = QTableWidgetItem(words)
    item.setFont(theme.sized(scale, bold))
    item.setTextAlignment(Qt.AlignmentFlag.AlignBottom)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    return item


def _words(entry: Entry) -> str:
    return entry.text if entry.status is Status.AGREED else f"{entry.text} [{status_words(entry.status)}]"
