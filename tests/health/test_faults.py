"""Errors that nobody caught are gathered from every thread, each kind once with its trace."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest

from viewer.health.faults import Fault, Faults


def raise_in(faults: Faults, error: Exception) -> None:
    try:
        raise error
    except type(error):
        faults.take(*sys.exc_info())  # type: ignore[arg-type]


@pytest.fixture
def faults(qapp) -> Iterator[Faults]:
    made = Faults()
    made.listen()
    yield made
    made.leave()


def test_the_same_fault_is_counted_and_its_trace_printed_once(faults: Faults, capsys) -> None:
    told: list[Fault] = []
    faults.happened.connect(told.append)
    for number in range(30):
        raise_in(faults, ValueError(f"number {number}"))
    assert [fault.count for fault in told] == list(range(1, 31))
    (only,) = faults
    assert only.words == "ValueError: number 0"
    printed = capsys.readouterr().err
    assert printed.count("Traceback") == 1
    assert "10 times" in printed


def test_faults_of_another_kind_or_place_are_their_own(faults: Faults, capsys) -> None:
    raise_in(faults, ValueError("one"))
    raise_in(faults, KeyError("two"))
    assert [fault.kind for fault in faults] == ["ValueError", "KeyError"]


def test_a_fault_in_a_thread_is_told_in_the_window_s_own(faults: Faults, qtbot, capsys) -> None:
    heard: list[tuple[str, threading.Thread]] = []

    class Listener(type(faults)):  # a QObject of this thread
        def hear(self, fault: Fault) -> None:
            heard.append((fault.words, threading.current_thread()))

    listener = Listener()
    faults.happened.connect(listener.hear)

    def fail() -> None:
        raise OSError("in a thread")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert heard == []
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [("OSError: in a thread", threading.main_thread())]


def test_an_error_whose_words_fail_is_told_too(faults: Faults, capsys) -> None:
    class MuteError(Exception):
        def __str__(self) -> str:
            raise RuntimeError

    raise_in(faults, MuteError())
    (only,) = faults
    assert only.words == "MuteError"


def test_endless_recursion_gives_a_trace_that_can_be_read(faults: Faults, capsys) -> None:
    def deeper() -> None:
        deeper()

    try:
        deeper()
    except RecursionError:
        faults.take(*sys.exc_info())  # type: ignore[arg-type]
    (only,) = faults
    assert len(only.trace) < 13_000
    assert "RecursionError" in only.trace


def test_ctrl_c_is_no_fault(faults: Faults, capsys) -> None:
    faults.take(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert list(faults) == []
