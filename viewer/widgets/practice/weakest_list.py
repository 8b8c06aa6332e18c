"""The cards that are known least, each with how it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from viewer.language import tr
from viewer.model.practice.answers import CardState
from viewer.model.practice.telling import card_words
from viewer.widgets.chrome import theme


class WeakestList(QWidget):
    """A heading and a row for each card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = QLabel(self)
        self.head.setFont(theme.sized(theme.BODY, bold=True))
        self.rows: list[QLabel] = []
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setVerticalSpacing(theme.STEP // 2)
        self._layout.setColumnStretch(0, 1)
        self._layout.addWidget(self.head, 0, 0, 1, 2)

    def show_cards(self, states: Sequence[CardState], titles: Mapping[str, str]) -> None:
        """These, weakest first, and no others."""
        for row in self.rows:
            self._layout.removeWidget(row)
            row.deleteLater()
        self.rows = []
        self.head.setText(tr("Weakest now") if states else tr("Nothing fades at the moment."))
        for number, state in enumerate(states, start=1):
            self._add(number, titles[state.card], card_words(state))
        self.setAccessibleName(self.head.text())
        self.setAccessibleDescription("\n".join(f"{titles[one.card]}: {card_words(one)}" for one in states))

    def _add(self, number: int, title: str, how: str) -> None:
        name, told = QLabel(title, self), QLabel(how, self)
        name.setWordWrap(True)
        told.setFont(theme.sized(theme.CAPTION))
        told.setContentsMargins(0, 2, 0, 0)  # down to the line of the larger type
        told.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        for column, label in enumerate((name, told)):
            label.setTextFormat(Qt.TextFormat.PlainText)
            self._layout.addWidget(label, number, column)
        self.rows += [name, told]
