"""What was shown is kept at rest and can be brought back in one step."""

from __future__ import annotations

import faulthandler
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from tests.hands import LEFT, NO_KEYS, click
from viewer.health.sessions import Session
from viewer.model.session.view import Camera, View
from viewer.model.session.view_record import as_record
from viewer.widgets.trouble import last_view
from viewer.widgets.trouble.last_view import LastView
from viewer.widgets.trouble.return_offer import ReturnOffer
from viewer.window import Window

THEN = View(
    selection=("psoas_major_left", "gone"), hidden=frozenset({"skin"}), labels=True,
    camera=Camera((300.0, -800.0, 100.0), (0.0, 0.0, 100.0)),
)  # fmt: skip


@pytest.fixture
def window(open_window: Callable[..., Window]) -> Window:
    return open_window()


@pytest.fixture
def session(tmp_path: Path):
    made = Session(tmp_path / "sessions")
    made.begin()
    yield made
    made.end()
    faulthandler.enable(sys.__stderr__)  # as whoever runs the tests had it


@pytest.fixture
def kept(window: Window, session: Session, monkeypatch) -> LastView:
    monkeypatch.setattr(last_view, "PAUSE", 20)
    return LastView(window.state, session, window.viewport.navigation, window.statusBar(), window)


def offered(window: Window) -> list[ReturnOffer]:
    return [one for one in window.findChildren(ReturnOffer) if one.isVisible()]


def test_what_was_shown_comes_back_in_one_step(window: Window, kept: LastView) -> None:
    before = window.state.view
    kept.offer(as_record(THEN))
    (offer,) = offered(window)
    offer.back.click()
    view = window.state.view
    assert view.selection == ("psoas_major_left",)
    assert (view.hidden, view.labels, view.camera) == (THEN.hidden, True, THEN.camera)
    assert offered(window) == []
    window.actions_by_id["undo"].trigger()
    assert window.state.view == before
    assert not window.actions_by_id["undo"].isEnabled()


def test_an_offer_that_is_declined_changes_nothing(window: Window, kept: LastView) -> None:
    before = window.state.view
    kept.offer(as_record(THEN))
    offered(window)[0].leave.click()
    assert offered(window) == []
    assert window.state.view == before


def test_an_offer_does_not_stand_in_the_way(window: Window, kept: LastView) -> None:
    kept.offer(as_record(THEN))
    click(window, "iliacus_right")
    assert window.state.view.selection == ("iliacus_right",)
    assert offered(window)


def test_what_is_no_view_is_not_offered(window: Window, kept: LastView) -> None:
    kept.offer({"format": 1, "selection": 3})
    assert offered(window) == []


def test_a_view_is_kept_at_rest_only(window: Window, kept: LastView, session: Session, tmp_path: Path, qtbot) -> None:
    kept.begin()
    folder, start = tmp_path / "sessions", window.viewport.rect().center()
    QTest.mousePress(window.viewport, LEFT, NO_KEYS, start)
    for step in range(1, 6):
        QTest.mouseMove(window.viewport, start + QPoint(9 * step, 0))
    qtbot.wait(200)
    assert list(folder.glob("*.view.json")) == []
    QTest.mouseRelease(window.viewport, LEFT, NO_KEYS, start + QPoint(45, 0))
    qtbot.waitUntil(lambda: bool(list(folder.glob("*.view.json"))))
    assert "gone" not in next(folder.glob("*.view.json")).read_text()


def test_a_window_that_nobody_touched_keeps_nothing(window: Window, kept: LastView, tmp_path: Path, qtbot) -> None:
    kept.begin()
    window.state.glance(window.state.atlas.structures["iliacus_right"].facts()[0].id)
    window.state.glance(None)
    qtbot.wait(200)
    assert list((tmp_path / "sessions").glob("*.view.json")) == []
