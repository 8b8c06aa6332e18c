"""Reads the annotations again whenever their file was saved, while the program runs.

The file is looked at many times a second, because that also works for editors that write a new file beside the old
one and for folders on a network, where the system's own messages fail. A file that has just changed is left to settle;
one that is not yet JSON to its end is waited for and only reported when it stays so. Until a file is good again, the
last good atlas stays.
"""

from __future__ import annotations

import time
from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.model.annotations.faults import AnnotationsError, Fault, UnreadableError
from viewer.model.annotations.load import load
from viewer.model.atlas.atlas import Atlas

LOOK_EVERY = 0.08
"""Seconds."""
SETTLED_AFTER = 0.15
"""Seconds without a change after which a file is taken to be written."""
PATIENCE = 2.0
"""Seconds without a change after which a file that is no JSON is no longer waited for."""

_Stamp = tuple[int, int, int]


class AnnotationsWatch(QObject):
    """Watches one file. ``atlas`` is the last good one, ``faults`` what is wrong with the file now.

    ``meshes`` are the names of the meshes that forms may have; None leaves that open.
    """

    reloaded = Signal(object)
    """The new Atlas, each time that the file was changed and is good."""
    faults_changed = Signal(list)
    """The faults of the file; an empty list when they are mended."""

    def __init__(
        self, file: Path, atlas: Atlas, parent: QObject | None = None, meshes: Collection[str] | None = None
    ) -> None:
        super().__init__(parent)
        self.atlas = atlas
        self.faults: tuple[Fault, ...] = ()
        self._file, self._meshes = file, meshes
        self._known = self._seen = _stamp(file)
        self._changed_at = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(round(LOOK_EVERY * 1000))
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to watch."""
        self._timer.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()

    def look(self) -> None:
        """Look at the file once; read it if it was changed and has settled."""
        now, stamp = time.monotonic(), _stamp(self._file)
        if stamp != self._seen:
            self._seen, self._changed_at = stamp, now
        elif stamp != self._known and now - self._changed_at >= SETTLED_AFTER:
            self._read(stamp, patient=now - self._changed_at < PATIENCE)

    def _read(self, stamp: _Stamp | None, patient: bool) -> None:
        try:
            atlas = load(self._file, self._meshes)
        except UnreadableError as error:
            if patient:
                return
            faults: tuple[Fault, ...] = error.faults
        except AnnotationsError as error:
            faults = error.faults
        else:
            faults = ()
        if _stamp(self._file) != stamp:
            return  # changed while it was read: the next look takes it up
        self._known = stamp
        self._tell(faults)
        if not faults:
            self.atlas = atlas
            self.reloaded.emit(atlas)

    def _tell(self, faults: tuple[Fault, ...]) -> None:
        if faults != self.faults:
            self.faults = faults
            self.faults_changed.emit(list(faults))


def _stamp(file: Path) -> _Stamp | None:
    """What changes when a file is written: its time, its size and its number on the disk; None without a file."""
    try:
        found = file.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
