"""Reads the annotations again whenever their file was saved, while the program runs.

The file is looked at many times a second, because that also works for editors that write a new file beside the old
one and for folders on a network, where the system's own messages fail. A file that has just changed is left to settle;
one that is not yet JSON to its end is waited for and only reported when it stays so. Until a file is good again, the
last good atlas stays. Reading takes long enough to be felt, so a thread does it; a later look takes what came of it.
"""

from __future__ import annotations

import time
from collections.abc import Collection
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.model.annotations.faults import AnnotationsError, Fault, UnreadableError
from viewer.model.annotations.load import load
from viewer.model.atlas.atlas import Atlas
from viewer.model.regular_file import Stamp, stamp_of

LOOK_EVERY, LOOK_FOR_READING = 0.08, 0.015
"""Seconds; the other while the file is being read."""
SETTLED_AFTER = 0.15
"""Seconds without a change after which a file is taken to be written."""
PATIENCE = 2.0
"""Seconds without a change after which a file that is no JSON is no longer waited for."""


class _Reading(Thread):
    """One reading of a file that had a ``stamp``. When it is over there is an ``atlas`` or there are ``faults``.

    Where it is ``patient``, a file that is no JSON is ``to_be_waited_for``.
    """

    def __init__(self, file: Path, meshes: Collection[str] | None, stamp: Stamp | None, patient: bool) -> None:
        super().__init__(name="reading annotations", daemon=True)
        self.stamp = stamp
        self.atlas: Atlas | None = None
        self.faults: tuple[Fault, ...] = ()
        self.to_be_waited_for = False
        self._file, self._meshes, self._patient = file, meshes, patient

    def run(self) -> None:
        """What happens in the thread."""
        try:
            self.atlas = load(self._file, self._meshes)
        except UnreadableError as error:
            self.faults, self.to_be_waited_for = error.faults, self._patient
        except AnnotationsError as error:
            self.faults = error.faults


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
        self._known = self._seen = stamp_of(file)
        self._changed_at = time.monotonic()
        self._reading: _Reading | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(round(LOOK_EVERY * 1000))
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to watch."""
        self._timer.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        self.wait()

    def wait(self) -> None:
        """Until the file is no longer being read; the next look tells what came of it."""
        if self._reading is not None:
            self._reading.join()

    def look(self) -> None:
        """Look at the file once; have it read if it was changed and has settled, tell of it once it is read."""
        now, stamp = time.monotonic(), stamp_of(self._file)
        if self._reading is not None:
            self._take(self._reading, stamp)
        elif stamp != self._seen:
            self._seen, self._changed_at = stamp, now
        elif stamp != self._known and now - self._changed_at >= SETTLED_AFTER:
            self._reading = _Reading(self._file, self._meshes, stamp, patient=now - self._changed_at < PATIENCE)
            self._reading.start()
            self._timer.setInterval(round(LOOK_FOR_READING * 1000))

    def _take(self, reading: _Reading, stamp: Stamp | None) -> None:
        if reading.is_alive():
            return
        self._reading = None
        self._timer.setInterval(round(LOOK_EVERY * 1000))
        if stamp != reading.stamp or reading.to_be_waited_for:
            return  # changed while it was read, or is still being written: another look takes it up
        self._known = stamp
        self._tell(reading.faults)
        if reading.atlas is not None:
            self.atlas = reading.atlas
            self.reloaded.emit(reading.atlas)

    def _tell(self, faults: tuple[Fault, ...]) -> None:
        if faults != self.faults:
            self.faults = faults
            self.faults_changed.emit(list(faults))
