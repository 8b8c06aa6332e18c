"""Pictures, models, pages and sharing, from a real window; for what takes long another program stands in."""

from __future__ import annotations

import http.client
import json
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog

from tests import windows
from viewer.health import itself
from viewer.model.lessons.lesson import Lesson, LessonScene
from viewer.model.session.settings import Settings
from viewer.widgets.takeaway.page_dialog import PageDialog
from viewer.widgets.takeaway.picture_dialog import PictureDialog
from viewer.widgets.takeaway.progress import Progress
from viewer.widgets.takeaway.share_dialog import ShareDialog
from viewer.window import Window

PATIENCE = 60_000  # ms
ECHO = (
    "import json, sys, pathlib; words = sys.argv[1:]; lesson = words[words.index('--lesson') + 1];"
    "told = {'words': words, 'lesson': json.loads(pathlib.Path(lesson).read_text())};"
    "pathlib.Path(words[1]).write_text(json.dumps(told))"
)
"""In place of the program: writes what it was asked for into the file that it was asked for."""


@pytest.fixture
def window(request: pytest.FixtureRequest, shared: list[Window]) -> Iterator[Window]:
    """The window as at the start, without a lesson."""
    yield shared[0]
    for dialog in shared[0].findChildren(QDialog):
        dialog.reject()
    shared[0].classroom.opened.open(Lesson(), None)
    shared[0].state.select()
    request.node.funcargs.clear()


@pytest.fixture
def echo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(itself, "_program", lambda: [sys.executable, "-c", ECHO])


@pytest.fixture
def save_as(monkeypatch: pytest.MonkeyPatch):
    """Lets the question for a file be answered with this path, and this part of what it offers."""

    def answer(path: Path, number: int = 0) -> None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: (str(path), asked[3].split(";;")[number]))

    return answer


def opened(window: Window, command: str, kind: type) -> QDialog:
    """What a command opened."""
    window.actions_by_id[command].trigger()
    found = [one for one in window.findChildren(kind) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def made(window: Window, qtbot, path: Path) -> dict:
    """What was asked of the other process, once its file is there."""
    (progress,) = [one for one in window.findChildren(Progress) if one.isVisible()]
    qtbot.waitUntil(progress.bar.isHidden, timeout=PATIENCE)
    assert "is ready" in progress.words.text(), progress.words.text()
    progress.reject()
    return json.loads(path.read_text())


def choose(dialog: PictureDialog, **choices: str) -> None:
    for aspect, choice in choices.items():
        box = dialog.boxes[aspect]
        box.setCurrentIndex(box.findData(choice))
    dialog.buttons.accepted.emit()


def test_a_picture_as_in_the_window_is_saved_at_once(window: Window, qtbot, save_as, tmp_path: Path) -> None:
    save_as(tmp_path / "as it is")
    choose(opened(window, "save_picture", PictureDialog), size="window", ground="same", names="same")
    qtbot.waitUntil((tmp_path / "as it is.png").exists, timeout=PATIENCE)
    window.commands.finish()
    picture = QImage(str(tmp_path / "as it is.png"))
    assert (picture.width(), picture.height()) == window.viewport.pixels
    assert not [one for one in window.findChildren(Progress) if one.isVisible()]


def test_how_far_it_is_does_not_stand_before_the_class(
    window: Window, qtbot, save_as, tmp_path: Path, echo: None
) -> None:
    save_as(tmp_path / "body.glb")
    window.actions_by_id["take_model"].trigger()
    (progress,) = [one for one in window.findChildren(Progress) if one.isVisible()]
    window.classroom.projector.enter()
    assert progress.isHidden()
    window.classroom.projector.leave()
    assert made(window, qtbot, tmp_path / "body.glb")["words"][0] == "--model"


def test_a_large_one_without_its_ground_is_made_by_another_process_and_the_choice_is_kept(
    window: Window, qtbot, save_as, tmp_path: Path, echo: None
) -> None:
    save_as(tmp_path / "poster")
    choose(opened(window, "save_picture", PictureDialog), size="7680x4320", ground="transparent", names="with")
    asked = made(window, qtbot, tmp_path / "poster.png")
    text = " ".join(asked["words"])
    assert "--size 7680x4320 --ground light --transparent" in text or "--ground dark --transparent" in text
    (scene,) = asked["lesson"]["scenes"]
    assert scene["view"]["labels"] is True
    assert scene["view"]["camera"]["position"] == pytest.approx(window.state.view.camera.position, abs=0.01)
    again = opened(window, "save_picture", PictureDialog)
    assert [box.currentData() for box in again.boxes.values()] == ["7680x4320", "transparent", "with"]


@pytest.mark.parametrize(("number", "ending"), [(0, ".glb"), (1, ".zip"), (2, ".stl")])
def test_a_model_gets_the_ending_that_was_chosen(
    window: Window, qtbot, save_as, tmp_path: Path, echo: None, *, number: int, ending: str
) -> None:
    window.state.select("iliacus_left")
    save_as(tmp_path / "v1.2 model", number)
    window.actions_by_id["take_model"].trigger()
    asked = made(window, qtbot, tmp_path / f"v1.2 model{ending}")
    assert asked["words"][0] == "--model"
    assert asked["words"][-2:] == ["--named-in", "en"]
    assert asked["lesson"]["title"] == "Iliacus, left"


def test_a_page_is_of_the_lesson_or_of_what_is_shown(
    window: Window, qtbot, save_as, tmp_path: Path, echo: None
) -> None:
    save_as(tmp_path / "page")
    dialog = opened(window, "take_page", PageDialog)
    assert not dialog.what.isVisible()
    dialog.reject()
    view = window.state.view
    window.classroom.opened.open(Lesson("Two && <b>", scenes=(LessonScene("A", view), LessonScene("B", view))), None)
    for button, scenes in (("whole", 2), ("shown", 1)):
        dialog = opened(window, "take_page", PageDialog)
        assert "Two && <b>".replace("&", "&&") in dialog.what.whole.text()
        getattr(dialog.what, button).click()
        dialog.buttons.accepted.emit()
        assert len(made(window, qtbot, tmp_path / "page.html")["lesson"]["scenes"]) == scenes


def answer_of(address: str) -> tuple[int, bytes]:
    where = urlsplit(address)
    connection = http.client.HTTPConnection(where.hostname or "", where.port, timeout=30)
    connection.request("GET", where.path)
    answer = connection.getresponse()
    found = answer.status, answer.read()
    connection.close()
    return found


def listens(address: str) -> bool:
    where = urlsplit(address)
    try:
        socket.create_connection((where.hostname or "", where.port or 0), 5).close()
    except ConnectionRefusedError:
        return False
    return True


def sharing(window: Window, qtbot) -> ShareDialog:
    """The dialog while its page can be opened, on this computer alone."""
    dialog = opened(window, "share", ShareDialog)
    assert isinstance(dialog, ShareDialog)
    dialog.network.setCurrentIndex(dialog.network.count() - 1)
    QTest.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.sharing, timeout=PATIENCE)
    return dialog


