"""Whatever stands in a file, or becomes of it while it is read: a reader understands it, or says why not."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as how_many
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray

from tests.faults.mutants import WORDS, mutants
from tests.in_time import in_time
from tests.model.annotations.small_file import REAL, small
from tests.model.annotations.test_fuzz import check, loaded, mutated, outcome
from viewer.model.annotations.load import AnnotationsError, load
from viewer.model.atlas.atlas import LANGUAGES
from viewer.model.notes import notes_file
from viewer.model.notes.notes import Notes
from viewer.model.session.settings import APPEARANCES, Settings

ROOT = Path(__file__).resolve().parents[2]


# Damaged files --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def noted(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of somebody's notes."""
    file = tmp_path_factory.mktemp("noted") / "notes.json"
    notes = Notes(file)
    notes.add("Ask about old fractures.\nThen feel here: \u00fc \u4e2d", "psoas_major_right", (-69, -38, 16))
    notes.add("A place alone", place=(0.5, 0, 0))
    notes.add("On a bone", "sacrum")
    return file.read_bytes()


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The settings that a window leaves."""
    file = tmp_path_factory.mktemp("settled") / "settings.ini"
    settings = Settings(file)
    settings.appearance, settings.language, settings.reduced_motion, settings.pins = "dark", "la", True, False
    settings.geometry, settings.page, settings.floated = QByteArray(bytes(range(66))), "compare", ("notes", "facts")
    settings.list_folded, settings.list_width, settings.panel_width = True, 250, 400
    settings.save()
    return file.read_bytes()


def test_damaged_annotations_are_read_or_their_faults_are_told(tmp_path: Path, many: int) -> None:
    for content in mutants(json.dumps(small(), indent=2).encode(), 140 * many, 1):
        with in_time():
            check(outcome(tmp_path, content))


def test_the_damaged_real_annotations_are_read_or_their_faults_are_told(tmp_path: Path, many: int) -> None:
    for content in mutants(REAL.read_bytes(), 8 * many, 2):
        with in_time():
            check(loaded(tmp_path, content))


def test_of_damaged_notes_the_sound_ones_are_read(tmp_path: Path, many: int, noted: bytes) -> None:
    file, sound = tmp_path / "notes.json", 0
    for content in mutants(noted, 800 * many, 3):
        file.write_bytes(content)
        with in_time():
            try:
                notes, unsound = notes_file.read(file)
            except notes_file.DamagedError:
                continue
        sound += not unsound
        assert len({note.id for note in notes}) == len({note.number for note in notes}) == len(notes)
        file.write_text(notes_file.as_json(notes), encoding="utf-8")
        assert notes_file.read(file) == (notes, 0)
    assert sound, "some damage leaves sound notes"


def test_files_with_other_values_are_read_or_their_faults_are_told(tmp_path: Path, many: int, noted: bytes) -> None:
    file = tmp_path / "notes.json"

    @how_many(max_examples=40 * many, deadline=None)
    @given(st.data())
    def read_any(data: st.DataObject) -> None:
        file.write_text(json.dumps(mutated(json.loads(noted), data)), encoding="utf-8")
        with in_time():
            check(outcome(tmp_path, json.dumps(mutated(small(), data))))
            try:
                notes, _ = notes_file.read(file)
            except notes_file.DamagedError:
                return
        assert all(0 < len(note.text) <= notes_file.LONGEST_KEPT for note in notes)

    read_any()


def test_damaged_notes_are_kept_aside_and_new_ones_are_kept(tmp_path: Path, many: int, noted: bytes) -> None:
    for number, content in enumerate(mutants(noted, 100 * many, 4)):
        file = tmp_path / str(number) / "notes.json"
        file.parent.mkdir()
        file.write_bytes(content)
        with in_time():
            notes = Notes(file)
        known = notes.all()
        if notes.trouble:
            assert file.with_name("notes-damaged-1.json").read_bytes() == content
        notes.add("new")
        assert Notes(file).all()[:-1] == known
        shutil.rmtree(file.parent)
    assert number + 1 == 100 * many


def test_damaged_settings_fall_back_or_are_kept_aside(tmp_path: Path, many: int, settled: bytes) -> None:
    used = 0
    for number, content in enumerate(mutants(settled, 220 * many, 5)):
        used += not read_settings(tmp_path / f"{number}.ini", content)
    assert used


LINES = st.lists(
    st.one_of(
        st.text(max_size=30).map(str.encode), st.binary(max_size=30), st.sampled_from(WORDS),
        st.tuples(st.sampled_from((b"version", b"appearance", b"pins", b"geometry", b"floated", b"list_width")),
                  st.one_of(st.binary(max_size=20), st.sampled_from(WORDS))).map(b"=".join),
        st.sampled_from((b"[layout]", b"[General]", b"[window]", b"version=2")),
    )
).map(b"\n".join)  # fmt: skip


def test_any_settings_fall_back_or_are_kept_aside(tmp_path: Path, many: int) -> None:
    numbers = iter(range(1_000_000))

    @how_many(max_examples=60 * many, deadline=None)
    @given(LINES)
    def read_any(content: bytes) -> None:
        read_settings(tmp_path / f"{next(numbers)}.ini", content)

    read_any()


def read_settings(file: Path, content: bytes) -> str:
    """What a window would say of such settings, once everything in them was asked for."""
    file.write_bytes(content)
    with in_time():
        settings = Settings(file)
    assert settings.appearance in APPEARANCES
    assert settings.language in LANGUAGES
    assert isinstance(settings.page, str)
    assert all(isinstance(name, str) for name in settings.floated)
    assert min(settings.list_width, settings.panel_width) >= 0
    assert {type(one) for one in (settings.reduced_motion, settings.greeted, settings.pins, settings.list_folded)} == {
        bool
    }
    assert settings.geometry.size() <= len(content)
    if settings.note:
        assert file.with_name(f"{file.stem}-kept-1.ini").read_bytes() == content
    settings.appearance = "light"
    settings.save()
    assert Settings(file).appearance == "light"
    return settings.note


# Files that may not be read -------------------------------------------------------------------------------------------

READER = """
import os, sys
from pathlib import Path
from viewer.model.annotations.load import AnnotationsError, load
from viewer.model.notes.notes import Notes, NotesError
from viewer.model.session.settings import Settings
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
file = Path(sys.argv[1])
try:
    load(file)
