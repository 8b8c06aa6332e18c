"""A lesson given on one screen, by real keys, on the real data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests import windows
from tests.hands import click, differing, drag, picture
from tests.widgets.classroom.lessons import lesson
from viewer.model.lessons.lesson import Lesson
from viewer.widgets.classroom.notice import Notice
from viewer.window import Window

Key = Qt.Key


@pytest.fixture
def window(request: pytest.FixtureRequest, shared: list[Window]) -> Iterator[Window]:
    window = shared[0]
    windows.activate(window)
    first = window.state.view
    window.classroom.opened.open(lesson(window), None)
    yield window
    if window.classroom.projector.on:
        window.classroom.projector.leave()
    window.classroom.opened.open(Lesson(), None)
    window.state.change(lambda _: first)
    window.viewport.reduced_motion = True
    request.node.funcargs.clear()


def press(window: Window, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or window.viewport, key)


def on(window: Window) -> tuple[int, bool]:
    """The scene that is on, counted from 1, and whether it is as it was planned."""
    return window.classroom.giving.number + 1, not window.classroom.giving.astray


def said(window: Window) -> str:
    notice = window.viewport.findChild(Notice)
    assert notice is not None
    return notice.text if notice.isVisible() else ""


def test_every_key_of_a_clicker_and_of_a_keyboard_steps(window: Window) -> None:
    press(window, Key.Key_F5)
    assert (window.isFullScreen(), on(window)) == (True, (1, True))
    seen = []
    for key in (
        Key.Key_PageDown, Key.Key_Space, Key.Key_Right, Key.Key_Down, Key.Key_Home,
        Key.Key_End, Key.Key_PageUp, Key.Key_Left, Key.Key_Up,
    ):  # fmt: skip
        press(window, key)
        seen.append(on(window))
        assert window.state.view == window.classroom.opened.lesson.scenes[seen[-1][0] - 1].view
    assert seen == [(2, True), (3, True), (4, True), (5, True), (1, True), (7, True), (6, True), (5, True), (4, True)]
    assert window.viewport.presenting.now.caption == "Caption 4"
    press(window, Key.Key_Escape)
    assert (window.isFullScreen(), on(window), window.viewport.presenting.now.caption) == (False, (4, True), "")
    press(window, Key.Key_F5)
    assert on(window) == (4, True)


def test_at_the_end_a_line_says_so_and_nothing_jumps(window: Window) -> None:
    press(window, Key.Key_F5, Key.Key_End, Key.Key_PageDown, Key.Key_PageDown)
    assert (on(window), said(window)) == ((7, True), "End of the lesson")
    press(window, Key.Key_PageUp)
    assert (on(window), said(window)) == ((6, True), "")


def test_a_number_is_shown_large_and_enter_jumps_there(window: Window) -> None:
    press(window, Key.Key_F5, Key.Key_0, Key.Key_5)
    assert (said(window), on(window)) == ("05", (1, True))
    notice = window.viewport.findChild(Notice)
    assert notice.height() > window.viewport.height() / 8
    press(window, Key.Key_Backspace, Key.Key_Backspace, Key.Key_7, Key.Key_Return)
    assert (said(window), on(window)) == ("", (7, True))
    press(window, Key.Key_2, Key.Key_Escape)
    assert (said(window), on(window), window.isFullScreen()) == ("", (7, True), True)
    press(window, Key.Key_2)
    window.classroom.lecture.keys._pause.timeout.emit()
    press(window, Key.Key_Return)
    assert (said(window), on(window)) == ("", (7, True))
    press(window, Key.Key_9, Key.Key_Enter)
    assert (said(window), on(window)) == ("There is no scene 9: the last one is 7", (7, True))


def test_jumping_about_brings_the_third_scene_back_pixel_by_pixel(window: Window) -> None:
    press(window, Key.Key_F5, Key.Key_3, Key.Key_Return)
    third = picture(window)
    others = []
    for number in (Key.Key_1, Key.Key_7, Key.Key_3):
        press(window, number, Key.Key_Return)
        others.append(differing(third, picture(window)))
    assert min(others[:2]) > 10_000
    assert others[2] == 0


def test_backspace_comes_back_from_any_detour(window: Window, qtbot) -> None:
    press(window, Key.Key_F5, Key.Key_3, Key.Key_Return)
    planned, before = window.state.view, picture(window)
    drag(window, QPoint(90, 20))
    click(window, "sacrum")
    press(window, Key.Key_H, Key.Key_G)
    assert on(window) == (3, False)
    assert window.actions_by_id["come_back"].isEnabled()
    press(window, Key.Key_Backspace)
    assert (on(window), window.state.view) == ((3, True), planned)
    assert not window.actions_by_id["come_back"].isEnabled()
    assert differing(before, picture(window)) == 0
    window.viewport.reduced_motion = False
    press(window, Key.Key_PageDown)
    assert window.viewport._glide._clock.duration() == 600
    press(window, Key.Key_PageUp, Key.Key_PageDown)  # in the midst of it
    qtbot.waitUntil(lambda: not window.viewport._glide.under_way, timeout=20_000)
    assert on(window) == (4, True)


def test_undo_leads_back_scene_by_scene(window: Window) -> None:
    press(window, Key.Key_F5, Key.Key_PageDown, Key.Key_PageDown)
    seen = []
    for _ in range(2):
        window.actions_by_id["undo"].trigger()
        seen.append(on(window))
    assert seen == [(2, True), (1, True)]


def test_a_scene_that_withholds_names_tells_none_and_the_next_does(window: Window) -> None:
    press(window, Key.Key_F5, Key.Key_4, Key.Key_Return)
    assert window.state.view.unnamed
    assert not window.actions_by_id["search"].isEnabled()
    press(window, Key.Key_PageDown)
    assert window.actions_by_id["search"].isEnabled()
    assert on(window) == (5, True)


def test_keys_mean_what_they_always_meant_without_a_lesson_or_off_the_stage(window: Window) -> None:
    press(window, Key.Key_2)
    assert window.state.view.camera == window.viewport.scene.viewpoints.standard_view("posterior")
    window.classroom.opened.open(Lesson(), None)
    press(window, Key.Key_F5, Key.Key_1)
    assert window.state.view.camera == window.viewport.scene.viewpoints.standard_view("anterior")
    camera = window.state.view.camera
    press(window, Key.Key_Right)
    assert window.state.view.camera != camera
    window.viewport.navigation._settle()
    press(window, Key.Key_Home)
    assert window.actions_by_id["redo"].isEnabled() is False
    assert window.state.view == window.state._history.first


def test_what_the_next_scene_shows_is_read_while_this_one_is_seen(window: Window, qtbot, monkeypatch) -> None:
    scene, away = window.viewport.scene, "gracilis_left"
    assert scene.lacks([away])
    first, second, *others = window.classroom.opened.lesson.scenes
    second = replace(second, view=replace(second.view, hidden=second.view.hidden - {away}))
    window.classroom.opened.open(Lesson(scenes=(first, second, *others)), None)
    press(window, Key.Key_F5)
    picture(window)
    drawn: list[int] = []
    monkeypatch.setattr(scene, "render", lambda: drawn.append(1))
    qtbot.waitUntil(lambda: not scene.lacks([away]), timeout=60_000)
    assert drawn == []


def test_a_class_that_is_asked_goes_on_with_the_next_scene(window: Window) -> None:
    press(window, Key.Key_F5, Key.Key_PageDown)
    window.actions_by_id["ask_class"].trigger()
    assert (window.state.view.unnamed, on(window)) == (True, (2, False))
    press(window, Key.Key_PageDown)
    assert (window.state.view.unnamed, on(window)) == (False, (3, True))
    window.actions_by_id["ask_class"].trigger()
    press(window, Key.Key_Backspace)
    assert (window.state.view.unnamed, on(window)) == (False, (3, True))


def test_a_round_of_questions_on_the_stage_keeps_its_keys(window: Window) -> None:
    cards = window.training.cards()
    window.training.ask([next(card for card in cards.values())])
    press(window, Key.Key_F5)
    assert (window.isFullScreen(), on(window)) == (True, (0, True))
    press(window, Key.Key_Right)
    assert on(window) == (0, True)
    window.training.leave()
    press(window, Key.Key_PageDown)
    assert on(window) == (1, True)


def test_it_begins_at_the_scene_that_is_chosen_on_the_page(window: Window) -> None:
    window.panel.open("lessons")
    window.classroom.lessons.page.choose(4)
    press(window, Key.Key_F5)
    assert on(window) == (5, True)
    press(window, Key.Key_PageDown, Key.Key_Escape)
    assert window.classroom.lessons.page.chosen == 5
    press(window, Key.Key_F5)
    assert on(window) == (6, True)
    window.panel.open("facts")
