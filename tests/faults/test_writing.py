"""Whatever stops a write - a kill at any moment, a full disk, missing rights - leaves the old file or the new one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are not hindered like this there")

ROOT = Path(__file__).resolve().parents[2]
WAYS = ("notes", "settings", "export", "picture", "lesson", "manifest")
KILLS = 12
ERRORS = {
    "notes": "NotesError: The notes cannot be written to ",
    "export": "",
    "picture": "NotSavedError: The picture could not be saved as ",
    "lesson": "",
    "manifest": "",
}
OWN_DISK = 'mount -t tmpfs -o size=900k none "$1" && exec "$0" -m tests.faults.writers "$1" refuse "$2"'


@pytest.fixture
def folder() -> Iterator[Path]:
    """One that nobody is kept out of, as from those of pytest."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)
        Path(name).chmod(0o755)


def run(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*map(str, words)], check=False, cwd=ROOT, text=True, capture_output=True, timeout=600,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


def test_a_writer_that_is_killed_at_any_moment_leaves_the_old_file_or_the_new(folder: Path, many: int) -> None:
    done = run(sys.executable, "-m", "tests.faults.writers", folder, "kill", KILLS * many, 9)
    assert done.stderr == ""
    assert {way: sum(found) for way, found in json.loads(done.stdout).items()} == dict.fromkeys(WAYS, KILLS * many)


@pytest.mark.parametrize(("how", "why"), [("take_rights", "Permission denied"), ("limit_size", "File too large")])
def test_what_may_not_be_written_stays_and_is_told_of(how: str, why: str, folder: Path) -> None:
    check(run(sys.executable, "-m", "tests.faults.writers", folder, "refuse", how), why)


@pytest.fixture(scope="session")
def own_disk() -> list[str]:
    """The beginning of a command that may have disks of its own, which are gone with it."""
    for words in (["unshare", "-m"], ["unshare", "-Urm"]):
        if shutil.which("unshare") and run(*words, "sh", "-c", "mount -t tmpfs none /mnt").returncode == 0:
            return words
    pytest.skip("this system lets nobody have a small disk")


@pytest.mark.parametrize(("how", "why"), [("fill_disk", "No space left"), ("lock_disk", "Read-only file system")])
def test_a_disk_that_is_full_or_locked_keeps_what_it_has(how: str, why: str, folder: Path, own_disk: list[str]) -> None:
    check(run(*own_disk, "sh", "-c", OWN_DISK, sys.executable, folder, how), why)


def check(done: subprocess.CompletedProcess[str], why: str) -> None:
    assert done.stderr == ""
    for way, (error, as_before, others) in json.loads(done.stdout).items():
        assert as_before, way
        assert others == [], "nothing half-written is left"
        if way == "settings":
            assert error == "", "a disk that refuses costs nothing but the settings"
        else:
            assert why in error
            assert error.startswith(ERRORS[way])


def test_a_kill_at_any_moment_loses_at_most_the_answer_in_hand(folder: Path, many: int) -> None:
    done = run(sys.executable, "-m", "tests.faults.answering", folder, KILLS * many, 5)
    assert done.stderr == ""
    found = json.loads(done.stdout)
    assert len(found) == KILLS * many
    assert {(there - known, wrong) for known, there, wrong in found} <= {(0, ""), (1, "")}
    assert max(known for known, _, _ in found) > 2, "the kills did not come before the first answers"
