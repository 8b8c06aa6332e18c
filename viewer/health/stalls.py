"""Notes in the log when the window stood still, for how long and after what."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from viewer.health.log import logger

BEAT = 500  # ms
WORTH_TELLING = 1.0
"""Seconds beyond a beat."""
ASLEEP = 120.0
"""Seconds; whoever stands still for longer was put to sleep with the whole machine."""


class Stalls(QObject):
    """A heart that misses its beat while the thread of the window is busy; ``doing`` says with what, perhaps."""

    def __init__(self, doing: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._doing = doing
        self._last = time.monotonic()
        self._timer = QTimer(self, interval=BEAT)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """From now on."""
        self._last = time.monotonic()
        self._timer.start()

    def _beat(self) -> None:
        now = time.monotonic()
        late = now - self._last - BEAT / 1000
        self._last = now
        if WORTH_TELLING < late < ASLEEP:
            logger().warning("the window stood still for %.1f s, after: %s", late, self._doing() or "nothing yet")
