"""Two structures side by side as a table; both are lit in the 3D view, with what they share or what one has alone, and
of the entry that is entered its place.
"""

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

from viewer.model.answers.compare import Entry, Row, aspect_words, compare, facts_to_highlight
from viewer.model.atlas.atlas import Kind, Status
from viewer.model.session.state import ViewState
from viewer.model.words import not_modelled, status_words
from viewer.widgets.chrome import theme

FACT = Qt.ItemDataRole.UserRole
Lit = tuple[tuple[str, ...], tuple[str, ...]]
"""Ids of facts to light: what both have, and what one has alone."""
NOTHING: Lit = ((), ())
_MANY = 2


class ComparePage(QWidget):
    """Choosing a structure on either side selects both in the scene."""

    def __init__(self, state: ViewState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._rows: tuple[Row, ...] = ()
        self._choices: list[Lit] = [NOTHING]
        self.first, self.second, self.table = QComboBox(self), QComboBox(self), QTableWidget(self)
        self.light = QComboBox(self)
        self._lay_out()
        self._fill()
        for choice in (self.first, self.second):
            choice.activated.connect(self.show_both)
        self.light.activated.connect(self.light_chosen)
        self.table.currentItemChanged.connect(self._glance)
        self.table.itemActivated.connect(self._keep)
        state.atlas_changed.connect(self._fill)
        state.variants_changed.connect(self._follow_body)
        state.fact_changed.connect(self._follow)

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
        """Write the table, and select both in the scene, lit as before."""
        chosen = max(0, self.light.currentIndex())
        self._write()
        self._state.select(self.first.currentData(), self.second.currentData())
        self.light_chosen(chosen)

    def light_chosen(self, number: int) -> None:
        """Light one of the choices in the scene: nothing, what both have, what either has alone, all of it."""
        self._state.highlight_together(*self._choices[number])
        self._follow()

    def _follow(self) -> None:
        """Tell what is lit, whoever chose it: undo goes back through it too."""
        view = self._state.view
        if view.fact is None and (view.shared, view.own) in self._choices:
            self.light.setCurrentIndex(self._choices.index((view.shared, view.own)))

    def _follow_body(self) -> None:
        """What holds in this body, which has other forms now."""
        if self._rows:
            self._write()
            self._follow()

    def _write(self) -> None:
        self._rows = compare(self._state.atlas, self.first.currentData(), self.second.currentData(), self._state.view)
        self._list_choices()
        with QSignalBlocker(self.table):
            self.table.setRowCount(len(self._rows))
            self.table.setHorizontalHeaderLabels([self.tr("What"), self.first.currentText(), self.second.currentText()])
            for number, row in enumerate(self._rows):
                self._write_row(number, row)
        self.table.resizeRowsToContents()

    def _list_choices(self) -> None:
        lit = facts_to_highlight(self._state.atlas, self._rows)
        only = self.tr("Only {title}")
        choices: dict[str, Lit] = {
            self.tr("Nothing more"): NOTHING,
            self.tr("What both have (framed)"): (lit.shared, ()),
            only.format(title=self.first.currentText()): ((), lit.first),
            only.format(title=self.second.currentText()): ((), lit.second),
            self.tr("All, framed where both have it"): (lit.shared, (*lit.first, *lit.second)),
        }
        self._choices = list(choices.values())
        self.light.clear()
        self.light.addItems(list(choices))

    def _write_row(self, number: int, row: Row) -> None:
        aspect, both = aspect_words(row.aspect), self.tr("both") if row.shared else self.tr("one only")
        head = QTableWidgetItem("\n".join(part for part in (aspect, row.title, both) if part))
        font = QFont(theme.sized(theme.CAPTION, bold=row.shared))
        head.setFont(font)
        self.table.setItem(number, 0, head)
        for column, entries in enumerate((row.first, row.second), 1):
            cell = QTableWidgetItem("\n".join(map(_words, entries)) or "–")
            cell.setData(FACT, entries[0].fact if entries else None)
            title = (self.first, self.second)[column - 1].currentText()
            spoken = ", ".join(part for part in (aspect, row.title, title) if part)
            told = cell.text() if entries else self.tr("none")
            cell.setData(Qt.ItemDataRole.AccessibleTextRole, f"{spoken}: {told}")
            self.table.setItem(number, column, cell)

    def _glance(self, cell: QTableWidgetItem | None) -> None:
        """Light the place of the entry that is entered; of a row's head, the places of both sides."""
        if cell is not None and cell.column() == 0:
            lit = facts_to_highlight(self._state.atlas, [self._rows[cell.row()]])
            self._state.glance_together(lit.shared, (*lit.first, *lit.second))
        else:
            self._state.glance(cell.data(FACT) if cell else None)

    def _keep(self, cell: QTableWidgetItem) -> None:
        """Enter lets what is lit stay so."""
        view = self._state.view
        if view.fact is not None:
            self._state.highlight(view.fact)
        elif cell.column() == 0:
            self._state.highlight_together(view.shared, view.own)

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
        light = QLabel(self.tr("&Light:"), self)
        light.setBuddy(self.light)
        choices.addWidget(light)
        choices.addWidget(self.light, stretch=1)
        self.light.setAccessibleName(self.tr("Light in the 3D view"))
        self.light.setToolTip(self.tr("What the 3D view lights of the two: where they are alike, where they differ"))
        self.light.setMinimumHeight(theme.TARGET)
        self.table.setColumnCount(3)
        self.table.setAccessibleName(self.tr("What both have, and what one of them has"))
        self.table.setToolTip(self.tr("Arrow keys: what is entered is lit in the 3D view; Enter keeps it lit"))
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
