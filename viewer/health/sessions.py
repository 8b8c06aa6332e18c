"""The mark of a run while it lasts, and what is found of runs that ended badly: the view they showed, where they died.

Each run has three files of its own name in one folder: a lock, which holds its process and can be taken over by no
other program while that lives; the view, once it is worth keeping; and what Python could still write in a crash of
native code. A run that ends well takes them away. Nothing here raises: a folder that cannot be written costs the offer
to bring the view back, and ``trouble`` says why.
"""

from __future__ import annotations

import faulthandler
import json
import os
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from PySide6.QtCore import QLockFile

LOCK, VIEW, CRASH = ".lock", ".view.json", ".crash"
LARGEST_VIEW = 1_000_000  # bytes
LONGEST_CRASH = 20_000  # letters
HAS_DRAWN = "has drawn\n"
_NOT_TOLD = "Extension modules:"
"""Behind the trace, Python lists every library that is loaded."""
_AT_ONCE = 0  # ms


@dataclass(frozen=True)
class LeftBehind:
    """What was found of runs that ended badly: the newest view as it was kept, or None, and traces of crashes.

    ``before_drawing`` says that native code crashed before anything was to be seen.
    """

    view: object | None
    crash: str
    before_drawing: bool = False


class Session:
    """This run."""

    def __init__(self, folder: Path) -> None:
        self.trouble = ""
        self._folder = folder
        self._name = f"{os.getpid()}-{time.time_ns()}"
        self._lock: QLockFile | None = None
        self._crash: TextIO | None = None
        self._left: dict[str, QLockFile] = {}

    def begin(self) -> LeftBehind | None:
        """Mark this run. Returns what those before left behind, or None where all of them ended well."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._left = {name: lock for name in self._names() if (lock := _taken(self._folder / f"{name}{LOCK}"))}
            left = self._read_left() if self._left else None
        except OSError as error:
            self.trouble = error.strerror or str(error)
            return None
        self._mark()
        return left

    def has_drawn(self) -> None:
        """There is something to see: a crash from now on is not one of beginning to draw."""
        if self._crash is not None:
            try:
                self._crash.write(HAS_DRAWN)
                self._crash.flush()
            except OSError as error:
                self.trouble = error.strerror or str(error)

    def keep(self, view: dict[str, Any]) -> None:
        """Have this view brought back, should this run end badly: the old file or the new one, whole."""
        file = self._folder / f"{self._name}{VIEW}"
        fresh = file.with_suffix(".part")
        try:
            fresh.write_text(json.dumps(view), encoding="utf-8")
            os.replace(fresh, file)
        except OSError as error:
            self.trouble = error.strerror or str(error)
            with suppress(OSError):
                fresh.unlink(missing_ok=True)

    def forget_left(self) -> None:
        """The offer was answered: nothing of earlier runs is needed any more."""
        for name in list(self._left):
            self._forget(name)

    def end(self) -> None:
        """This run ends well."""
        if self._crash is not None:
            faulthandler.disable()
            with suppress(OSError):
                self._crash.close()
        self.forget_left()
        self._remove(self._name)
        if self._lock is not None:
            self._lock.unlock()

    def _mark(self) -> None:
        lock = QLockFile(str(self._folder / f"{self._name}{LOCK}"))
        lock.setStaleLockTime(0)  # a session may last for days
        if not lock.tryLock(_AT_ONCE):
            self.trouble = lock.error().name
            return
        self._lock = lock
        try:
            self._crash = (self._folder / f"{self._name}{CRASH}").open("w", encoding="utf-8")
            faulthandler.enable(self._crash)
        except OSError as error:
            self.trouble = error.strerror or str(error)

    def _names(self) -> set[str]:
        files = [file.name for file in self._folder.iterdir()]
        return {name.removesuffix(end) for name in files for end in (LOCK, VIEW, CRASH) if name.endswith(end)}

    def _read_left(self) -> LeftBehind:
        """The newest view and all traces; older views, and the traces once read, are let go."""
        views = sorted((name for name in self._left if self._age(name)), key=self._age)
        told = list(filter(None, (_text(self._folder / f"{name}{CRASH}") for name in self._left)))
        crash = "\n".join(filter(None, (text.removeprefix(HAS_DRAWN).strip() for text in told)))
        view = next(filter(None, (_json(self._folder / f"{name}{VIEW}") for name in reversed(views))), None)
        for name in set(self._left) - set(views[-1:]):
            self._forget(name)
        for name in self._left:
            with suppress(OSError):
                (self._folder / f"{name}{CRASH}").unlink(missing_ok=True)
        before_drawing = any(not text.startswith(HAS_DRAWN) for text in told)
        return LeftBehind(view, crash[-LONGEST_CRASH:], before_drawing)

    def _age(self, name: str) -> int:
        """When its view was kept; 0 where it has none."""
        try:
            return (self._folder / f"{name}{VIEW}").stat().st_mtime_ns
        except OSError:
            return 0

    def _forget(self, name: str) -> None:
        self._remove(name)
        self._left.pop(name).unlock()

    def _remove(self, name: str) -> None:
        for end in (VIEW, CRASH):
            with suppress(OSError):
                (self._folder / f"{name}{end}").unlink(missing_ok=True)


def _taken(file: Path) -> QLockFile | None:
    """The lock of a run that lives no more, held now; None while that run lives."""
    lock = QLockFile(str(file))
    lock.setStaleLockTime(0)
    return lock if lock.tryLock(_AT_ONCE) else None


def _text(file: Path) -> str:
    try:
        with file.open(encoding="utf-8", errors="replace") as stream:
            told = stream.read(LONGEST_CRASH)
    except OSError:
        return ""
    return told.partition(_NOT_TOLD)[0]


def _json(file: Path) -> object | None:
    try:
        with file.open("rb") as stream:
            content = stream.read(LARGEST_VIEW + 1)
        return json.loads(content) if len(content) <= LARGEST_VIEW else None
    except (OSError, ValueError, RecursionError):
        return None
