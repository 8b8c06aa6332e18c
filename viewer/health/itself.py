"""The program started once more: in a process of its own that may crash, or anew in the place of this one.

Nowhere else does the program start a program, and never another one than itself.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject, QProcess

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 60  # seconds
_DATA = ("--annotations", "--meshes")
_START = "import sys; sys.path.insert(0, sys.argv.pop(1)); from viewer.app import main; raise SystemExit(main())"


@dataclass(frozen=True)
class Ended:
    """What became of the other process: ``code`` is negative for a signal, None where it had to be ended."""

    code: int | None
    said: str
    complained: str


def run(words: Sequence[str], environment: Mapping[str, str]) -> Ended:
    """Run the program with these arguments, and wait for it."""
    command = [*_program(), *words]
    try:
        done = subprocess.run(
            command, env=dict(environment), capture_output=True, text=True, errors="replace", timeout=PATIENCE,
            stdin=subprocess.DEVNULL, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return Ended(None, "", "")
    return Ended(done.returncode, done.stdout, done.stderr)


def beside(words: Sequence[str], parent: QObject) -> QProcess:
    """The program with these arguments, on the same data, as a process that is yet to be started; what it says is
    UTF-8.
    """
    from PySide6.QtCore import QProcess, QProcessEnvironment  # noqa: PLC0415 - not needed to look at a machine

    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("PYTHONIOENCODING", "utf-8:replace")
    process = QProcess(parent)
    process.setProcessEnvironment(environment)
    process.setProgram(_program()[0])
    process.setArguments([*_program()[1:], *words, *_same_data(sys.argv[1:])])
    return process


def start_anew(environment: Mapping[str, str]) -> None:
    """Start as this process was started, with another environment; comes back only where that is refused."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    words = sys.argv[1:] if _is_frozen() else sys.orig_argv[1:]
    try:
        os.execve(sys.executable, [sys.executable, *words], dict(environment))
    except OSError:
        return


def _same_data(words: Sequence[str]) -> list[str]:
    """Which of these arguments say where the data lies."""
    whole = [word for word in words if word.partition("=")[0] in _DATA and "=" in word]
    apart = [one for pair in pairwise(words) if pair[0] in _DATA for one in pair]
    return [*whole, *apart]


def _program() -> list[str]:
    return [sys.executable] if _is_frozen() else [sys.executable, "-c", _START, str(ROOT)]


def _is_frozen() -> bool:
    """Whether this is a build in which program and interpreter are one file."""
    return bool(getattr(sys, "frozen", False))
