"""The program as a process that crashes, fails, has no graphics card, or a disk that takes nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.virtual_screen import virtual_screen
from viewer.health import software

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 300  # seconds, for a machine that is busy with many things
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="it is Mesa and signals that are tried")

DRIVEN = """
import ctypes, os, signal, sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from viewer import safeguard, window
from viewer.health import often
from viewer.widgets.trouble import last_view
from viewer.widgets.trouble.fault_dialog import FaultDialog
from viewer.widgets.trouble.return_offer import ReturnOffer
last_view.PAUSE, safeguard.AT_REST = 50, 50

def say(*words):
    print(*words, flush=True)

def soon(do, ready, tries=2000):
    if ready():
        do()
    elif tries:
        QTimer.singleShot(10, lambda: soon(do, ready, tries - 1))
    else:
        say("in vain")
        os._exit(3)

class Driven(window.Window):
    def begin(self, first_view=None):
        self.viewport.loaded.connect(lambda: QTimer.singleShot(300, lambda: drive(self)))
        super().begin(first_view)

    def closeEvent(self, event):
        say("closed")
        super().closeEvent(event)

window.Window = Driven
"""
START = "\nfrom viewer.app import main\nraise SystemExit(main([]))\n"

CHOOSE = """
def drive(window):
    window.viewport.reduced_motion = True
    window.state.select("iliacus_left")
    window.viewport.aiming.look_from("posterior")
    folder = os.path.join(os.environ["XDG_DATA_HOME"], "Iliopsoas", "sessions")
    soon(lambda: END, lambda: any(name.endswith("view.json") for name in os.listdir(folder)))
"""
CRASH = CHOOSE.replace("END", "os.kill(os.getpid(), signal.SIGSEGV)")
STAY = CHOOSE.replace("END", 'say("there")')
BRING_BACK = """
def drive(window):
    window.viewport.reduced_motion = True
    before = window.state.view
    soon(lambda: back(window, before), lambda: window.findChildren(ReturnOffer))

def back(window, before):
    window.findChildren(ReturnOffer)[0].back.click()
    say("selected", *window.state.view.selection)
    say("behind", window.state.view.camera.position[1] > window.state.view.camera.focus[1])
    window.actions_by_id["undo"].trigger()
    say("undone", window.state.view == before)
    window.actions_by_id["copy_report"].trigger()
    say(QGuiApplication.clipboard().text())
    window.close()
"""
LOOK = """
def drive(window):
    QTimer.singleShot(500, lambda: tell(window))

def tell(window):
    say("offers", len(window.findChildren(ReturnOffer)))
    say("status", window.statusBar().currentMessage())
    say("drawn by", window.commands.drawn_by)
    picture = window.viewport.picture()
    places = [(x, y) for x in range(0, picture.width(), 9) for y in range(0, picture.height(), 9)]
    say("colours", len({picture.pixel(*place) for place in places}))
    window.close()
"""
CRASH_EARLY = """
def begin(window, first_view=None):
    os.kill(os.getpid(), signal.SIGSEGV)
Driven.begin = begin
"""
CHANGE_WHO_DRAWS = """
from viewer.health import software

def drive(window):
    QTimer.singleShot(500, lambda: change(window))

def change(window):
    say("asked", software.reason())
    say("checked", window.actions_by_id["by_processor"].isChecked())
    if window.actions_by_id["by_processor"].isChecked():
        say("status", window.statusBar().currentMessage())
        window.actions_by_id["by_processor"].trigger()
    tell(window)

""" + LOOK[LOOK.index("def tell") :]
FAIL = """
class Odd:
    def fail(self):
        raise ValueError("no such file: " + os.path.expanduser("~/patients/x.json"))

def drive(window):
    odd = window.odd = Odd()
    for _ in range(200):
        QTimer.singleShot(0, odd.fail)
    soon(lambda: tell(window), lambda: window.findChildren(FaultDialog))

def tell(window):
    say("dialogs", len([one for one in QApplication.topLevelWidgets() if isinstance(one, FaultDialog)]))
    dialog = window.findChildren(FaultDialog)[0]
    dialog.copy.click()
    say(QGuiApplication.clipboard().text())
    dialog.close()
    window.state.select("iliacus_left")
    say("goes on", *window.state.view.selection)
    window.close()
