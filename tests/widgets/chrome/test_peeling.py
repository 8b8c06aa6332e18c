"""One key takes a layer away and another puts it back, in real windows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests import onion, windows
from viewer import startup
from viewer.arguments import parse
from viewer.model.atlas.atlas import Atlas
from viewer.window import Window

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qapp, tmp_path: Path) -> Iterator[Window]:
    (tmp_path / "meshes").mkdir()
    meshes = onion.write(tmp_path / "meshes")
    window = windows.open_window(onion.atlas(), tmp_path / "settings.ini", meshes, hidden=onion.AWAY)
    yield window
    windows.close(window)


def press(window: Window, *keys: Qt.KeyboardModifier) -> str:
    """P, with Shift if asked for. Returns what the status bar says."""
    QTest.keyClick(window.viewport, Qt.Key.Key_P, *keys)
    return window.statusBar().currentMessage()


def in_front(window: Window) -> str:
    hit = window.viewport.navigation.at(window.viewport.rect().center().toPointF())
    return hit.structure if hit else ""


def test_one_key_leads_from_the_skin_to_the_core_and_one_back(window: Window, qtbot: QtBot) -> None:
    start = window.state.view
    assert in_front(window) == "core"
    assert press(window).startswith("Everything is shown, from the skin.")
    qtbot.waitUntil(lambda: in_front(window) == "outer", timeout=windows.PATIENCE)
    views, fronts = [start, window.state.view], []
    for told in ("hide", "outer", "thick, thin", "inner"):
        assert press(window) == f"Taken away: {told} (Shift+P puts it back)"
        fronts.append(in_front(window))
        views.append(window.state.view)
    qtbot.waitUntil(lambda: not window.viewport.supply.at_work, timeout=windows.PATIENCE)
    assert in_front(window) == "core"
    assert press(window).startswith("No layer is left")
    for before in reversed(views[:-1]):
        assert "layers" in window.actions_by_id["undo"].text() or before is start
        window.actions_by_id["undo"].trigger()
        assert window.state.view == before
    window.actions_by_id["peel_from_skin"].trigger()
    assert window.state.view == views[1]


def test_a_layer_comes_back_by_its_key_and_is_named(window: Window) -> None:
    assert press(window, SHIFT).startswith("No layer was taken away")
    press(window)
    whole = window.state.view
    press(window)
    press(window)
    assert press(window, SHIFT) == "Back again: outer"
    assert press(window, SHIFT) == "Back again: hide"
    assert window.state.view == whole


def test_many_names_are_told_in_short(window: Window) -> None:
    told = window.peeling._named(["gone", *onion.BEADS, *onion.BEADS])
    assert told == "bead 0, bead 1, bead 2, bead 3, bead 4, bead 5, bead 6, bead 7 and 12 more"


def test_the_body_is_peeled_as_its_annotations_say(open_window: Callable[..., Window], atlas: Atlas) -> None:
    window = open_window(hidden=startup.view(parse([]), atlas).hidden)
    layers = sorted({one.layer for one in atlas.structures.values() if one.layer is not None})
    if len(layers) > 1:
        press(window)
        assert window.state.view.hidden == frozenset()
    for layer in layers:
        press(window)
        left = [one for one in atlas.structures.values() if window.state.view.shows(one.id)]
        assert all(one.layer is None or one.layer > layer for one in left)
    assert window.state.view.shows("psoas_major_right")
    assert press(window).startswith("No layer is left")
