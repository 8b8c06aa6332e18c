"""Reading, whatever stands in a file, takes only so long."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

LONGEST = 2.0
"""Seconds of the processor's time."""


@contextmanager
def in_time() -> Iterator[None]:
    before = time.process_time()
    yield
    assert time.process_time() - before < LONGEST
