"""Place your finger, in the real window on the real body: what is taught reaches it, what is not is told why."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.windows import PATIENCE
from viewer.model.atlas.atlas import Kind, Point
from viewer.model.training.deck import Card
from viewer.model.training.question import Sort
from viewer.widgets.training.course import Stage
from viewer.window import Window

GOOD: dict[str, tuple[Point, Point, float]] = {
    "psoas_major_right:wall": ((-65.7, -99.9, 120.2), (-58.0, -20.0, 126.0), 85.0),
    "psoas_major_right:L4": ((-72.7, -104.3, 158.1), (-58.0, -16.0, 164.0), 97.0),
    "psoas_major_right:tendon": ((-78.0, -77.8, 0.0), (-69.0, -38.0, 0.0), 33.0),
    "iliacus_right:crest": ((-106.2, -80.8, 90.2), (-114.0, -30.0, 99.0), 38.0),
    "iliacus_right:below": ((-93.0, -76.7, 10.0), (-93.0, -38.0, 10.0), 30.0),
}
"""Where the walks lead a finger: from near a place on the skin, towards another, so many mm deep."""


def other_side(point: Point) -> Point:
    return (-point[0], *point[1:])


def place(window: Window, qtbot, start: Point, aim: Point, depth: float) -> None:
    press = window.viewport.body.press_on(start, aim)
    assert press is not None
    window.viewport.hand.lay(replace(press, depth=depth))
    qtbot.waitUntil(lambda: not window.viewport.body.feel(press).awaited, timeout=PATIENCE)
    QTest.mouseClick(window.training.page.asking.here.here, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("side", ["right", "left"])
def test_the_way_that_is_taught_reaches_every_target_on_both_sides(window: Window, qtbot, side: str) -> None:
    cards, course = window.training.cards(), window.training.course
    asked: dict[str, Card] = {name: card for name, card in cards.items() if card.sort is Sort.FINGER}
    assert {name.removeprefix("finger:").replace("_left", "_right") for name in asked} == set(GOOD)
    tried = {name: way for name, way in GOOD.items() if side == "right" or "wall" not in name}
    window.training.ask([asked[f"finger:{name.replace('_right', f'_{side}')}"] for name in tried], 1)
    for start, aim, depth in tried.values():
        here = (start, aim) if side == "right" else (other_side(start), other_side(aim))
        place(window, qtbot, *here, depth)
        assert course.verdict is not None
        assert course.verdict.is_right, (course.question, course.verdict)
        course.tell(3)
        course.go_on()
    assert all(one.verdict.is_right for one in course.results)


def test_a_finger_in_the_wrong_place_is_told_where_it_is_and_where_to_go(window: Window, qtbot) -> None:
    course, atlas = window.training.course, window.state.atlas
    window.training.ask([window.training.cards()["finger:psoas_major_right:wall"]], 1)
    skin = {name for name, one in atlas.structures.items() if one.kind is Kind.SKIN}
    assert window.state.view.isolated == skin, "all that lies below is covered"
    assert window.state.view.unnamed
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert course.stage is Stage.ASKING
    assert "skin" in window.training.page.asking.how.text()
    QTest.mouseClick(window.training.page.asking.here.lay, Qt.MouseButton.LeftButton)
    assert window.state.view.finger is not None
    place(window, qtbot, (-63.0, -78.0, 0.0), (-62.0, -38.0, 0.0), 24.0)
    assert course.stage is Stage.SURENESS
    course.tell(3)
    verdict = course.results[-1].verdict
    assert verdict.right <= 0.3
    assert "keeps off" in verdict.words
    assert "femoral artery (right)" in verdict.words
    asking = window.training.page.asking
    assert asking.section.isVisible()
    assert asking.section.plate is not None or asking.section.grab() is not None
    assert window.state.view.finger is not None, "the finger stays to be seen"
    assert window.state.view.selection[-1] == "psoas_major_right"
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Return)
    assert window.state.view.finger is None
