"""A disk that takes nothing more, for as long as a test wants it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

TOLD = "File too large"


@contextmanager
def full_disk() -> Iterator[None]:
    """No file of this process can grow while the context lasts: the system refuses, in the words of ``TOLD``."""
    if sys.platform == "win32":
        pytest.skip("only other systems let a process limit what it writes")
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
