"""The process: from the command line to an exit code.

The way in: the system's language is looked up and the arguments are read (nothing heavy is imported yet), then the
annotations, with all their faults told at once; then either something is printed or drawn, or the window is shown, and
only behind the visible window are VTK and the meshes loaded. 0 is success, 2 says that something asked for or found
cannot be used.
"""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from viewer import language
from viewer.arguments import HEADLESS, Refused, is_asked, parse


def main(words: Sequence[str] | None = None) -> int:
    """Run the program; ``words`` stand in for the command line. Returns the exit code."""
    try:
        language.begin()
        return _run(parse(words))
    except Refused as refusal:
        return _refuse(str(refusal))
    except ModuleNotFoundError as missing:
        return _refuse(_lacking(missing))
    except BrokenPipeError:  # the reader of our output (head, a pager) had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _refuse(told: str) -> int:
    print(f"iliopsoas: {told}", file=sys.stderr)  # noqa: T201
    return 2


def _lacking(missing: ModuleNotFoundError) -> str:
    """What to do where a library of Python is missing. One of our own modules that is missing is a defect."""
    library = (missing.name or "").partition(".")[0]
    if library in ("", "viewer"):
        raise missing
    if getattr(sys, "frozen", False):
        told = language.tr("{library} is missing from the program's folder {folder}. Unpack it anew.")
        return told.format(library=missing.name, folder=Path(sys.executable).parent)
    told = language.tr("the library {library} is missing from {python}. Type: {python} -m pip install -e {folder}")
    return told.format(library=library, python=sys.executable, folder=Path(__file__).resolve().parent.parent)


def _run(asked: Namespace) -> int:
    if is_asked(asked, HEADLESS):
        from viewer import headless

        return headless.run(asked)
    if asked.diagnose:
        from viewer.diagnosis import diagnose

        return diagnose.run(asked)
    if asked.probe:
        from viewer.diagnosis import probe

        return probe.run()
    from viewer import desktop

    return desktop.run(asked)
