"""Several windows on the same notes: each sees what the others write, and nothing that anybody wrote is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.full_disk import TOLD, full_disk
from viewer.model import file_lock
from viewer.model.notes import notes as notes_module
from viewer.model.notes import notes_file, notes_store
from viewer.model.notes.notes import Notes, NotesError

ROOT = Path(__file__).resolve().parents[3]
NOBODY_S = b"999999\nsomebody else\nfar away\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "own" / "notes.json"


class Teller:
    """A window's notes, with what it was told and what it can take back."""

    def __init__(self, file: Path) -> None:
        self.notes = Notes(file)
        self.told: list[str] = []
        self.undo: list[Callable[[], None]] = []
        self.redo: list[Callable[[], None]] = []
        self.elsewhere: list[bool] = []
        self.notes.told.connect(self.told.append)
        self.notes.done.connect(self._remember)
        self.notes.changed.connect(self.elsewhere.append)

    def _remember(self, _words: str, undo: Callable[[], None], redo: Callable[[], None]) -> None:
        self.undo.append(undo)
        self.redo.append(redo)

    def texts(self) -> list[str]:
        return [note.text for note in self.notes.all()]


def stored(file: Path) -> list[str]:
    sound, unsound = notes_file.read(file)
    assert not unsound
    return [note.text for note in sound]


def two(file: Path, *texts: str) -> tuple[Teller, Teller]:
    one = Teller(file)
    for text in texts:
        one.notes.add(text)
    one.undo.clear()
    return one, Teller(file)


def test_both_windows_keep_and_show_what_each_writes(file: Path) -> None:
    one, other = two(file)
    one.notes.add("from one")
    other.notes.add("from the other")
    one.notes.add("from one again")
    assert stored(file) == ["from one", "from the other", "from one again"]
    other.notes.look()
    assert one.texts() == other.texts() == stored(file)
    assert [note.number for note in one.notes.all()] == [1, 2, 3]
    assert other.elsewhere == [False, True]
    other.notes.look()
    assert other.elsewhere == [False, True], "nothing new is nothing to tell"


def test_different_notes_are_changed_and_deleted_side_by_side(file: Path) -> None:
    one, other = two(file, "a", "b", "c")
    a, b, c = one.notes.all()
    one.notes.rewrite(a.id, "a, better")
    other.notes.delete(b.id)
    one.notes.rewrite(c.id, "c, better")
    assert stored(file) == ["a, better", "c, better"]
    assert one.told == other.told == []


def test_the_newest_words_win_and_the_others_stay_as_a_note_that_says_so(file: Path) -> None:
    one, other = two(file, "begin", "next")
    note = one.notes.all()[0]
    one.notes.rewrite(note.id, "one's words")
    assert other.notes.rewrite(note.id, "other's words").text == "other's words"
    told = "This note was changed in two windows at once. The words of the other window:\none's words"
    assert stored(file) == ["other's words", "next", told]
    assert [one.number for one in other.notes.all()] == [1, 2, 3]
    assert other.told == ["Another window changed this note too: its words are kept as note 3"]
    other.undo.pop()()
    assert stored(file) == ["one's words", "next"], "taken back is what was there"
    other.redo.pop()()
    assert stored(file) == ["other's words", "next", told]


def test_what_the_writer_has_seen_decides_not_what_the_window_has_read_meanwhile(file: Path) -> None:
    one, other = two(file, "begin")
    note = one.notes.all()[0]
    one.notes.rewrite(note.id, "one's words")
    other.notes.look()
    other.notes.rewrite(note.id, "typed before that", over="begin")
    assert [text.split("\n")[-1] for text in stored(file)] == ["typed before that", "one's words"]
    other.notes.rewrite(note.id, "better", over="typed before that")
    assert len(stored(file)) == 2


def test_the_longest_words_are_kept_where_they_give_way_and_their_heading_stands_once(file: Path) -> None:
    one, other = two(file, "begin")
    note, longest = one.notes.all()[0], "x" * notes_file.LONGEST_NOTE
    one.notes.rewrite(note.id, longest)
    other.notes.rewrite(note.id, "short")
    heading, kept = stored(file)[1].split("\n")
    assert kept == longest
    one.notes.look()
    one.notes.rewrite(one.notes.all()[1].id, f"{heading}\none's")
    other.notes.rewrite(other.notes.all()[1].id, "other's")
    assert stored(file) == ["short", "other's", f"{heading}\none's"]


def test_a_note_that_another_window_has_changed_is_not_deleted_unseen(file: Path) -> None:
    one, other = two(file, "begin")
    note = one.notes.all()[0]
    one.notes.rewrite(note.id, "one's words")
    other.notes.delete(note.id)
    assert stored(file) == other.texts() == ["one's words"]
    assert other.told == ["Another window changed this note meanwhile: it stays"]
    assert not other.undo
    other.notes.delete(note.id)
    assert stored(file) == []


