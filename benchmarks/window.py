"""How soon the window is there, as ratios: ``python -m benchmarks.window``. Needs a display (or: xvfb-run -a).

Warm processes are started in turn: an empty Qt window, the program until its window is shown, the program until its
first complete frame, and f3d (where it is installed) drawing the same meshes. All are timed from outside, from the
start of the process; the median of each is compared.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from viewer import desktop
from viewer.arguments import Refused

ROOT = Path(__file__).parent.parent
MESHES = ROOT / "meshes" / "baked"
TIMES = 3

EMPTY = """
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
window = QWidget()
window.show()
application.processEvents()
print("shown", flush=True)
"""
PROGRAM = """
from PySide6.QtCore import QTimer
from viewer import window
class Watched(window.Window):
    def showEvent(self, event):
        super().showEvent(event)
        QTimer.singleShot(0, self.tell)
    def tell(self):
        print("shown", flush=True)
    def begin(self, first_view=None):
        self.viewport.loaded.connect(self.drawn)
        super().begin(first_view)
    def drawn(self):
        print("drawn", flush=True)
        QTimer.singleShot(0, self.close)
window.Window = Watched
from viewer.app import main
raise SystemExit(main([]))
"""


def main() -> int:
    """Measures and prints. Returns the exit code: 2 where no window can open here."""
    try:
        desktop.require_display()
    except Refused as refusal:
        sys.stderr.write(f"no window to measure: {refusal}\n")
        return 2
    _measure()
    return 0


def _measure() -> None:
    empty = median(_until(EMPTY, "shown") for _ in range(TIMES))
    shown = median(_until(PROGRAM, "shown") for _ in range(TIMES))
    drawn = median(_until(PROGRAM, "drawn") for _ in range(TIMES))
    _say(f"an empty Qt window {empty:.2f} s; ours shown after {shown:.2f} s: ratio {shown / empty:.2f}")
    if not shutil.which("f3d"):
        _say(f"first complete frame {drawn:.2f} s; f3d is not installed: nothing to compare it with")
        return
    with tempfile.TemporaryDirectory() as place:
        whole = _together(Path(place))
        other = median(_f3d(whole) for _ in range(TIMES))
    _say(f"first complete frame {drawn:.2f} s; f3d {other:.2f} s: ratio {drawn / other:.2f} (goal: at most 4)")


def _until(code: str, word: str) -> float:
    """Seconds from the start of a Python process until it prints a word."""
    start = time.perf_counter()
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.strip() == word:
                seconds = time.perf_counter() - start
                process.stdout.read()
                return seconds
    raise RuntimeError(f"the process ended before it said {word!r}")


def _f3d(whole: Path) -> float:
    """Seconds f3d needs to read the same meshes, in one file, and write a picture of them."""
    picture = whole.with_suffix(".png")
    command = ["f3d", str(whole), f"--output={picture}", "--resolution=1280,800"]
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=True)
    return time.perf_counter() - start


def _together(folder: Path) -> Path:
    """All meshes as one file in a folder."""
    import pyvista as pv  # noqa: PLC0415 - brings in the system libraries that are looked for first

    first, *others = (pv.read(path) for path in sorted(MESHES.glob("*.vtp")) if ".proxy." not in path.name)
    whole = folder / "whole.vtp"
    first.append_polydata(*others).save(whole)
    return whole


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
