"""What is wrong with files of walks, each fault with its file, line and place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from viewer.language import tr
from viewer.model.annotations.faults import Fault


class WrongFiles(QPlainTextEdit):
    """Plain text that can be chosen and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName(tr("Faults in files of walks, with file, line and what was expected"))
        self.setToolTip(tr("What is wrong, and where (Ctrl+C copies)"))
        self.setTabChangesFocus(True)
        self.show_faults(())

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """List these; the other walks are not touched by them."""
        head = (
            tr("These files are left out until they are mended; all others work.") if faults else tr("No walks here.")
        )
        self.setPlainText("\n\n".join([head, *map(str, faults)]))