except AnnotationsError as error:
    print(error.faults[0].text)
notes = Notes(file)
print(notes.trouble)
try:
    notes.add("lost")
except NotesError as error:
    print(error)
settings = Settings(file)
print(settings.note)
settings.appearance = "dark"
settings.save()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")
def test_a_file_that_may_not_be_read_is_told_of_and_left_alone() -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "private.json"
        file.write_bytes(b"private")
        file.chmod(0)
        Path(folder).chmod(0o555)
        words = [sys.executable, "-c", READER, str(file)]
        done = subprocess.run(words, cwd=ROOT, text=True, capture_output=True, check=True)
        Path(folder).chmod(0o755)
        file.chmod(0o600)
        assert done.stdout.splitlines() == [
            "cannot be read: Permission denied",
            f"The notes in {file} cannot be read: Permission denied",
            f"The notes cannot be written to {file}: Permission denied",
            "Your settings could not be read. They stay as they are (Permission denied); the program starts as new and"
            " keeps nothing.",
        ]
        assert file.read_bytes() == b"private"
        assert list(Path(folder).iterdir()) == [file]


# Files that move while they are read ----------------------------------------------------------------------------------

MOVER = """
import os, random, sys
from pathlib import Path
file, chance = Path(sys.argv[1]), random.Random(7)
sound = file.read_bytes()
print("ready", flush=True)
while True:
    what = chance.randrange(5)
    if what == 0:
        file.unlink(missing_ok=True)
    elif what == 1:
        file.write_bytes(sound)
    elif what == 2:
        file.write_bytes(sound[: chance.randrange(len(sound))])
    elif what == 3:
        with file.open("ab") as stream:
            for _ in range(chance.randrange(40)):
                stream.write(b" " * 20_000)
                stream.flush()
    else:
        other = file.with_name("other")
        other.write_bytes(sound)
        os.replace(other, file)
"""


@contextmanager
def moving(file: Path) -> Iterator[None]:
    """Another process cuts the file, lets it grow, replaces and deletes it, while the context lasts."""
    with subprocess.Popen([sys.executable, "-c", MOVER, str(file)], stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            yield
            assert process.poll() is None, "it moved to the end"
        finally:
            process.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="files that are open do not move there")
def test_files_that_vanish_and_grow_while_they_are_read_are_read_or_refused(
    tmp_path: Path, many: int, noted: bytes
) -> None:
    small_file, notes = tmp_path / "annotations.json", tmp_path / "notes.json"
    small_file.write_text(json.dumps(small()), encoding="utf-8")
    notes.write_bytes(noted)
    readers: tuple[tuple[Path, Callable[[Path], object], tuple[type[Exception], ...]], ...] = (
        (small_file, load, (AnnotationsError,)),
        (notes, notes_file.read, (OSError, notes_file.DamagedError)),
    )
    found: list[set[str]] = []
    for file, read, errors in readers:
        told, chance = set[str](), random.Random(6)
        with moving(file):
            for _ in range(120 * many):
                time.sleep(chance.random() / 1_000)
                try:
                    read(file)
                    told.add("read")
                except errors as error:
                    told.add(type(error).__name__)
        found.append(told)
    for told in found:
        assert "read" in told
        assert len(told) > 1, "it did move"
    assert len(found) == len(readers)


@pytest.mark.skipif(sys.platform == "win32", reason="files that are open do not move there")
def test_a_window_whose_notes_move_about_never_shows_less_than_it_knew(tmp_path: Path, many: int, noted: bytes) -> None:
    file = tmp_path / "notes.json"
    file.write_bytes(noted)
    notes = Notes(file)
    known, chance = notes.all(), random.Random(8)
    with moving(file):
        for _ in range(300 * many):
            notes.look()
            assert notes.all() == known
            time.sleep(chance.random() / 1_000)
    assert known