def test_words_written_over_a_note_that_another_window_has_deleted_bring_it_back(file: Path) -> None:
    one, other = two(file, "a", "b")
    a = one.notes.all()[0]
    one.notes.delete(a.id)
    other.notes.rewrite(a.id, "a, better")
    assert stored(file) == ["a, better", "b"]
    assert [note.number for note in other.notes.all()] == [1, 2]
    other.undo.pop()()
    assert stored(file) == ["b"]


def test_each_window_takes_back_its_own_deeds_only(file: Path) -> None:
    one, other = two(file, "a")
    a = one.notes.all()[0]
    one.notes.add("one's")
    other.notes.add("other's")
    one.notes.delete(a.id)
    one.undo.pop()()
    one.undo.pop()()
    assert stored(file) == ["a", "other's"]
    other.undo.pop()()
    assert stored(file) == ["a"]


def test_taking_back_does_not_take_words_of_another_window(file: Path) -> None:
    one, other = two(file)
    note = one.notes.add("one's")
    other.notes.look()
    other.notes.rewrite(note.id, "other's")
    one.undo.pop()()
    assert stored(file) == one.texts() == ["other's"]
    assert one.told == ["Another window changed this note meanwhile: it stays"]
    one.redo.pop()()
    assert stored(file) == ["other's"]


def test_a_number_that_another_window_gave_meanwhile_is_not_given_twice(file: Path) -> None:
    one, _ = two(file, "a", "b")
    one.notes.delete(one.notes.all()[1].id)
    Teller(file).notes.add("b of another window")
    one.undo.pop()()
    one.redo.pop()()
    one.notes.add("c")
    assert [(note.text, note.number) for note in one.notes.all()] == [("a", 1), ("b of another window", 2), ("c", 4)]


DEEDS = st.lists(
    st.tuples(
        st.integers(0, 1), st.sampled_from(("add", "rewrite", "delete", "undo", "redo", "look")), st.integers(0, 5)
    ),
    max_size=30,
)


