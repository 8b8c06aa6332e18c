"""Keeps the log in its file as long as the file takes it, else in memory until it does.

Each deed is one transaction, on the disk when it returns. What was done in memory is tried again with the next deed.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from viewer.language import tr
from viewer.model.practice import deeds, log_file
from viewer.model.regular_file import stamp_of

Deed = Callable[[sqlite3.Connection], object]
T = TypeVar("T")


class Keeping:
    """``is_kept`` is whether what is done is on the disk; ``trouble`` says for the user what is wrong, and what to do.

    Both are known once something was read.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._db: sqlite3.Connection | None = None
        self._number: int | None = None
        self._waiting: list[Deed] = []
        self.is_kept = False
        self.trouble = ""

    def read(self, query: Callable[[sqlite3.Connection], T]) -> T:
        """What a query finds. A file that breaks meanwhile is told of, and what is left of it is read."""
        try:
            return query(self._connection())
        except sqlite3.Error as error:
            self._fall_back(error)
            return query(self._connection())

    def do(self, deed: Deed) -> None:
        """Do it in the file where that is possible, else in memory."""
        self._connection()
        if self.is_kept and self._is_there() and self._done_in_file([deed]):
            return
        self._waiting.append(deed)
        if not self._went_back():
            _in_one(self._connection(), [deed])

    def sweep(self) -> bool:
        """Let nothing of what was deleted stay on the disk; False where that cannot be done now."""
        with suppress(sqlite3.Error):
            return self.is_kept and deeds.sweep(self._connection())
        return False

    def close(self) -> None:
        """Give the file back; whoever asks next opens it again."""
        if self._db is not None:
            self._db.close()
        self._db = None

    def __del__(self) -> None:
        self.close()

    def _connection(self) -> sqlite3.Connection:
        if self._db is None:
            self._begin()
            assert self._db is not None
        return self._db

    def _begin(self) -> None:
        try:
            self._take(*log_file.opened(self._path))
        except log_file.CannotUseError as error:
            self._db, self.trouble, self.is_kept = log_file.read_only(self._path), str(error), False

    def _take(self, db: sqlite3.Connection, told: str) -> None:
        self._db, self.trouble, self.is_kept = db, told, True
        self._number = _number(self._path)

    def _done_in_file(self, all_deeds: list[Deed]) -> bool:
        db = self._connection()
        try:
            _in_one(db, all_deeds)
        except sqlite3.Error as error:
            self._fall_back(error)
            return False
        return True

    def _is_there(self) -> bool:
        """Whether the file still has its name: what is written into one that was deleted is lost."""
        if _number(self._path) == self._number:
            return True
        self._fall_back(FileNotFoundError(errno.ENOENT, tr("it was moved or deleted")))
        if not self._path.exists():
            with suppress(sqlite3.Error):  # then what is done from now on is kept, and told of as usual
                self._connection().execute("VACUUM INTO ?", (str(self._path),))
        return False

    def _fall_back(self, error: BaseException) -> None:
        """Go on in memory with what the file had."""
        before = self._connection()
        self._db, self.is_kept, self.trouble = log_file.copied(before), False, log_file.why_not(error, self._path)
        before.close()

    def _went_back(self) -> bool:
        """Take the file again, and do there what was done in memory."""
        try:
            db, told = log_file.opened(self._path)
        except log_file.CannotUseError as error:
            self.trouble = str(error)
            return False
        try:
            _in_one(db, self._waiting)
        except sqlite3.Error as error:
            self.trouble = log_file.why_not(error, self._path)
            db.close()
            return False
        self.close()
        self._waiting = []
        self._take(db, told)
        return True


def _in_one(db: sqlite3.Connection, all_deeds: list[Deed]) -> None:
    """Do all or nothing."""
    db.execute("BEGIN IMMEDIATE")
    try:
        for deed in all_deeds:
            deed(db)
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _number(path: Path) -> int | None:
    stamp = stamp_of(path)
    return stamp and stamp[2]
