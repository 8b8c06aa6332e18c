"""What Esc means: the nearest thing that can be left is left, and no more. Menus and dialogs come before all of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from viewer.widgets.chrome.commands import Commands
from viewer.widgets.facts.questions import Questions
from viewer.widgets.side_panel.panel import SidePanel
from viewer.widgets.viewport.navigation import Navigation


class Escape(QObject):
    """Each way leaves something and says whether there was; ``ways`` are those of other parts of the window.

    ``cleared``: nothing is chosen or asked any longer.
    """

    cleared = Signal()

    def __init__(
        self,
        commands: Commands,
        questions: Questions,
        navigation: Navigation,
        ways: Sequence[Callable[[], bool]],
        panel: SidePanel,
    ) -> None:
        super().__init__(panel)
        self._commands, self._questions, self._navigation, self._panel = commands, questions, navigation, panel
        self._ways = (self._end_asking, *ways, self._leave_panel, self._clear, self._close_panel)

    def press(self) -> None:
        """Leave the first thing that there is to leave."""
        any(leave() for leave in self._ways)

    def _end_asking(self) -> bool:
        asking = self._navigation.asking
        if asking:
            self._questions.end_asking()
            self.cleared.emit()
        return asking

    def _leave_panel(self) -> bool:
        return self._panel.holds_keyboard() and self._close_panel()

    def _clear(self) -> bool:
        cleared = self._commands.clear()
        if cleared:
            self.cleared.emit()
        return cleared

    def _close_panel(self) -> bool:
        opened = bool(self._panel.current)
        if opened:
            self._panel.close_page()
        return opened
