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

from viewer import language
from viewer.arguments import Refused, parse


def main(words: Sequence[str] | None = None) -> int:
    """Run the program; ``words`` stand in for the command line. Returns the exit code."""
    language.begin()
    try:
        return _run(parse(words))
    except Refused as refusal:
        print(f"iliopsoas: {refusal}", file=sys.stderr)  # noqa: T201
        return 2
    except BrokenPipeError:  # the reader of our output (head, a pager) had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(asked: Namespace) -> int:
    if asked.version or asked.list or asked.describe is not None or asked.screenshot is not None:
        from viewer import headless

        return headless.run(asked)
    from viewer import desktop

    return desktop.run(asked)
