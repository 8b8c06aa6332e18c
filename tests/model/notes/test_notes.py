"""Own notes: kept whole, kept plain, never lost; whatever is typed or stands in the file."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.full_disk import TOLD, full_disk
from tests.model.annotations.small_file import REAL
from viewer.model.annotations.load import load
from viewer.model.notes import notes_file
from viewer.model.notes.notes import Notes, NotesError, usual_file
from viewer.model.notes.notes_export import as_json as export_json
from viewer.model.notes.notes_export import as_markdown
from viewer.model.notes.notes_file import LONGEST_NOTE, Note, as_json
from viewer.model.notes.plain_text import plain

ATLAS = load(REAL)
HOSTILE = (
    "<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "[click](file:///etc/passwd)", "a@b.org", "&amp;",
    "![p](http://a.b/c.png)", "\u202egnihtemos", "a\x00b\x1b[2Jc", "# Heading", "- item", "1. item", "> quote", "***",
    "    code", "```\ncode\n```", "http://example.org and www.example.org", "| a | b |\n|---|---|", "&lt;b&gt;", "===",
    "\\*", "---", "word\n===", "* * *", "~~gone~~", "\ud800", "e" + "\u0301" * 300,
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=80), st.sampled_from(HOSTILE), st.lists(st.sampled_from(HOSTILE), max_size=4).map("\n".join)
)
FILES = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "notes.json"


def deeds(notes: Notes) -> list[tuple[str, Callable[[], None], Callable[[], None]]]:
    """What is done from now on: its words, what takes it back, what does it again."""
    done = []

    def note(*deed: Any) -> None:
        done.append(deed)

    notes.done.connect(note)
    return done


def test_notes_last(file: Path) -> None:
    notes = Notes(file)
    heard: list[int] = []
    notes.changed.connect(lambda: heard.append(len(notes.all())))
    on_muscle = notes.add("Ask about old fractures.", "psoas_major_right")
    on_place = notes.add("Here?\nThere!", "psoas_major_right", (-69, -38, 16))
    notes.add("A place alone", place=(0.5, 0, 0))
    notes.rewrite(on_muscle.id, "Ask first.")

    again = Notes(file)
    assert again.trouble == ""
    assert again.all() == notes.all()
    assert [note.text for note in again.on("psoas_major_right")] == ["Ask first.", "Here?\nThere!"]
    again.delete(on_place.id)
    again.delete(on_place.id)
    assert [note.text for note in Notes(file).all()] == ["Ask first.", "A place alone"]
    assert heard == [1, 2, 3, 3]
    assert [path.name for path in file.parent.iterdir()] == ["notes.json"]


def test_whatever_was_done_to_notes_can_be_taken_back_and_done_again(file: Path) -> None:
    notes = Notes(file)
    done = deeds(notes)
    first = notes.add("first", "sacrum", (1, 2, 3))
    notes.add("second")
    notes.rewrite(first.id, "first, better")
    notes.delete(first.id)
    after = [[], ["first"], ["first", "second"], ["first, better", "second"], ["second"]]
    assert [words for words, _, _ in done] == ["note added", "note added", "note changed", "note deleted"]
    for (_, undo, _), expected in zip(reversed(done), reversed(after[:-1]), strict=True):
        undo()
        assert [note.text for note in notes.all()] == expected
        assert Notes(file).all() == notes.all(), "what is shown is what is on the disk"
    for (_, _, redo), expected in zip(done, after[1:], strict=True):
        redo()
        assert [note.text for note in notes.all()] == expected
    done[-1][1]()
    assert notes.all()[0] == Note(first.id, "first, better", "sacrum", (1, 2, 3), first.written, 1)
    assert len(done) == 4, "taking back and doing again are no deeds"


def test_what_changes_nothing_is_no_deed(file: Path) -> None:
    notes = Notes(file)
    note = notes.add("the same")
    done = deeds(notes)
    notes.rewrite(note.id, "the same")
    notes.delete("nobody")
    with pytest.raises(NotesError):
        notes.rewrite(note.id, "")
    assert done == []


def test_a_note_keeps_its_number_for_life(file: Path) -> None:
    notes = Notes(file)
    first, second = notes.add("first"), notes.add("second")
    notes.delete(first.id)
    assert [note.number for note in Notes(file).all()] == [2]
    assert notes.add("third").number == 3
    notes.rewrite(second.id, "second, better")
    assert [note.number for note in Notes(file).all()] == [2, 3]


def test_notes_of_an_older_file_get_numbers_in_their_order(file: Path) -> None:
    rows = [{"id": "a", "text": "A"}, {"id": "b", "text": "B", "number": 2}, {"id": "c", "text": "C", "number": 2}]
    file.parent.mkdir()
    file.write_text(json.dumps({"format": 1, "notes": [*rows, {"id": "d", "text": "D", "number": "x"}]}))
    assert [(note.id, note.number) for note in Notes(file).all()] == [("a", 3), ("b", 2), ("c", 4), ("d", 5)]


def test_an_undo_that_cannot_be_written_changes_nothing(file: Path) -> None:
    notes = Notes(file)
    done = deeds(notes)
    notes.add("kept")
    ((_, undo, redo),) = done
    with full_disk(), pytest.raises(NotesError, match=TOLD):
        undo()
    assert [note.text for note in notes.all()] == ["kept"]
    undo()
    with full_disk(), pytest.raises(NotesError, match=TOLD):
        redo()
    assert notes.all() == ()


def test_says_why_a_note_cannot_be_kept(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notes = Notes(file)
    for text, expected in (("", "some words"), (" \x00\u202e ", "some words"), ("x" * 5_000, "at most 4000")):
        with pytest.raises(NotesError, match=expected):
            notes.add(text)
    for place in ((0, 0, float("nan")), (0, 0, 1e9), (0, 0)):
        with pytest.raises(ValueError, match="no place"):
            notes.add("here", place=place)  # type: ignore[arg-type]
    monkeypatch.setattr("viewer.model.notes.notes_store.MOST_NOTES", 1)
    notes.add("one")
    with pytest.raises(NotesError, match="already"):
        notes.add("two")
    with pytest.raises(KeyError):
        notes.rewrite("nobody", "x")


def test_a_disk_that_refuses_changes_nothing(file: Path) -> None:
    notes = Notes(file)
    notes.add("kept")
    before = file.read_bytes()
    with full_disk(), pytest.raises(NotesError, match=TOLD):
        notes.add("lost")
    assert [note.text for note in notes.all()] == ["kept"]
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == ["notes.json"], "no half-written file is left behind"


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe", b"[]", b'{"format": 2, "notes": []}', b'{"format": 1}', b"[" * 100_000]
)
def test_a_damaged_file_is_put_aside_not_overwritten(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    for number in (1, 2):
        file.write_bytes(content)
        notes = Notes(file)
        assert f"notes-damaged-{number}.json" in notes.trouble
        assert notes.all() == ()
        notes.add("new")
        assert (file.parent / f"notes-damaged-{number}.json").read_bytes() == content
        assert [note.text for note in Notes(file).all()] == ["new"]


def test_the_sound_notes_of_a_damaged_file_are_kept(file: Path) -> None:
    good = Notes(file).add("good")
    data = json.loads(file.read_text("utf-8"))
    data["notes"] += [data["notes"][0], {"id": "a", "text": 3}, 7, {"id": "b/..", "text": "x"}, {"id": "c", "text": "x",
                      "place": [1, 2]}]  # fmt: skip
    file.write_text(json.dumps(data), encoding="utf-8")

    notes = Notes(file)

    assert "5 of its entries" in notes.trouble
    assert notes.all() == (good,)
    assert Notes(file).trouble == ""
    assert Notes(file).all() == (good,)


def test_a_folder_in_its_place_is_left_alone(file: Path) -> None:
    file.mkdir(parents=True)
    notes = Notes(file)
    assert "cannot be read" in notes.trouble
    with pytest.raises(NotesError):
        notes.add("x")
    assert file.is_dir()


def test_the_usual_place_is_the_user_s(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    found = usual_file()
    assert found.parts[-2:] == ("Iliopsoas", "notes.json")
    if sys.platform.startswith("linux"):
        assert found.is_relative_to(tmp_path)


@FILES
@given(TEXTS, st.sampled_from(["", "psoas_major_right", "gone_right"]))
def test_whatever_is_typed_is_kept_plain_and_comes_back(file: Path, text: str, structure: str) -> None:
    notes = Notes(file)
    try:
        note = notes.add(text, structure)
    except NotesError:
        assert plain(text) == ""
        return
    assert note.text == plain(text)
    assert all(letter == "\n" or letter.isprintable() or letter.isspace() or ord(letter) > 0xA0 for letter in note.text)
    assert Notes(file).all()[-1] == note
    notes.delete(note.id)


@FILES
@given(st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), TEXTS),
    lambda inner: st.one_of(st.lists(inner, max_size=4),
                            st.dictionaries(st.sampled_from(["format", "notes", "id", "text", "place", "x"]), inner)),
))  # fmt: skip
def test_any_file_is_survived(file: Path, data: Any) -> None:
    file.parent.mkdir(exist_ok=True)
    for content in (data, {"format": 1, "notes": data}, {"format": 1, "notes": [data, {"id": "a", "text": data}]}):
        file.write_bytes(json.dumps(content).encode("utf-8", "surrogatepass"))
        for note in Notes(file).all():
            assert 0 < len(note.text) <= LONGEST_NOTE
        kept = Notes(file).add("still works")
        assert kept in Notes(file).all()


def test_json_is_what_is_kept(file: Path) -> None:
    notes = Notes(file)
    notes.add("Grüße", "sacrum", (1, 2, 3))
    assert file.read_text("utf-8") == as_json(notes.all())
    assert notes_file.read(file) == (list(notes.all()), 0)


def test_exports_name_places_in_words(file: Path) -> None:
    place = (-69.2, -38.0, 16.4)
    notes = [
        Note("a", "Here", "psoas_major_right", place, number=4),
        Note("b", "There", "gone_left", number=2),
        Note("c", "x", "", (1, 0, -2), number=7),
    ]
    words = "69 mm to the right, 38 mm to the front and 16 mm up from midway between the heads of the femurs"
    assert f"at -69, -38, 16 mm: {words}".replace(":", r"\:") in as_markdown(notes, ATLAS)
    exported = json.loads(export_json(notes, ATLAS))
    assert [note["where"] for note in exported["notes"]] == [
        f"Psoas major, right: {words}",
        "gone_left",
        "1 mm to the left, 0 mm to the back and 2 mm down from midway between the heads of the femurs",
    ]
    file.parent.mkdir()
    file.write_text(export_json(notes, ATLAS), encoding="utf-8")
    assert Notes(file).all() == tuple(notes), "what is exported can be read again"


def test_markdown_is_sorted_by_structure() -> None:
    notes = [
        Note("a", "On a place", place=(1.0, 2.0, 3.0)),
        Note("b", "On the sacrum\nsecond line", "sacrum", written="2030-01-01T10:00:00+00:00"),
        Note("c", "On psoas", "psoas_major_right"),
        Note("d", "Of another file", "tail_left"),
    ]
    text = as_markdown(notes, ATLAS)
    places = [text.index(words) for words in ("## Psoas major, right", "## Sacrum", "## tail", "## Places in the body")]
    assert places == sorted(places)
    assert "On the sacrum  \nsecond line" in text
    assert "at 1, 2, 3 mm" in text
    assert as_markdown([], ATLAS) == "# Notes\n"


@FILES
@given(TEXTS.map(plain).filter(bool))
def test_markdown_says_what_was_typed_and_nothing_acts(qapp, text: str) -> None:
    from PySide6.QtGui import QTextDocument

    document = QTextDocument()
    document.setMarkdown(as_markdown([Note("a", text)], ATLAS))

    html = document.toHtml().split("</head>")[1]
    assert "<a " not in html
    assert "<img" not in html
    assert "<table" not in html
    assert document.toPlainText().split("note\n", 1)[1].split() == text.split()
