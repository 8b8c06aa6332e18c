from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from viewer.widgets.viewport.idle import PAUSE, WAIT, Idle
from viewer.widgets.viewport.motion import Motion


@pytest.fixture
def motion(qtbot: QtBot) -> Iterator[Motion]:
    holder = QObject()
    yield Motion(holder)
    holder.deleteLater()


def test_work_is_done_bit_by_bit_until_nothing_is_left(qtbot: QtBot, motion: Motion) -> None:
    left = [3, 2, 1]
    idle = Idle(motion, lambda: bool(left.pop() and left))
    idle.begin()
    qtbot.waitUntil(lambda: not left)
    qtbot.wait(3 * PAUSE)
    assert not idle._timer.isActive()


def test_nothing_is_done_while_anything_moves_or_after_the_end(qtbot: QtBot, motion: Motion) -> None:
    done: list[int] = []
    idle = Idle(motion, lambda: done.append(1) or True)
    idle.begin()
    qtbot.wait(WAIT)
    done.clear()
    for _ in range(4):
        motion.go_on()
        qtbot.wait(PAUSE)
    assert not done
    motion.end()
    qtbot.waitUntil(lambda: bool(done))
    idle.stop()
    count = len(done)
    qtbot.wait(3 * PAUSE)
    assert len(done) == count
