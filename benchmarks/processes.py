"""Runs Python, or another program, in a process of its own, and tells how long it took and what it needed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Run:
    """What a process said: the seconds from its start to each first word of a line, the words after it, and the most
    memory that it had at once, MiB.
    """

    after: Mapping[str, float]
    said: Mapping[str, list[str]]
    memory: float


def run_python(module: str, *arguments: str, home: Path) -> Run:
    """Run a module as a user's second start would: its bytecode is there, its settings and data lie in ``home``."""
    return run([sys.executable, "-m", module, *arguments], home)


def run(command: Sequence[str], home: Path) -> Run:
    """Run a command and listen to it. Raises RuntimeError where it fails."""
    start, after, said = time.perf_counter(), dict[str, float](), dict[str, list[str]]()
    with subprocess.Popen(command, cwd=ROOT, env=_surroundings(home), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            word, *rest = line.split() or [""]
            after.setdefault(word, time.perf_counter() - start)
            said.setdefault(word, []).append(" ".join(rest))
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    after["end"] = time.perf_counter() - start
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return Run(after, said, used.ru_maxrss / 1024)


def _surroundings(home: Path) -> dict[str, str]:
    """This process's environment with another home, and with room for bytecode."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    data = {
        name: str(home) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
    }
    return kept | data | {"PYTHONPYCACHEPREFIX": str(home / "bytecode"), "PYTHONUNBUFFERED": "1"}
