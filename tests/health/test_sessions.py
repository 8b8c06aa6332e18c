"""A run that ends badly is told from one that still runs, and leaves its view; nothing of it is ever trusted."""

from __future__ import annotations

import faulthandler
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.full_disk import TOLD, full_disk
from viewer.health.sessions import Session

ROOT = Path(__file__).resolve().parents[2]
RUN = """
import os, sys
from pathlib import Path
from viewer.health.sessions import Session
session = Session(Path(sys.argv[1]))
print(session.begin(), flush=True)
session.keep({"number": int(sys.argv[2])})
print("kept", flush=True)
told = sys.stdin.readline()
if told == "draw\\n":
    session.has_drawn()
if told == "end\\n":
    session.end()
else:
    import ctypes
    ctypes.string_at(0)
"""
PATIENCE = 60


@contextmanager
def run(folder: Path, number: int = 1) -> Iterator[subprocess.Popen[str]]:
    """Another program that has kept its view."""
    command = [sys.executable, "-c", RUN, str(folder), str(number)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert any(line == "kept\n" for line in program.stdout)
        yield program
        program.kill()


def killed(folder: Path, number: int = 1) -> None:
    with run(folder, number) as program:
        program.kill()
        assert program.wait(PATIENCE) == -signal.SIGKILL


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = Session(tmp_path)
    yield made
    made.end()
    faulthandler.enable(sys.__stderr__)  # as whoever runs the tests had it
    assert list(tmp_path.iterdir()) == []


def test_a_killed_run_leaves_its_view(session: Session, tmp_path: Path) -> None:
    killed(tmp_path, 7)
    left = session.begin()
    assert left is not None
    assert left.view == {"number": 7}
    assert left.crash == ""
    assert not left.before_drawing


def test_a_crash_of_native_code_leaves_its_trace(session: Session, tmp_path: Path) -> None:
    with run(tmp_path) as program:
        program.communicate("crash\n", PATIENCE)
        assert program.returncode == -signal.SIGSEGV
    left = session.begin()
    assert left is not None
    assert "Segmentation fault" in left.crash
    assert "string_at" in left.crash
    assert "Extension modules" not in left.crash
    assert left.before_drawing


def test_a_crash_after_the_first_frame_is_told_from_one_before(session: Session, tmp_path: Path) -> None:
    with run(tmp_path) as program:
        program.communicate("draw\n", PATIENCE)
        assert program.returncode == -signal.SIGSEGV
    left = session.begin()
    assert left is not None
    assert not left.before_drawing
    assert left.crash.startswith("Fatal Python error")


def test_a_run_that_ends_well_leaves_nothing(session: Session, tmp_path: Path) -> None:
    with run(tmp_path) as program:
        program.communicate("end\n", PATIENCE)
        assert program.returncode == 0
    assert list(tmp_path.iterdir()) == []
    assert session.begin() is None


def test_a_program_that_still_runs_is_no_crash(session: Session, tmp_path: Path) -> None:
    with run(tmp_path) as program:
        assert session.begin() is None
        program.communicate("end\n", PATIENCE)


def test_of_several_the_newest_view_is_offered_to_one_program_only(session: Session, tmp_path: Path) -> None:
    for number in (1, 2, 3):
        killed(tmp_path, number)
    left = session.begin()
    assert left is not None
    assert left.view == {"number": 3}
    other = Session(tmp_path)
    assert other.begin() is None
    other.end()


def test_what_is_offered_lasts_until_it_is_answered(tmp_path: Path) -> None:
    killed(tmp_path, 5)
    with run(tmp_path, 6) as second:  # was offered 5, and is killed before anybody answers
        second.kill()
        second.wait(PATIENCE)
    newest = next(tmp_path.glob(f"{second.pid}-*.view.json"))
    newest.unlink()
    third = Session(tmp_path)
    left = third.begin()
    assert left is not None
    assert left.view == {"number": 5}
    third.forget_left()
    third.end()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b'"' + b"x" * 2_000_000 + b'"'])
def test_a_damaged_view_is_none(session: Session, tmp_path: Path, content: bytes) -> None:
    killed(tmp_path)
    next(tmp_path.glob("*.view.json")).write_bytes(content)
    left = session.begin()
    assert left is not None
    assert left.view is None


def test_a_disk_that_is_full_costs_the_offer_alone(session: Session, tmp_path: Path) -> None:
    assert session.begin() is None
    session.keep({"number": 1})
    with full_disk():
        session.has_drawn()
        session.keep({"number": 2})
    assert session.trouble == TOLD
    (kept,) = tmp_path.glob("*.json")
    assert kept.read_text() == '{"number": 1}'
    assert list(tmp_path.glob("*.part")) == []


def test_a_place_that_is_no_folder_costs_the_offer_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    session = Session(tmp_path / "file" / "sessions")
    assert session.begin() is None
    assert session.trouble
    session.keep({})
    session.end()
