"""The system libraries that a window needs on Linux and that no Python package brings along.

Qt aborts the process when one is missing, so they are looked for first, and the one line to type is told. The program
itself installs nothing.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterable, Mapping

from viewer.arguments import Refused
from viewer.language import tr

FOR_A_PICTURE: Mapping[str, str] = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
FOR_PAGES: Mapping[str, str] = {
    **FOR_A_PICTURE,
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
FOR_A_WINDOW: Mapping[str, str] = {
    **FOR_A_PICTURE,
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}


def require(needed: Mapping[str, str]) -> None:
    """Make sure that the libraries load; ``needed`` gives for each the Debian package that has it. Raises Refused."""
    if lacking := packages(needed):
        told = tr("system libraries are missing. On Debian or Ubuntu type:")
        raise Refused(f"{told}\n  {command(lacking)}")


def packages(needed: Mapping[str, str]) -> set[str]:
    """The packages of those libraries that this system cannot load; only Linux leaves them to packages."""
    return {needed[name] for name in missing(needed)} if sys.platform.startswith("linux") else set()


def missing(needed: Iterable[str]) -> list[str]:
    """Those of the libraries (by their sonames) that this system cannot load."""
    return [name for name in needed if not _loads(name)]


def command(packages: Iterable[str]) -> str:
    """The line to type that installs packages."""
    return f"sudo apt-get install -y {' '.join(sorted(packages))}"


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
