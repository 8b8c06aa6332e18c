"""Drawing in the real window with mouse, pen and fingers: lines at once, one step each, with the body if wanted."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests import windows
from tests.hands import picture, place_of
from viewer.drawing import style
from viewer.model.session.view_record import as_record, view_of
from viewer.widgets.classroom.board.board import Board
from viewer.window import Window

LEFT, RIGHT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
DRAWN_ON = "psoas_major_left"


@pytest.fixture
def window(request: pytest.FixtureRequest, shared: list[Window]) -> Iterator[Window]:
    shared[0].resize(1000, 720)  # small pictures are drawn quickly
    windows.activate(shared[0])
    shared[0].viewport.setFocus()
    yield shared[0]
    board_of(shared[0]).leave()
    board_of(shared[0]).choose_ink("red")
    shared[0].state.start_over()
    request.node.funcargs.clear()


def board_of(window: Window) -> Board:
    return window.classroom.pointing.board


def draw(window: Window, path: Sequence[QPoint], button: Qt.MouseButton = LEFT) -> None:
    QTest.mousePress(window.viewport, button, NO_KEYS, path[0])
    for place in path[1:]:
        QTest.mouseMove(window.viewport, place)
    QTest.mouseRelease(window.viewport, button, NO_KEYS, path[-1])


def circle(window: Window, radius: int = 60) -> list[QPoint]:
    middle = window.viewport.rect().center()
    turns = [2 * math.pi * i / 40 for i in range(41)]
    return [middle + QPoint(round(radius * math.cos(turn)), round(radius * math.sin(turn))) for turn in turns]


def inked(image: QImage, ink: str) -> int:
    """How many pixels have the colour of an ink."""
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(-1, 4)[:, 2::-1].astype(int)
    return int((np.abs(pixels - 255 * np.array(style.STROKES[ink])).max(axis=1) < 12).sum())


def test_a_line_is_drawn_where_the_hand_was_and_is_one_step(window: Window) -> None:
    camera = window.state.view.camera
    QTest.keyClick(window.viewport, Qt.Key.Key_V)
    assert window.actions_by_id["draw"].isChecked()
    board_of(window).choose_ink("blue")
    before = inked(picture(window), "blue")
    draw(window, circle(window))
    (stroke,) = window.state.view.strokes
    high = window.viewport.height()
    assert stroke.ink == "blue"
    assert len(stroke.places) <= 60
    assert all(abs(math.hypot(x, y) - 60 / high) < 0.006 for x, y, _ in stroke.places)
    assert inked(picture(window), "blue") > before + 1000
    assert window.state.view.camera == camera
    window.state.undo()
    assert window.state.view.strokes == ()
    assert inked(picture(window), "blue") == before


def test_a_line_under_way_is_seen_and_the_body_is_not_drawn_for_it(window: Window, monkeypatch) -> None:
    board, drawn = board_of(window), []
    board.set_on(True)
    picture(window)
    monkeypatch.setattr(window.viewport.scene, "render", lambda: drawn.append(1))
    path = circle(window)
    QTest.mousePress(window.viewport, LEFT, NO_KEYS, path[0])
    for place in path[1:20]:
        QTest.mouseMove(window.viewport, place)
    QApplication.processEvents()
    over = QImage(window.viewport.size(), QImage.Format.Format_RGB32)
    over.fill(Qt.GlobalColor.gray)
    board._line.render(over)
    assert not drawn
    assert inked(over, "red") > 300
    QTest.mouseRelease(window.viewport, LEFT, NO_KEYS, path[19])
    assert board._line.isHidden()


def test_a_line_on_the_body_lies_on_what_is_drawn_on_and_turns_with_it(window: Window) -> None:
    QTest.keyClick(window.viewport, Qt.Key.Key_V, SHIFT)
    assert window.actions_by_id["draw_on_body"].isChecked()
    board_of(window).choose_ink("yellow")
    at = place_of(window, DRAWN_ON)
    draw(window, [at + QPoint(0, 2 * i) for i in range(-8, 9)])
    (stroke,) = window.state.view.strokes
    scene = window.viewport.scene
    assert stroke.on_body
    for place in stroke.places:
        nearest = scene.nearest_on(DRAWN_ON, place)
        assert nearest is not None
        assert math.dist(nearest, place) < 3.0
    front = inked(picture(window), "yellow")
    window.viewport.aiming.look_from("posterior")
    assert front > 50 + inked(picture(window), "yellow"), "hidden behind the body"


def test_drawing_on_nothing_says_so(window: Window) -> None:
    told: list[str] = []
    board_of(window).message.connect(told.append)
    board_of(window).set_on(True, on_body=True)
    draw(window, [QPoint(6 + i, 300) for i in range(9)])
    board_of(window).message.disconnect(told.append)
    assert window.state.view.strokes == ()
    assert "begin on a structure" in told[-1]


def test_the_right_button_turns_and_the_left_one_never_chooses(window: Window) -> None:
    board_of(window).set_on(True)
    camera = window.state.view.camera
    draw(window, [place_of(window, DRAWN_ON)] * 2)
    assert window.state.view.selection == ()
    assert len(window.state.view.strokes) == 1
    middle = window.viewport.rect().center()
    draw(window, [middle, middle + QPoint(40, 0), middle + QPoint(80, 0)], RIGHT)
    assert window.state.view.camera != camera
    assert len(window.state.view.strokes) == 1


def test_the_eraser_takes_a_whole_line_and_the_bar_takes_back_and_wipes(window: Window) -> None:
    board = board_of(window)
    board.set_on(True)
    for radius in (40, 80, 120):
        draw(window, circle(window, radius))
    board.bar._eraser.click()
    middle = window.viewport.rect().center()
    draw(window, [middle + QPoint(x, 0) for x in (60, 70, 80)])
    radii = [round(math.hypot(*one.places[0][:2]) * window.viewport.height()) for one in window.state.view.strokes]
    assert radii == pytest.approx([40, 120], abs=2)
    board.bar._undo.click()
    assert len(window.state.view.strokes) == 1
    QTest.keyClick(window.viewport, Qt.Key.Key_X)
    assert window.state.view.strokes == ()
    assert not window.actions_by_id["wipe"].isEnabled()
    assert not board.bar._wipe.isEnabled()
    window.state.undo()
    assert len(window.state.view.strokes) == 1


@pytest.mark.parametrize("eraser", [False, True])
def test_a_pen_draws_thicker_when_pressed_and_its_other_end_erases(window: Window, eraser: bool) -> None:
    board = board_of(window)
    board.set_on(True)
    path = circle(window)
    for kind, pressure in (("Pen", 0.9), ("Eraser" if eraser else "Pen", 0.1)):
        for place in path:
            with_pen(window, place, path, kind, pressure)
    widths = [one.width for one in window.state.view.strokes]
    assert widths == [] if eraser else widths[0] > 2 * widths[1]


def with_pen(window: Window, place: QPoint, path: Sequence[QPoint], kind: str, pressure: float) -> None:
    """Put a pen down, move it, or lift it, according to where it is on its path."""
    first, last = place is path[0], place is path[-1]
    told = QTabletEvent.Type.TabletPress if first else QTabletEvent.Type.TabletMove
    pointer = QPointingDevice.PointerType[kind]
    device = QPointingDevice(
        "pen", 7, QPointingDevice.DeviceType.Stylus, pointer, QPointingDevice.Capability.Pressure, 1, 1
    )
    for one in (told, QTabletEvent.Type.TabletRelease)[: 2 if last else 1]:
        buttons = Qt.MouseButton.NoButton if one is QTabletEvent.Type.TabletRelease else LEFT
        event = QTabletEvent(
            one, device, QPointF(place), QPointF(window.viewport.mapToGlobal(place)), pressure, 0.0, 0.0, 0.0, 0.0, 0.0,
            NO_KEYS, LEFT, buttons,
        )  # fmt: skip
        QApplication.sendEvent(window.viewport, event)


def test_one_finger_draws_and_two_turn(window: Window) -> None:
    board_of(window).set_on(True)
    view, camera = window.viewport, window.state.view.camera
    glass = QTest.createTouchDevice()
    path = circle(window)
    QTest.touchEvent(view, glass).press(0, path[0]).commit()
    for place in path[1:]:
        QTest.touchEvent(view, glass).move(0, place).commit()
    QTest.touchEvent(view, glass).release(0, path[-1]).commit()
    assert len(window.state.view.strokes) == 1
    assert window.state.view.camera == camera
    one, other = QPoint(200, 200), QPoint(300, 200)
    QTest.touchEvent(view, glass).press(0, one).commit()
    QTest.touchEvent(view, glass).stationary(0).press(1, other).commit()
    for i in range(1, 6):
        QTest.touchEvent(view, glass).move(0, one + QPoint(9 * i, 0)).move(1, other + QPoint(9 * i, 0)).commit()
    QTest.touchEvent(view, glass).release(0, one).release(1, other).commit()
    assert window.state.view.camera != camera
    assert len(window.state.view.strokes) == 1, "the second finger gave up the line of the first"


def test_the_bar_is_large_lies_in_the_view_and_goes_with_esc(window: Window) -> None:
    board = board_of(window)
    assert board.bar.isHidden()
    for width in (330, 1000):
        window.viewport.resize(width, 600)
        board.set_on(True)
        QApplication.processEvents()
        assert window.viewport.rect().contains(board.bar.geometry())
        buttons = board.bar._buttons
        assert len(buttons) == 14
        assert [min(one.width(), one.height()) for one in buttons] == [44] * 14
        assert all(one.accessibleName() and one.toolTip() for one in buttons)
    QTest.keyClick(window.viewport, Qt.Key.Key_Escape)
    assert board.bar.isHidden()
    assert not window.actions_by_id["draw"].isChecked()


def test_what_is_drawn_is_kept_with_the_view(window: Window) -> None:
    board_of(window).set_on(True)
    draw(window, circle(window))
    board_of(window).set_on(True, on_body=True)
    at = place_of(window, DRAWN_ON)
    draw(window, [at, at + QPoint(0, 12), at + QPoint(0, 24)])
    kept = view_of(as_record(window.state.view))
    assert len(kept.strokes) >= 2
    assert kept.strokes == window.state.view.strokes
