"""Opening the file of the log, which may be locked, read-only, damaged, newer, or no file at all.

A damaged one is put aside whole under another name before a new one is begun. Where a log cannot be written, what is in
it can still be read, from a copy in memory.
"""

from __future__ import annotations

import glob
import os
import shutil
import sqlite3
import stat
import tempfile
from contextlib import closing, suppress
from pathlib import Path

from viewer.language import tr
from viewer.model.file_lock import locked
from viewer.model.practice import schema

PATIENCE = 0.25
"""Seconds that another window's write is waited for; it takes milliseconds."""
BESIDE = ("-wal", "-shm", "-journal")
"""Ends of the names of the files that SQLite keeps beside a database: they belong to it."""
_DAMAGED = ("SQLITE_NOTADB", "SQLITE_CORRUPT")


class CannotUseError(Exception):
    """Why the log can be neither read nor kept in this file; the message can be shown. Nothing in it was changed."""


def opened(path: Path) -> tuple[sqlite3.Connection, str]:
    """The log of a file, made where there was none, and what is to be told of it: that a damaged one was put aside.

    Raises CannotUseError.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        real = Path(os.path.realpath(path))
        _check_files(path, real)
        try:
            return _connected(real), ""
        except (schema.DamagedError, sqlite3.DatabaseError) as error:
            if not _is_damage(error):
                raise
            return _begun_anew(real)
    except schema.NewerError as error:
        raise CannotUseError(_newer(path)) from error
    except (OSError, sqlite3.Error, ValueError) as error:
        raise CannotUseError(why_not(error, path)) from error


def in_memory() -> sqlite3.Connection:
    """A log that ends with the program."""
    db = _plain(":memory:")
    schema.make(db)
    return db


def copied(db: sqlite3.Connection) -> sqlite3.Connection:
    """A copy in memory of what can be read of a log; an empty one where nothing can."""
    copy = _plain(":memory:")
    try:
        db.backup(copy)
        schema.check(copy)
        schema.make(copy)
    except (sqlite3.Error, schema.DamagedError, schema.NewerError):
        copy.close()
        return in_memory()
    return copy


def read_only(path: Path) -> sqlite3.Connection:
    """A copy in memory of a log that cannot be written; empty where it cannot be read either."""
    with suppress(OSError, CannotUseError), tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        real, copy = Path(os.path.realpath(path)), Path(folder) / "copy.sqlite3"
        _check_files(path, real)
        for end in ("", "-wal"):
            if _with_end(real, end).exists():
                shutil.copyfile(_with_end(real, end), _with_end(copy, end))
        with suppress(schema.DamagedError, schema.NewerError, sqlite3.Error), closing(_connected(copy)) as db:
            return copied(db)
    return in_memory()


def why_not(error: BaseException, path: Path) -> str:
    """Why a log is not kept, for the user, and what to do."""
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return tr("Another program holds the log of your practice, {file}. Close it.").format(file=path)
    if name.startswith(("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_CANTOPEN")) or isinstance(error, PermissionError):
        told = tr("The log of your practice, {file}, may not be written. Let this program change it and its folder.")
        return told.format(file=path)
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
        return tr("The disk takes no more of the log of your practice, {file}. Make room on it.").format(file=path)
    said = getattr(error, "strerror", "") or str(error)
    return tr("The log of your practice, {file}, cannot be used: {why}.").format(file=path, why=said)


def set_aside(path: Path) -> list[Path]:
    """The damaged logs that were kept beside this one."""
    path = Path(os.path.realpath(path))
    return sorted(path.parent.glob(f"{glob.escape(path.stem)}-damaged-*{path.suffix}"))


def _newer(path: Path) -> str:
    told = tr("A newer version of this program made the log of your practice, {file}. Use that version.")
    return told.format(file=path)


def _connected(file: Path) -> sqlite3.Connection:
    """Raises DamagedError, NewerError, sqlite3.Error, OSError, and nothing was written then."""
    _inspect(file)
    with suppress(FileExistsError):  # a new one is nobody's business but its owner's, and so are those beside it
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    db = _plain(f"{file.as_uri()}?mode=rwc")
    try:
        schema.check(db)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        schema.make(db)
        schema.check_values(db)
    except BaseException:
        db.close()
        raise
    return db


def _inspect(file: Path) -> None:
    """Look at all of a log without leave to write: SQLite would tidy up beside a damaged one. Raises as above."""
    if not _size(file) and _size(_with_end(file, "-wal")):
        raise schema.DamagedError
    if not _size(file) or _size(_with_end(file, "-journal")):
        return  # its making has not begun, or was interrupted, which SQLite takes back
    with closing(_plain(f"{file.as_uri()}?mode=ro")) as db:
        schema.check(db)
        schema.check_whole(db)


def _plain(name: str) -> sqlite3.Connection:
    """A connection that trusts nothing in the file, and overwrites what is deleted."""
    db = sqlite3.connect(name, timeout=PATIENCE, isolation_level=None, uri=True)
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "foreign_keys = ON", "secure_delete = ON"):
        db.execute(f"PRAGMA {pragma}")
    return db


def _begun_anew(file: Path) -> tuple[sqlite3.Connection, str]:
    """Put a damaged log aside, unless another window has done so, and begin one. Raises as ``_connected``, OSError."""
    with locked(file):
        try:
            return _connected(file), ""
        except (schema.DamagedError, sqlite3.DatabaseError) as error:
            if not _is_damage(error):
                raise
        aside = _put_aside(file)
        told = tr("The log of your practice was damaged. It was kept as {aside}, and a new one was begun.")
        return _connected(file), told.format(aside=aside)


def _put_aside(file: Path) -> Path:
    """Give the file, and those that belong to it, names that nothing has. Raises OSError."""
    number = 1
    while any(os.path.lexists(_with_end(_aside(file, number), end)) for end in ("", *BESIDE)):
        number += 1
    for end in ("", *BESIDE):
        if os.path.lexists(_with_end(file, end)):
            os.rename(_with_end(file, end), _with_end(_aside(file, number), end))
    return _aside(file, number)


def _aside(file: Path, number: int) -> Path:
    return file.with_name(f"{file.stem}-damaged-{number}{file.suffix}")


def _with_end(file: Path, end: str) -> Path:
    return file.with_name(file.name + end)


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0


def _is_damage(error: Exception) -> bool:
    return isinstance(error, schema.DamagedError) or getattr(error, "sqlite_errorname", "").startswith(_DAMAGED)


def _check_files(path: Path, real: Path) -> None:
    """Raises CannotUseError, OSError where something stands there that SQLite would wait for, or write into."""
    for end in ("", *BESIDE):
        try:
            mode = _with_end(real, end).stat().st_mode
        except FileNotFoundError:
            continue
        if not stat.S_ISREG(mode):
            told = tr("Where the log of your practice should be, {file}, is no ordinary file. Move it away.")
            raise CannotUseError(told.format(file=_with_end(path, end)))
