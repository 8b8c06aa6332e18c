"""The menu of a place of the 3D view: what can be done with the structure there, asked of the place, noted on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from viewer.language import tr
from viewer.model.answers.body_words import title
from viewer.model.notes.pins import Spot
from viewer.model.session.state import ViewState
from viewer.widgets.structures.form_menu import FormMenu


class PlaceMenu(QMenu):
    """Opened at a place of a widget. ``pain_asked`` tells that place, ``note_asked`` the spot of the body there."""

    pain_asked = Signal(QPointF)
    note_asked = Signal(object)

    def __init__(
        self, state: ViewState, place: QPointF, spot: Spot | None, actions: Sequence[QAction], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._state, self._place, self._spot = state, place, spot
        chosen = state.view.selection[-1:]
        for name in chosen:
            self.addAction(title(state.atlas, state.view, name).replace("&", "&&")).setEnabled(False)
            self.addSeparator()
        self.addActions(actions)
        for name in chosen if not state.view.unnamed else ():  # who has forms is told by that
            if (variation := state.atlas.variation_of(name)) and variation.forms:
                self.addMenu(FormMenu(state, (name,), self))
        if set(chosen) <= dict(state.view.placed).keys() and chosen:
            self.addAction(tr("Let the name find its place")).triggered.connect(self._let_go)
        self.addSeparator()
        pain = self.addAction(tr("It hurts here: which muscles?"))
        pain.setEnabled(not state.view.unnamed)
        pain.triggered.connect(self._ask_pain)
        note = self.addAction(tr("Note on this place…"))
        note.setEnabled(spot is not None and not state.view.unnamed)
        note.triggered.connect(self._ask_note)

    def _let_go(self) -> None:
        """Of the name that was put somewhere by hand."""
        self._state.place_name(self._state.view.selection[-1], None)

    def _ask_pain(self) -> None:
        self.pain_asked.emit(self._place)

    def _ask_note(self) -> None:
        self.note_asked.emit(self._spot)
