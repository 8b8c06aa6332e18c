"""Questions to the facts: what has no mesh, where it hurts, what a root level reaches; by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests import windows
from tests.hands import differing, picture
from viewer.drawing.overlays.overlays import wanted
from viewer.model.answers import referred_pain
from viewer.model.atlas.atlas import Kind, Referral
from viewer.model.atlas.zones import middle
from viewer.model.session.view_changes import overlaid
from viewer.widgets.facts.leads import Lead, LeadKind
from viewer.window import Window

UNSHOWN = "interosseous_sacroiliac_ligament_right"  # known by name and facts alone

Key, Modifier = Qt.Key, Qt.KeyboardModifier
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


@pytest.fixture
def window(request: pytest.FixtureRequest, shared: list[Window]) -> Iterator[Window]:
    """The shared window, at the end with nothing chosen, asked or typed."""
    windows.activate(shared[0])
    yield shared[0]
    shared[0].questions.end_asking()
    shared[0].structures.field.clear()
    shared[0].state.start_over()
    request.node.funcargs.clear()


def front_of_thigh(window: Window) -> QPoint:
    """Where the middle of psoas major's area on the right thigh is to be seen."""
    zones = (fact for fact in window.state.atlas.structures["psoas_major_right"].referrals)
    zone = next(fact.zone for fact in zones if fact.zone.view == "anterior")
    (x, z), _ = middle(zone)
    window.viewport.aiming.look_from("anterior")
    scene = window.viewport.scene
    assert scene is not None
    across, up = scene.project((x, -60.0, z))
    scale = window.viewport.devicePixelRatioF()
    return QPoint(round(across / scale), round(window.viewport.height() - up / scale))


def told(window: Window) -> str:
    return window.facts.toPlainText().replace("\N{NO-BREAK SPACE}", " ")


def follow(window: Window, words: str) -> None:
    """Step with the keyboard to the line that leads where the words say, and go there."""
    place = next(one for one in window.facts._ranges if one.leads_to and words in _text(window, one.first, one.last))
    window.facts.setFocus()
    window.facts._current = None
    while window.facts._current != place:
        QTest.keyClick(window.facts, Key.Key_Down)
    QTest.keyClick(window.facts, Key.Key_Return, Modifier.ControlModifier)


def _text(window: Window, first: int, last: int) -> str:
    blocks = (window.facts.document().findBlockByNumber(number) for number in range(first, last + 1))
    return "\n".join(block.text() for block in blocks)


def test_it_hurts_here_names_muscles_and_leads_back_to_them(window: Window) -> None:
    place = front_of_thigh(window)
    QTest.keyClick(window.viewport, "w")
    assert "Where does it hurt?" in told(window)
    QTest.mouseClick(window.viewport, LEFT, Modifier.NoModifier, place)
    assert "It hurts here" in told(window)
    assert "1. Psoas major, right" in told(window) or "1. Iliacus, right" in told(window)
    before = picture(window)
    follow(window, "Choose Psoas major, right")
    assert window.state.view.selection == ("psoas_major_right",)
    assert isinstance(window.state.atlas.fact(window.state.lit or "")[1], Referral)
    assert differing(before, picture(window)) > 1000
    assert not window.viewport.navigation.asking


def test_the_right_button_asks_what_hurts_there(window: Window) -> None:
    place = front_of_thigh(window)
    QTest.mouseClick(window.viewport, RIGHT, Modifier.NoModifier, place)
    menu = window.findChildren(QMenu)[-1]
    next(action for action in menu.actions() if "hurts here" in action.text()).trigger()
    menu.close()
    assert "It hurts here" in told(window)


def test_every_area_is_reached_by_the_keyboard(window: Window) -> None:
    QTest.keyClick(window.viewport, "w")
    areas = {Lead(LeadKind.AREA, zone.id) for _, zone in referred_pain.areas(window.state.atlas)}
    assert areas <= {place.leads_to for place in window.facts._ranges}
    follow(window, "Kneecap")
    assert "Rectus femoris" in told(window)
    follow(window, "Choose Rectus femoris")
    assert told(window).startswith("Rectus femoris")
    assert window.state.lit is not None


