from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from viewer.widgets.chrome.tidying import Tidying


class Knot:
    """Something that only the collector of garbage can free."""

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        FREED_IN.append(threading.current_thread())


FREED_IN: list[threading.Thread] = []


@pytest.fixture
def tidying(qtbot: QtBot) -> Iterator[Tidying]:
    FREED_IN.clear()
    holder = QObject()
    one = Tidying(holder)
    yield one
    one.stop()
    holder.deleteLater()


def litter() -> None:
    """Much garbage, made in this thread."""
    for _ in range(5_000):
        Knot()


def test_garbage_that_a_thread_makes_is_collected_in_the_windows_own(qtbot: QtBot, tidying: Tidying) -> None:
    worker = threading.Thread(target=litter)
    worker.start()
    worker.join()
    assert FREED_IN == []
    qtbot.waitUntil(lambda: len(FREED_IN) == 5_000)
    assert set(FREED_IN) == {threading.main_thread()}


def test_python_collects_by_itself_again_once_the_last_has_stopped(qtbot: QtBot, tidying: Tidying) -> None:
    other = Tidying(tidying)
    other.stop()
    other.stop()
    assert not gc.isenabled()
    tidying.stop()
    assert gc.isenabled()


def test_what_was_there_is_looked_through_again_at_the_end(qtbot: QtBot, tidying: Tidying) -> None:
    tidying.settle()
    assert gc.get_freeze_count() > 1_000
    tidying.stop()
    assert gc.get_freeze_count() == 0