"""


@pytest.fixture
def place(tmp_path: Path, screen: None) -> Path:
    (tmp_path / "home").mkdir()
    return tmp_path


def environment(place: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != software.MARK}
    return {**kept, "XDG_CONFIG_HOME": str(place), "XDG_DATA_HOME": str(place), "HOME": str(place / "home"), **more}


def run(code: str, place: Path, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", DRIVEN + code + START], cwd=ROOT, env=environment(place, **more), text=True,
        capture_output=True, timeout=PATIENCE, check=False,
    )  # fmt: skip


@contextmanager
def running(code: str, place: Path) -> Iterator[subprocess.Popen[str]]:
    """A program that has said that it is there."""
    command = [sys.executable, "-c", DRIVEN + code + START]
    with subprocess.Popen(command, cwd=ROOT, env=environment(place), stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert any(line == "there\n" for line in program.stdout)
        yield program
        program.kill()


def log(place: Path) -> str:
    return (place / "Iliopsoas" / "log" / "iliopsoas.log").read_text(encoding="utf-8")


def files_of_sessions(place: Path) -> list[Path]:
    return list((place / "Iliopsoas" / "sessions").iterdir())


def test_after_a_crash_what_was_shown_is_offered_and_comes_back(place: Path) -> None:
    assert run(CRASH, place).returncode == -signal.SIGSEGV
    done = run(BRING_BACK, place)
    assert done.returncode == 0, done.stderr
    for words in ("selected iliacus_left", "behind True", "undone True", "Segmentation fault", "closed"):
        assert words in done.stdout
    assert "a run before this one did not end well" in log(place)
    assert "Segmentation fault" in log(place)
    assert files_of_sessions(place) == []


def test_a_program_that_still_runs_is_taken_for_no_crash(place: Path) -> None:
    with running(STAY, place) as program:
        assert "offers 0" in run(LOOK, place).stdout
        assert program.poll() is None
        program.terminate()
        assert program.wait(PATIENCE) == 0
    assert files_of_sessions(place) == []
    assert "did not end well" not in log(place)


def test_a_fault_in_a_slot_is_told_once_and_the_session_goes_on(place: Path) -> None:
    done = run(FAIL, place)
    assert done.returncode == 0, done.stderr
    assert "dialogs 1\n" in done.stdout
    assert "goes on iliacus_left" in done.stdout
    assert "ValueError: no such file: ~/patients/x.json (× 200)" in done.stdout
    assert str(place / "home") not in done.stdout
    assert str(place / "home") not in log(place)
    assert log(place).count("Traceback") == 1
    assert done.stderr.count("Traceback") == 1


@pytest.mark.parametrize(
    "trouble",
    [
        {"MESA_GL_VERSION_OVERRIDE": "2.1"},
        {"LIBGL_DRIVERS_PATH": "/nonexistent"},
    ],
    ids=["old OpenGL", "no driver"],
)
def test_where_the_graphics_card_offers_too_little_the_processor_draws(place: Path, trouble: dict[str, str]) -> None:
    done = run(LOOK, place, **trouble)
    assert done.returncode == 0, done.stderr
    assert "drawn by The graphics card offers too little, so the processor draws (llvmpipe)" in done.stdout
    assert "status The graphics card offers too little" in done.stdout
    assert colours(done) > 500
    assert log(place).count("start:") == 2
    assert "no OpenGL 3.2 here" in log(place)


def test_after_a_crash_before_the_first_frame_the_processor_draws(place: Path) -> None:
    assert run(CRASH_EARLY, place).returncode == -signal.SIGSEGV
    done = run(CHANGE_WHO_DRAWS, place)
    assert done.returncode == 0, done.stderr
    for words in ("asked wished for", "status It crashed before it could draw", "checked True", "colours"):
        assert words in done.stdout
    assert colours(done) > 500
    assert "the processor draws, as it is wished for" in log(place)
    assert "asked \n" in run(CHANGE_WHO_DRAWS, place).stdout, "it was wished otherwise"


def test_it_is_tried_once_only(place: Path) -> None:
    done = run(LOOK, place, LIBGL_DRIVERS_PATH="/nonexistent", **{software.MARK: software.TOO_LITTLE})
    assert done.returncode == 2
    assert "OpenGL 3.2" in done.stderr
    assert "libgl1-mesa-dri" in done.stderr
    assert "Traceback" not in done.stderr
    assert log(place).count("start:") == 1
    assert files_of_sessions(place) == []


def test_where_nothing_draws_it_is_refused_and_never_loops(place: Path) -> None:
    done = run(LOOK, place, QT_QPA_PLATFORM="offscreen", DISPLAY="")
    assert done.returncode == 2
    assert log(place).count("start:") == 2


def test_a_display_without_glx_is_drawn_on_too(place: Path) -> None:
    with virtual_screen("-extension", "GLX") as name:
        done = run(LOOK, place, DISPLAY=name)
    assert done.returncode == 0, done.stderr
    assert colours(done) > 500


def test_that_the_processor_draws_is_said_once(place: Path) -> None:
    drawn = "Drawn by the processor (llvmpipe), without a graphics card"
    first, second = run(LOOK, place, LIBGL_ALWAYS_SOFTWARE="1"), run(LOOK, place, LIBGL_ALWAYS_SOFTWARE="1")
    assert f"status {drawn}" in first.stdout
    assert "status \n" in second.stdout
    assert f"drawn by {drawn}" in second.stdout


def test_a_place_where_nothing_can_be_kept_costs_one_line(place: Path) -> None:
    (place / "Iliopsoas").mkdir()
    for name in ("log", "sessions"):
        (place / "Iliopsoas" / name).write_text("no folder", encoding="utf-8")
    done = run(LOOK, place)
    assert done.returncode == 0, done.stderr
    assert "status The log cannot be written to" in done.stdout
    assert "Traceback" not in done.stderr


def colours(done: subprocess.CompletedProcess[str]) -> int:
    return next(int(line.split()[1]) for line in done.stdout.splitlines() if line.startswith("colours "))
