"""The bar, its commands and its variations."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMainWindow, QToolButton

from viewer.model.answers.body_words import badge
from viewer.model.atlas.atlas import Side
from viewer.model.session.state import ViewState
from viewer.model.session.view_changes import present_sides, with_sides
from viewer.widgets.chrome import actions, bar
from viewer.widgets.chrome.help import HelpDialog
from viewer.widgets.structures.variant_bar import PRESENCES

COMMANDS = [command for commands in actions.MENUS.values() for command in commands if command is not None]


@pytest.fixture
def shown(qtbot, state: ViewState) -> bar.Bar:
    window = QMainWindow()
    qtbot.addWidget(window)
    shown = bar.Bar(state, actions.build(window), window)
    window.addToolBar(shown)
    window.resize(1200, 200)
    window.show()
    qtbot.waitExposed(window)
    shown.window_kept_alive = window
    return shown


def test_no_two_commands_share_a_key() -> None:
    keys = [QKeySequence(key).toString() for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))
    assert all(keys)


def test_the_keys_are_those_that_people_know() -> None:
    by_key = {key: command.id for command in COMMANDS for key in command.keys}
    expected = {
        "F": "frame", "H": "hide", "I": "isolate", "G": "ghost", "L": "labels", "M": "step_variation",
        "/": "search", "Ctrl+F": "search", "Ctrl+Z": "undo", "Ctrl+Shift+Z": "redo", "Ctrl+S": "save_picture",
        "?": "show_help", "F5": "projector", "Esc": "clear", "1": "look_from:anterior", "6": "look_from:inferior",
    }  # fmt: skip
    assert expected.items() <= by_key.items()


def test_every_button_has_a_name_a_tip_and_room(shown: bar.Bar) -> None:
    buttons = [button for button in shown.findChildren(QToolButton) if button.isVisible()]
    assert len(buttons) >= 16
    for button in buttons:
        assert button.accessibleName() or button.text() or button.defaultAction().text()
        assert button.toolTip()
        assert min(button.width(), button.height()) >= 28
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_variation_is_named_by_the_data(shown: bar.Bar) -> None:
    assert [variant.accessibleName() for variant in shown.variants] == ["Psoas minor"]


@pytest.mark.parametrize("number", range(4))
def test_each_presence_is_one_click(shown: bar.Bar, state: ViewState, number: int) -> None:
    state.change(with_sides(state.atlas.variations["psoas_minor"], [Side.LEFT] if number != 1 else []))
    button = shown.variants[0]._buttons.button(number)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert present_sides(state.view, state.atlas.variations["psoas_minor"]) == PRESENCES[number][2]
    assert [each.isChecked() for each in shown.variants[0]._buttons.buttons()].index(True) == number


def test_the_badge_says_what_is_missing(state: ViewState) -> None:
    said = []
    for _, _, presence in PRESENCES:
        state.change(with_sides(state.atlas.variations["psoas_minor"], presence))
        said.append(badge(state.atlas, state.view))
    assert said == ["", "Psoas minor: left only", "Psoas minor: right only", "Psoas minor: absent"]


def test_the_page_of_keys_tells_all_of_them(qtbot) -> None:
    dialog = HelpDialog(None)
    qtbot.addWidget(dialog)
    said = {label.text() for label in dialog.findChildren(QLabel)}
    for command in COMMANDS:
        if command.keys:
            assert command.text.replace("&", "").removesuffix("…") in said
