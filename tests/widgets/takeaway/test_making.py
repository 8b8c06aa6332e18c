"""This program asked for a file in another process: how it tells, ends, is stopped, and what is left then."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from viewer.health import itself
from viewer.widgets.takeaway.making import Making
from viewer.widgets.takeaway.progress import Progress

PATIENCE = 60_000  # ms
BEGIN = "import sys, pathlib, time; goal = pathlib.Path(sys.argv[1]); "
HALF = "goal.with_name('.' + goal.name + '-1234.unfinished').write_bytes(b'half'); "


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch):
    """Lets these lines stand in for the program."""

    def be(lines: str) -> None:
        monkeypatch.setattr(itself, "_program", lambda: [sys.executable, "-c", BEGIN + lines])

    return be


@pytest.fixture
def parent(qtbot) -> QObject:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def words_of(qtbot, making: Making) -> str:
    with qtbot.waitSignal(making.failed, timeout=PATIENCE) as failed:
        making.start()
    return failed.args[0]


def test_the_real_program_makes_a_file_and_tells_what_is_wrong(qtbot, parent: QObject, tmp_path: Path) -> None:
    goal = tmp_path / "x.png"
    making = Making(["--screenshot", goal, "--select", "nonsense"], goal, parent)
    assert "there is no structure 'nonsense'" in words_of(qtbot, making)
    making = Making(["--screenshot", goal, "--size", "64x64"], goal, parent)
    with qtbot.waitSignal(making.finished, timeout=PATIENCE) as finished:
        making.start()
    assert finished.args == [goal]
    assert goal.read_bytes().startswith(b"\x89PNG")


def test_lines_of_progress_are_told_and_others_are_not(qtbot, parent: QObject, program, tmp_path: Path) -> None:
    program("print('progress 1 2\\nprogress one two\\nhello\\nprogress 2 2'); goal.write_bytes(b'1');"
            "print('iliopsoas: no model of x', file=sys.stderr)")  # fmt: skip
    making, told = Making([tmp_path / "f"], tmp_path / "f", parent), []
    making.progressed.connect(lambda *numbers: told.append(numbers))
    with qtbot.waitSignal(making.finished, timeout=PATIENCE):
        making.start()
    assert told == [(1, 2), (2, 2)]
    assert making.remarks == "no model of x"


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("import os; os.abort()", "ended unexpectedly"),
        ("raise ValueError", "ended unexpectedly"),
        ("sys.exit(2)", "no reason"),
        ("pass", "no reason"),
        ("print('iliopsoas: the disk\\nis full', file=sys.stderr); sys.exit(2)", "the disk\nis full"),
    ],
)
def test_whatever_befalls_it_is_told_in_words(
    qtbot, parent: QObject, program, tmp_path: Path, *, lines: str, told: str
) -> None:
    program(lines)
    assert told in words_of(qtbot, Making([tmp_path / "f"], tmp_path / "f", parent))
    assert list(tmp_path.iterdir()) == []


def test_one_that_hangs_is_stopped_and_leaves_nothing(qtbot, parent: QObject, program, tmp_path: Path) -> None:
    program(HALF + "print('progress 1 2', flush=True); time.sleep(600)")
    making = Making([tmp_path / "f"], tmp_path / "f", parent, patience=1500)
    assert "did not go on" in words_of(qtbot, making)
    assert list(tmp_path.iterdir()) == []


def test_one_that_cannot_be_begun_says_so(qtbot, parent: QObject, monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setattr(itself, "_program", lambda: [str(tmp_path / "gone")])
    assert "could not be begun" in words_of(qtbot, Making([], tmp_path / "f", parent))


def test_cancel_stops_at_once_and_leaves_nothing(qtbot, parent: QWidget, program, tmp_path: Path) -> None:
    program(HALF + "print('progress 1 2', flush=True); time.sleep(600)")
    making = Making([tmp_path / "f"], tmp_path / "f", parent)
    window = Progress("Handout", making, parent)
    with qtbot.waitSignal(making.progressed, timeout=PATIENCE):
        window.show()
    assert (tmp_path / ".f-1234.unfinished").exists()
    assert "1 of 2" in window.words.text()
    with qtbot.waitSignals([making.cancelled, window.destroyed], timeout=PATIENCE):
        window.stop.click()
    assert list(tmp_path.iterdir()) == []


def test_the_small_window_says_where_it_is_and_offers_to_open_it(
    qtbot, parent: QWidget, program, tmp_path: Path, monkeypatch
) -> None:
    from viewer.widgets.takeaway import progress

    opened = []
    monkeypatch.setattr(progress, "open_here", lambda path: opened.append(path) or path.is_dir())
    program("goal.write_bytes(b'1')")
    making = Making([tmp_path / "f.pdf"], tmp_path / "f.pdf", parent)
    window = Progress("Handout", making, parent)
    with qtbot.waitSignal(making.finished, timeout=PATIENCE):
        window.show()
    assert "f.pdf is ready" in window.words.text()
    window.folder.click()
    window.use.click()
    assert opened == [tmp_path, tmp_path / "f.pdf"]
    assert str(tmp_path / "f.pdf") in window.words.text(), "where nothing opens it, one is told where it is"
    window.stop.click()
