"""What every page of the side panel can do."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class PageName:
    """How a page is known: ``id`` to the program, ``title`` to people; ``lasting`` ones are listed at any time.

    ``discreet`` ones name nothing while names are withheld; all others are covered then. Those that are not
    ``listed`` have no place in the row: menu, key and other pages lead to them.
    """

    id: str
    title: str
    lasting: bool = True
    discreet: bool = False
    listed: bool = True


class Page(QWidget):
    """Keeps what it held and where it was scrolled while another page is seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hide()  # until the panel shows it

    def begin(self) -> None:
        """Asked for by key, menu or row: take up what is selected, and the keyboard."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def prepare(self) -> None:
        """Shown again when the program starts: have something to read, and leave the scene as it is."""
