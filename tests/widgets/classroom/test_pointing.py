"""The pointer as a spotlight, and the blank screen: seen in the real window, and cheap."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests import windows
from viewer.widgets.classroom.spotlight import DIM, paint_spotlight
from viewer.window import Window

CTRL, NO_KEYS = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(request: pytest.FixtureRequest, shared: list[Window]) -> Iterator[Window]:
    windows.activate(shared[0])
    shared[0].viewport.setFocus()
    yield shared[0]
    while shared[0].classroom.pointing.leave():
        pass
    shared[0].state.select()
    request.node.funcargs.clear()


def wheel(window: Window, at: QPoint, notches: int, keys: Qt.KeyboardModifier) -> None:
    place = QPointF(at)
    event = QWheelEvent(
        place, window.viewport.mapToGlobal(place), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton, keys,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(window.viewport, event)


def test_the_light_follows_the_pointer_and_no_frame_is_drawn_for_it(window: Window, monkeypatch, qtbot) -> None:
    view, light, drawn = window.viewport, window.classroom.pointing.spotlight, []
    QTest.keyClick(view, Qt.Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
    assert light.on
    assert window.actions_by_id["spotlight"].isChecked()
    monkeypatch.setattr(view.scene, "render", lambda: drawn.append(1))
    height = view.height()
    for x in (200, 260, 320):
        QTest.mouseMove(view, QPoint(x, 240))  # the screen's own pointer, which takes its time
        there = pytest.approx(((x - view.width() / 2) / height, 0.5 - 240 / height), abs=0.003)
        qtbot.waitUntil(lambda there=there: light.place == there)
    assert light.on
    assert not drawn


def test_the_wheel_with_ctrl_changes_its_size_and_does_not_come_closer(window: Window) -> None:
    light, camera = window.classroom.pointing.spotlight, window.state.view.camera
    window.actions_by_id["spotlight"].trigger()
    size = light.radius
    wheel(window, window.viewport.rect().center(), 2, CTRL)
    assert light.radius > 1.2 * size
    wheel(window, window.viewport.rect().center(), -2, CTRL)
    assert light.radius == pytest.approx(size)
    assert window.state.view.camera == camera


def test_esc_ends_the_light_and_leaves_what_is_chosen(window: Window) -> None:
    name = next(iter(window.state.atlas.structures))
    window.state.select(name)
    window.actions_by_id["spotlight"].trigger()
    QTest.keyClick(window.viewport, Qt.Key.Key_Escape)
    assert not window.classroom.pointing.spotlight.on
    assert not window.actions_by_id["spotlight"].isChecked()
    assert window.state.view.selection == (name,)
    QTest.keyClick(window.viewport, Qt.Key.Key_Escape)
    assert window.state.view.selection == ()


def test_around_the_light_the_picture_is_dim_and_within_it_as_it_was() -> None:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_spotlight(painter, QRectF(0, 0, 400, 300), QPointF(120, 100), 50)
    painter.end()
    grey = np.frombuffer(image.constBits(), np.uint8).reshape(300, 400, 4)[:, :, 0].astype(int)
    away = np.hypot(*np.meshgrid(np.arange(400) - 119.5, np.arange(300) - 99.5))
    assert (grey[away < 38] == 255).all()
    assert (np.abs(grey[away > 62] - (255 - DIM.alpha())) <= 2).all()
    across = grey[100, 120:200]
    assert (np.diff(across) <= 0).all(), "the light fades softly"


@pytest.mark.parametrize("back", ["key", "shortcut", "click", "again"])
def test_a_blank_screen_comes_back_with_anything(window: Window, back: str) -> None:
    blank, view = window.classroom.pointing.blank, window.state.view
    QTest.keyClick(window.viewport, Qt.Key.Key_Period)
    assert blank.on
    card = window.focusWidget()
    assert card.rect() == window.viewport.rect()
    seen = card.grab().toImage()
    assert seen.pixelColor(5, 5) == seen.pixelColor(card.width() // 2, card.height() // 2)
    QTest.keyClick(card, Qt.Key.Key_Shift, NO_KEYS)
    assert blank.on, "a key that is only held says nothing"
    if back == "click":
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(card, {"key": Qt.Key.Key_Space, "shortcut": Qt.Key.Key_G, "again": Qt.Key.Key_Period}[back])
    assert not blank.on
    assert card.isHidden()
    assert window.viewport.hasFocus()
    assert window.state.view == view, "the key did nothing else"


def test_while_the_stage_is_elsewhere_no_card_lies_here(window: Window) -> None:
    blank, told = window.classroom.pointing.blank, []
    blank.changed.connect(told.append)
    blank.set_here(False)
    blank.toggle()
    assert window.focusWidget() is window.viewport
    blank.set_here(True)
    assert window.focusWidget() is not window.viewport
    blank.toggle()
    assert told == [True, False]
