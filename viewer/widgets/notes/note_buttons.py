"""What can be done to notes: a button for each deed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from viewer.language import tr

_COLUMNS = 2


class NoteButtons(QWidget):
    """``by_name``: "add", "change", "delete", "export", each doing the deed of that name."""

    def __init__(self, deeds: Mapping[str, Callable[[], object]], parent: QWidget) -> None:
        super().__init__(parent)
        self.by_name: dict[str, QPushButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for number, (name, words, tip) in enumerate((
            ("add", tr("Add"), tr("Keep it as a new note (Ctrl+Enter)")),
            ("change", tr("Change"), tr("Replace the text of the chosen note")),
            ("delete", tr("Delete"), tr("Delete the chosen note (Delete in the list)")),
            ("export", tr("Export…"), tr("All notes as Markdown or JSON")),
        )):  # fmt: skip
            button = self.by_name[name] = QPushButton(words, self)
            button.setToolTip(tip)
            button.clicked.connect(deeds[name])
            grid.addWidget(button, number // _COLUMNS, number % _COLUMNS)
