"""How far something is, in lines that the window that asked for it reads."""

from __future__ import annotations


def say(done: int, total: int) -> None:
    """So many of so many parts are done."""
    print(f"progress {done} {total}", flush=True)  # noqa: T201
