"""A lesson given with a projector beside the laptop, by real keys and clicks, on the real data."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QDateTime, QEvent, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests import two_screens, windows
from tests.hands import click, place_of
from tests.two_screens import BEAMER, comes_true, plug_in, pull_out
from tests.widgets.classroom.lessons import lesson
from viewer.model.lessons.lesson import Lesson
from viewer.widgets.classroom.blank import NIGHT, PAPER
from viewer.widgets.classroom.console import Console
from viewer.widgets.classroom.notice import Notice
from viewer.widgets.classroom.stage_pointer import INK
from viewer.widgets.classroom.stage_window import StageWindow
from viewer.widgets.viewport.cards import Tag
from viewer.window import Window

Key = Qt.Key


@pytest.fixture(scope="module")
def beside(shared: list[Window]) -> Iterator[Window]:
    """The window on the left one of two screens."""
    with two_screens.two_screens():
        window = shared[0]
        window.setGeometry(0, 0, 1040, 940)
        QCursor.setPos(5, 995)
        yield window


@pytest.fixture
def window(request: pytest.FixtureRequest, beside: Window) -> Iterator[Window]:
    """Giving a lesson."""
    windows.activate(beside)
    first = beside.state.view
    beside.panel.open("facts")
    beside.classroom.opened.open(lesson(beside), None)
    press(beside, Key.Key_F5)
    yield beside
    if two_screens.screen("BEAMER") is None:
        plug_in()
    if beside.classroom.projector.on:
        beside.classroom.projector.leave()
    beside.classroom.opened.open(Lesson(), None)
    beside.state.change(lambda _: first)
    request.node.funcargs.clear()


def press(window: Window, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or window.viewport, key)


def point_at(window: Window, place: QPoint) -> None:
    """The mouse moves there, at once: QTest moves the screen's own pointer, and the screen takes its time."""
    where, above = QPointF(place), QPointF(window.viewport.mapToGlobal(place))
    none = Qt.MouseButton.NoButton
    move = QMouseEvent(QEvent.Type.MouseMove, where, above, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window.viewport, move)


def stage(window: Window) -> StageWindow:
    return window.classroom.beside.stage


def console(window: Window) -> Console:
    page = window.panel.pages.page("console")
    assert isinstance(page, Console)
    return page


def marks(window: Window) -> list[str]:
    """What is said over the view here."""
    return [tag.text() for tag in window.viewport.findChildren(Tag) if tag.isVisible()]


def drawn(window: Window) -> QImage:
    """The picture that the class sees, once everything is drawn with care."""
    window.viewport._motion.end()
    assert comes_true(lambda: not window.viewport._canvas._stale and not stage(window).picture.isNull())
    QTest.qWait(1)
    return stage(window).picture.copy()


def on_the_wall(window: Window) -> QImage:
    """What really is on the other screen."""
    drawn(window)
    QApplication.processEvents()
    screen = two_screens.screen("BEAMER")
    assert screen is not None
    return screen.grabWindow(0).toImage().convertToFormat(QImage.Format.Format_RGB32)


def colours(image: QImage) -> np.ndarray:
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return pixels[:, :, :3].astype(int)


def test_f5_shows_the_picture_there_and_leaves_the_window_whole_here(window: Window) -> None:
    assert stage(window).geometry() == BEAMER
    assert drawn(window).size() == BEAMER.size()
    assert (window.isFullScreen(), window.menuBar().isVisible(), window.panel.current) == (False, True, "console")
    assert (QApplication.activeWindow(), QApplication.focusWidget()) == (window, window.viewport)
    assert np.array_equal(colours(on_the_wall(window)), colours(drawn(window)))
    here = window.viewport.picture().scaled(BEAMER.size(), mode=Qt.TransformationMode.SmoothTransformation)
    apart = np.abs(colours(here.convertToFormat(QImage.Format.Format_RGB32)) - colours(drawn(window)))
    assert apart.mean() < 4  # the same colours the right way up
    shape = window.viewport.width() / window.viewport.height()
    assert shape == pytest.approx(BEAMER.width() / BEAMER.height(), abs=0.01)


def test_a_click_here_meets_what_is_seen_here_and_the_class_sees_where(window: Window) -> None:
    click(window, "sacrum")
    assert window.state.view.selection == ("sacrum",)
    place = place_of(window, "psoas_major_left")
    scale = BEAMER.width() / window.viewport.width()
    x, y = round(place.x() * scale), round(place.y() * scale)
    seen = []
    for part in (window.classroom.beside._pointer.forget, lambda: point_at(window, place)) * 2:
        part()
        seen.append(colours(on_the_wall(window))[y, x])
    assert list(seen[1]) == list(seen[3]) == [INK.blue(), INK.green(), INK.red()]
    assert max(np.abs(seen[2] - seen[0])) < 20
    assert max(np.abs(seen[1] - seen[0])) > 60


