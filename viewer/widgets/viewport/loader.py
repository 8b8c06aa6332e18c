"""Brings in VTK and the meshes behind the visible window: slow imports and file reading, in threads of their own."""

from __future__ import annotations

import time
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

if TYPE_CHECKING:
    from viewer.drawing.mesh_files import MeshStore
    from viewer.drawing.read_ahead import ReadAhead

TELLING = 0.1  # seconds from one telling of the progress to the next: each paints the whole window


class Loader(QThread):
    """Reads meshes from a folder, those of ``first`` at first. ``readied`` comes once these can be drawn and there is a
    ``store``; when it has finished all are read, or a ``refusal`` says why none is.
    """

    progressed = Signal(int, int)
    readied = Signal()

    def __init__(self, folder: Path, first: Collection[str], others: Collection[str], parent: QObject) -> None:
        super().__init__(parent)
        self.store: MeshStore | None = None
        self.refusal = ""
        self._folder, self._first, self._others = folder, first, others
        self._told = 0.0

    def run(self) -> None:
        """What happens in the thread."""
        try:
            self._read()
        except Exception as error:
            self.refusal = str(error) or type(error).__name__

    def _read(self) -> None:
        from viewer.drawing.read_ahead import ReadAhead

        store = ReadAhead(self._folder)
        store.begin(self._first)
        import viewer.drawing.scene
        import viewer.widgets.viewport.canvas  # noqa: F401 - both for their cost; they are used when this thread is done

        self._wait_for(store)
        self.store = store
        self.readied.emit()
        store.begin(self._others)
        self._wait_for(store)

    def _wait_for(self, store: ReadAhead) -> None:
        self._told = time.monotonic()
        store.finish(self._tell, self.isInterruptionRequested)

    def _tell(self, done: int, of: int) -> None:
        if time.monotonic() - self._told > TELLING:
            self._told = time.monotonic()
            self.progressed.emit(done, of)
