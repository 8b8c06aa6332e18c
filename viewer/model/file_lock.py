"""Lets one window at a time change a file that several have open.

The lock is a file beside it. One that a dead program left behind is taken away, and none is waited for long.
"""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QLockFile

from viewer.language import tr

PATIENCE = 2_000
"""Milliseconds that another's lock is waited for; what is done under one takes a few."""
STALE = 10_000
"""Milliseconds after which a lock is a dead one where nobody can tell whether its owner lives."""


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Nobody else who asks can change the file, in a folder that exists, while the context lasts.

    Raises OSError, its ``strerror`` fit to be shown, where another keeps it locked or the folder takes no lock.
    """
    place = file.with_name(f"{file.name}.lock")
    lock = QLockFile(str(place))
    lock.setStaleLockTime(STALE)
    if not _may_be_lock(place) or not _taken(lock, place):
        raise _refusal(lock, place)
    try:
        yield
    finally:
        lock.unlock()


def _taken(lock: QLockFile, place: Path) -> bool:
    """Whether the lock is ours.

    A program that is killed while it takes a lock leaves one without its name, which Qt holds for a living one's until
    it is old. One that lives writes its name at once.
    """
    if lock.tryLock(PATIENCE):
        return True
    return _made_old_without_name(place) and lock.tryLock(PATIENCE)


def _made_old_without_name(place: Path) -> bool:
    try:
        if place.lstat().st_size:
            return False
        os.utime(place, (1, 1), follow_symlinks=False)
    except OSError:
        return False
    return True


def _may_be_lock(place: Path) -> bool:
    """Qt would wait for ever for what is in a pipe."""
    try:
        return stat.S_ISREG(place.lstat().st_mode)
    except OSError:
        return True


def _refusal(lock: QLockFile, place: Path) -> OSError:
    """Why there is no lock. Where the disk is the reason, it says so itself when it is to take another file."""
    if lock.error() not in (QLockFile.LockError.LockFailedError, QLockFile.LockError.NoError):
        try:
            with tempfile.TemporaryFile(dir=place.parent) as file:
                file.write(bytes(place.parent))
        except OSError as error:
            return error
    told = tr("another window holds {lock}; try again, and where no other window is open, delete that file")
    return OSError(errno.EAGAIN, told.format(lock=place), str(place))
