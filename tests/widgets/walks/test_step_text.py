"""A step's text is written once, however wide there is room for it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from viewer.model.atlas.atlas import Atlas
from viewer.model.walks.shelf import read_shelf
from viewer.widgets.walks.step_text import StepText

WIDTH, HEIGHTS = 290, (180, 260, 310, 360, 420)


def test_it_stands_there_once_from_its_beginning_though_the_scroll_bar_comes_and_goes(qtbot: QtBot, atlas: Atlas):
    text = StepText()
    qtbot.addWidget(text)
    text.resize(WIDTH, HEIGHTS[0])
    text.show()
    wrong, widths, places = [], set(), set()
    for walk in read_shelf(atlas).walks:
        for number, step in enumerate(walk.steps):
            text.resize(WIDTH, HEIGHTS[number % len(HEIGHTS)])
            text.show_step(atlas, walk, number)
            text.setFocus()
            text.ensureCursorVisible()
            widths.add(text.viewport().width())
            places.add(text.verticalScrollBar().value())
            stands = text.toPlainText()
            wrong += [(walk.id, step.id, said.text) for said in step.says if stands.count(said.text) != 1]
    assert len(widths) == 2
    assert places == {0}
    assert not wrong
