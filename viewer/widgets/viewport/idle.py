"""Uses the time in which nothing happens for what will be needed soon, a little at a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from viewer.widgets.viewport.motion import Motion

WAIT, PAUSE = 1500, 20  # ms until the first bit of work, and between two


class Idle(QObject):
    """Calls ``work`` again and again, until it says that nothing is left; not while anything moves."""

    def __init__(self, motion: Motion, work: Callable[[], bool]) -> None:
        super().__init__(motion)
        self._motion, self._work = motion, work
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def begin(self) -> None:
        """There is something to do, once what has just begun has settled."""
        self._timer.start(WAIT)

    def stop(self) -> None:
        """Leave the rest undone."""
        self._timer.stop()

    def _go_on(self) -> None:
        self._timer.setInterval(PAUSE)
        if not self._motion.busy and not self._work():
            self._timer.stop()
