"""Python's garbage is collected in the window's own thread, and nowhere else.

Python collects in whichever thread happens to make the next object. A part of a closed dialog that is found there, in a
thread that reads meshes say, would be deleted by a thread that it does not belong to, and Qt ends the process.
"""

from __future__ import annotations

import gc
from typing import ClassVar
from weakref import WeakSet

from PySide6.QtCore import QObject, QTimer

PAUSE = 500  # ms from one look to the next


class Tidying(QObject):
    """Collects as often as Python would, from when it is made until it is stopped."""

    _at_work: ClassVar[WeakSet[Tidying]] = WeakSet()
    """Those in the process: Python collects by itself again when the last has stopped, or is gone."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self._collect)
        self._timer.start()
        Tidying._at_work.add(self)
        gc.disable()

    def settle(self) -> None:
        """What is there now stays: do not look through it again and again."""
        gc.freeze()

    def stop(self) -> None:
        """Leave it to Python again, once no other thread is at work."""
        self._timer.stop()
        Tidying._at_work.discard(self)
        gc.unfreeze()
        if not Tidying._at_work:
            gc.enable()

    def _collect(self) -> None:
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation] > 0:
                gc.collect(generation)
                return
