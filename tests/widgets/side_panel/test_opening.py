"""Pages are opened and closed by keys, row and Esc; faults are offered while there are any."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from tests.widgets.side_panel.panel_window import FAULTS, KEYS, LEFT, PAGES, Key, escape, press, sized
from viewer.model.notes.pins import Spot
from viewer.window import Window


@pytest.mark.parametrize("page", KEYS)
def test_a_key_opens_its_page_and_closes_it(window: Window, page: str) -> None:
    press(window, page)
    assert (window.panel.current, window.panel.isVisible()) == (page, True)
    assert window.panel.holds_keyboard()
    assert window.actions_by_id[page].isChecked()
    assert [name for name, button in window.top.row.buttons.items() if button.isChecked()] == [page]
    press(window, page)
    assert (window.panel.current, window.panel.isVisible()) == ("", False)
    assert not window.actions_by_id[page].isChecked()


def test_f6_brings_the_keyboard_to_the_facts_and_then_closes_them(window: Window) -> None:
    window.viewport.setFocus()
    QTest.keyClick(window.viewport, Key.Key_F6)
    assert window.facts.hasFocus()
    QTest.keyClick(window.facts, Key.Key_F6)
    assert not window.facts.isVisible()
    assert window.viewport.hasFocus()
    QTest.keyClick(window.viewport, Key.Key_F6)
    assert window.facts.hasFocus()


def test_the_row_names_every_page_and_its_key(window: Window) -> None:
    sized(window, (1366, 768))
    texts = {
        "facts": ("Facts", "F6"),
        "walks": ("Walks", "B"),
        "compare": ("Compare", "C"),
        "finger": ("Finger", "E"),
        "notes": ("Notes", "Ctrl+N"),
    }
    for name, (title, key) in texts.items():
        button = window.top.row.buttons[name]
        assert (button.text(), button.accessibleName()) == (title, title)
        assert f"({key})" in button.toolTip()
        assert not button.icon().isNull()
        assert button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        QTest.mouseClick(button, LEFT)
        assert window.panel.current == ("" if name == "facts" else name)  # the facts were open
    sized(window, (760, 700))
    assert window.top.row.buttons["notes"].toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    assert window.top.row.buttons["notes"].accessibleName() == "Notes"


def test_every_command_is_carried_out(window: Window) -> None:
    assert len(window.actions_by_id) > 25
    for name, action in window.actions_by_id.items():
        group = action.actionGroup()
        assert action.receivers("2triggered(bool)") or (group and group.receivers("2triggered(QAction*)")), name


@pytest.mark.parametrize("page", PAGES)
def test_esc_closes_the_page_that_has_the_keyboard_and_no_more(window: Window, page: str) -> None:
    window.faults.show_faults(FAULTS)
    window.state.select("psoas_major_right")
    window.panel.open(page).begin()
    chosen = window.state.view.selection
    assert chosen
    assert window.panel.holds_keyboard()
    escape()
    assert not window.panel.isVisible()
    assert window.state.view.selection == chosen
    assert window.viewport.hasFocus()
    escape()
    assert window.state.view.selection == ()


def test_esc_in_the_view_clears_first_and_then_closes(window: Window) -> None:
    window.state.select("psoas_major_right")
    window.viewport.setFocus()
    escape()
    assert (window.state.view.selection, window.panel.current) == ((), "facts")
    escape()
    assert window.panel.current == ""
    escape()
    assert window.panel.current == ""


def test_esc_leaves_a_question_before_it_closes_the_panel(window: Window) -> None:
    window.viewport.setFocus()
    QTest.keyClick(window.viewport, Key.Key_W)
    assert window.viewport.navigation.asking
    assert window.panel.holds_keyboard()
    escape()
    assert not window.viewport.navigation.asking
    assert window.panel.current == "facts"
    escape()
    assert window.panel.current == ""


def test_esc_gives_up_the_place_of_a_note_before_it_closes_the_panel(window: Window, notes_file: Path) -> None:
    window.notes.note_on(Spot("iliacus_right", (0.0, 0.0, 0.0)))
    assert window.panel.current == "notes"
    window.viewport.setFocus()
    escape()
    assert (window.panel.current, window.state.view.selection) == ("notes", ("iliacus_right",))
    assert not window.notes.give_up_place()


def test_faults_are_listed_while_there_are_any(window: Window) -> None:
    button, action = window.top.row.buttons["faults"], window.actions_by_id["faults"]
    assert (button.isVisible(), action.isEnabled()) == (False, False)
    window.faults.show_faults(FAULTS)
    assert (button.isVisible(), action.isEnabled()) == (True, True)
    assert "1 fault in the annotations" in window.statusBar().currentMessage()
    assert window.panel.current == "facts"  # what was read stays
    QTest.keyClick(window.viewport, Key.Key_F8)
    assert window.faults.list.item(0).text() == str(FAULTS[0])
    assert window.faults.list.hasFocus()
    window.faults.show_faults([])
    assert (button.isVisible(), action.isEnabled(), window.panel.current) == (False, False, "")


def test_a_screen_reader_opens_and_closes_pages_too(window: Window) -> None:
    button = window.top.row.buttons["compare"]
    spoken = QAccessible.queryAccessibleInterface(button)
    assert spoken.text(QAccessible.Text.Name) == "Compare"
    for opened in ("compare", ""):
        button.toggle()  # what Qt does for a screen reader that presses a button which stays down
        assert (window.panel.current, button.isChecked()) == (opened, bool(opened))
