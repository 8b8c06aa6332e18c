"""Faults are told in one dialog, however many there are; the report says all that helps and nobody's name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from tests.hands import click
from viewer.health import places
from viewer.health.faults import Faults
from viewer.health.graphics import Graphics
from viewer.widgets.trouble.fault_dialog import FaultDialog
from viewer.widgets.trouble.log_dialog import LogDialog
from viewer.window import Window


@pytest.fixture
def window(open_window: Callable[..., Window], notes_file: Path) -> Window:
    return open_window()


@pytest.fixture
def faults(window: Window, capsys):
    made = Faults()
    made.happened.connect(window.reports.take)
    made.listen()
    yield made
    made.leave()


def fail(words: str = "a strange number") -> None:
    raise ValueError(words)


def fail_otherwise() -> None:
    raise KeyError("another")


def dialogs(window: Window) -> list[FaultDialog]:
    return [one for one in window.findChildren(FaultDialog) if one.isVisible()]


def in_slots(*faults: Callable[[], None]) -> None:
    """Let each be raised in a slot, where Qt calls and nobody catches."""
    for fault in faults:
        QTimer.singleShot(0, fault)


def words_of(dialog: FaultDialog) -> str:
    dialog.details.isVisible() or dialog._more.click()
    return "\n".join((dialog._message.text(), dialog._times.text(), dialog.details.toPlainText()))


@pytest.fixture
def own_hook(faults: Faults, qtbot):
    """What fails in slots goes to the program's own hook, as it does outside of tests."""
    with qtbot.captureExceptions():
        faults.listen()
        yield


def test_many_faults_stand_in_one_dialog_and_the_window_goes_on(window: Window, own_hook, qtbot) -> None:
    in_slots(*[fail] * 400, fail_otherwise)
    qtbot.waitUntil(lambda: bool(dialogs(window)))
    qtbot.waitUntil(lambda: "401" in dialogs(window)[0]._times.text())
    (dialog,) = dialogs(window)
    assert "KeyError" in dialog._message.text()
    told = words_of(dialog)
    assert "ValueError: a strange number (× 400)" in told
    assert told.count("Traceback") == 2
    assert not dialog.isModal()
    dialog.close()
    click(window, "iliacus_right")
    assert window.state.view.selection == ("iliacus_right",)


def test_the_same_fault_again_is_a_line_and_no_dialog(window: Window, own_hook, qtbot) -> None:
    in_slots(fail)
    qtbot.waitUntil(lambda: bool(dialogs(window)))
    dialogs(window)[0].close()
    window.statusBar().clearMessage()
    in_slots(fail, fail)
    qtbot.waitUntil(lambda: "It went wrong again" in window.statusBar().currentMessage())
    assert dialogs(window) == []
    in_slots(fail_otherwise)
    qtbot.waitUntil(lambda: bool(dialogs(window)))
    dialogs(window)[0].close()


def test_a_fault_in_drawing_is_told_and_the_window_can_be_used(window: Window, own_hook, qtbot, monkeypatch) -> None:
    def draw() -> None:
        raise ValueError("amid drawing")

    canvas = window.viewport._canvas
    assert canvas is not None
    drawn = canvas._draw
    canvas.start(draw)
    qtbot.waitUntil(lambda: bool(dialogs(window)))
    canvas.start(drawn)
    assert "amid drawing" in dialogs(window)[0]._message.text()
    dialogs(window)[0].close()
    click(window, "iliacus_right")
    assert window.state.view.selection == ("iliacus_right",)


def test_the_report_says_what_helps_and_not_who(window: Window, own_hook, qtbot) -> None:
    window.reports.graphics = Graphics("Somebody", "A card", "4.6")
    window.notes.notes.add("Mrs Byron, left side", "iliacus_right")
    window.actions_by_id["labels"].trigger()
    click(window, "iliacus_right")
    in_slots(lambda: fail(f"{Path.home() / 'patients' / 'x.json'} Mrs Byron, left side"))
    qtbot.waitUntil(lambda: bool(dialogs(window)))
    dialogs(window)[0].copy.click()
    told = QGuiApplication.clipboard().text()
    helpful = ("Iliopsoas", "Python 3", "PySide6", "VTK", "NumPy", "Somebody | A card | 4.6", "Traceback", "MiB")
    for words in (*helpful, "labels", "→ selection", "note added", "~/patients/x.json"):
        assert words in told
    for words in (str(Path.home()), "Byron", "left side", "iliacus"):
        assert words not in told
    assert dialogs(window)[0].copy.text() == "Copied"
    dialogs(window)[0].close()


def test_the_trail_holds_the_last_thirty(window: Window) -> None:
    for _ in range(40):
        window.actions_by_id["overlays"].trigger()
    assert len(window.reports.trail.deeds()) == 30
    assert "overlays" in window.reports.trail.deeds()[-1]


def test_the_log_and_a_report_are_in_the_help_menu(window: Window) -> None:
    file = places.log_file()
    file.parent.mkdir(parents=True)
    file.write_text("x\n" * 100_000 + "the last line\n", encoding="utf-8")
    window.actions_by_id["show_log"].trigger()
    (dialog,) = window.findChildren(LogDialog)
    shown = dialog.findChildren(QPlainTextEdit)[0].toPlainText()
    assert shown.endswith("the last line\n")
    assert len(shown) <= 100_000
    dialog.close()
    window.actions_by_id["copy_report"].trigger()
    assert "Python 3" in QGuiApplication.clipboard().text()
    assert "copied" in window.statusBar().currentMessage()


def test_where_there_is_no_log_the_reason_is_told(window: Window) -> None:
    window.actions_by_id["show_log"].trigger()
    (dialog,) = window.findChildren(LogDialog)
    assert "No such file" in dialog.text.toPlainText()
    dialog.close()
