"""A log that cannot be used is told of and kept whole, and whoever wants to study can."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from tests.full_disk import full_disk
from tests.model.practice.test_log import DAY, TODAY, answer
from viewer.model.practice.practice_log import PracticeLog
from viewer.model.practice.schema import TABLES

LOST = "lost when the program ends"
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A log with three answers, closed."""
    file = tmp_path / "own" / "practice.sqlite3"
    log = PracticeLog(file)
    for right in (1.0, 0.0, 1.0):
        log.add(answer(right=right))
    log.close()
    return file


def study(file: Path) -> PracticeLog:
    """What everybody who studies does."""
    log = PracticeLog(file)
    log.add(answer("name:new", right=0.0))
    assert log.due(TODAY + DAY, 9)[0] == "name:new"
    assert log.history("name:new")
    return log


def spoiled(how: str, content: bytes) -> bytes:
    middle = len(content) // 2
    return {
        "garbage": random.Random(1).randbytes(5_000),
        "text": b"no database\n",
        "truncated": content[: 4096 * 3 + 100],
        "header alone": content[:60],
        "a page of noise": content[:4096] + random.Random(2).randbytes(4096) + content[8192:],
        "a bit": content[:middle] + bytes([content[middle] ^ 0xFF]) * 64 + content[middle + 64 :],
    }[how]


@pytest.mark.parametrize("how", ["garbage", "text", "truncated", "header alone", "a page of noise"])
def test_a_damaged_log_is_kept_aside_whole(file: Path, how: str) -> None:
    damaged = spoiled(how, file.read_bytes())
    file.write_bytes(damaged)
    file.with_name(f"{file.name}-wal").write_bytes(b"-wal")
    log = study(file)
    aside = file.with_name("practice-damaged-1.sqlite3")
    assert str(aside) in log.note
    assert log.damaged_files() == [aside]
    assert log.is_kept
    assert aside.read_bytes() == damaged
    assert aside.with_name(f"{aside.name}-wal").read_bytes() == b"-wal"
    log.close()
    second = study(file)
    assert second.note == "", "the new one is sound"
    second.close()
    file.write_bytes(b"again")
    third = study(file)
    assert "practice-damaged-2" in third.note
    third.close()
    assert aside.read_bytes() == damaged


def made_by(file: Path, *statements: str) -> bytes:
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        for statement in statements:
            db.execute(statement)
    return file.read_bytes()


@pytest.mark.parametrize(
    "statements",
    [
        ("DROP TABLE days",),
        ("ALTER TABLE cards ADD COLUMN more TEXT",),
        ("CREATE TRIGGER evil AFTER INSERT ON answers BEGIN DELETE FROM answers; END",),
        ("CREATE VIEW seen AS SELECT load_extension('evil')",),
        ("PRAGMA application_id = 7",),
        ("PRAGMA user_version = 0", "PRAGMA application_id = 0"),
        ("PRAGMA ignore_check_constraints = ON", "UPDATE days SET right = 7.5"),
        ("PRAGMA ignore_check_constraints = ON", "UPDATE cards SET card = 'a' || char(10)"),
        ("PRAGMA ignore_check_constraints = ON", "UPDATE cards SET stability = 9e999"),
        ("PRAGMA ignore_check_constraints = ON", "UPDATE cards SET due = 9e15"),
    ],
)
def test_a_database_that_is_not_ours_is_kept_aside(file: Path, statements: tuple[str, ...]) -> None:
    content = made_by(file, *statements)
    log = study(file)
    assert "damaged" in log.note
    assert log.damaged_files()[0].read_bytes() == content
    assert log.answered_count() == 1
    log.close()


@pytest.mark.parametrize("wrong", ["right = 7.5", "at = 9e300", "card = 'a' || char(10)", "sure = 0", "seconds = -1"])
def test_an_answer_that_cannot_be_is_left_out(file: Path, wrong: str, tmp_path: Path) -> None:
    made_by(file, "PRAGMA ignore_check_constraints = ON", f"UPDATE answers SET {wrong} WHERE number = 2")
    log = study(file)
    assert len(log.history("name:iliacus_left")) == 2
    log.export(tmp_path / "out.csv")
    assert len((tmp_path / "out.csv").read_text().splitlines()) == 4
    log.close()


def test_the_log_of_a_newer_version_is_left_alone(file: Path) -> None:
    content = made_by(file, "PRAGMA user_version = 99", "CREATE TABLE hereafter (x)")
    log = study(file)
    assert "newer version" in log.note
    assert LOST in log.note
    assert not log.is_kept
    log.close()
    assert file.read_bytes() == content
    assert log.damaged_files() == []


@pytest.mark.parametrize("end", ["", "-wal", "-shm", "-journal"])
@pytest.mark.parametrize("what", ["folder", "pipe", "link to a pipe", "link to a device"])
@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes among files there")
def test_what_is_no_file_is_neither_waited_for_nor_touched(tmp_path: Path, what: str, end: str) -> None:
    place = tmp_path / f"practice.sqlite3{end}"
    if what == "folder":
        place.mkdir()
    elif what == "link to a device":
        place.symlink_to("/dev/zero")
    else:
        os.mkfifo(tmp_path / "pipe")
        place.symlink_to(tmp_path / "pipe") if "link" in what else (tmp_path / "pipe").rename(place)
    log = study(tmp_path / "practice.sqlite3")
    assert str(place) in log.note
    assert "no ordinary file" in log.note
    assert LOST in log.note
    log.close()
    assert os.path.lexists(place)


