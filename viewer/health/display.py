"""The display that a window would open on, asked before Qt is there: Qt aborts where none answers."""

from __future__ import annotations

import ctypes
import os
import re
import socket
import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 2.0
"""Seconds in which a display must say who it is."""
_IN_MEMORY = ("Xvfb", "Xdummy")
"""X servers without a screen."""


def answers() -> bool:
    """Whether there is a display, as far as that can be told without opening a window."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM") or os.environ.get("WAYLAND_DISPLAY"):
        return True
    with _x() as (_, display):
        return display is not None


def extensions() -> set[str]:
    """What the X server named by DISPLAY offers; nothing where there is none."""
    with _x() as (x, display):
        if x is None or display is None:
            return set()
        x.XListExtensions.restype, count = ctypes.POINTER(ctypes.c_char_p), ctypes.c_int()
        names = x.XListExtensions(display, ctypes.byref(count))
        return {(names[number] or b"").decode("ascii", "replace") for number in range(count.value)}


def server() -> str:
    """The name of the program behind DISPLAY, where it runs on this machine and the system tells."""
    number = re.fullmatch(r"(?:unix|localhost)?:(\d+)(?:\.\d+)?", os.environ.get("DISPLAY", ""))
    if number is None:
        return ""
    try:
        with socket.socket(socket.AF_UNIX) as other:
            other.settimeout(PATIENCE)
            other.connect(f"/tmp/.X11-unix/X{number[1]}")
            told = other.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
        process, _user, _group = struct.unpack("3i", told)
        return Path(f"/proc/{process}/comm").read_text(encoding="utf-8").strip()
    except (OSError, AttributeError):  # not there, or a system that tells not who listens
        return ""


def is_in_memory() -> bool:
    """Whether the display is one that nobody sees."""
    return server() in _IN_MEMORY


@contextmanager
def _x() -> Iterator[tuple[ctypes.CDLL | None, ctypes.c_void_p | None]]:
    """The library and an open display; None for what is not there."""
    try:
        x = ctypes.CDLL("libX11.so.6")
    except OSError:
        yield None, None
        return
    x.XOpenDisplay.restype = ctypes.c_void_p
    display = ctypes.c_void_p(x.XOpenDisplay(None))
    try:
        yield x, display if display else None
    finally:
        if display:
            x.XCloseDisplay(display)