def test_the_console_follows_and_keeps_its_words_when_names_are_withheld(window: Window) -> None:
    page = console(window)
    press(window, Key.Key_PageDown)
    assert (page.count.text(), page.title.text(), page.caption.text()) == ("Scene 2 of 7", "Title 2", "Caption 2")
    assert (page.notes.text(), page.next.title.text()) == ("Notes of scene 2", "Title 3")
    assert page.notes.font().pointSizeF() > 1.4 * QApplication.font().pointSizeF()
    window.structures.field.setFocus()
    QTest.keyClicks(window.structures.field, "3")
    assert (window.structures.field.text(), page.count.text()) == ("3", "Scene 2 of 7")
    window.structures.field.clear()
    press(window, Key.Key_PageDown)  # a clicker means the lesson wherever the keyboard is
    assert page.count.text() == "Scene 3 of 7"
    QTest.mouseClick(page.on, Qt.MouseButton.LeftButton)
    assert window.state.view.unnamed
    assert page.isVisible()
    assert page.answers.isVisible()
    assert page.answers.title.text() == "Psoas minor, right"
    window.panel.open("notes")
    assert not window.panel.pages.page("notes").isVisible()
    window.panel.open("console")
    press(window, Key.Key_End, Key.Key_PageDown)
    assert page.next.title.text() == "End of the lesson"
    assert stage(window).findChild(Notice).text == "End of the lesson"


def test_the_time_is_counted_from_the_start_and_anew(window: Window) -> None:
    clock, began = console(window).clock, QDateTime.fromString("2026-11-30T10:00:00", Qt.DateFormat.ISODate)
    clock.now = lambda: began
    clock.begin_anew()
    clock.now = lambda: began.addSecs(754)
    clock.tell()
    assert (clock.day.text(), clock.since.text()) == (
        QLocale().toString(clock.now().time(), QLocale.FormatType.ShortFormat),
        "12:34",
    )
    clock.begin()
    clock.now = lambda: began.addSecs(3600 + 61)
    clock.tell()
    assert clock.since.text() == "1:01:01"
    clock.begin_anew()
    assert clock.since.text() == "0:00"


def test_what_is_frozen_stays_until_it_is_let_go(window: Window) -> None:
    first = drawn(window)
    press(window, Key.Key_Z)
    assert console(window).below[1].isChecked()
    press(window, Key.Key_PageDown)
    assert np.array_equal(colours(on_the_wall(window)), colours(first))
    assert [mark[:6] for mark in marks(window)] == ["Frozen"]
    press(window, Key.Key_7)
    assert not stage(window).findChild(Notice).isVisible()
    press(window, Key.Key_Escape, Key.Key_Z)
    assert (np.abs(colours(on_the_wall(window)) - colours(first)).max(axis=2) > 8).sum() > 5_000
    press(window, Key.Key_Escape)
    assert "second screen" in window.actions_by_id["freeze"].toolTip()
    assert not window.actions_by_id["freeze"].isEnabled()


def test_blank_is_blank_there_alone_and_any_key_of_the_lesson_ends_it(window: Window) -> None:
    press(window, Key.Key_B)
    wall = colours(on_the_wall(window)).reshape(-1, 3)
    assert (wall == wall[0]).all()
    assert list(wall[0][::-1]) in [list(ink.getRgb()[:3]) for ink in (NIGHT, PAPER)]
    assert [mark[:15] for mark in marks(window)] == ["The class sees "]
    press(window, Key.Key_PageDown)
    assert (console(window).count.text(), marks(window)) == ("Scene 1 of 7", [])
    assert np.array_equal(colours(on_the_wall(window)), colours(drawn(window)))
    window.actions_by_id["spotlight"].trigger()
    assert colours(on_the_wall(window)).mean() < 0.6 * colours(drawn(window)).mean()
    press(window, Key.Key_Escape)
    assert not window.classroom.pointing.spotlight.on
    assert window.classroom.projector.on
    press(window, Key.Key_Escape)
    assert (window.classroom.projector.on, stage(window).isVisible(), window.panel.current) == (False, False, "facts")


def test_pulled_out_the_stage_comes_home_and_plugged_in_f5_brings_it_back(window: Window) -> None:
    told: list[str] = []
    window.classroom.message.connect(told.append)
    press(window, Key.Key_PageDown)
    window.state.select("sacrum")
    detour = window.state.view
    pull_out()
    assert comes_true(window.isFullScreen)
    assert (stage(window).isVisible(), window.menuBar().isVisible(), window.state.view) == (False, False, detour)
    assert "here now" in window.viewport.findChild(Notice).text
    press(window, Key.Key_Backspace, Key.Key_PageDown)
    assert window.classroom.giving.number == 2
    assert not window.actions_by_id["stage_screen"].isEnabled()
    plug_in()
    assert window.actions_by_id["stage_screen"].isEnabled()
    assert told[-1].startswith("There is another screen now: F5")
    press(window, Key.Key_F5)
    assert (window.isFullScreen(), stage(window).geometry()) == (False, BEAMER)
    assert (window.menuBar().isVisible(), console(window).count.text()) == (True, "Scene 3 of 7")
    stage(window).close()
    assert (window.classroom.projector.on, window.panel.current) == (False, "facts")


def test_stage_and_window_change_places_and_stay_so(window: Window) -> None:
    window.actions_by_id["stage_screen"].trigger()
    assert comes_true(lambda: window.screen().name() == "BEAMER")
    assert stage(window).geometry() == two_screens.LAPTOP
    assert comes_true(lambda: drawn(window).size() == two_screens.LAPTOP.size())
    press(window, Key.Key_Escape, Key.Key_F5)
    assert stage(window).geometry() == two_screens.LAPTOP
    window.actions_by_id["stage_screen"].trigger()
    assert comes_true(lambda: window.screen().name() == "LAPTOP")
    assert stage(window).geometry() == BEAMER
    window.setGeometry(0, 0, 1040, 940)
