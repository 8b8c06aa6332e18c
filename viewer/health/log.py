"""The log: a file that holds starts, ends, faults, Qt's messages and what was slow. It never raises and never grows on.

Several runs of the program may write into it at once: each line says which run it is of, and a file that another run
has put away is let go. A disk that takes nothing costs the log alone; ``trouble`` then says why.
"""

from __future__ import annotations

import logging
import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler

from viewer.health.often import Often
from viewer.health.privacy import scrubbed

NAME = "iliopsoas"
LARGEST = 500_000  # bytes of one file
KEPT = 2  # older files
LINE = f"%(asctime)s [{os.getpid()}] %(levelname)s %(message)s"
_LEVELS = {
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_qt_messages = Often()


def logger() -> logging.Logger:
    """What the program writes its log with."""
    return logging.getLogger(NAME)


def begin(file: Path) -> LogFile:
    """Write into the file from now on, and nothing of it onto the terminal."""
    handler = LogFile(file)
    logger().setLevel(logging.INFO)
    logger().propagate = False
    logger().addHandler(handler)
    return handler


def end(handler: LogFile) -> None:
    """Write no more."""
    logger().removeHandler(handler)
    handler.close()


def listen_to_qt() -> None:
    """Have Qt's messages stand in the log too; they stay on the terminal."""
    qInstallMessageHandler(_hear)


def leave_qt() -> None:
    """Qt's messages go where they went before."""
    qInstallMessageHandler(None)


class LogFile(logging.FileHandler):
    """The file as a handler of Python's logging. ``trouble`` is empty while all is well.

    Python has one that rotates too, which takes longer to import than all else here, and knows of no other writers.
    """

    def __init__(self, file: Path) -> None:
        self.trouble = ""
        super().__init__(file, encoding="utf-8", errors="replace", delay=True)
        self.setFormatter(_Scrubbing(LINE))

    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
        return super()._open()

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record, into the file that has the name now and is not full."""
        if self.stream is not None and not self._is_current(self.stream):
            self._let_go()
        if self._size() > LARGEST:
            self._let_go()
            self._make_room()
        try:
            super().emit(record)
        except OSError:  # the file cannot be opened
            self.handleError(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802, ARG002
        """Nothing may come of a log that cannot be written."""
        error = sys.exc_info()[1]
        self.trouble = getattr(error, "strerror", None) or str(error)
        self._let_go()

    def _is_current(self, stream: TextIOWrapper) -> bool:
        """Whether no other run has put the file away."""
        try:
            return os.path.samestat(os.fstat(stream.fileno()), os.stat(self.baseFilename))
        except OSError:
            return False

    def _size(self) -> int:
        try:
            return os.stat(self.baseFilename).st_size
        except OSError:
            return 0

    def _make_room(self) -> None:
        """Number the files on; where another run holds one (Windows), go on with the full one."""
        names = [self.baseFilename, *(f"{self.baseFilename}.{number}" for number in range(1, KEPT + 1))]
        for older, newer in reversed([*zip(names[1:], names[:-1], strict=True)]):
            with suppress(OSError):
                os.replace(newer, older)

    def _let_go(self) -> None:
        stream, self.stream = self.stream, None  # opened again with the next record
        with suppress(OSError):
            if stream is not None:
                stream.close()


class _Scrubbing(logging.Formatter):
    """One line for each record, with no home folder in it."""

    def format(self, record: logging.LogRecord) -> str:
        return scrubbed(super().format(record))


def _hear(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if sys.stderr is not None:
        print(qFormatLogMessage(kind, context, message), file=sys.stderr)  # noqa: T201
    if count := _qt_messages.count(message):
        logger().log(_LEVELS.get(kind, logging.INFO), "Qt: %s%s", message, f" ({count} times)" if count > 1 else "")
