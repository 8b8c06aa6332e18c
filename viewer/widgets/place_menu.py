"""The menu of a place of the 3D view: what can be done with the structure there, asked of the place, noted on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from viewer.model.pins import Spot


class PlaceMenu(QMenu):
    """Opened at a place of a widget. ``pain_asked`` tells that place, ``note_asked`` the spot of the body there."""

    pain_asked = Signal(QPointF)
    note_asked = Signal(object)

    def __init__(
        self, title: str, place: QPointF, spot: Spot | None, actions: Sequence[QAction], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._place, self._spot = place, spot
        if title:
            self.addAction(title.replace("&", "&&")).setEnabled(False)
            self.addSeparator()
        self.addActions(actions)
        self.addSeparator()
        self.addAction(self.tr("It hurts here: which muscles?")).triggered.connect(self._ask_pain)
        note = self.addAction(self.tr("Note on this place…"))
        note.setEnabled(spot is not None)
        note.triggered.connect(self._ask_note)

    def _ask_pain(self) -> None:
        self.pain_asked.emit(self._place)

    def _ask_note(self) -> None:
        self.note_asked.emit(self._spot)
