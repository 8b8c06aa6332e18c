"""In front of a class, with the real data and a lesson that comes along: says how long each thing takes, in seconds."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtTest import QTest

from benchmarks.saying import timed
from benchmarks.use import SETTLE, in_use, say_all
from viewer.model.lessons.lesson_file import our_folder, read_lesson
from viewer.model.session.plane import CutPlane
from viewer.window import Window

TIMES = 5
SCENES = 10
LESSON = our_folder() / "attachments_and_nerves.json"


def main() -> None:
    """Opens, measures and says."""
    with in_use() as (window, _):
        say_all(window, (_stage, _step, _drag))


def ten_scenes(folder: Path) -> Path:
    """The first scenes of a lesson that comes along, as a file of their own in this folder."""
    lesson = json.loads(LESSON.read_text(encoding="utf-8"))
    file = folder / "ten.json"
    file.write_text(json.dumps({**lesson, "scenes": lesson["scenes"][:SCENES]}), encoding="utf-8")
    return file


def _stage(window: Window) -> Iterator[float]:
    """From F5 to the first frame that fills the screen."""
    projector = window.classroom.projector
    for _ in range(TIMES):
        yield timed(lambda: _seen(window, projector.enter))
        QTest.qWait(SETTLE)
        projector.leave()
        QTest.qWait(SETTLE)


def _step(window: Window) -> Iterator[float]:
    """From one scene of a lesson to the next, as it is cut to."""
    window.classroom.opened.open(read_lesson(LESSON, window.state.atlas).lesson, None)
    window.classroom.giving.go_to(0)
    for _ in range(SCENES - 1):
        QTest.qWait(2 * SETTLE)
        yield timed(lambda: _seen(window, lambda: window.classroom.giving.step(1)))


def _drag(window: Window) -> Iterator[float]:
    """A frame of a section that is being dragged."""
    for height in range(40, 40 + 5 * TIMES, 5):
        plane = CutPlane((0.0, 0.0, float(height)), (0.0, 0.0, 1.0))
        yield timed(lambda plane=plane: _seen(window, lambda: window.state.cut(plane, final=False)))  # type: ignore[misc]
    window.state.cut(None)


def _seen(window: Window, do: Callable[[], object]) -> None:
    """Do something, and wait until what it changed is on the screen."""
    canvas, loop = window.viewport._canvas, QEventLoop()
    assert canvas is not None
    canvas.shown.connect(loop.quit)
    do()
    loop.exec()


if __name__ == "__main__":
    main()
