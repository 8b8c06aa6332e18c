"""The window in use, with the real data: says how long each thing takes, in seconds, a word and a number a line.

Each answer is timed from the event that asks for it until the window has drawn it.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QSurfaceFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.saying import say, timed
from viewer import paths
from viewer.model.annotations.load import load
from viewer.model.session.settings import Settings
from viewer.model.session.view import View
from viewer.widgets.viewport.surface import surface_format
from viewer.window import Window

LEFT = Qt.MouseButton.LeftButton
TIMES = 9
STEPS = 60  # of a drag
SETTLE = 700  # ms until nothing is left to do after a change: it is drawn with care, the step of the history is made


def main() -> None:
    """Opens, measures and says."""
    with in_use() as (window, file):
        say_all(window, (_rest, _select, _toggle, _hover, _turn, _turn_chosen, _pick))
        for seconds in _reload(window, file):
            say("reload", seconds)


@contextmanager
def in_use() -> Iterator[tuple[Window, Path]]:
    """The window on annotations of its own, which may be changed, when all is there and at rest."""
    QSurfaceFormat.setDefaultFormat(surface_format())
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "annotations.json"
        file.write_bytes(paths.annotations_file().read_bytes())
        window = _opened(file)
        yield window, file
        window.close()
    del application


def say_all(window: Window, measures: Iterable[Callable[[Window], Iterator[float]]]) -> None:
    """Tell all figures of each measure by its name."""
    for measure in measures:
        for seconds in measure(window):
            say(measure.__name__.strip("_"), seconds)


def _opened(file: Path) -> Window:
    atlas = load(file)
    window = Window(atlas, View(hidden=atlas.away), paths.meshes_folder(), Settings(file.with_name("settings.ini")))
    window.viewport.reduced_motion = True
    loop = QEventLoop()
    window.viewport.completed.connect(loop.quit)
    window.resize(1280, 720)
    window.show()
    window.begin()
    loop.exec()
    window.watch(file)
    QTest.qWait(2 * SETTLE)
    return window


def _rest(window: Window) -> Iterator[float]:
    """A frame with everything that there is."""
    for _ in range(TIMES):
        yield timed(window.viewport.picture, window.viewport._refresh)


def _select(window: Window) -> Iterator[float]:
    """A click on another structure, until it is outlined and told of."""
    places = list(_places(window))
    for place in places[:: max(1, len(places) // TIMES)][:TIMES]:
        window.state.select()
        QTest.qWait(SETTLE)
        before = window.facts.toPlainText()
        yield timed(lambda place=place: _click(window, place))  # type: ignore[misc]
        assert window.facts.toPlainText() != before


def _toggle(window: Window) -> Iterator[float]:
    """A structure hidden and shown again."""
    for hidden in (True, False) * (TIMES // 2):
        QTest.qWait(SETTLE)
        yield timed(lambda hidden=hidden: _hide(window, hidden))  # type: ignore[misc]


def _hover(window: Window) -> Iterator[float]:
    """What the window's thread works until it knows what lies under the pointer."""
    for place in _places(window):
        start = time.thread_time()
        window.viewport.navigation.at(place.toPointF())
        yield time.thread_time() - start


def _pick(window: Window) -> Iterator[float]:
    """The same by the clock, at the first asking of each place after the view was turned."""
    window.viewport.aiming.look_from("posterior")
    QTest.qWait(SETTLE)
    for place in _places(window):
        yield timed(lambda place=place: window.viewport.navigation.at(place.toPointF()))  # type: ignore[misc]


def _turn(window: Window) -> Iterator[float]:
    """Each frame of a drag around the body, as the screen shows it."""
    window.state.select()
    yield from _turned(window)


def _turn_chosen(window: Window) -> Iterator[float]:
    """The same with a muscle chosen: outlined, its attachments and zones painted."""
    window.state.select("psoas_major_right")
    yield from _turned(window)


def _turned(window: Window) -> Iterator[float]:
    QTest.qWait(SETTLE)
    view, start = window.viewport, window.viewport.rect().center()
    QTest.mousePress(view, LEFT, pos=start)
    for step in range(STEPS):
        place = start + QPoint(4 * (step - STEPS // 2), 0)
        seconds = timed(lambda place=place: _drag(window, place))  # type: ignore[misc]
        if step >= STEPS // 4:
            yield seconds
    QTest.mouseRelease(view, LEFT, pos=start)
    QTest.qWait(SETTLE)


def _reload(window: Window, file: Path) -> Iterator[float]:
    """From saving an edited annotations file until the panel has the new words."""
    window.state.select("psoas_major_right")
    for number in range(TIMES // 2):
        QTest.qWait(SETTLE)
        words = f"Edited for the {number}. time."
        content = json.loads(file.read_text(encoding="utf-8"))
        content["descriptions"]["psoas_major"]["summary"][0]["text"] = words
        file.write_text(json.dumps(content, indent=2), encoding="utf-8")
        yield timed(lambda words=words: _wait(lambda: words in window.facts.toPlainText()))  # type: ignore[misc]


def _click(window: Window, place: QPoint) -> None:
    QTest.mouseClick(window.viewport, LEFT, pos=place)
    _paint()


def _drag(window: Window, place: QPoint) -> None:
    QTest.mouseMove(window.viewport, place)
    _paint()


def _hide(window: Window, hidden: bool) -> None:
    window.state.set_hidden(["iliacus_right"], hidden)
    _paint()


def _places(window: Window) -> Iterator[QPoint]:
    """Places of the view under which something lies."""
    width, height = window.viewport.width(), window.viewport.height()
    for x in range(width // 4, 3 * width // 4, 24):
        for y in range(height // 8, 7 * height // 8, 24):
            if window.viewport.navigation.at(QPoint(x, y).toPointF()):
                yield QPoint(x, y)


def _paint() -> None:
    """Let the window draw what has changed."""
    QApplication.processEvents()


def _wait(done: Callable[[], bool]) -> None:
    loop, clock = QEventLoop(), QTimer()
    clock.timeout.connect(lambda: loop.quit() if done() else None)
    clock.start(1)
    loop.exec()


if __name__ == "__main__":
    main()