def test_a_link_to_a_log_stays_one(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.sqlite3"
    link.symlink_to(file)
    log = study(link)
    assert log.note == ""
    log.close()
    assert link.is_symlink()
    assert link.samefile(file)
    file.write_bytes(b"garbage")
    log = study(link)
    assert log.damaged_files() == [file.with_name("practice-damaged-1.sqlite3")]
    log.close()


def test_a_log_without_its_first_part_is_kept(file: Path) -> None:
    wal = file.with_name(f"{file.name}-wal")
    for content in (b"", None):
        wal.write_bytes(b"answers")
        file.write_bytes(content) if content is not None else file.unlink()
        log = study(file)
        assert log.damaged_files()[-1].with_name(f"{log.damaged_files()[-1].name}-wal").read_bytes() == b"answers"
        log.close()


def test_while_another_program_holds_it_answers_wait(file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN IMMEDIATE")
        log = study(file)
        assert "Another program holds" in log.note
        assert LOST in log.note
        log.add_learner("Ada")
        log.add(answer())
    log.add(answer("name:later"))
    assert log.note == ""
    assert log.is_kept
    assert log.learner.name == "Ada"
    log.close()
    fresh = PracticeLog(file)
    assert {one.card for one in fresh.cards(TODAY)} == {"name:iliacus_left", "name:later"}
    fresh.use_learner("first")
    assert fresh.answered_count() == 4
    fresh.close()


def test_a_write_that_is_held_up_waits_for_the_next(file: Path) -> None:
    log = PracticeLog(file)
    assert log.note == ""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        log.add(answer())
        assert "Another program holds" in log.note
        assert log.answered_count() == 4, "it counts already"
    log.add(answer())
    assert log.note == ""
    log.close()
    assert PracticeLog(file).answered_count() == 5


def test_a_full_disk_keeps_what_there_is_and_takes_the_rest_later(file: Path) -> None:
    log = PracticeLog(file)
    assert log.answered_count() == 3
    with full_disk():
        log.add(answer())
        log.add(answer())
        assert "The disk takes no more" in log.note
        assert LOST in log.note
        assert log.answered_count() == 5
    log.add(answer())
    assert log.note == ""
    log.close()
    assert PracticeLog(file).answered_count() == 6


def test_a_disk_that_was_full_from_the_start(tmp_path: Path) -> None:
    with full_disk():
        log = study(tmp_path / "practice.sqlite3")
        assert LOST in log.note
    log.add(answer())
    assert log.note == ""
    assert log.answered_count() == 2
    log.close()


def test_a_log_that_is_deleted_under_a_window_is_written_again(file: Path) -> None:
    log = PracticeLog(file)
    assert log.answered_count() == 3
    for one in file.parent.iterdir():
        one.unlink()
    log.add(answer())
    assert log.answered_count() == 4
    log.close()
    assert PracticeLog(file).answered_count() == 4


def test_a_log_that_breaks_while_it_is_open(file: Path) -> None:
    log = PracticeLog(file)
    assert log.answered_count() == 3
    content = file.read_bytes()
    with file.open("r+b") as stream:
        stream.seek(0)
        stream.write(random.Random(3).randbytes(len(content)))
    other = study(file)
    other.close()
    log.add(answer())
    log.add(answer())
    assert log.is_kept
    assert log.answered_count() >= 2
    log.close()


def test_two_windows_share_a_log(file: Path) -> None:
    one, other = PracticeLog(file), PracticeLog(file)
    for log in (one, other, one, other):
        log.add(answer())
    assert one.answered_count() == other.answered_count() == 7
    ada = one.add_learner("Ada")
    assert ada in other.learners()
    other.use_learner(ada.id)
    assert one.delete_learner(ada.id)
    other.add(answer())
    assert "deleted in another window" in other.note
    other.add(answer())
    assert other.note == ""
    assert other.learner.id == "first"
    assert one.answered_count() == 8
    for log in (one, other):
        log.close()


NOBODY = """
import os, sys
from pathlib import Path
from tests.model.practice.test_broken_log import study
folder = Path(sys.argv[1])
study(folder / "another.sqlite3").close()
os.setgroups([]); os.setgid(65534); os.setuid(65534)
for name in sys.argv[2:]:
    log = study(folder / name / "practice.sqlite3")
    print(log.note, log.is_kept, len(log.history("name:iliacus_left")))
"""


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root becomes somebody else")
def test_a_log_that_may_only_be_read_is_read() -> None:
    modes = {"both": (0o555, 0o444), "file": (0o777, 0o444), "folder": (0o555, 0o666)}
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        for kind, (folder, mode) in modes.items():
            file = Path(name) / kind / "practice.sqlite3"
            log = PracticeLog(file)
            log.add(answer())
            log.close()
            file.chmod(mode)
            file.parent.chmod(folder)
        done = subprocess.run(
            [sys.executable, "-c", NOBODY, name, *modes], cwd=ROOT, capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
    told = done.stdout.splitlines()
    assert len(told) == 3
    assert sum("may not be written" in one and LOST in one and one.endswith(" False 1") for one in told) == 3


def test_tables_are_as_they_are_written() -> None:
    with closing(sqlite3.connect(":memory:")) as db:
        for table in TABLES:
            db.execute(table)
        assert {sql for (sql,) in db.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")} == set(TABLES)
