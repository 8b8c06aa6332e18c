from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from viewer import paths
from viewer.model.regular_file import read_bytes


@pytest.mark.parametrize("content", [b"", b"one", b"x" * 200_000])
def test_a_file_is_read_whole(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "file").write_bytes(content)
    assert read_bytes(tmp_path / "file", len(content)) == content


def test_the_real_annotations_are_read() -> None:
    assert read_bytes(paths.annotations_file(), 10**8) == paths.annotations_file().read_bytes()


def test_a_file_may_be_a_link_to_one(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"one")
    (tmp_path / "link").symlink_to(tmp_path / "file")
    assert read_bytes(tmp_path / "link", 3) == b"one"


def pipe(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def sparse(path: Path) -> None:
    path.touch()
    os.truncate(path, 10**12)


@pytest.mark.parametrize(
    ("make", "number", "words"),
    [
        (pipe, errno.EINVAL, "not an ordinary file"),
        (device, errno.EINVAL, "not an ordinary file"),
        (Path.mkdir, errno.EISDIR, "a folder"),
        (lambda path: path.write_bytes(b"longer"), errno.EFBIG, "larger than 3e-06 MB"),
        (sparse, errno.EFBIG, "larger than 3e-06 MB"),
        (lambda path: path.symlink_to(path), errno.ELOOP, "levels"),
        (lambda _: None, errno.ENOENT, "No such file"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="has no such things")
def test_what_is_no_plain_file_of_that_size_is_refused_at_once(
    tmp_path: Path, make: Callable[[Path], object], number: int, words: str
) -> None:
    make(tmp_path / "file")
    with pytest.raises(OSError, match=words) as caught:
        read_bytes(tmp_path / "file", 3)
    assert caught.value.errno == number


def test_a_name_that_cannot_be_one_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="no name"):
        read_bytes(tmp_path / "a\0b", 3)


@pytest.mark.skipif(os.name == "nt", reason="has no pipes with names")
def test_a_file_that_becomes_a_pipe_before_it_is_opened_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain, now = tmp_path / "plain", tmp_path / "now"
    plain.write_bytes(b"one")
    os.mkfifo(now)
    look = os.stat
    monkeypatch.setattr("viewer.model.regular_file.os.stat", lambda path: look(plain if path == now else path))
    with pytest.raises(OSError, match="not an ordinary file"):
        read_bytes(now, 3)


@pytest.mark.parametrize("added", [b"y", b"y" * 1_000_000])
def test_a_file_that_grows_while_it_is_read_ends_at_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, added: bytes
) -> None:
    file, take = tmp_path / "file", os.read
    file.write_bytes(b"x" * 100)

    def read(descriptor: int, size: int) -> bytes:
        with file.open("ab") as stream:
            stream.write(added)
        return take(descriptor, size)

    monkeypatch.setattr("viewer.model.regular_file.os.read", read)
    with pytest.raises(OSError, match="larger"):
        read_bytes(file, 100)
    assert file.stat().st_size < 100 + 3 * len(added)


def test_a_file_that_vanishes_while_it_is_read_is_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, take = tmp_path / "file", os.read
    file.write_bytes(b"x" * 100)

    def read(descriptor: int, size: int) -> bytes:
        file.unlink(missing_ok=True)
        return take(descriptor, size)

    monkeypatch.setattr("viewer.model.regular_file.os.read", read)
    assert read_bytes(file, 100) == b"x" * 100
