"""What Esc means: the nearest thing that can be left is left, and no more. Menus and dialogs come before all of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject


class Escape(QObject):
    """Each of ``ways`` leaves something and says whether there was anything to leave."""

    def __init__(self, ways: Sequence[Callable[[], bool]], parent: QObject) -> None:
        super().__init__(parent)
        self._ways = ways

    def press(self) -> None:
        """Leave the first thing that there is to leave."""
        any(leave() for leave in self._ways)
