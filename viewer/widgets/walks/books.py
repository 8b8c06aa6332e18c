"""The walks that there are now, read anew when one of their files was saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.model.annotations.data_files import files_in
from viewer.model.atlas.atlas import Atlas
from viewer.model.regular_file import Stamp, stamp_of
from viewer.model.walks.shelf import Shelf, own_folder, read_shelf
from viewer.model.walks.walk_file import our_folder

LOOK_EVERY = 700
"""Milliseconds; a file is read once it has stayed as it is from one look to the next."""

_Stamps = dict[Path, Stamp | None]


class Books(QObject):
    """``shelf`` holds the walks. ``changed`` says that it holds others now."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shelf = Shelf()
        self._own = own_folder()
        self._opened: list[Path] = []
        self._read: _Stamps | None = None
        self._seen: _Stamps = {}
        self._atlas: Atlas | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.look)

    def read(self, atlas: Atlas) -> None:
        """Read all files, where any was changed since or the atlas is another one."""
        stamps = self._stamps()
        if stamps != self._read or atlas is not self._atlas:
            self._read = self._seen = stamps
            self._atlas = atlas
            self.shelf = read_shelf(atlas, self._own, self._opened)
            self.changed.emit()

    def open(self, file: Path, atlas: Atlas) -> str:
        """Take one more file, from anywhere. The id of its walk; empty where it holds none that could be read."""
        if file not in self._opened:
            self._opened.append(file)
        self.read(atlas)
        return next((walk.id for walk in self.shelf.walks if walk.file == file), "")

    def watch(self, on: bool) -> None:
        """Look at the files from time to time, or no longer."""
        (self._timer.start if on else self._timer.stop)()

    def look(self) -> None:
        """Look once whether a file was changed, and has settled."""
        stamps = self._stamps()
        if stamps == self._seen and stamps != self._read and self._atlas is not None:
            self.read(self._atlas)
        self._seen = stamps

    def _stamps(self) -> _Stamps:
        files = (*files_in(our_folder()), *files_in(self._own), *self._opened)
        return {file: stamp_of(file) for file in files}