@settings(deadline=None, max_examples=40)
@given(DEEDS)
def test_no_window_ever_loses_words_that_it_has_not_seen(deeds: list[tuple[int, str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "notes.json"
        windows = two(file, "begin", "next")
        undone: tuple[list[Callable[[], None]], ...] = ([], [])
        for step, (number, deed, which) in enumerate(deeds):
            window, before, seen = windows[number], stored(file), windows[number].texts()
            act(window, deed, which, f"{deed} {step}", undone[number])
            after = stored(file)
            assert {text for text in before if not held(text, after)} <= set(seen)
            assert window.texts() == after
            assert len({note.number for note in window.notes.all()}) == len(after)
        for window in windows:
            window.notes.look()
        assert [window.texts() for window in windows] == [stored(file)] * 2


def held(text: str, texts: list[str]) -> bool:
    return any(one == text or one.endswith(f"\n{text}") for one in texts)


def act(window: Teller, deed: str, which: int, words: str, undone: list[Callable[[], None]]) -> None:
    """One deed; the redo of a deed lies with its undo."""
    notes = window.notes.all()
    if deed == "look":
        window.notes.look()
    elif deed == "undo" and window.undo:
        window.undo.pop()()
        undone.append(window.redo.pop())
    elif deed == "redo" and undone:
        undone.pop()()
    elif deed == "add":
        window.notes.add(words)
    elif notes and deed == "rewrite":
        window.notes.rewrite(notes[which % len(notes)].id, words)
    elif notes and deed == "delete":
        window.notes.delete(notes[which % len(notes)].id)
    else:
        window.notes.look()


WRITER = """
import sys
from pathlib import Path
from viewer.model.notes.notes import Notes
notes = Notes(Path(sys.argv[1]))
for number in range(40):
    notes.add(f"{sys.argv[2]} {number}")
"""


def test_processes_that_write_at_the_same_time_all_keep_everything(file: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(file), name], cwd=ROOT, stderr=subprocess.PIPE, text=True)
        for name in ("one", "two", "three")
    ]
    assert [writer.communicate()[1] for writer in writers] == ["", "", ""]
    texts = stored(file)
    assert sorted(texts) == sorted(f"{name} {number}" for name in ("one", "two", "three") for number in range(40))
    for name in ("one", "two", "three"):
        assert [text for text in texts if text.startswith(name)] == [f"{name} {number}" for number in range(40)]
    assert [note.number for note in Notes(file).all()] == list(range(1, 121))
    assert [one.name for one in file.parent.iterdir()] == ["notes.json"]


# What else can come between --------------------------------------------------------------------------------------


@pytest.mark.parametrize("days", [-400, 400])
def test_a_clock_that_jumps_changes_neither_order_nor_what_is_seen(
    file: Path, days: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = two(file, "first")

    class Clock:
        @staticmethod
        def now(zone: tzinfo) -> datetime:
            return datetime.now(zone) + timedelta(days=days)

    monkeypatch.setattr(notes_module, "datetime", Clock)
    one.notes.add("second")
    then = file.stat().st_mtime + days * 86_400
    os.utime(file, (then, then))
    other.notes.look()
    monkeypatch.undo()
    other.notes.add("third")
    one.notes.look()
    assert one.texts() == other.texts() == stored(file) == Teller(file).texts() == ["first", "second", "third"]
    assert [note.number for note in one.notes.all()] == [1, 2, 3]
    years = {note.written[:4] for note in one.notes.all()}
    assert len(years) == 2, "the clock did jump"


def test_notes_whose_file_is_gone_are_written_again(file: Path) -> None:
    one, _ = two(file, "kept")
    file.unlink()
    one.notes.look()
    assert one.texts() == ["kept"]
    one.notes.add("more")
    assert stored(file) == ["kept", "more"]


@pytest.mark.parametrize("content", [b"", b"{", b'{"format": 1, "notes": [{"id": "z"}]}'])
def test_a_file_that_is_damaged_meanwhile_is_put_aside_and_nothing_known_is_lost(file: Path, content: bytes) -> None:
    one, _ = two(file, "kept")
    file.write_bytes(content)
    one.notes.look()
    assert one.texts() == ["kept"]
    one.notes.add("more")
    assert stored(file) == ["kept", "more"]
    assert (file.parent / "notes-damaged-1.json").read_bytes() == content
    assert "notes-damaged-1.json" in one.told[0]


def test_a_damaged_file_stays_in_its_place_while_no_other_can_be_written(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"{ damaged")
    with full_disk():
        assert TOLD in Notes(file).trouble
        assert TOLD in Notes(file).trouble
    assert file.read_bytes() == b"{ damaged"
    assert "notes-damaged-1.json" in Notes(file).trouble
    assert len(list(file.parent.iterdir())) == 2


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_lock, "PATIENCE", 50)


def lock_of(file: Path) -> Path:
    return file.with_name("notes.json.lock")


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("content", [NOBODY_S, b"\x00" * 100])
def test_a_lock_that_nobody_takes_away_is_told_of_and_loses_nothing(file: Path, content: bytes) -> None:
    one, _ = two(file, "kept")
    lock_of(file).write_bytes(content)
    with pytest.raises(NotesError, match=r"another window holds .*notes\.json\.lock"):
        one.notes.add("not yet")
    assert one.texts() == stored(file) == ["kept"]
    lock_of(file).unlink()
    one.notes.add("now")
    assert stored(file) == ["kept", "now"]


def test_the_lock_of_a_dead_program_stops_nobody(file: Path) -> None:
    one, _ = two(file, "kept")
    held = subprocess.run(
        [sys.executable, "-c", "import os, sys; from PySide6.QtCore import QLockFile; lock = QLockFile(sys.argv[1]);"
         "assert lock.tryLock(0); os._exit(0)", str(lock_of(file))], check=True,
    )  # fmt: skip
    assert held.returncode == 0
    assert lock_of(file).exists()
    one.notes.add("more")
    assert stored(file) == ["kept", "more"]


def test_an_old_lock_of_another_machine_stops_nobody(file: Path) -> None:
    one, _ = two(file, "kept")
    lock_of(file).write_bytes(NOBODY_S)
    os.utime(lock_of(file), (1, 1))
    one.notes.add("more")
    assert stored(file) == ["kept", "more"]


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes in folders")
@pytest.mark.usefixtures("impatient")
def test_a_pipe_in_place_of_the_lock_or_the_notes_is_not_waited_for(file: Path) -> None:
    one, _ = two(file, "kept")
    os.mkfifo(lock_of(file))
    with pytest.raises(NotesError, match="another window holds"):
        one.notes.add("not yet")
    lock_of(file).unlink()
    file.unlink()
    os.mkfifo(file)
    one.notes.look()
    with pytest.raises(NotesError, match="not an ordinary file"):
        one.notes.add("not yet")
    assert "not an ordinary file" in Notes(file).trouble
    assert one.texts() == ["kept"]
    assert file.is_fifo()


def test_the_most_notes_are_counted_where_they_are(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notes_store, "MOST_NOTES", 3)
    one, other = two(file, "a")
    one.notes.add("b")
    one.notes.add("c")
    with pytest.raises(NotesError, match="3 notes already"):
        other.notes.add("d")
    assert other.texts() == ["a", "b", "c"]
    assert other.elsewhere == [True]
    one.notes.rewrite(one.notes.all()[0].id, "a, better")
    with pytest.raises(NotesError, match="3 notes already"):
        other.notes.rewrite(other.notes.all()[0].id, "a, differently")
    assert json.loads(file.read_text("utf-8"))["notes"][0]["text"] == "a, better"
