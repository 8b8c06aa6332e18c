"""The facts as text: whole, plain, and each in touch with the state."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from viewer.model.answers.describe import paragraphs
from viewer.model.atlas.atlas import Atlas
from viewer.model.session.state import ViewState
from viewer.widgets.facts.panel import POINTING_PAUSE, FactsPanel

HOSTILE = '<script>alert(1)</script><img src="file:///etc/passwd"><a href="http://x.example">x</a> &amp; \u202ereversed'


@pytest.fixture
def state(atlas: Atlas) -> ViewState:
    return ViewState(atlas)


@pytest.fixture
def panel(qtbot, state: ViewState) -> FactsPanel:
    panel = FactsPanel(state)
    panel.resize(380, 700)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def plain(panel: FactsPanel) -> str:
    return panel.toPlainText().replace("\N{NO-BREAK SPACE}", " ")


def test_without_a_selection_it_says_how_to_begin(panel: FactsPanel) -> None:
    assert "Nothing selected" in plain(panel)
    assert "Click a structure" in plain(panel)


@pytest.mark.parametrize("structure_id", ["psoas_major_right", "psoas_minor_left", "femur_left", "skin"])
def test_all_that_is_known_stands_in_it(panel: FactsPanel, state: ViewState, structure_id: str) -> None:
    state.select(structure_id)
    text = plain(panel)
    told = paragraphs(state.atlas, structure_id)
    assert len(told) > 1
    for paragraph in told:
        assert paragraph.heading in text
        for line in paragraph.lines:
            assert line.text in text
            assert "; ".join(line.sources) in text


def test_what_is_disputed_says_so_in_words(panel: FactsPanel, state: ViewState) -> None:
    state.select("psoas_major_right")
    said = plain(panel)
    lines = [line for paragraph in paragraphs(state.atlas, "psoas_major_right") for line in paragraph.lines]
    for status in ("disputed", "tradition"):
        marked = next(line for line in lines if line.status == status)
        assert f"{marked.text}   {status} " in said


def test_each_fact_can_be_pointed_at(panel: FactsPanel, state: ViewState) -> None:
    state.select("iliacus_right")
    assert {place.fact for place in panel._ranges} >= {
        fact.id for fact in state.atlas.structures["iliacus_right"].facts()
    }


def test_hovering_and_clicking_light_a_fact(qtbot, panel: FactsPanel, state: ViewState) -> None:
    state.select("psoas_major_right")
    place = panel._ranges[1]
    middle = panel._rect(place).center().toPoint()
    QTest.mouseMove(panel.viewport(), middle)
    qtbot.waitUntil(lambda: state.view.fact == place.fact)
    QTest.mouseClick(panel.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert state.lit == place.fact
    QTest.mouseMove(panel.viewport(), QPoint(2, 2))
    qtbot.wait(2 * POINTING_PAUSE)
    assert state.view.fact == place.fact  # it was chosen, so it stays lit
    QTest.mouseClick(panel.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert state.lit is None


def test_the_keyboard_steps_through_the_facts(panel: FactsPanel, state: ViewState) -> None:
    state.select("psoas_major_right")
    panel.activateWindow()
    panel.setFocus()
    seen = []
    for _ in range(3):
        QTest.keyClick(panel, Qt.Key.Key_Down)
        seen.append(state.view.fact)
    assert seen == [place.fact for place in panel._ranges[:3]]
    QTest.keyClick(panel, Qt.Key.Key_Up)
    QTest.keyClick(panel, Qt.Key.Key_Return)
    assert state.lit == panel._ranges[1].fact


def test_a_bone_leads_to_the_muscles_it_carries(qtbot, panel: FactsPanel, state: ViewState) -> None:
    state.select("femur_right")
    place = next(place for place in panel._ranges if place.leads_to)
    assert f"Go to {state.atlas.structures[place.leads_to].title}" in plain(panel)
    panel._current = place
    with qtbot.waitSignal(panel.followed) as followed:
        QTest.keyClick(panel, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert followed.args == [place.leads_to]


def test_a_section_can_be_gone_to(panel: FactsPanel, state: ViewState) -> None:
    state.select("psoas_major_right")
    heading, block = panel.headings[3]
    panel.go_to(block)
    assert panel.textCursor().block().text() == heading
    assert panel.verticalScrollBar().value() > 0


def test_text_can_be_copied_and_not_changed(panel: FactsPanel, state: ViewState) -> None:
    state.select("iliacus_left")
    before = panel.toPlainText()
    QTest.keyClicks(panel, "x")
    assert panel.toPlainText() == before
    panel.selectAll()
    panel.copy()
    assert "Iliacus, left" in QApplication.clipboard().text()


def test_hostile_words_are_only_words(qtbot, atlas: Atlas) -> None:
    muscle = atlas.structures["psoas_major_right"]
    fact = replace(muscle.actions[0], text=HOSTILE)
    hostile = replace(atlas, structures={**atlas.structures, muscle.id: replace(muscle, actions=(fact,))})
    state = ViewState(hostile)
    panel = FactsPanel(state)
    qtbot.addWidget(panel)
    state.select(muscle.id)
    assert HOSTILE.split(" &amp;", maxsplit=1)[0] in panel.toPlainText()
    formats = panel.document().allFormats()
    assert not any(one.isImageFormat() for one in formats)
    assert all(
        one.toCharFormat().anchorHref() in ("", *(f"structure:{name}" for name in atlas.structures)) for one in formats
    )


def test_a_reader_of_screens_finds_it(panel: FactsPanel) -> None:
    assert panel.accessibleName() == "Facts"
