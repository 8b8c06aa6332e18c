"""From psoas major to its nerve, to iliacus and the footprint in its fossa, and from the thigh back to them.

In the real window, once by mouse alone and once by keyboard alone.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.hands import click, differing, picture
from viewer.drawing.overlays.overlays import wanted
from viewer.model.atlas.zones import middle
from viewer.widgets.facts.document import FactRange
from viewer.widgets.facts.leads import Lead, LeadKind
from viewer.window import Window

Key, Modifier = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton
FOSSA = "iliacus_right.origin.fossa"


@pytest.fixture
def window(open_window: Callable[..., Window]) -> Window:
    return open_window()


def selected(window: Window) -> str:
    (one,) = window.state.view.selection
    return one


def place_with(window: Window, words: str) -> FactRange:
    document = window.facts.document()

    def said(place: FactRange) -> str:
        blocks = range(place.first, place.last + 1)
        return "\n".join(document.findBlockByNumber(number).text() for number in blocks)

    return next(place for place in window.facts._ranges if words in said(place))


# The mouse ----------------------------------------------------------------------------------------------------


def follow_by_mouse(window: Window, words: str) -> None:
    """Click on the link of the line that says so."""
    panel, place = window.facts, place_with(window, words)
    panel.setTextCursor(QTextCursor(panel.document().findBlockByNumber(place.last)))
    panel.ensureCursorVisible()
    at = panel.cursorRect().center() + QPoint(20, 0)
    assert panel.anchorAt(at)
    QTest.mouseClick(panel.viewport(), LEFT, pos=at)


def front_of_thigh(window: Window) -> QPoint:
    zones = window.state.atlas.structures["psoas_major_right"].referrals
    (x, z), _ = middle(next(one.zone for one in zones if one.id.endswith("referral.thigh")))
    assert window.viewport.scene is not None
    across, up = window.viewport.scene.project((x, -60.0, z))
    scale = window.viewport.devicePixelRatioF()
    return QPoint(round(across / scale), round(window.viewport.height() - up / scale))


def test_the_journey_by_mouse_alone(window: Window) -> None:
    click(window, "psoas_major_right")
    follow_by_mouse(window, "Nerve: L2 nerve root, right")
    assert selected(window) == "nerve_root_L2_right"
    assert window.state.view.shows("nerve_root_L2_right")
    follow_by_mouse(window, "Femoral nerve, right")
    follow_by_mouse(window, "Iliacus, right (L2, L3)")
    assert selected(window) == "iliacus_right"
    follow_by_mouse(window, "One by one")
    before = picture(window)
    fact = place_with(window, "Above: iliac fossa")
    panel = window.facts
    panel.setTextCursor(QTextCursor(panel.document().findBlockByNumber(fact.first)))
    panel.ensureCursorVisible()
    QTest.mouseClick(panel.viewport(), LEFT, pos=panel._rect(fact).topLeft().toPoint() + QPoint(30, 14) - offset(panel))
    assert window.state.lit == FOSSA
    assert differing(before, picture(window)) > 100
    follow_by_mouse(window, "Above: iliac fossa")
    assert selected(window) == "hip_bone_right"
    assert any(one.muscle == "iliacus_right" for one in wanted(window.state.atlas, window.state.view).footprints)

    button = window.bar.findChildren(QWidget)  # the standard view by its button
    QTest.mouseClick(next(one for one in button if one.toolTip().startswith("Anterior view")), LEFT)
    window.actions_by_id["where_it_hurts"].trigger()  # from the menu
    QTest.mouseClick(window.viewport, LEFT, Modifier.NoModifier, front_of_thigh(window))
    assert "It hurts here" in window.facts.toPlainText()
    follow_by_mouse(window, "Iliacus, right")
    assert selected(window) == "iliacus_right"
    assert window.state.lit == "iliacus_right.referral.thigh"


def offset(panel: object) -> QPoint:
    return QPoint(panel.horizontalScrollBar().value(), panel.verticalScrollBar().value())


# The keyboard -------------------------------------------------------------------------------------------------


def press(key: Key | str, keys: Modifier = Modifier.NoModifier) -> None:
    """A key to whatever has the keyboard; something must."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, keys)


def follow_by_keys(window: Window, words: str) -> None:
    """Step down to the line and follow its link."""
    assert window.facts.hasFocus()
    wished = place_with(window, words)
    for _ in range(len(window.facts._ranges)):
        if window.facts._current == wished:
            break
        press(Key.Key_Down)
    assert window.facts._current == wished
    press(Key.Key_Return, Modifier.ControlModifier)


def test_the_journey_by_keyboard_alone(window: Window) -> None:
    press("/")
    QTest.keyClicks(QApplication.focusWidget(), "psoas major right")
    press(Key.Key_Return)
    assert selected(window) == "psoas_major_right"
    press(Key.Key_F6)
    follow_by_keys(window, "Nerve: L2 nerve root, right")
    follow_by_keys(window, "Femoral nerve, right")
    assert selected(window) == "femoral_nerve_right"
    follow_by_keys(window, "Iliacus, right (L2, L3)")
    assert selected(window) == "iliacus_right"
    follow_by_keys(window, "One by one")
    wished = place_with(window, "Above: iliac fossa")
    while window.facts._current != wished:
        press(Key.Key_Down)
    assert window.state.view.fact == FOSSA
    press(Key.Key_Return)
    assert window.state.lit == FOSSA
    press(Key.Key_Return, Modifier.ControlModifier)
    assert selected(window) == "hip_bone_right"
    press("w")
    follow_by_keys(window, "Front of the thigh")
    assert "It hurts here" in window.facts.toPlainText()
    follow_by_keys(window, "Psoas major, right")
    assert selected(window) == "psoas_major_right"
    assert window.state.lit == "psoas_major_right.referral.thigh"


def test_every_fact_zone_trigger_point_and_nerve_is_stepped_to_by_keyboard(window: Window) -> None:
    """All that the panel tells of a muscle and a nerve lights up as Down steps through it."""
    for structure in ("iliacus_right", "femoral_nerve_right"):
        window.state.select(structure)
        window.viewport.setFocus()
        press(Key.Key_F6)
        window.facts.unfold(Lead(LeadKind.FOLD, "Attachments"), True)
        stepped = {window.state.view.fact}
        for _ in window.facts._ranges:
            press(Key.Key_Down)
            stepped.add(window.state.view.fact)
        assert {fact.id for fact in window.state.atlas.structures[structure].facts()} <= stepped
    listed = set(window.structures.listed())
    assert {name for name in window.state.atlas.structures if name not in window.state.view.absent} <= listed
