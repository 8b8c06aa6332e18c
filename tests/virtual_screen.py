"""A screen for window tests where there is none: Xvfb, installed if that is allowed."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from tests import system_packages
from viewer import system_libraries

PACKAGE = "xvfb"
MAKES_TWO = "x11-xserver-utils"  # its xrandr makes two screens of a virtual one
SIZE = "1600x1000x24"


class NoScreenError(Exception):
    """There is no screen and none can be made; the message is the line to type."""


@contextmanager
def virtual_screen(*options: str) -> Iterator[str]:
    """A screen while the context lasts; its name is for DISPLAY. Raises NoScreenError."""
    read, write = os.pipe()
    server = subprocess.Popen(
        [_program(), "-displayfd", str(write), "-screen", "0", SIZE, "-nolisten", "tcp", "-noreset", *options],
        pass_fds=[write],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        yield f":{_line(read)}"
    finally:
        server.terminate()
        server.wait(10)


def can_be_made() -> bool:
    """Whether this machine has what it takes, if need be after installing it."""
    try:
        return bool(_program())
    except NoScreenError:
        return False


def _program() -> str:
    found = shutil.which("Xvfb")
    if found is None and system_packages.may_install():
        system_packages.install([PACKAGE, MAKES_TWO])
        found = shutil.which("Xvfb")
    if found is None:
        raise NoScreenError(f"window tests need a screen; type:\n  {system_libraries.command([PACKAGE])}")
    return found


def _line(descriptor: int) -> str:
    """What the server writes once it is ready: its number. Its parts may come one by one."""
    with os.fdopen(descriptor) as pipe:
        number = pipe.readline().strip()
    if not number:
        raise NoScreenError("Xvfb did not start")
    return number
