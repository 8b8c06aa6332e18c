"""Brings in VTK and the meshes behind the visible window: slow imports and file reading, in threads of their own."""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QThread, Signal

if TYPE_CHECKING:
    from viewer.drawing.mesh import Mesh
    from viewer.drawing.read_ahead import ReadAhead

TELLING = 0.1  # seconds from one telling of the progress to the next: each paints the whole window


class Loader(QThread):
    """Reads meshes from a folder, those of ``first`` at first. ``readied`` comes once these can be drawn and there is a
    ``store``; when it has finished, all are read and ``proxies`` made where there were none, or a ``refusal`` says why
    nothing is.
    """

    progressed = Signal(int, int)
    readied = Signal()

    def __init__(self, folder: Path, first: Collection[str], others: Collection[str], parent: QObject) -> None:
        super().__init__(parent)
        self.store: ReadAhead | None = None
        self.proxies: Mapping[str, Mesh] = {}
        self.refusal = ""
        self._folder, self._first, self._others = folder, first, others
        self._told, self._first_shown = 0.0, Event()

    def go_on(self) -> None:
        """What was read first is shown, and needs the processor no more: read the rest."""
        self._first_shown.set()

    def run(self) -> None:
        """What happens in the thread."""
        try:
            self._read()
        except Exception as error:
            self.refusal = str(error) or type(error).__name__

    def _read(self) -> None:
        from viewer.drawing.read_ahead import ReadAhead
        from viewer.drawing.structures.proxy_cache import ProxyCache
        from viewer.drawing.style import MOST

        store = ReadAhead(self._folder)
        store.begin(self._first)
        import viewer.drawing.scene
        import viewer.widgets.viewport.canvas  # noqa: F401 - both for their cost; they are used when this thread is done

        cache = ProxyCache(cache_folder())
        self._wait_for(store, self._first)
        if store.triangles > MOST:
            store.thin(self._first, cache, self._tell, self.isInterruptionRequested)
        self.store = store
        self.readied.emit()
        self._first_shown.wait()
        store.begin(self._others)
        self._wait_for(store, self._others)
        self.proxies = store.thin((*self._first, *self._others), cache, self._tell, self.isInterruptionRequested)

    def _wait_for(self, store: ReadAhead, names: Collection[str]) -> None:
        self._told = time.monotonic()
        store.finish(names, self._tell, self.isInterruptionRequested)

    def _tell(self, done: int, of: int) -> None:
        if time.monotonic() - self._told > TELLING:
            self._told = time.monotonic()
            self.progressed.emit(done, of)


def cache_folder() -> Path:
    """Where the platform keeps what programs can make again."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericCacheLocation)
    return Path(place) / "Iliopsoas" / "proxies"
