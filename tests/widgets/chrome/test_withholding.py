"""While names are withheld, nothing in the window tells one; then all is as it was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QLabel

from tests.hands import place_of
from tests.spoken import names_told, told
from viewer.model.session.state import ViewState
from viewer.model.session.view import View
from viewer.model.session.view_changes import labelled, overlaid, withheld
from viewer.model.words import names_withheld
from viewer.widgets.chrome.withholding import TELLING
from viewer.widgets.structures.group_menu import GroupMenu
from viewer.window import Window

MUSCLE = "psoas_minor_right"


@pytest.fixture
def window(request: pytest.FixtureRequest, shared: list[Window]) -> Iterator[Window]:
    """The shared window as it is found, and as it was left after."""
    before = shared[0].state.view
    yield shared[0]
    shared[0].panel.close_page()
    shared[0].state.rejoin()
    shared[0].state.change(lambda _: before)
    request.node.funcargs.clear()


def asked_in(window: Window) -> tuple:
    """Everything chosen, labelled and open that can tell a name, before names are withheld."""
    window.state.change(labelled(True))
    window.state.change(overlaid(True))
    window.tool_windows.show_sources()
    window.tool_windows.draw_class()
    window.panel.open("facts")
    window.state.select(MUSCLE)
    window.peeling.peel()
    return tuple(one for one in window.state.atlas.structures.values() if one.english == "psoas minor")


def test_no_name_is_told_anywhere_while_names_are_withheld(window: Window, qtbot) -> None:
    one = asked_in(window)
    assert names_told(one), "a scan that finds nothing where names are told proves nothing"
    window.state.change(withheld(True))
    place = QPointF(place_of(window, MUSCLE))
    window.viewport.navigation._hover_place = place
    window.viewport.navigation._name()
    assert "Name withheld" in [label.text() for label in window.viewport.findChildren(QLabel) if label.isVisible()]

    for page in window.panel.pages.names():
        if window.panel.pages.offers(page.id) and not page.discreet:
            window.panel.open(page.id)
            assert names_told(one) == set(), page.id
    window.peeling.peel()
    window._open_menu(place)
    (groups,) = window.findChildren(GroupMenu)
    groups.fill()
    assert [action.text() for action in groups.actions()] == [names_withheld()]

    assert names_told(one) == set()
    assert names_withheld() in set(told())


def test_the_picture_has_neither_names_nor_what_is_particular_to_the_body(window: Window) -> None:
    window.state.change(labelled(True))
    window.state.select(MUSCLE)
    scene = window.viewport.scene
    assert scene is not None
    assert scene._lettering._text.name is not None
    window.state.change(withheld(True))
    window.viewport.picture()
    text = scene._lettering._text
    assert (text.caption, text.badge, text.pins) == ("", "", ())
    assert text.name is not None
    assert (text.name.only, text.name.questions) == ({MUSCLE}, (MUSCLE,))
    assert [named.words for named in scene._lettering.named] == ["?"]
    window.state.select()
    assert scene._lettering._text.name is None


def test_with_the_names_everything_is_back(window: Window) -> None:
    asked_in(window)
    window.tool_windows.close_dialogs()
    window.statusBar().clearMessage()
    before = set(told())
    window.state.change(withheld(True))
    assert len(set(told())) < len(before)
    window.state.change(withheld(False))
    assert {text for text in before - set(told()) if "Undo" not in text.replace("&", "")} == set()
    assert all(window.actions_by_id[name].isEnabled() for name in TELLING)


def test_what_stands_apart_cannot_be_undone_into_what_was_before(atlas) -> None:
    state = ViewState(atlas)
    state.select(MUSCLE)
    before = state.view
    state.stand_apart()
    state.change(lambda _: View(selection=("iliacus_right",), unnamed=True))
    state.stand_apart()
    state.undo()
    assert state.view == View(selection=("iliacus_right",), unnamed=True)
    state.select("psoas_major_left")
    state.start_over()
    assert state.view.unnamed
    state.undo()
    state.undo()
    assert state.view == View(selection=("iliacus_right",), unnamed=True)
    state.rejoin()
    assert state.view == before
    state.undo()
    assert state.view == View()
    state.redo()
    assert state.view == before
