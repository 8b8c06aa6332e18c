"""How soon the window answers, as ratios: ``python -m benchmarks.answers``. Needs a display (or: xvfb-run -a).

In the real window with the real data: the time from saving an edited annotations file until the panel has the new words
(goal: 0.5 s, waiting for the file to settle included) and they are drawn; and the first frame with each referral zone,
lit as from the facts, against a plain frame (its paint is laid out then).
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QSurfaceFormat
from PySide6.QtWidgets import QApplication

from viewer import paths
from viewer.model.annotations.load import load
from viewer.model.session.settings import Settings
from viewer.model.session.view import View
from viewer.widgets.viewport.surface import surface_format
from viewer.window import Window

MUSCLE = "psoas_major"
TIMES = 5


def main() -> None:
    """Measures and prints."""
    QSurfaceFormat.setDefaultFormat(surface_format())
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "annotations.json"
        file.write_bytes(paths.annotations_file().read_bytes())
        window = _window(file)
        _measure_zones(window)
        _measure_reload(window, file)
        window.close()
    del application


def _window(file: Path) -> Window:
    window = Window(load(file), View(), paths.meshes_folder(), Settings(file.with_name("settings.ini")))
    window.viewport.reduced_motion = True
    loop = QEventLoop()
    window.viewport.completed.connect(loop.quit)
    window.show()
    window.begin()
    loop.exec()
    window.watch(file)
    return window


def _measure_zones(window: Window) -> None:
    plain = median(_time(lambda: _frame(window)) for _ in range(TIMES))
    zones = {zone.zone: zone.id for muscle in window.state.atlas.structures.values() for zone in muscle.referrals}
    first = [_time(lambda fact=fact: _light(window, fact)) for fact in zones.values()]  # type: ignore[misc]
    again = [_time(lambda fact=fact: _light(window, fact)) for fact in zones.values()]  # type: ignore[misc]
    _say(f"a plain frame {1000 * plain:.0f} ms")
    _say(f"{len(zones)} zones, each lit and drawn: {1000 * median(first):.0f} ms, slowest {1000 * max(first):.0f} ms")
    ratios = (median(first) / plain, max(first) / plain, median(again) / plain)
    _say("ratio {:.2f}, slowest {:.2f}, lit again {:.2f} (goal: in the frame after the click)".format(*ratios))


def _light(window: Window, fact: str) -> None:
    window.state.highlight(fact)
    _frame(window)


def _frame(window: Window) -> None:
    """Draw one frame to its end, as the screen will show it."""
    window.viewport._refresh()
    window.viewport.picture()


def _measure_reload(window: Window, file: Path) -> None:
    window.state.select(f"{MUSCLE}_right")
    reading = median(_time(lambda: load(file)) for _ in range(TIMES))
    told, drawn = zip(*(_reload(window, file, f"Edited for the {n}. time.") for n in range(TIMES)), strict=True)
    _say(f"reload: told after {median(told):.2f} s (goal: at most 0.5), drawn after {median(drawn):.2f} s")
    _say(f"reading alone {reading:.3f} s")


def _reload(window: Window, file: Path, words: str) -> tuple[float, float]:
    """Seconds until the panel has these words, and until they and the scene are drawn."""
    content = json.loads(file.read_text(encoding="utf-8"))
    content["descriptions"][MUSCLE]["summary"][0]["text"] = words
    text, told = json.dumps(content, indent=2), list[float]()
    window.viewport.picture()
    QApplication.processEvents()  # nothing of the edit before is left to draw
    listening = window.facts.rewritten.connect(lambda: told.append(time.perf_counter()))
    start = time.perf_counter()
    file.write_text(text, encoding="utf-8")
    _wait(lambda: words in window.facts.toPlainText())
    window.facts.rewritten.disconnect(listening)
    return told[0] - start, time.perf_counter() - start


def _wait(done: Callable[[], bool]) -> None:
    loop, clock = QEventLoop(), QTimer()
    clock.timeout.connect(lambda: loop.quit() if done() else None)
    clock.start(1)
    loop.exec()


def _time(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
