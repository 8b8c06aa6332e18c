"""All tests run side by side, in a process for each core; chosen ones run in one alone, on the screen there is."""

from __future__ import annotations

import os
import sys

import pytest

from tests.virtual_screen import can_be_made

MOST = 4  # each holds up to 2 GB
ONE_CORE = ("LP_NUM_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")
"""How many threads draw (Mesa) and calculate (NumPy): more than one each would only wait for the other workers."""


LONG = (
    "test_one_action_one_step.py",
    "test_window.py",
    "test_when_it_goes_wrong.py",
    "test_cli.py",
    "monkey/test_monkey.py",
    "packages/test_installed.py",
    "sculpt/test_muscles.py",
)
"""Files that take longest: a file is done by one worker, which must not begin with these when the others are done."""


def usual_number(config: pytest.Config) -> int:
    """How many workers there are unless ``-n`` says it; 0 is none but pytest itself."""
    every_test = config.args_source is pytest.Config.ArgsSource.TESTPATHS
    if not every_test or not sys.platform.startswith("linux") or not can_be_made():
        return 0  # on one screen, windows would take the keyboard from each other
    cores = len(os.sched_getaffinity(0))
    return min(cores, MOST) if cores > 1 else 0


def share_the_cores() -> None:
    """For the workers that will be started, and for the programs that they start."""
    for name in ONE_CORE:
        os.environ.setdefault(name, "1")


def is_one(config: pytest.Config) -> bool:
    """Whether this process is one of several workers."""
    return hasattr(config, "workerinput")


def put_long_ones_first(items: list[pytest.Item]) -> None:
    """Long files come in the order above, then all others in theirs."""
    items.sort(key=lambda item: _place(item.nodeid.partition("::")[0].removeprefix("tests/")))


def _place(file: str) -> int:
    return LONG.index(file) if file in LONG else len(LONG)
