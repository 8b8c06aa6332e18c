"""Brings in VTK and the meshes behind the visible window: slow imports and file reading, in a thread of their own."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

if TYPE_CHECKING:
    from viewer.drawing.mesh_files import MeshStore


class Loader(QThread):
    """Reads the meshes of these names from a folder. When it has finished there is a ``store``, or a ``refusal`` that
    says why not.
    """

    progressed = Signal(int, int)

    def __init__(self, folder: Path, names: Collection[str], parent: QObject) -> None:
        super().__init__(parent)
        self.store: MeshStore | None = None
        self.refusal = ""
        self._folder, self._names = folder, names

    def run(self) -> None:
        """What happens in the thread."""
        try:
            self._read()
        except Exception as error:
            self.refusal = str(error) or type(error).__name__

    def _read(self) -> None:
        from viewer.drawing.read_ahead import ReadAhead

        store = ReadAhead(self._folder)
        store.read(self._names, self.progressed.emit, self.isInterruptionRequested)
        import viewer.drawing.scene
        import viewer.widgets.viewport.canvas  # noqa: F401 - both for their cost; they are used when this thread is done

        self.store = store
