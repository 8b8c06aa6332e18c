"""What stands in the place of names while they are withheld."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from viewer.model.words import names_withheld
from viewer.widgets.chrome import theme


class Cover(QLabel):
    """A sentence on an empty page, hidden until it is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(names_withheld(), parent)
        self.setAccessibleName(self.text())
        self.setFont(theme.sized(theme.BODY))
        self.setWordWrap(True)
        self.setMargin(2 * theme.STEP)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.hide()
