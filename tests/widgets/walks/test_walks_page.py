"""A walk as its user takes it, in the real window: asked first, step after step, stopped, and everything as before."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from tests import windows
from tests.model.walks.small_walk import changed, small, written
from tests.widgets.bait import laid
from tests.widgets.test_texts_load_nothing import show, told
from viewer.model.atlas.atlas import Side
from viewer.model.session.view import View
from viewer.widgets.walks.walks_page import WalksPage
from viewer.window import Window

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton
SPEECH = "PySide6.QtTextToSpeech"
where_it_is_installed = pytest.mark.skipif(find_spec(SPEECH) is None, reason="that part of Qt is not installed")


@pytest.fixture
def page(request: pytest.FixtureRequest, shared: list[Window], tmp_path: Path) -> Iterator[WalksPage]:
    """The page with the small walk opened, its checklist to be seen, in a scene that nothing was done to."""
    window = shared[0]
    windows.activate(window)
    window.state.start_over()
    window.walks.open_from(written(tmp_path, small()))
    page = window.walks.page
    assert page is not None
    yield page
    page._asked.clear()
    page._ticked.clear()
    page.leave()
    page.books._opened.clear()
    request.node.funcargs.clear()


def seen(page: WalksPage) -> View:
    return page._state.view


def study(page: WalksPage) -> None:
    QTest.mouseClick(page.checklist.study, LEFT)


def press(window: object, key: Qt.Key) -> None:
    assert isinstance(window, Window)
    window.viewport.setFocus()
    QTest.keyClick(window.viewport, key)


def test_a_walk_by_touch_begins_when_everything_was_asked(page: WalksPage) -> None:
    before = seen(page)
    rows = page.checklist.rows
    told = [row.fact.id for row in rows]
    assert told[0] == "psoas_major_right.care.consent"
    assert "psoas_major_right.care.emergency" in told
    assert not page.checklist.begin.isEnabled()
    for row in rows:
        assert not page.checklist.begin.isEnabled()
        row.box.setFocus()
        QTest.keyClick(row.box, Key.Key_Space)
    assert seen(page) == before
    QTest.mouseClick(page.checklist.begin, LEFT)
    assert page.steps.isVisible()
    assert page.steps.where.text() == "Step 1 of 2"
    assert page.steps.may_stop.isVisible()
    QTest.mouseClick(page.steps.checklist, LEFT)
    assert all(row.box.isChecked() for row in page.checklist.rows)


def test_it_can_be_read_for_study_and_says_so(page: WalksPage) -> None:
    study(page)
    assert page.steps.where.text() == "Step 1 of 2 · for study"


def test_the_keys_step_from_the_scene_and_each_step_is_shown(page: WalksPage) -> None:
    window = page.window()
    study(page)
    view, step = seen(page), page.walk.steps[0]
    assert view.isolated == {*step.shown, *step.ghosted}
    assert view.selection == ("psoas_major_right", "vertebra_L4")
    assert view.marks == step.marks
    assert view.finger is not None
    assert view.finger.depth == 60
    assert abs(view.finger.start[1] - step.finger.start[1]) < 15  # on the skin as it is
    press(window, Key.Key_PageDown)
    assert (page.number, page.steps.title.text()) == (1, "Look from the front")
    assert seen(page).camera.position == (-100, -900, 80)
    press(window, Key.Key_PageDown)
    assert page.number == 1
    page.steps.text.setFocus()
    QTest.keyClick(page.steps.text, Key.Key_PageUp)
    assert page.number == 0
    page._state.undo()
    assert (page.number, page.steps.title.text()) == (1, "Look from the front")


def test_steps_that_show_the_same_are_told_one_after_another(page: WalksPage, tmp_path: Path) -> None:
    first, *others = small()["steps"]
    page.open_file(written(tmp_path, small(id="same", steps=[first, *others, {**first, "id": "again"}]), "same.json"))
    study(page)
    for number in (1, 2):
        page.step(1)
        assert (page.number, page.steps.where.text()) == (number, f"Step {number + 1} of 3 · for study")


def test_the_end_puts_everything_back(page: WalksPage) -> None:
    window, before = page.window(), seen(page)
    study(page)
    press(window, Key.Key_PageDown)
    QTest.mouseClick(page.steps.end, LEFT)
    assert (seen(page), window.panel.current) == (before, "")
    assert not window.actions_by_id["next_step"].isEnabled()


def test_stop_takes_the_finger_off_and_asks_again(page: WalksPage) -> None:
    study(page)
    QTest.mouseClick(page.steps.stop, LEFT)
    assert seen(page).finger is None
    assert page.stopped.isVisible()
    press(page.window(), Key.Key_PageDown)
    assert page.stopped.isVisible()
    QTest.mouseClick(page.stopped.again, LEFT)
    assert page.checklist.isVisible()


def test_the_left_side_is_shown_on_the_left(page: WalksPage) -> None:
    QTest.mouseClick(page.chooser.sides[Side.LEFT], LEFT)
    study(page)
    assert seen(page).selection == ("psoas_major_left", "vertebra_L4")
    assert seen(page).finger.start[0] > 0
    QTest.mouseClick(page.chooser.sides[Side.RIGHT], LEFT)
    assert seen(page).selection == ("psoas_major_right", "vertebra_L4")


def test_a_closed_walk_waits_at_its_step(page: WalksPage) -> None:
    window = page.window()
    study(page)
    press(window, Key.Key_PageDown)
    press(window, Key.Key_B)
    assert window.panel.current == ""
    assert not window.actions_by_id["next_step"].isEnabled()
    press(window, Key.Key_B)
    assert (page.number, page.steps.isVisible()) == (1, True)
    assert window.actions_by_id["step_before"].isEnabled()


def test_a_step_is_copied_as_text_with_its_sources(page: WalksPage) -> None:
    study(page)
    QTest.mouseClick(page.steps.copy, LEFT)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("A small walk (right). Step 1 of 2: Sink in")
    assert "- A pulse: move away. (agreed · Muscolino 2019)" in copied
    page.steps.text.selectAll()
    page.steps.text.copy()
    assert QGuiApplication.clipboard().text().split("\n")[:3] == ["", "Caution", "A pulse: move away."]


def test_a_file_that_is_changed_is_read_again(page: WalksPage, tmp_path: Path) -> None:
    study(page)
    written(tmp_path, changed("steps.0.title", "Sink in slowly"))
    for _ in range(2):
        page.books.look()
    assert page.steps.title.text() == "Sink in slowly"
    written(tmp_path, changed("steps.0.view", "front"))
    for _ in range(2):
        page.books.look()
    assert page.trouble.text() == "1 file of walks cannot be read"
    QTest.mouseClick(page.trouble, LEFT)
    assert "steps[0].view" in page.wrong.toPlainText()


def test_a_wrong_file_is_told_of_and_the_others_stay(page: WalksPage, tmp_path: Path, monkeypatch) -> None:
    wrong = written(tmp_path, changed("steps.0.position", "../../etc/x"), "wrong.json")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(wrong), ""))
    page.window().actions_by_id["open_walk"].trigger()
    assert page.wrong.isVisible()
    assert "wrong.json" in page.wrong.toPlainText()
    assert page.chooser.which.findData("small") > 0


@pytest.mark.qt_log_ignore("pipewire")  # what that part of Qt says of the sound of some machines
@pytest.mark.parametrize("speech", ["PySide6.no_such_part", pytest.param(SPEECH, marks=where_it_is_installed)])
def test_reading_aloud_is_never_required(page: WalksPage, monkeypatch, speech: str) -> None:
    """With the part of Qt that reads where it is installed, and without."""
    monkeypatch.setattr("viewer.widgets.walks.speech.MODULE", speech)
    monkeypatch.setattr(page.speech, "_qt", None)
    study(page)
    press(page.window(), Key.Key_R)
    assert page.steps.speak.isChecked() is (page.speech.lacks() == "")
    if speech == "PySide6.no_such_part":
        for told in (page.steps.speak.toolTip(), page.window().statusBar().currentMessage()):
            assert "pip install pyside6-addons" in told
    page.steps.ended.emit()
    assert not page.steps.speak.isChecked()


def test_no_text_and_no_drawing_of_a_walk_loads_anything(page: WalksPage, tmp_path: Path) -> None:
    with laid(tmp_path) as bait:
        data = changed("steps.0.title", bait.html[:110])
        data["title"] = bait.html[:110]
        data["steps"][0]["says"][0]["text"] = bait.html
        file = written(tmp_path / "bait", {**data, "id": "bait"})
        page.open_file(file)
        study(page)
        assert bait.html.strip() in page.steps.text.toPlainText()
        assert show(page, bait) > 5
        drawing = file.parent / "positions" / "supine.svg"
        lines = f'<image href="{(tmp_path / "bait.png").as_uri()}" width="9" height="9"/>'
        drawing.write_text(drawing.read_text(encoding="utf-8").replace("</svg>", f"{lines}</svg>"), encoding="utf-8")
        page.go(0)
        QApplication.processEvents()
        assert not bait.taken()
        assert told(page) == []


def test_the_walk_through_the_wall_can_be_taken_to_its_end_on_both_sides(page: WalksPage) -> None:
    for side in (Side.LEFT, Side.RIGHT):
        page.chooser.choose("psoas_through_the_wall", side)
        page.chooser.chosen.emit()
        if page.checklist.isVisible():
            study(page)
        depths = []
        for number in range(len(page.walk.steps)):
            assert page.number == number
            assert page.steps.text.toPlainText().count("·") >= len(page.walk.steps[number].says)
            depths += [seen(page).finger.depth] if seen(page).finger else []
            press(page.window(), Key.Key_PageDown)
        assert f"psoas_major_{side}" in page.walk.structures
        assert max(depths) > 40
        assert not page.steps.on.isEnabled()


def test_a_narrow_panel_shows_all_of_it(page: WalksPage) -> None:
    study(page)
    QApplication.processEvents()
    assert page.minimumSizeHint().width() <= 320
