"""The lesson that is worked on, kept beside the notes while it is not saved, so that a crash loses nothing.

Each run that has such a lesson has two files of its own name in one folder: the lesson, and a lock that no other
program can take while the run lives. A lesson without a living run was left behind. Nothing here raises.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile

from viewer.model.annotations.data_files import DataFileError, files_in
from viewer.model.atlas.atlas import Atlas
from viewer.model.lessons.lesson import Lesson
from viewer.model.lessons.lesson_file import read_lesson, write_lesson
from viewer.model.notes import notes

_AT_ONCE = 0  # ms


def usual_folder() -> Path:
    """Where lessons that are not saved are kept."""
    return notes.usual_file().parent / "unsaved lessons"


class Recovery:
    """The lesson of this run."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or usual_folder()
        self._file = self._folder / f"{os.getpid()}-{time.time_ns()}.json"
        self._lock: QLockFile | None = None
        self._left: list[tuple[Path, QLockFile]] = []

    def keep(self, lesson: Lesson, atlas: Atlas) -> None:
        """Have this lesson offered, should the run end badly."""
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._lock = self._lock or _taken(self._file)
            write_lesson(self._file, lesson, atlas)

    def forget(self) -> None:
        """It was saved, or is not wanted any more."""
        with suppress(OSError):
            self._file.unlink(missing_ok=True)
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def left_behind(self, atlas: Atlas) -> Lesson | None:
        """The newest lesson with anything in it of a run that lives no more; None where there is none."""
        for file in sorted(files_in(self._folder), key=_age, reverse=True):
            lock = _taken(file)
            if lock is not None:
                self._left.append((file, lock))
        for file, _ in self._left:
            with suppress(DataFileError):
                lesson = read_lesson(file, atlas).lesson
                if lesson.scenes:
                    return lesson
        return None

    def forget_left(self) -> None:
        """The offer was answered: nothing of earlier runs is needed any more."""
        for file, lock in self._left:
            with suppress(OSError):
                file.unlink(missing_ok=True)
            lock.unlock()
        self._left = []


def _taken(file: Path) -> QLockFile | None:
    lock = QLockFile(str(file.with_suffix(".lock")))
    lock.setStaleLockTime(0)  # a lesson may be worked on for days
    return lock if lock.tryLock(_AT_ONCE) else None


def _age(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0