def test_nothing_is_shared_before_start_and_after_stop(window: Window, qtbot, echo: None) -> None:
    dialog = opened(window, "share", ShareDialog)
    assert not dialog.sharing
    assert not dialog.code.isVisible()
    assert "Until you press Start nothing is shared" in dialog.told.text()
    dialog.reject()
    dialog = sharing(window, qtbot)
    address = dialog.address.text()
    assert dialog.code.isVisible()
    status, body = answer_of(address)
    assert (status, json.loads(body)["words"][0]) == (200, "--page")
    qtbot.waitUntil(lambda: "Opened by 1 device." in dialog.told.text(), timeout=PATIENCE)
    QTest.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    assert not dialog.sharing
    assert not listens(address)
    assert not dialog.address.isVisible()


def test_the_code_says_the_address(window: Window, qtbot, echo: None) -> None:
    import segno

    dialog = sharing(window, qtbot)
    wanted = segno.make(dialog.address.text(), error="m", micro=False).matrix
    picture = dialog.code.grab().toImage()
    scale = picture.devicePixelRatio()
    modules = len(wanted) + 8
    module = max(1, int(min(picture.width(), picture.height()) / modules))
    left, top = (picture.width() - modules * module) / 2, (picture.height() - modules * module) / 2
    seen = [
        [picture.pixelColor(int(left + (x + 4.5) * module), int(top + (y + 4.5) * module)).lightness() < 128
         for x in range(len(wanted))] for y in range(len(wanted))
    ]  # fmt: skip
    assert seen == [[bool(one) for one in row] for row in wanted]
    assert scale >= 1


def test_closing_ends_it_and_the_page_can_be_handed_round_instead(
    window: Window, qtbot, save_as, tmp_path: Path, echo: None
) -> None:
    address = sharing(window, qtbot).address.text()
    assert listens(address)
    (dialog,) = [one for one in window.findChildren(ShareDialog) if one.isVisible()]
    save_as(tmp_path / "round")
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert not listens(address)
    assert made(window, qtbot, tmp_path / "round.html")["words"][0] == "--page"


def test_closing_the_window_ends_it(atlas, qtbot, tmp_path: Path, echo: None) -> None:
    window = Window(atlas, windows.View(), windows.paths.meshes_folder(), Settings(tmp_path / "s.ini"))
    window.show()
    address = sharing(window, qtbot).address.text()
    assert listens(address)
    gone = windows.close(window)
    assert not listens(address)
    del window
    windows.assert_gone([gone])
