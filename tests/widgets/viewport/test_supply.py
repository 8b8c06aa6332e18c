"""What is away comes in the background once it is wanted, in real windows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests import onion, windows
from tests.hands import LEFT, NO_KEYS, click
from viewer import startup
from viewer.arguments import parse
from viewer.health.sessions import Session
from viewer.model.atlas.atlas import Atlas
from viewer.model.notes.pins import Spot
from viewer.model.session.view import View
from viewer.model.session.view_changes import lit
from viewer.model.session.view_record import as_record
from viewer.widgets.chrome.reading import Reading
from viewer.widgets.study.compare_page import ComparePage
from viewer.widgets.trouble.last_view import LastView
from viewer.widgets.trouble.return_offer import ReturnOffer
from viewer.widgets.viewport.supply import PORTION
from viewer.window import Window

PATIENCE = windows.PATIENCE
Opening = Callable[..., Window]


@pytest.fixture
def meshes(tmp_path: Path) -> Path:
    (tmp_path / "meshes").mkdir()
    return onion.write(tmp_path / "meshes")


@pytest.fixture
def window(qapp, meshes: Path, tmp_path: Path) -> Iterator[Window]:
    """A window on the onion, as it starts."""
    window = windows.open_window(onion.atlas(), tmp_path / "settings.ini", meshes, hidden=onion.AWAY)
    yield window
    windows.close(window)


def standing(window: Window) -> set[str]:
    assert window.viewport.scene is not None
    return set(window.viewport.scene._standing)


def wait_for(qtbot: QtBot, window: Window, *names: str) -> None:
    qtbot.waitUntil(lambda: standing(window).issuperset(names) and not window.viewport.supply.at_work, timeout=PATIENCE)


def test_the_start_reads_nothing_that_is_away(open_window: Opening, atlas: Atlas) -> None:
    view = startup.view(parse([]), atlas)
    window = open_window(hidden=view.hidden)
    assert atlas.away
    assert standing(window) == atlas.structures.keys() - atlas.away
    assert not window.viewport.supply.at_work


def test_a_nerve_that_is_searched_for_comes_is_aimed_at_and_goes_in_one_step(
    open_window: Opening, atlas: Atlas, qtbot: QtBot
) -> None:
    window = open_window(hidden=atlas.away)
    nerve, before = "femoral_nerve_right", window.state.view
    window.structures.field.setText("femoral nerve right")
    QTest.keyClick(window.structures.field, Qt.Key.Key_Return)
    assert window.state.view.selection == (nerve,)
    wait_for(qtbot, window, nerve)
    camera = window.state.view.camera
    assert window.viewport.scene is not None
    aimed = window.viewport.scene.viewpoints.frame((nerve,), before.camera)
    assert camera is not None
    assert camera.position == pytest.approx(aimed.position), "it is aimed at once it is there"
    assert before.camera is not None
    assert camera.position != pytest.approx(before.camera.position)
    click(window, nerve)
    window.state.undo()
    assert window.state.view == before
    window.state.redo()
    assert window.state.view.camera == camera


def test_many_come_a_few_at_a_time_with_progress(window: Window, qtbot: QtBot) -> None:
    reading = window.findChild(Reading)
    assert reading is not None
    seen: list[str] = []
    steps = [len(standing(window))]
    window.viewport.supply.progressed.connect(lambda: seen.append(reading.words.text() if reading.isVisible() else ""))
    window.viewport.supply.arrived.connect(lambda: steps.append(len(standing(window))))
    window.state.set_hidden(onion.AWAY, False)
    assert standing(window) == {"core", "hide"}, "nothing is waited for"
    wait_for(qtbot, window, *onion.AWAY)
    assert max(after - before for before, after in pairwise(steps)) <= PORTION < len(onion.AWAY)
    told = [f"Reading the structures … {done} of {len(onion.AWAY)}" for done in range(0, len(onion.AWAY), PORTION)]
    assert list(dict.fromkeys(seen)) == [*told, ""]


def test_what_is_no_longer_wanted_is_read_no_further(window: Window, qtbot: QtBot) -> None:
    window.state.set_hidden(onion.AWAY, False)
    window.state.undo()
    qtbot.waitUntil(lambda: not window.viewport.supply.at_work, timeout=PATIENCE)
    assert len(standing(window)) <= 2 + PORTION
    window.state.redo()
    wait_for(qtbot, window, *onion.AWAY)


def test_a_window_may_close_while_something_is_read(meshes: Path, tmp_path: Path, qapp) -> None:
    window = windows.open_window(onion.atlas(), tmp_path / "settings.ini", meshes, hidden=onion.AWAY)
    window.state.set_hidden(onion.AWAY, False)
    assert window.viewport.supply.at_work
    left = windows.close(window)
    del window
    windows.assert_gone([left])


def test_a_damaged_mesh_lists_its_structure_without_a_model_once_it_is_asked_for(
    meshes: Path, window: Window, qtbot: QtBot
) -> None:
    (meshes / "outer.vtp").write_bytes(b"nothing of the kind")
    assert "no model" not in window.structures.text_of("outer")
    window.state.set_hidden(["outer"], False)
    qtbot.waitUntil(lambda: "no model" in window.structures.text_of("outer"), timeout=PATIENCE)
    assert "outer" in window.statusBar().currentMessage().lower()


def test_a_note_on_what_is_away_is_flown_to_from_its_outside(window: Window, qtbot: QtBot) -> None:
    window.notes._fly_to(Spot("outer", (0.0, 60.0, 0.0)))
    wait_for(qtbot, window, "outer")
    camera = window.state.view.camera
    assert camera is not None
    assert camera.focus == pytest.approx((0.0, 60.0, 0.0), abs=1.0)
    assert camera.position[1] > 60.0, "it is seen from outside, from the back"


def test_a_fact_that_needs_what_is_away_has_it_read(window: Window, qtbot: QtBot) -> None:
    window.state.change(lit("inner.origin"))
    wait_for(qtbot, window, "inner")
    assert not window.state.view.shows("inner")
    assert len(window.viewport.scene._painting._through) == 1, "where it touches the core is painted"
    assert window.viewport.navigation.at(window.viewport.rect().center().toPointF()).structure == "core"


def test_a_click_and_a_name_under_the_pointer_wait_for_it(window: Window, qtbot: QtBot) -> None:
    middle: QPoint = window.viewport.rect().center()
    QTest.mouseClick(window.viewport, LEFT, NO_KEYS, middle)
    assert window.state.view.selection == ("core",)
    window.state.set_hidden(["outer"], False)
    wait_for(qtbot, window, "outer")
    QTest.mouseClick(window.viewport, LEFT, NO_KEYS, middle)
    assert window.state.view.selection == ("outer",)
    assert window.viewport.navigation._words_at(middle.toPointF()) == "Outer"


def test_two_that_are_away_are_there_to_be_compared(window: Window, qtbot: QtBot) -> None:
    window.actions_by_id["compare"].trigger()
    before, (page,) = window.state.view, window.findChildren(ComparePage)
    for choice, name in ((page.first, "inner"), (page.second, "thin")):
        choice.setCurrentIndex(choice.findData(name))
    page.show_both()
    wait_for(qtbot, window, "inner", "thin")
    assert window.state.view.selection == ("inner", "thin")
    assert all(map(window.state.view.shows, ("inner", "thin")))
    window.state.undo()
    assert window.state.view == before


def test_a_view_of_a_run_that_ended_badly_has_it_read(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    session = Session(tmp_path / "sessions")
    session.begin()
    last = LastView(window.state, session, window.viewport.navigation, window.statusBar(), window)
    last.offer(as_record(View(hidden=onion.AWAY - {"thin"}, selection=("thin",), peeled=(("outer",),))))
    before = window.state.view
    window.statusBar().findChildren(ReturnOffer)[0].back.click()
    wait_for(qtbot, window, "thin")
    assert window.state.view.peeled == (("outer",),)
    window.state.undo()
    assert window.state.view == before
    session.end()
