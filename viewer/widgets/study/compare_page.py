"""Two structures side by side as a table; both are lit in the 3D view, with what they share or what one has alone, and
of the entry that is entered its place.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QTableWidgetItem, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.model.answers.compare import Row, compare, facts_to_highlight
from viewer.model.atlas.atlas import Kind
from viewer.model.session.state import ViewState
from viewer.model.words import not_modelled
from viewer.widgets.chrome import theme
from viewer.widgets.side_panel.page import Page
from viewer.widgets.study.compare_table import FACT, ROW, CompareTable

Lit = tuple[tuple[str, ...], tuple[str, ...]]
"""Ids of facts to light: what both have, and what one has alone."""
NOTHING: Lit = ((), ())
_MANY = 2


class ComparePage(Page):
    """Choosing a structure on either side selects both in the scene."""

    def __init__(self, state: ViewState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._rows: tuple[Row, ...] = ()
        self._behind = False
        self._choices: list[Lit] = [NOTHING]
        self.first, self.second, self.light = QComboBox(self), QComboBox(self), QComboBox(self)
        self.table = CompareTable(self)
        self._lay_out()
        self._fill()
        for choice in (self.first, self.second):
            choice.activated.connect(self.show_both)
        self.light.activated.connect(self.light_chosen)
        self.table.currentItemChanged.connect(self._glance)
        self.table.itemActivated.connect(self._keep)
        state.atlas_changed.connect(self._read_again)
        state.variants_changed.connect(self._follow_body)
        state.fact_changed.connect(self._follow)

    def begin(self) -> None:
        """Compare the two that were selected last. Of fewer, those that stand here stay; else the first muscles fit."""
        self._propose()
        self.show_both()
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def prepare(self) -> None:
        """The first two muscles, nothing of them selected."""
        self._propose()
        self._write()

    def _propose(self) -> None:
        muscles = [one.id for one in self._state.atlas.structures.values() if one.kind is Kind.MUSCLE]
        chosen = list(self._state.view.selection[-_MANY:])
        held = [self.first.currentData(), self.second.currentData()]
        if self._rows and len(chosen) < _MANY and set(chosen) <= set(held):
            return
        wished = chosen if len(chosen) == _MANY else [*chosen, *_others(muscles, chosen)]
        for choice, name in zip((self.first, self.second), wished, strict=False):
            choice.setCurrentIndex(choice.findData(name))

    def show_both(self) -> None:
        """Write the table, and select both in the scene, there again if they were put away, lit as before."""
        chosen = max(0, self.light.currentIndex())
        self._write()
        both = (self.first.currentData(), self.second.currentData())
        with self._state.one_step():
            self._state.set_hidden([one for one in both if one in self._state.view.hidden], False)
            self._state.select(*both)
            self.light_chosen(chosen)

    def light_chosen(self, number: int) -> None:
        """Light one of the choices in the scene: nothing, what both have, what either has alone, all of it."""
        self._state.highlight(None, *self._choices[number])
        self._follow()

    def _follow(self) -> None:
        """Tell what is lit, whoever chose it: undo goes back through it too."""
        view = self._state.view
        if view.fact is None and (view.shared, view.own) in self._choices:
            self.light.setCurrentIndex(self._choices.index((view.shared, view.own)))

    def _follow_body(self) -> None:
        """What holds in this body, which has other forms now."""
        if self._rows and not self._behind:
            self._write()
            self._follow()

    def _write(self) -> None:
        self._rows = compare(self._state.atlas, self.first.currentData(), self.second.currentData(), self._state.view)
        self._list_choices()
        self.table.fill(self._rows, (self.first.currentText(), self.second.currentText()))

    def _list_choices(self) -> None:
        lit = facts_to_highlight(self._state.atlas, self._rows)
        only = tr("Only {title}")
        choices: dict[str, Lit] = {
            tr("Nothing more"): NOTHING,
            tr("What both have (framed)"): (lit.shared, ()),
            only.format(title=self.first.currentText()): ((), lit.first),
            only.format(title=self.second.currentText()): ((), lit.second),
            tr("All, framed where both have it"): (lit.shared, (*lit.first, *lit.second)),
        }
        self._choices = list(choices.values())
        self.light.clear()
        self.light.addItems(list(choices))

    def _glance(self, cell: QTableWidgetItem | None) -> None:
        """Light the place of the entry that is entered; of an attribute's name, those of both sides."""
        if cell is not None and cell.data(ROW) is not None:
            lit = facts_to_highlight(self._state.atlas, [self._rows[cell.data(ROW)]])
            self._state.glance(None, lit.shared, (*lit.first, *lit.second))
        else:
            self._state.glance(cell.data(FACT) if cell else None)

    def _keep(self, cell: QTableWidgetItem) -> None:
        """Enter lets what is lit stay so."""
        view = self._state.view
        if view.fact is not None:
            self._state.highlight(view.fact)
        elif cell.data(ROW) is not None:
            self._state.highlight(None, view.shared, view.own)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """What changed while nobody saw the page."""
        super().showEvent(event)
        if self._behind:
            self._fill()

    def _read_again(self) -> None:
        """At once where the page is seen, else when it is."""
        self._behind = True
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        """The structures of this edition of the annotations, keeping what was chosen."""
        self._behind = False
        for choice in (self.first, self.second):
            kept = choice.currentData()
            choice.clear()
            for one in self._state.atlas.known.values():
                choice.addItem(one.title if one.modelled else f"{one.title} ({not_modelled()})", one.id)
            choice.setCurrentIndex(max(0, choice.findData(kept)))
        if self._rows:
            self._write()

    def _lay_out(self) -> None:
        self.setAccessibleName(tr("Compare two structures"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * theme.STEP, 0, theme.STEP, theme.STEP)
        for choice, name, tip in (
            (self.first, tr("First structure"), tr("The one of the two (Up and Down step)")),
            (self.second, tr("Second structure"), tr("The other one (Up and Down step)")),
            (
                self.light,
                tr("Light in the 3D view"),
                tr("What the 3D view lights of the two: where they are alike, where they differ"),
            ),
        ):
            choice.setAccessibleName(name)
            choice.setToolTip(tip)
            choice.setMinimumHeight(theme.TARGET)
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(12)
        layout.addWidget(self.first)
        layout.addWidget(self.second)
        light, row = QLabel(tr("&Light:"), self), QHBoxLayout()
        light.setBuddy(self.light)
        row.addWidget(light)
        row.addWidget(self.light, stretch=1)
        layout.addLayout(row)
        layout.addWidget(self.table)


def _others(muscles: list[str], chosen: list[str]) -> list[str]:
    """Muscles to stand beside what is chosen: on the same side where that can be told by the name's end."""
    side = chosen[0].rpartition("_")[2] if chosen else muscles[0].rpartition("_")[2] if muscles else ""
    left = [name for name in muscles if name not in chosen]
    return sorted(left, key=lambda name: name.rpartition("_")[2] != side)
