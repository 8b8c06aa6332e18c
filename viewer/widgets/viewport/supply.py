"""Brings in what the scene awaits, a few meshes at a time and in a thread of its own, while the window goes on."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

from viewer.widgets.viewport.loader import cache_folder

if TYPE_CHECKING:
    from viewer.drawing.read_ahead import ReadAhead

PORTION = 16  # meshes: what is put on the stage at once must not be felt


class Portion(QThread):
    """Reads some meshes, and makes proxies for those that have none."""

    def __init__(self, store: ReadAhead, names: Collection[str], parent: QObject) -> None:
        super().__init__(parent)
        self.names = names
        self._store = store

    def run(self) -> None:
        """What happens in the thread. A mesh that cannot be read is told of when the scene asks for it."""
        from viewer.drawing.structures.proxy_cache import ProxyCache

        self._store.begin(self.names)
        self._store.finish(self.names, _tell_nobody, self.isInterruptionRequested)
        self._store.thin(self.names, ProxyCache(cache_folder()), _tell_nobody, self.isInterruptionRequested)


class Supply(QObject):
    """``arrived`` comes when some of what was wanted is at hand. ``progressed`` says how many of how many are, where it
    takes more than a moment, and 0 of 0 once nothing is wanted any more.
    """

    arrived = Signal()
    progressed = Signal(int, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._store: ReadAhead | None = None
        self._portion: Portion | None = None
        self._wanted: tuple[str, ...] = ()
        self._done = 0

    @property
    def at_work(self) -> bool:
        """Whether something is being read."""
        return self._portion is not None

    def take(self, store: ReadAhead) -> None:
        """Read from this store from now on."""
        self._store = store

    def want(self, names: Collection[str]) -> None:
        """Read these, in this order, and no longer what was wanted before."""
        self._wanted = tuple(names)
        if self._portion is None and self._store is not None:
            self._go_on(self._store)

    def stop(self) -> None:
        """Read no more."""
        portion, store, self._portion, self._store = self._portion, self._store, None, None
        if portion is not None:
            portion.requestInterruption()
            portion.wait()
        if store is not None:
            store.close()

    def _go_on(self, store: ReadAhead) -> None:
        if not self._wanted:
            self._done = 0
            self.progressed.emit(0, 0)
            return
        self._portion = Portion(store, self._wanted[:PORTION], self)
        self._portion.finished.connect(self._hand_over)
        self._portion.start(QThread.Priority.LowPriority)
        if self._done or len(self._wanted) > PORTION:
            self.progressed.emit(self._done, self._done + len(self._wanted))

    def _hand_over(self) -> None:
        portion, self._portion = self._portion, None
        if portion is not None:
            self._done += len(portion.names)
            self._wanted = tuple(name for name in self._wanted if name not in portion.names)
            portion.deleteLater()
            self.arrived.emit()  # the scene takes these, and whoever shows it wants the others


def _tell_nobody(_done: int, _of: int) -> None:
    """One portion is too small to tell of its parts."""
