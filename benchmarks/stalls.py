"""What keeps the window from answering: ``python -m benchmarks.stalls``. Needs a display (or: xvfb-run -a).

The window is used as people use it. Each stretch of work between two moments at which the program could take the next
event is timed, drawing (all that happens within ``paintGL``) apart from the rest, and a second thread looks where the
program is while it takes long. The table lists, of each action, its longest stretch beside drawing: processor time of
the window's thread ("work"), which other programs hardly change, time by the clock ("clock"), drawing by the clock in
that stretch, and the place where most of the time went. Without a graphics card drawing takes longer than all else.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtGui import QSurfaceFormat
from PySide6.QtWidgets import QApplication

from benchmarks import typical_use
from viewer import desktop, paths
from viewer.arguments import Refused
from viewer.model.annotations.load import load
from viewer.model.session.settings import Settings
from viewer.model.session.view import View
from viewer.widgets.viewport.canvas import Canvas
from viewer.widgets.viewport.surface import surface_format
from viewer.window import Window

LONG = 0.030  # seconds of work after which a window seems to hang
LOOK_EVERY = 0.004
SETTLED = 0.8  # seconds of events after each action
READ = 2.5  # seconds until annotations that were saved have surely been taken up
SHOWN = 25


@dataclass
class Stretch:
    """Work without a pause. ``places`` are seconds by the place where the program was."""

    start: float
    processor: float
    drawing: float = 0.0
    drawing_processor: float = 0.0
    clock: float = 0.0
    places: dict[str, float] = field(default_factory=dict)

    @property
    def work(self) -> float:
        """Seconds of the processor beside drawing."""
        return self.processor - self.drawing_processor

    @property
    def rest(self) -> float:
        """Seconds by the clock beside drawing."""
        return self.clock - self.drawing


class Watch:
    """Times the stretches of the thread that makes it; another thread looks where it is."""

    def __init__(self) -> None:
        self.stretches: list[Stretch] = []
        self._now: Stretch | None = None
        self._drawing = False
        self._watched = threading.get_ident()
        threading.Thread(target=self._look, daemon=True).start()

    def begin(self) -> None:
        """The program has begun to work."""
        self.end()
        self._now = Stretch(time.perf_counter(), time.thread_time())

    def end(self) -> None:
        """The program could take an event now."""
        if (now := self._now) is not None:
            self._now = None
            now.clock, now.processor = time.perf_counter() - now.start, time.thread_time() - now.processor
            self.stretches.append(now)

    @contextmanager
    def drawing(self) -> Iterator[None]:
        """What is done in this context is drawing."""
        start, processor, self._drawing = time.perf_counter(), time.thread_time(), True
        try:
            yield
        finally:
            self._drawing = False
            if self._now is not None:
                self._now.drawing += time.perf_counter() - start
                self._now.drawing_processor += time.thread_time() - processor

    def _look(self) -> None:
        seen = time.perf_counter()
        while True:
            time.sleep(LOOK_EVERY)
            last, seen = seen, time.perf_counter()
            frame = sys._current_frames().get(self._watched)
            now = self._now
            if now is not None and not self._drawing and frame is not None:
                place = _place(frame)
                now.places[place] = now.places.get(place, 0.0) + seen - max(last, now.start)


def _place(frame: FrameType) -> str:
    """The innermost place in the program, and what called it there."""
    found: list[str] = []
    at: FrameType | None = frame
    while at is not None and len(found) < 3:
        name = at.f_code.co_filename
        if f"{os.sep}viewer{os.sep}" in name:
            found.append(f"{Path(name).stem}:{at.f_code.co_name}:{at.f_lineno}")
        at = at.f_back
    return " < ".join(found) or "Qt"


def main() -> int:
    """Measures and prints. Returns the exit code: 2 where no window can open here."""
    try:
        desktop.require_display()
    except Refused as refusal:
        sys.stderr.write(f"no window to measure: {refusal}\n")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = folder
        _measure(Path(folder))
    return 0


def _measure(folder: Path) -> None:
    watch = Watch()
    application = _application(watch)
    _time_drawing(watch)
    worst: dict[str, Stretch] = {}
    window = _open(folder, watch)
    for name, act in typical_use.actions(window, folder):
        watch.stretches.clear()
        QTimer.singleShot(0, act)
        _let_pass(READ if name.startswith("annotations") else SETTLED)
        worst[name] = max(watch.stretches, key=lambda one: one.work)
    _print(worst)
    window.close()
    application.processEvents()


def _application(watch: Watch) -> QApplication:
    """An application of which each event that is not part of another one is a stretch of work."""

    class Timed(QApplication):
        depth = 0

        def notify(self, receiver: QObject, event: QEvent) -> bool:
            """One event."""
            if self.depth == 0:
                watch.begin()
            self.depth += 1
            try:
                return super().notify(receiver, event)
            except TypeError:  # PySide may take a receiver for what lay at its address before
                return False
            finally:
                self.depth -= 1
                if self.depth == 0:
                    watch.end()

    QSurfaceFormat.setDefaultFormat(surface_format())
    return Timed(sys.argv[:1])


def _time_drawing(watch: Watch) -> None:
    """What ``paintGL`` takes counts as drawing."""
    paint = Canvas.paintGL

    def timed(canvas: Canvas) -> None:
        with watch.drawing():
            paint(canvas)

    Canvas.paintGL = timed  # type: ignore[method-assign, assignment]


def _open(folder: Path, watch: Watch) -> Window:
    """A window on a copy of the annotations, once its scene is there."""
    annotations = folder / "annotations.json"
    annotations.write_bytes(paths.annotations_file().read_bytes())
    atlas = load(annotations)
    window = Window(atlas, View(hidden=atlas.away), paths.meshes_folder(), Settings(folder / "settings.ini"))
    window.resize(1280, 720)
    window.show()
    window.begin()
    window.watch(annotations)
    loop = QEventLoop()
    window.viewport.loaded.connect(loop.quit)
    loop.exec()
    watch.stretches.clear()
    _let_pass(1.0)
    return window


def _let_pass(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def _print(worst: dict[str, Stretch]) -> None:
    rows = sorted(worst.items(), key=lambda row: -row[1].work)
    _say(f"{'action':34} {'work':>8} {'clock':>8} {'drawing':>8}  place (milliseconds)")
    for name, one in rows[:SHOWN]:
        place = max(one.places, key=one.places.__getitem__, default="")
        _say(f"{name[:34]:34} {one.work * 1e3:8.0f} {one.rest * 1e3:8.0f} {one.drawing * 1e3:8.0f}  {place}")
    long = sum(one.work > LONG for one in worst.values())
    drawn = max(one.drawing for one in worst.values())
    _say(f"{long} of {len(worst)} actions hold the window for more than {LONG * 1e3:.0f} ms beside drawing;")
    _say(f"the longest frame took {drawn * 1e3:.0f} ms")


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
