"""A second screen beside the first, plugged in and pulled out: a virtual screen is told to be two."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtTest import QTest

from tests import system_packages
from tests.virtual_screen import MAKES_TWO

PROGRAM = "xrandr"
LAPTOP, BEAMER = QRect(0, 0, 1080, 1000), QRect(1080, 0, 520, 390)
PATIENCE = 2000  # looks of 10 ms


@contextmanager
def two_screens() -> Iterator[None]:
    """Two screens as long as this lasts. Skips the test where the screen is not a virtual one that can be shared."""
    if not _is_virtual():
        pytest.skip(f"needs Xvfb, and {PROGRAM} of {MAKES_TWO}")
    _set("LAPTOP", LAPTOP, "screen")
    plug_in()
    try:
        yield
    finally:
        if screen("BEAMER") is not None:
            pull_out()
        _run("--delmonitor", "LAPTOP")
        _wait_for("LAPTOP", False)


def plug_in() -> None:
    """Now there is a projector."""
    _set("BEAMER", BEAMER, "none")


def pull_out() -> None:
    """And now there is none any more."""
    _run("--delmonitor", "BEAMER")
    _wait_for("BEAMER", False)


def comes_true(what: Callable[[], bool]) -> bool:
    """Whether something becomes so while events pass."""
    return any(what() or QTest.qWait(10) for _ in range(PATIENCE))


def screen(name: str) -> QScreen | None:
    return next((one for one in QGuiApplication.screens() if one.name() == name), None)


def _set(name: str, place: QRect, output: str) -> None:
    shape = f"{place.width()}/270x{place.height()}/250+{place.x()}+{place.y()}"
    _run("--setmonitor", name, shape, output)
    _wait_for(name, True)


def _wait_for(name: str, there: bool) -> None:
    assert comes_true(lambda: (screen(name) is not None) is there)


def _is_virtual() -> bool:
    if QGuiApplication.platformName() != "xcb":
        return False
    if shutil.which(PROGRAM) is None and system_packages.may_install():
        system_packages.install([MAKES_TWO])
    return shutil.which(PROGRAM) is not None and "\nscreen connected" in _run()


def _run(*words: str) -> str:
    return subprocess.run([PROGRAM, *words], capture_output=True, text=True, check=True).stdout
