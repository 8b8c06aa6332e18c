"""What can be done to notes: six buttons, of which those that undo are there once there is something to undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

_COLUMNS = 3


class NoteButtons(QWidget):
    """``by_name``: "add", "change", "delete", "export", "undo", "redo", each doing the deed of that name."""

    def __init__(self, deeds: Mapping[str, Callable[[], object]], parent: QWidget) -> None:
        super().__init__(parent)
        self.by_name: dict[str, QPushButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for number, (name, words, tip) in enumerate((
            ("add", self.tr("Add"), self.tr("Keep it as a new note (Ctrl+Enter)")),
            ("change", self.tr("Change"), self.tr("Give the chosen note these words")),
            ("delete", self.tr("Delete"), self.tr("Throw the chosen note away (Delete in the list)")),
            ("export", self.tr("Export…"), self.tr("All notes as Markdown or JSON")),
            ("undo", self.tr("&Undo"), self.tr("Take back what was done to a note last (Alt+U)")),
            ("redo", self.tr("&Redo"), self.tr("Do again what was taken back (Alt+R)")),
        )):  # fmt: skip
            button = self.by_name[name] = QPushButton(words, self)
            button.setToolTip(tip)
            button.clicked.connect(deeds[name])
            grid.addWidget(button, number // _COLUMNS, number % _COLUMNS)

    def allow_steps(self, back: bool, forward: bool) -> None:
        """Whether something can be undone, and done again."""
        for name, can in (("undo", back), ("redo", forward)):
            self.by_name[name].setVisible(back or forward)
            self.by_name[name].setEnabled(can)