def test_esc_ends_the_question(window: Window) -> None:
    QTest.keyClick(window.viewport, "w")
    QTest.keyClick(window.viewport, Key.Key_Escape)
    assert not window.viewport.navigation.asking
    assert "Click a structure in the 3D view" in told(window)


def test_what_has_no_mesh_is_found_and_told_of(window: Window) -> None:
    field = window.structures.field
    assert UNSHOWN not in window.structures.listed()
    field.setFocus()
    QTest.keyClicks(field, "interosseous sacroiliac ligament right")
    assert window.structures.listed()[0] == UNSHOWN
    assert "not modelled yet" in window.structures.text_of(UNSHOWN)
    QTest.keyClick(field, Key.Key_Return)
    assert told(window).startswith("Interosseous sacroiliac ligament, right")
    assert window.state.view.selection == ()
    window.state.select("femur_right")
    assert told(window).startswith("Femur, right")


def test_a_bone_leads_to_a_ligament_without_a_mesh(window: Window) -> None:
    window.state.select("hip_bone_right")
    follow(window, "Go to Interosseous sacroiliac ligament, right")
    assert told(window).startswith("Interosseous sacroiliac ligament, right")


def test_from_muscle_to_nerve_to_muscle_to_bone_by_the_keyboard(window: Window) -> None:
    window.state.select("psoas_major_right")
    nerve = next(place.leads_to.id for place in window.facts._ranges if place.leads_to and "nerve" in place.leads_to.id)
    follow(window, f"Go to {window.state.atlas.known[nerve].title}")
    assert window.state.view.selection == (nerve,)
    window.state.select("femoral_nerve_right")
    follow(window, "Go to Iliacus, right")
    assert window.state.view.selection == ("iliacus_right",)


def test_a_root_level_tells_and_selects_all_that_it_reaches(window: Window) -> None:
    QTest.keyClick(window.viewport, "n")
    follow(window, "All that L2 reaches")
    assert "Root level L2" in told(window)
    assert "Psoas major, right" in told(window)
    follow(window, "Select all of it")
    assert {"psoas_major_right", "iliacus_left"} <= set(window.state.view.selection)
    assert "Root level L2" in told(window)


def test_a_nerve_that_was_put_away_is_seen_while_its_fact_is_lit(window: Window) -> None:
    atlas = window.state.atlas
    fact = next(one for one in atlas.structures["iliacus_right"].innervation if one.nerve_structures)
    window.state.set_hidden([one.id for one in atlas.structures.values() if one.kind is Kind.NERVE], True)
    window.state.select("iliacus_right")
    window.state.change(overlaid(False))
    before = picture(window)
    window.state.highlight(fact.id)
    assert differing(before, picture(window)) > 200


def test_all_zones_of_a_muscle_without_a_mesh_are_lit_at_once(window: Window) -> None:
    window.questions.tell_of("quadratus_lumborum_right")
    zones = {one.zone for one in window.state.atlas.known["quadratus_lumborum_right"].referrals}
    assert len(zones) > 1
    assert {painted.zone for painted in wanted(window.state.atlas, window.state.view).zones} == zones


def test_the_first_steps_of_the_empty_page_are_followed(open_window: Callable[..., Window]) -> None:
    window = open_window()
    assert "Welcome" in told(window)
    window.questions.follow(Lead(LeadKind.VARIATION, "psoas_minor"))
    assert window.state.view.selection == ("psoas_minor_right",)
    assert window.facts.textCursor().block().text() == "Variation"
    for page in ("walks", "finger", "train", "lessons"):
        window.questions.follow(Lead(LeadKind.PAGE, page))
        assert window.panel.current == page
    window.state.select()
    window.questions.follow(Lead(LeadKind.WELCOME))
    assert "Welcome" not in told(window)
    assert window._settings.greeted
