"""The whole diagnosis, printed. It needs no display, and no crash of a driver can end it."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator

from viewer.diagnosis.data_checks import data_checks
from viewer.diagnosis.display_checks import display_checks, probe
from viewer.diagnosis.finding import Finding, Level
from viewer.diagnosis.machine_checks import machine_checks
from viewer.health import display
from viewer.language import tr


def run(asked: Namespace) -> int:
    """Print what is seen, line by line as it is found. Returns 0 where the window could work, else 2."""
    problems = 0
    for finding in _findings(asked):
        problems += finding.level is Level.PROBLEM
        _say(finding.text())
    can = tr("The window can open here.")
    _say(f"\n{tr('The window cannot open here: %n problem(s).', '', problems) if problems else can}")
    return 2 if problems else 0


def _findings(asked: Namespace) -> Iterator[Finding]:
    yield from machine_checks()
    probed = probe(os.environ)
    yield from display_checks(probed, display.answers())
    yield from data_checks(asked, probed.seen.get("folders", {}))


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
