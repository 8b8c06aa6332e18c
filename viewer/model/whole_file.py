"""Files that others find either as they were or as they shall be, whatever happens while they are written.

A file is written beside its place under a name of its own, brought to the disk, and only then takes its place. A power
cut, a full disk or an end of the program in between leaves the old file as it was.
"""

from __future__ import annotations

import errno
import glob
import os
import secrets
import stat
import time
from contextlib import suppress
from pathlib import Path

from viewer.language import tr

UNFINISHED = ".unfinished"
LEFT_BEHIND = 3600.0
"""Seconds after which an unfinished file is one that was left behind by a program that was killed."""

_ANYONE = 0o666  # less what the system takes away by its umask
_LETTERS = 50  # of the file's name in the other one; system's names have room for 255 bytes
_OPENING = os.O_WRONLY | os.O_CREAT | os.O_EXCL | sum(getattr(os, name, 0) for name in ("O_CLOEXEC", "O_BINARY"))


def write_whole(file: Path, content: bytes) -> None:
    """Let a file hold this and nothing else; its permissions stay, and a link to it stays one.

    Raises OSError, its ``strerror`` fit to be shown; then the file is as it was, and nothing is left beside it.
    """
    target = Path(os.path.realpath(file))
    mode = _mode(target)
    _sweep(target)
    unfinished = target.with_name(f"{_beginning(target)}{secrets.token_hex(4)}{UNFINISHED}")
    try:
        _fill(unfinished, content, mode)
        os.replace(unfinished, target)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink()
        raise


def require_place(file: Path) -> None:
    """Raises OSError, as ``write_whole`` would, where a file could not even be begun; before long work for it."""
    target = Path(os.path.realpath(file))
    trial = target.with_name(f"{_beginning(target)}{secrets.token_hex(4)}{UNFINISHED}")
    os.close(os.open(trial, _OPENING, _mode(target) or _ANYONE))
    trial.unlink()


def forget_unfinished(file: Path) -> None:
    """Remove what another program left beside a file when it was ended while it wrote it."""
    _sweep(Path(os.path.realpath(file)), older_than=0.0)


def _mode(target: Path) -> int | None:
    """The permissions of the file, None where there is none. Raises OSError where it must not be replaced."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, tr("it is not an ordinary file"), str(target))
    os.close(os.open(target, os.O_WRONLY))  # a file that is write-protected is not replaced either
    return stat.S_IMODE(mode)


def _fill(file: Path, content: bytes, mode: int | None) -> None:
    with os.fdopen(os.open(file, _OPENING, _ANYONE if mode is None else mode), "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    if mode is not None:
        with suppress(OSError):  # some disks know no permissions
            file.chmod(mode)


def _sweep(target: Path, older_than: float = LEFT_BEHIND) -> None:
    for file in target.parent.glob(f"{glob.escape(_beginning(target))}*{UNFINISHED}"):
        with suppress(OSError):
            if time.time() - file.stat().st_mtime >= older_than:
                file.unlink()


def _beginning(target: Path) -> str:
    return f".{target.name[:_LETTERS]}-"
