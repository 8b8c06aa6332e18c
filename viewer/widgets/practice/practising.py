"""The log of practice in the window: who learns, and the page that tells how far they have come."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from viewer.language import tr
from viewer.model.practice.practice_log import PracticeLog
from viewer.widgets.side_panel.page import PageName
from viewer.widgets.side_panel.panel import SidePanel

if TYPE_CHECKING:
    from viewer.widgets.practice.progress_page import ProgressPage

PAGE = "progress"
Cards = Callable[[], Mapping[str, str]]


def system_clock() -> datetime:
    """Now, in UTC."""
    return datetime.now(UTC)


class Practising(QObject):
    """``log`` opens its file when something is first asked of it. ``practise_asked`` is as the page has it.

    ``cards`` tells all cards that can be asked now, with what to call them; ``clock`` the time.
    """

    practise_asked = Signal(tuple)

    def __init__(self, panel: SidePanel, cards: Cards, clock: Callable[[], datetime] = system_clock) -> None:
        super().__init__(panel)
        self._panel, self._cards, self._clock = panel, cards, clock
        self.log = PracticeLog(parent=self)
        panel.pages.add(PageName(PAGE, tr("Your progress"), listed=False), self._make)

    def _make(self) -> ProgressPage:
        from viewer.widgets.practice.progress_page import ProgressPage

        page = ProgressPage(self.log, self._cards, self._clock, self._panel)
        page.practise_asked.connect(self.practise_asked)
        return page
