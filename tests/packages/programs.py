"""A copy of the program, watched from outside: what it prints and draws, and what its screen shows."""

from __future__ import annotations

import struct
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

from tests.virtual_screen import virtual_screen

PATIENCE = 300  # seconds, for a machine that is busy with many things
SEEN = 10_000  # pixels of muscle; the window without its scene has about a thousand, in the list of structures
Pixels = npt.NDArray[np.uint8]


def run(command: Sequence[str | Path], environment: dict[str, str], cwd: Path) -> subprocess.CompletedProcess[str]:
    """One run of a program, with nothing in its environment but this."""
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False
    )


@contextmanager
def window(command: Sequence[str | Path], environment: dict[str, str], cwd: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The program with its window at the first frame; afterwards a signal closes it, which it must do well."""
    with virtual_screen("-fbdir", str(cwd)) as name:
        environment = {**environment, "DISPLAY": name}
        told = cwd / "told"
        with told.open("w") as told_to, subprocess.Popen(command, cwd=cwd, env=environment, stderr=told_to) as program:
            try:
                _wait_for_muscles(program, told, cwd / "Xvfb_screen0")
                yield program
                program.terminate()
                assert program.wait(PATIENCE) == 0
            finally:
                program.kill()
        assert told.read_text(encoding="utf-8") == ""


def picture(file: Path) -> Pixels:
    """A picture's pixels, (height, width, 3)."""
    image = QImage(str(file)).convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(bytes(image.constBits()), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3)


def muscles(pixels: Pixels) -> int:
    """How many of the pixels are red as muscles are."""
    red, green, blue = (pixels[:, :, one].astype(int) for one in range(3))
    return int(((red > 90) & (red > green + 40) & (red > blue + 40)).sum())


def _wait_for_muscles(program: subprocess.Popen[bytes], told: Path, screen: Path) -> None:
    until = time.monotonic() + PATIENCE
    while muscles(_shown(screen)) < SEEN:
        assert (program.poll(), told.read_text(encoding="utf-8")) == (None, "")
        assert time.monotonic() < until, "no muscle was ever seen"
        time.sleep(0.2)


def _shown(screen: Path) -> Pixels:
    """What a virtual screen shows: its file has a head of numbers (as of xwd), its colours, then four bytes a pixel."""
    raw = screen.read_bytes()
    head = struct.unpack(">25I", raw[:100])
    start, width, height, row, colours = head[0], head[4], head[5], head[12], head[19]
    rows = np.frombuffer(raw, np.uint8, row * height, start + 12 * colours).reshape(height, row)
    return rows[:, : width * 4].reshape(height, width, 4)[:, :, 2::-1]
