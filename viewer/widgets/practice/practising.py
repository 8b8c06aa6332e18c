"""The page that tells how far a learner has come, made when it is first opened."""

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
    """Signals are those of the page.

    ``cards`` tells all cards that can be asked now, with what to call them; ``clock`` the time.
    """

    practise_asked = Signal(tuple)
    begin_asked = Signal()

    def __init__(
        self, panel: SidePanel, log: PracticeLog, cards: Cards, clock: Callable[[], datetime] = system_clock
    ) -> None:
        super().__init__(panel)
        self._panel, self._log, self._cards, self._clock = panel, log, cards, clock
        panel.pages.add(PageName(PAGE, tr("Your progress"), listed=False), self._make)

    def _make(self) -> ProgressPage:
        from viewer.widgets.practice.progress_page import ProgressPage

        page = ProgressPage(self._log, self._cards, self._clock, self._panel)
        page.practise_asked.connect(self.practise_asked)
        page.begin_asked.connect(self.begin_asked)
        return page
