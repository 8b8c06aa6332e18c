"""Files written whole: what stays as it was, what is refused, and what is left beside them."""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from pathlib import Path

import pytest

from tests.full_disk import full_disk
from viewer.model.whole_file import LEFT_BEHIND, UNFINISHED, write_whole

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="of other systems")


def test_a_file_is_begun_and_replaced(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    for content in (b"first", b"", b"\x00\r\n" * 100_000):
        write_whole(file, content)
        assert file.read_bytes() == content
    assert list(tmp_path.iterdir()) == [file]


@POSIX
def test_permissions_stay_and_new_files_have_the_usual_ones(tmp_path: Path) -> None:
    private, new, usual = tmp_path / "private", tmp_path / "new", tmp_path / "usual"
    private.write_bytes(b"")
    private.chmod(0o600)
    usual.write_bytes(b"")
    for file in (private, new):
        write_whole(file, b"x")
    assert stat.S_IMODE(private.stat().st_mode) == 0o600
    assert new.stat().st_mode == usual.stat().st_mode


@POSIX
def test_a_link_stays_one_and_its_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "synced").mkdir()
    link, file = tmp_path / "link", tmp_path / "synced" / "notes.json"
    link.symlink_to(file)
    for content in (b"first", b"second"):
        write_whole(link, content)
        assert file.read_bytes() == content
    assert link.is_symlink()
    assert list((tmp_path / "synced").iterdir()) == [file]


@POSIX
def test_pipes_devices_and_folders_are_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for place in (tmp_path / "pipe", Path("/dev/null"), tmp_path):
        with pytest.raises(OSError, match="it is not an ordinary file") as refused:
            write_whole(place, b"x")
        assert refused.value.errno == errno.EINVAL
    assert (tmp_path / "pipe").is_fifo()
    assert Path("/dev/null").is_char_device()
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_that_is_missing_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "none" / "a", b"x")


def test_a_disk_that_refuses_keeps_what_it_has(tmp_path: Path) -> None:
    file = tmp_path / "a"
    write_whole(file, b"old")
    with full_disk(), pytest.raises(OSError, match="File too large"):
        write_whole(file, b"new")
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


@POSIX
@pytest.mark.parametrize("name", ["\u4e2d" * 85, "a" * 255, "[*]?"])
def test_any_name_that_a_file_can_have_can_be_written(tmp_path: Path, name: str) -> None:
    for content in (b"old", b"new"):
        write_whole(tmp_path / name, content)
        assert (tmp_path / name).read_bytes() == content


def test_what_killed_writers_left_is_swept_away_later_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    left, fresh, other = (tmp_path / f"{name}{UNFINISHED}" for name in (".a.json-1", ".a.json-2", ".b.json-1"))
    for one in (left, fresh, other):
        one.write_bytes(b"half")
    for one in (left, other):
        os.utime(one, (time.time() - 2 * LEFT_BEHIND,) * 2)
    write_whole(file, b"x")
    assert sorted(tmp_path.iterdir()) == sorted([file, fresh, other])
