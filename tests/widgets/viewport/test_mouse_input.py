"""What a hand does, told as intentions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from viewer.widgets.viewport.mouse_input import KEY_SHIFT, MouseInput

Button, Modifier = Qt.MouseButton, Qt.KeyboardModifier
START = QPoint(100, 100)


@pytest.fixture
def widget(qtbot) -> QWidget:
    widget = QWidget()
    widget.resize(300, 200)
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def told(widget: QWidget) -> list[tuple[object, ...]]:
    heard: list[tuple[object, ...]] = []
    pointer = MouseInput(widget)
    pointer.grabbed.connect(lambda: heard.append(("grabbed",)))
    pointer.turned.connect(lambda x, y: heard.append(("turned", x, y)))
    pointer.shifted.connect(lambda x, y: heard.append(("shifted", x, y)))
    pointer.released.connect(lambda: heard.append(("released",)))
    pointer.nudged.connect(lambda: heard.append(("nudged",)))
    pointer.zoomed.connect(lambda place, steps: heard.append(("zoomed", place.toPoint(), steps)))
    pointer.clicked.connect(lambda place, adding: heard.append(("clicked", place.toPoint(), adding)))
    pointer.menu_asked.connect(lambda place: heard.append(("menu", place.toPoint())))
    return heard


def drag(widget: QWidget, way: QPoint, button: Button, keys: Modifier = Modifier.NoModifier) -> None:
    QTest.mousePress(widget, button, keys, START)
    QTest.mouseMove(widget, START + way * 0.5)
    QTest.mouseMove(widget, START + way)
    QTest.mouseRelease(widget, button, keys, START + way)


@pytest.mark.parametrize(
    ("button", "keys", "intention"),
    [
        (Button.LeftButton, Modifier.NoModifier, "turned"),
        (Button.LeftButton, Modifier.ShiftModifier, "shifted"),
        (Button.MiddleButton, Modifier.NoModifier, "shifted"),
    ],
)
def test_a_drag_is_a_move_and_no_click(widget, told, button: Button, keys: Modifier, intention: str) -> None:
    drag(widget, QPoint(60, 20), button, keys)
    assert [one[0] for one in told] == ["grabbed", intention, intention, "released"]
    assert sum(one[1] for one in told if one[0] == intention) == 30  # what lay beyond the first threshold
    assert not any(one[0] == "clicked" for one in told)


def test_a_right_drag_is_nothing(widget, told) -> None:
    drag(widget, QPoint(60, 20), Button.RightButton)
    assert told == []


@pytest.mark.parametrize(("keys", "adding"), [(Modifier.NoModifier, False), (Modifier.ControlModifier, True)])
def test_a_click_within_the_drag_distance(widget, told, keys: Modifier, adding: bool) -> None:
    near = QPoint(QApplication.startDragDistance() // 2, 0)
    drag(widget, near, Button.LeftButton, keys)
    assert told == [("clicked", START + near, adding)]


def test_going_far_and_coming_back_is_no_click(widget, told) -> None:
    QTest.mousePress(widget, Button.LeftButton, Modifier.NoModifier, START)
    QTest.mouseMove(widget, START + QPoint(50, 0))
    QTest.mouseMove(widget, START)
    QTest.mouseRelease(widget, Button.LeftButton, Modifier.NoModifier, START)
    assert told[-1] == ("released",)


def test_a_second_button_during_a_drag_changes_nothing(widget, told) -> None:
    QTest.mousePress(widget, Button.LeftButton, Modifier.NoModifier, START)
    QTest.mouseMove(widget, START + QPoint(50, 0))
    QTest.mouseClick(widget, Button.RightButton, Modifier.NoModifier, START + QPoint(50, 0))
    QTest.mouseRelease(widget, Button.LeftButton, Modifier.NoModifier, START + QPoint(50, 0))
    assert [one[0] for one in told] == ["grabbed", "turned", "released"]


def test_a_right_click_asks_for_the_menu(widget, told) -> None:
    QTest.mouseClick(widget, Button.RightButton, Modifier.NoModifier, START)
    assert told == [("menu", START)]


def test_keys_turn_shift_and_zoom(widget, told) -> None:
    QTest.keyClick(widget, Qt.Key.Key_Left)
    QTest.keyClick(widget, Qt.Key.Key_Up, Modifier.ShiftModifier)
    QTest.keyClick(widget, Qt.Key.Key_Plus)
    middle = widget.rect().center()
    expected = [("nudged",), ("turned", -KEY_SHIFT, 0.0), ("nudged",), ("shifted", 0.0, -KEY_SHIFT)]
    assert told == [*expected, ("zoomed", middle, 1.0)]


def test_the_wheel_zooms_where_the_pointer_is(widget, told) -> None:
    place = QPointF(40, 50)
    event = QWheelEvent(
        place,
        place,
        QPoint(),
        QPoint(0, 240),
        Button.NoButton,
        Modifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    assert told == [("zoomed", place.toPoint(), 2.0)]
