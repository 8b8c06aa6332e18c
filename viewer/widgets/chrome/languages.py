"""In which language structures are named: a menu whose choice is remembered."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from viewer.language import tr
from viewer.model.atlas.atlas import LANGUAGES
from viewer.model.words import LANGUAGE_WORDS


class LanguageMenu(QMenu):
    """One row for each language. ``chosen`` is its code."""

    chosen = Signal(str)

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTitle(tr("&Names in"))
        self.setAccessibleName(tr("Language of names"))
        self._rows = QActionGroup(self)
        for code in LANGUAGES:
            row = QAction(LANGUAGE_WORDS[code], self._rows)
            row.setCheckable(True)
            row.setData(code)
            row.setChecked(code == language)
            row.setStatusTip(tr("Name structures in this language; where it has no certain name, in Latin"))
        self.addActions(self._rows.actions())
        self._rows.triggered.connect(self._choose)

    def _choose(self, row: QAction) -> None:
        self.chosen.emit(row.data())
