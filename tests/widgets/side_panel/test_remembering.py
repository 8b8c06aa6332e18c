"""Pages keep what they held, the next session opens the same, and pages have windows of their own."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QToolButton,
)

from tests import windows
from tests.widgets.side_panel.panel_window import LEFT, opened, press, sized
from viewer.model.atlas.atlas import Atlas
from viewer.model.session.settings import Settings
from viewer.model.session.view import View
from viewer.widgets.study.compare_page import ComparePage
from viewer.window import Window


def test_a_page_is_where_it_was_after_others_and_after_closing(window: Window) -> None:
    sized(window, (1024, 600))
    window.state.select("psoas_major_right", "iliacus_right")
    press(window, "compare")
    (page,) = window.findChildren(ComparePage)
    QApplication.processEvents()
    page.table.verticalScrollBar().setValue(300)
    page.light.setCurrentIndex(2)
    page.light.activated.emit(2)
    facts = window.panel.open("facts")
    window.facts.verticalScrollBar().setValue(400)
    scrolled = window.facts.verticalScrollBar().value()
    assert scrolled == 400
    press(window, "compare")
    assert (page.table.verticalScrollBar().value(), page.light.currentIndex()) == (300, 2)
    assert (page.first.currentData(), page.second.currentData()) == ("psoas_major_right", "iliacus_right")
    press(window, "compare")
    assert window.panel.open("facts") is facts
    assert window.facts.verticalScrollBar().value() == scrolled


def test_the_next_session_opens_the_same_page_and_changes_nothing_in_the_scene(qtbot, atlas: Atlas, file: Path) -> None:
    for page in ("compare", "walks", "notes", "facts"):
        first = opened(atlas, file)
        first.panel.open(page).begin()
        windows.close(first)
        second = opened(atlas, file)
        assert second.panel.current == page
        assert second.state.view == View()
        assert not second.actions_by_id["undo"].isEnabled()
        second.panel.close_page()
        windows.close(second)
        third = opened(atlas, file)
        assert third.panel.current == ""
        windows.close(third)


@pytest.mark.parametrize(
    "lines",
    [
        "[window]\nlayout=@ByteArray(\\0\\0\\0\\xff\\0\\0\\0\\0\\xfd\\0\\0\\0\\x2)\n",
        "[General]\nversion=2\n[layout]\npage=nonsense\nfloated=nonsense\nlist_width=many\npanel_width=-4\n",
        "[General]\nversion=2\n[layout]\npage=faults\nfloated=faults\npanel_width=99999\nlist_width=99999\n",
        "[General]\nversion=7\n[layout]\npage=compare\n",
    ],
)
def test_settings_of_another_layout_are_read_without_a_fault(qtbot, atlas: Atlas, file: Path, lines: str) -> None:
    file.write_text(lines)
    window = opened(atlas, file)
    qtbot.addWidget(window)
    sized(window, (1366, 768))
    assert window.panel.current in ("facts", "")
    assert window.panel.floated == ()
    assert window.viewport.width() >= 0.55 * window.width()
    window.close()


def test_a_page_floats_out_and_comes_back(window: Window) -> None:
    window.state.select("psoas_major_right", "iliacus_right")
    press(window, "compare")
    (page,) = window.findChildren(ComparePage)
    button = next(one for one in window.panel.findChildren(QToolButton) if "window of its own" in one.toolTip())
    QTest.mouseClick(button, LEFT)
    floated = page.window()
    assert floated is not window
    assert floated.windowTitle() == "Compare"
    assert (window.panel.floated, window.panel.current, page.isVisible()) == (("compare",), "", True)
    assert window.top.row.buttons["compare"].isChecked()
    press(window, "compare")  # brings it to the front
    assert page.window() is floated
    QTest.mouseClick(window.top.row.buttons["facts"], LEFT)
    assert window.facts.isVisible()
    assert page.isVisible()  # both at once
    floated.close()
    assert page.window() is window
    assert (window.panel.floated, window.panel.current) == ((), "compare")
    assert page.table.rowCount()


def test_floated_pages_are_remembered_and_go_with_the_window(qtbot, atlas: Atlas, file: Path) -> None:
    window = opened(atlas, file)
    qtbot.addWidget(window)
    window.panel.float_out("notes")
    window.panel.float_out("facts")
    window.close()
    assert not window.facts.isVisible()
    assert Settings(file).floated == ("notes", "facts")
    again = opened(atlas, file)
    qtbot.addWidget(again)
    assert again.panel.floated == ("notes", "facts")
    assert again.facts.window() is not again
    again.close()


def test_a_projected_view_is_not_covered_by_a_page_of_the_same_screen(window: Window) -> None:
    window.panel.float_out("facts")
    assert window.facts.isVisible()
    window.classroom.projector.enter()
    assert not window.facts.isVisible()
    window.classroom.projector.leave()
    assert window.facts.isVisible()
    assert window.panel.floated == ("facts",)
