"""Two screens side by side on one virtual one, the right one with finer pixels."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager

from tests.virtual_screen import virtual_screen

WIDTH, HEIGHT = 800, 1000  # pixels of each; together the size of the virtual screen
FINER = 1.5


class _Monitor(ctypes.Structure):
    """XRRMonitorInfo."""

    _fields_ = (
        ("name", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("primary", "automatic", "output_count")),
        *((name, ctypes.c_int) for name in ("x", "y", "width", "height", "width_mm", "height_mm")),
        ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    )


class _Resources(ctypes.Structure):
    """The first members of XRRScreenResources."""

    _fields_ = (
        ("times", ctypes.c_ulong * 2),
        ("crtc_count", ctypes.c_int),
        ("crtcs", ctypes.POINTER(ctypes.c_ulong)),
        ("output_count", ctypes.c_int),
        ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    )


@contextmanager
def two_screens() -> Iterator[None]:
    """A display with two screens while the context lasts, in DISPLAY. Before Qt. Raises NoScreenError."""
    with virtual_screen() as name:
        os.environ["DISPLAY"] = name
        _split(name)
        os.environ["QT_SCREEN_SCALE_FACTORS"] = f"left=1;right={FINER}"
        yield


def _split(display_name: str) -> None:
    """Tell whoever asks the X server that its screen is two."""
    x, randr = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXrandr.so.2")
    x.XOpenDisplay.restype = ctypes.c_void_p
    x.XDefaultRootWindow.restype = x.XInternAtom.restype = ctypes.c_ulong
    randr.XRRGetScreenResources.restype = ctypes.POINTER(_Resources)
    display = ctypes.c_void_p(x.XOpenDisplay(display_name.encode()))
    root = ctypes.c_ulong(x.XDefaultRootWindow(display))
    output = randr.XRRGetScreenResources(display, root).contents.outputs[0]
    for number, name in enumerate((b"left", b"right")):
        atom = x.XInternAtom(display, name, 0)
        outputs = (ctypes.c_ulong * 1)(output)
        place = (number * WIDTH, 0, WIDTH, HEIGHT, WIDTH // 4, HEIGHT // 4)
        monitor = _Monitor(atom, number == 0, 0, 1 - number, *place, outputs)
        randr.XRRSetMonitor(display, root, ctypes.byref(monitor))
    x.XCloseDisplay(display)
