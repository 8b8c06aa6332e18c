"""The errors that nobody caught, in whichever thread: each kind once with its trace, and how often it came."""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from viewer.health.log import logger
from viewer.health.often import Often

LONGEST_MESSAGE = 500  # letters
LONGEST_TRACE = 12_000  # letters; the end says where it was
MOST_KINDS = 20
"""Kinds of faults that are kept; further ones are in the log alone."""


@dataclass(frozen=True)
class Fault:
    """A kind of error: ``place`` is the line that raised it, ``trace`` the one of the first time."""

    kind: str
    message: str
    place: str
    trace: str
    count: int = 1

    @property
    def words(self) -> str:
        """The kind and the message."""
        return f"{self.kind}: {self.message}" if self.message else self.kind


class Faults(QObject):
    """All of this run. ``happened`` comes in the thread of this object, with the fault as it stands by then."""

    happened = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._by_place: dict[tuple[str, str], Fault] = {}
        self._often, self._lock = Often(), threading.Lock()

    def __iter__(self) -> Iterator[Fault]:
        return iter(tuple(self._by_place.values()))

    def listen(self) -> None:
        """Take whatever nobody catches from now on, instead of Python."""
        sys.excepthook = self.take
        threading.excepthook = self._take_from_thread
        sys.unraisablehook = self._take_from_deletion

    def leave(self) -> None:
        """Let Python have it again."""
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__

    def take(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """One more error; on the terminal and in the log, and told."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
            return
        _let_frames_go()
        self.happened.emit(self._note(fault if fault.__traceback__ else fault.with_traceback(trace)))

    def _take_from_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None and not isinstance(told.exc_value, SystemExit):
            self.take(told.exc_type, told.exc_value, told.exc_traceback)

    def _take_from_deletion(self, told: sys.UnraisableHookArgs) -> None:
        """What went wrong while something was cleared away: nobody could be told in the middle of it."""
        if told.exc_value is not None:
            self._note(told.exc_value)

    def _note(self, error: BaseException) -> Fault:
        with self._lock:
            known = self._count(error)
            told = self._often.count((known.kind, known.place))
        if told:
            words = known.trace.rstrip() if told == 1 else f"{known.words} ({told} times, the same as above)"
            logger().error("fault: %s", words)
            if sys.stderr is not None:
                print(words, file=sys.stderr)  # noqa: T201
        return known

    def _count(self, error: BaseException) -> Fault:
        kind, place = type(error).__name__, _place(error.__traceback__)
        known = self._by_place.get((kind, place))
        known = replace(known, count=known.count + 1) if known else Fault(kind, _message(error), place, _trace(error))
        if len(self._by_place) < MOST_KINDS or (kind, place) in self._by_place:
            self._by_place[kind, place] = known
        return known


def _let_frames_go() -> None:
    """Python keeps the last error for whoever debugs it, and with it everything that was at work then."""
    for name in ("last_exc", "last_value", "last_traceback"):
        if hasattr(sys, name):
            delattr(sys, name)


def _place(trace: TracebackType | None) -> str:
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""


def _message(error: BaseException) -> str:
    try:
        return str(error)[:LONGEST_MESSAGE]
    except Exception:  # an error whose own words fail must still be told
        return ""


def _trace(error: BaseException) -> str:
    try:
        return "".join(traceback.format_exception(error))[-LONGEST_TRACE:]
    except Exception:  # an error whose own words fail must still be told
        return type(error).__name__
