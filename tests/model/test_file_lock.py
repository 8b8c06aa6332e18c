"""A lock that nobody holds any more stands in nobody's way, whatever moment its owner died at."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile

from viewer.model import file_lock
from viewer.model.file_lock import locked


@pytest.fixture(autouse=True)
def _no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_lock, "PATIENCE", 50)


def test_a_lock_of_one_who_died_before_he_wrote_his_name_is_taken_away(tmp_path: Path) -> None:
    lock = tmp_path / "notes.json.lock"
    lock.touch()
    with locked(tmp_path / "notes.json"):
        assert lock.stat().st_size
    assert not lock.exists()


def test_a_lock_of_one_who_lives_stays_his(tmp_path: Path) -> None:
    held = QLockFile(str(tmp_path / "notes.json.lock"))
    assert held.tryLock(0)
    with pytest.raises(OSError, match="another window holds"), locked(tmp_path / "notes.json"):
        pytest.fail("two hold one lock")
    assert (tmp_path / "notes.json.lock").exists()
