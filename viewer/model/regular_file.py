"""All bytes of a file that a stranger may have put there: never from a pipe or a device, never more than expected.

Opening a named pipe waits for whoever writes into it, and a device such as /dev/zero never ends. So what is opened is
opened without waiting, and read only once the opened thing itself, not its name, has been seen to be a plain file.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from viewer.language import tr

Stamp = tuple[int, int, int]
_AT_ONCE = 1 << 16  # bytes, where a file does not tell its size
_OPENING = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"))


def read_bytes(path: Path, most: int) -> bytes:
    """The bytes of a plain file, of which there may be ``most``.

    Raises OSError, its ``strerror`` fit to be shown; with errno EFBIG where the file is larger, also where it grew
    while it was read.
    """
    try:
        _check(os.stat(path), most)  # a device is not even opened: some act on that
        descriptor = os.open(path, _OPENING)
    except ValueError as error:
        raise OSError(errno.EINVAL, tr("this is no name of a file"), str(path)) from error
    try:
        size = _check(os.fstat(descriptor), most)
        content = b"".join(_chunks(descriptor, size, most + 1))
    finally:
        os.close(descriptor)
    if len(content) > most:
        raise _too_large(most)
    return content


def stamp_of(file: Path) -> Stamp | None:
    """What changes when a file is written: its time, its size and its number on the disk; None without a file."""
    try:
        found = file.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _check(found: os.stat_result, most: int) -> int:
    """The size, bytes. Raises OSError where it is not a plain file of at most that many."""
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, tr("it is a folder, not a file"))
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, tr("it is not an ordinary file"))
    if found.st_size > most:
        raise _too_large(most)
    return found.st_size


def _too_large(most: int) -> OSError:
    return OSError(errno.EFBIG, tr("it is larger than {size} MB").format(size=f"{most / 1e6:.10g}"))


def _chunks(descriptor: int, size: int, most: int) -> Iterator[bytes]:
    """What there is, in one piece where the size was told rightly; at most that many bytes in all."""
    step = max(size + 1, _AT_ONCE)
    while most > 0 and (chunk := os.read(descriptor, min(step, most))):
        most -= len(chunk)
        yield chunk
