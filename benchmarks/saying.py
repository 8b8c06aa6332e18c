"""How a measuring process times what it does, and says it to the one that gathers the figures."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable


def timed(action: Callable[[], object], before: Callable[[], object] = lambda: None) -> float:
    """Seconds by the clock that an action takes; what comes ``before`` it is not counted."""
    before()
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def say(word: str, seconds: float) -> None:
    """Tell one figure."""
    sys.stdout.write(f"{word} {seconds}\n")
    sys.stdout.flush()
