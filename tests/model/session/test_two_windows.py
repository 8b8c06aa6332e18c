"""Two windows, in two processes, with the same settings: each changes what it changes, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from viewer.model import file_lock
from viewer.model.session.settings import VERSION, Settings
from viewer.model.session.settings_file import LARGEST_FILE

ROOT = Path(__file__).resolve().parents[3]
WINDOW = """
import sys
from pathlib import Path
from viewer.model.session.settings import Settings
kept = Settings(Path(sys.argv[1]))
print(kept.appearance, flush=True)
for line in sys.stdin:
    exec(line)
    print("done", flush=True)
"""


class OtherWindow:
    """A process that has the settings open."""

    def __init__(self, file: Path) -> None:
        words = [sys.executable, "-c", WINDOW, str(file)]
        self.process = subprocess.Popen(words, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self.process.stdout is not None
        self.appearance = self.process.stdout.readline().strip()

    def do(self, line: str) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        print(line, file=self.process.stdin, flush=True)
        assert self.process.stdout.readline() == "done\n"

    def close(self) -> None:
        self.do("kept.save()")
        self.process.communicate()
        assert self.process.returncode == 0


def test_what_one_window_writes_survives_the_closing_of_another_that_did_not_touch_it(tmp_path: Path) -> None:
    file = tmp_path / "a.ini"
    one, other = OtherWindow(file), OtherWindow(file)
    one.do("kept.appearance, kept.list_width = 'dark', 250")
    one.close()
    other.do("kept.language, kept.panel_width = 'la', 400")
    other.close()
    found = Settings(file)
    assert (found.appearance, found.list_width, found.language, found.panel_width) == ("dark", 250, "la", 400)
    assert [one.name for one in tmp_path.iterdir()] == ["a.ini"]


def test_of_what_both_windows_change_the_last_to_change_it_decides(tmp_path: Path) -> None:
    file = tmp_path / "a.ini"
    one, other = OtherWindow(file), OtherWindow(file)
    other.do("kept.appearance = 'light'")
    one.do("kept.appearance = 'dark'")
    one.do("kept.page = 'compare'")
    one.close()
    third = OtherWindow(file)
    assert third.appearance == "dark"
    third.close()
    other.close()
    found = Settings(file)
    assert (found.appearance, found.page) == ("dark", "compare")


def test_windows_that_close_at_the_same_time_all_keep_theirs(tmp_path: Path) -> None:
    file = tmp_path / "a.ini"
    windows = [OtherWindow(file) for _ in range(4)]
    keys = ("list_width", "panel_width", "list_folded", "pins")
    for window, key in zip(windows, keys, strict=True):
        window.do(f"kept.{key} = {'False' if key == 'pins' else 'True' if key == 'list_folded' else 300}")
    for window in windows:
        assert window.process.stdin is not None
        print("kept.save()", file=window.process.stdin, flush=True)
    for window in windows:
        window.process.communicate()
    found = Settings(file)
    assert (found.list_width, found.panel_width, found.list_folded, found.pins) == (300, 300, True, False)


@pytest.mark.parametrize("jump", [-1e8, 1e8])
def test_a_clock_that_jumped_hides_nothing(tmp_path: Path, jump: float) -> None:
    file = tmp_path / "a.ini"
    one, other = OtherWindow(file), OtherWindow(file)
    one.do("kept.appearance = 'dark'")
    one.close()
    then = file.stat().st_mtime + jump
    os.utime(file, (then, then))
    other.do("kept.language = 'la'")
    other.close()
    found = Settings(file)
    assert (found.appearance, found.language) == ("dark", "la")


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes in folders")
def test_a_pipe_in_place_of_the_settings_is_put_aside_and_not_waited_for(tmp_path: Path) -> None:
    file = tmp_path / "a.ini"
    os.mkfifo(file)
    settings = Settings(file)
    assert "could not be read" in settings.note
    assert (tmp_path / "a-kept-1.ini").is_fifo()
    settings.appearance = "dark"
    settings.save()
    assert Settings(file).appearance == "dark"


@pytest.mark.parametrize("make", [os.mkfifo, lambda lock: lock.write_bytes(b"9\nx\ny\n")])
@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes in folders")
def test_a_lock_that_nobody_takes_away_costs_nothing_but_the_settings(
    tmp_path: Path, make: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_lock, "PATIENCE", 50)
    file = tmp_path / "a.ini"
    file.write_text(f"[General]\nversion={VERSION}\nappearance=dark\n")
    before = file.read_bytes()
    make(tmp_path / "a.ini.lock")  # type: ignore[operator]
    settings = Settings(file)
    assert (settings.note, settings.appearance) == ("", "dark")
    settings.appearance, settings.list_width = "light", 250
    settings.save()
    assert file.read_bytes() == before
    (tmp_path / "a.ini.lock").unlink()
    settings.save()
    assert (Settings(file).appearance, Settings(file).list_width) == ("light", 250)


def test_a_file_that_no_settings_can_fill_is_put_aside_unread(tmp_path: Path) -> None:
    file = tmp_path / "a.ini"
    with file.open("wb") as stream:
        stream.truncate(LARGEST_FILE + 1)
    assert "could not be read" in Settings(file).note
    assert (tmp_path / "a-kept-1.ini").stat().st_size == LARGEST_FILE + 1
