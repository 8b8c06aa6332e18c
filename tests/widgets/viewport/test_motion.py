from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from viewer.widgets.viewport.motion import STILL, Motion


@pytest.fixture
def motion(qtbot: QtBot) -> Iterator[Motion]:
    holder = QObject()
    yield Motion(holder)
    holder.deleteLater()


def told(motion: Motion) -> list[bool]:
    heard: list[bool] = []
    motion.changed.connect(heard.append)
    return heard


def test_a_move_is_told_once_and_rests_by_itself(qtbot: QtBot, motion: Motion) -> None:
    heard = told(motion)
    for _ in range(3):
        motion.go_on()
    assert heard == [True]
    qtbot.waitUntil(lambda: heard == [True, False])


def test_frames_that_take_long_are_no_rest(qtbot: QtBot, motion: Motion) -> None:
    heard = told(motion)
    motion.go_on()
    for _ in range(4):
        qtbot.wait(STILL // 2)
        motion.drawn()
    assert heard == [True]


def test_a_move_that_ends_rests_at_once(motion: Motion) -> None:
    heard = told(motion)
    motion.set_moving(True)
    motion.set_moving(False)
    motion.set_moving(False)
    assert heard == [True, False]


def test_what_is_drawn_in_a_hurry_is_drawn_with_care_after(qtbot: QtBot, motion: Motion) -> None:
    heard = told(motion)
    motion.hasten()
    qtbot.wait(2 * STILL)
    assert heard == []
    motion.drawn()
    qtbot.waitUntil(lambda: heard == [False])
    motion.hasten()
    motion.end()
    assert heard == [False, False]
