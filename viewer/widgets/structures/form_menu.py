"""A menu of the forms that structures can have: one of them ticked for each, chosen by a click or a key.

What there is to choose from comes from the atlas when the menu opens.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from viewer.language import tr
from viewer.model.answers.body_words import ABSENT
from viewer.model.atlas.atlas import USUAL, Variation
from viewer.model.session.state import ViewState
from viewer.model.session.view_changes import present_sides, with_form, with_sides
from viewer.model.words import side_heading
from viewer.widgets.chrome.inert import inert


class FormMenu(QMenu):
    """The forms of some members of a variation, of each that it is absent too."""

    def __init__(self, state: ViewState, members: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._state, self._members = state, tuple(members)
        self.setTitle(tr("For&m"))
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)
        self.triggered.connect(self._choose)

    def fill(self) -> None:
        """Offer what there is now."""
        self.clear()
        for member in self._members:
            if not self.isEmpty():
                self.addSeparator()
            self._offer(member)

    def _offer(self, member: str) -> None:
        variation = self._state.atlas.variation_of(member)
        if variation is None or not variation.forms:
            return
        side = f"{side_heading(variation.side_of(member))}: " if len(self._members) > 1 else ""
        for name, within, form, tip in self._offers(variation):
            action = self._add(f"{side}{within}" if side else name, tip, (member, form))
            action.setChecked(form == self._form_of(member))

    def _offers(self, variation: Variation) -> Iterator[tuple[str, str, str, str]]:
        """Of each form its name alone and after a side, its id, and what it means."""
        yield tr("Usual"), tr("usual"), USUAL, tr("As in most of those who have it")
        yield from ((form.name, form.word, form.id, form.text) for form in variation.forms)
        yield tr("Absent"), tr("absent"), ABSENT, tr("This body has none on this side")

    def _add(self, text: str, tip: str, choice: tuple[str, str]) -> QAction:
        action = self.addAction(text)
        action.setToolTip(inert(tip))
        action.setStatusTip(tip)
        action.setCheckable(True)
        action.setData(choice)
        return action

    def _form_of(self, member: str) -> str:
        view = self._state.view
        return ABSENT if member in view.absent else view.form(member)

    def _choose(self, action: QAction) -> None:
        member, form = action.data()
        variation = self._state.atlas.variation_of(member)
        if form != ABSENT:
            self._state.change(with_form(self._state.atlas, member, form))
        elif variation is not None:
            there = present_sides(self._state.view, variation)
            self._state.change(with_sides(variation, there - {variation.side_of(member)}))
