"""The facts as text: whole, plain, and each in touch with the state."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from viewer.model.answers.describe import paragraphs
from viewer.model.answers.fact_lines import reference
from viewer.model.atlas.atlas import Atlas, Row, Section
from viewer.model.session.state import ViewState
from viewer.widgets.facts.facts_text import POINTING_PAUSE
from viewer.widgets.facts.leads import Lead, LeadKind
from viewer.widgets.facts.panel import FactsPanel

HOSTILE = '<script>alert(1)</script><img src="file:///etc/passwd"><a href="http://x.example">x</a> &amp; \u202ereversed'


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
    assert "Welcome" in plain(panel)
    assert "Click a structure" in plain(panel)
    panel.set_greeted()
    assert "Nothing selected" in plain(panel)
    assert "Welcome" not in plain(panel)


@pytest.mark.parametrize("structure_id", ["psoas_major_right", "psoas_minor_left", "femur_left", "skin"])
def test_all_that_is_known_stands_in_it(panel: FactsPanel, state: ViewState, structure_id: str) -> None:
    state.select(structure_id)
    told = paragraphs(state.atlas, structure_id)
    for heading in [one.heading for one in told if one.folded] + ["Sources"]:
        panel.unfold(Lead(LeadKind.FOLD, heading), True)
    text = plain(panel)
    lines = [line for paragraph in told for line in paragraph.all_lines]
    assert len(lines) > 5
    for line in lines:
        assert line.text in text
        assert all(reference in text for reference in line.references)
    assert all(paragraph.heading in text for paragraph in told)


def test_a_fact_carries_the_numbers_of_its_sources_and_unfolds_them(panel: FactsPanel, state: ViewState) -> None:
    state.select("psoas_major_right")
    fact = state.atlas.structures["psoas_major_right"].actions[0]
    references = [reference(state.atlas.sources[one]) for one in fact.sources]
    assert not any(one in plain(panel) for one in references)
    panel._current = next(one for one in panel._ranges if one.fact == fact.id)
    QTest.keyClick(panel, Qt.Key.Key_Right)
    assert all(one in plain(panel) for one in references)
    assert panel._current.fact == fact.id
    QTest.keyClick(panel, Qt.Key.Key_Left)
    assert not any(one in plain(panel) for one in references)


def test_a_click_on_the_numbers_unfolds_the_sources(panel: FactsPanel, state: ViewState) -> None:
    state.select("psoas_major_right")
    fact = state.atlas.structures["psoas_major_right"].summary[0]
    place = next(one for one in panel._ranges if one.fact == fact.id)
    cursor = QTextCursor(panel.document().findBlockByNumber(place.last))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    cursor.movePosition(QTextCursor.MoveOperation.Left, n=1)
    QTest.mouseClick(panel.viewport(), Qt.MouseButton.LeftButton, pos=panel.cursorRect(cursor).center())
    assert reference(state.atlas.sources[fact.sources[0]]) in plain(panel)
    assert state.lit is None


def test_attachments_begin_with_one_sentence_and_unfold(panel: FactsPanel, state: ViewState) -> None:
    state.select("psoas_major_right")
    muscle = state.atlas.structures["psoas_major_right"]
    assert muscle.attached[0].text in plain(panel)
    assert not any(one.text in plain(panel) for one in muscle.attachments)
    fold = Lead(LeadKind.FOLD, "Attachments")
    panel._current = next(one for one in panel._ranges if one.leads_to == fold)
    QTest.keyClick(panel, Qt.Key.Key_Return)
    assert all(one.text in plain(panel) for one in muscle.attachments)
    assert panel._current.leads_to == fold


def test_the_first_steps_lead_somewhere(qtbot, panel: FactsPanel, state: ViewState) -> None:
    steps = {one.leads_to.kind: one for one in panel._ranges if one.leads_to}
    assert set(steps) == {
        LeadKind.WELCOME, LeadKind.STRUCTURE, LeadKind.AREAS, LeadKind.VARIATION, LeadKind.PAGE, LeadKind.LEVELS,
    }  # fmt: skip
    pages = [one.leads_to.id for one in panel._ranges if one.leads_to and one.leads_to.kind is LeadKind.PAGE]
    assert pages == ["walks", "finger", "train", "lessons"]
    assert "Psoas minor: present or absent?" in plain(panel)
    panel._current = steps[LeadKind.AREAS]
    with qtbot.waitSignal(panel.asked) as asked:
        QTest.keyClick(panel, Qt.Key.Key_Return)
    assert asked.args == [Lead(LeadKind.AREAS)]


def test_a_row_of_a_table_stands_under_its_columns(qtbot, atlas: Atlas) -> None:
    muscle = atlas.structures["psoas_major_right"]
    rows = tuple(
        Row(f"{muscle.id}.row.{number}", "The sentence.", muscle.actions[0].status, ("seed",), ("Thigh up", answer))
        for number, answer in enumerate(("short psoas", "short rectus"))
    )
    table = Section("Length", rows, ("Seen", "Points to"))
    state = ViewState(replace(atlas, structures={**atlas.structures, muscle.id: replace(muscle, more=(table,))}))
    panel = FactsPanel(state)
    qtbot.addWidget(panel)
    state.select(muscle.id)
    assert "Thigh up\nPoints to: short psoas" in plain(panel)
    assert "Points to: short rectus" in plain(panel)
    assert {one.id for one in rows} <= {place.fact for place in panel._ranges}


def test_what_is_disputed_says_so_in_words(panel: FactsPanel, state: ViewState) -> None:
    state.select("psoas_major_right")
    said = plain(panel)
    lines = [line for paragraph in paragraphs(state.atlas, "psoas_major_right") for line in paragraph.lines]
    assert len(lines) > 10
    for status in ("disputed", "tradition"):
        marked = next(line for line in lines if line.status == status)
        assert f"{marked.text}   {status} " in said


def test_each_fact_can_be_pointed_at(panel: FactsPanel, state: ViewState) -> None:
    state.select("iliacus_right")
    panel.unfold(Lead(LeadKind.FOLD, "Attachments"), True)
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
    assert f"Go to {state.atlas.structures[place.leads_to.id].title}" in plain(panel)
    panel._current = place
    with qtbot.waitSignal(panel.followed) as followed:
        QTest.keyClick(panel, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert followed.args == [place.leads_to.id]


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
    hrefs = {one.toCharFormat().anchorHref() for one in formats} - {""}
    assert len(hrefs) > 5
    assert hrefs <= {str(number) for number in range(len(panel._leads))}


def test_a_reader_of_screens_finds_it(panel: FactsPanel) -> None:
    assert panel.accessibleName() == "Facts"


def test_what_is_no_longer_told_is_let_go(panel: FactsPanel, state: ViewState) -> None:
    for name in ("psoas_major_right", "femur_left", "skin", "iliacus_left"):
        state.select(name)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert panel.findChildren(QTextDocument) == [panel.document()]
