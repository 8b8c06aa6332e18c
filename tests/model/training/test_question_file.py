"""A teacher's questions are read from a file, or every fault in it is told with its place; others still work."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viewer.model.annotations.data_files import DataFileError
from viewer.model.annotations.faults import Fault
from viewer.model.atlas.atlas import Atlas
from viewer.model.practice.answers import CARD
from viewer.model.training.deck import deck
from viewer.model.training.question import Question, Sort
from viewer.model.training.question_file import read_questions, read_shelf

WHY = [{"text": "Because it is so.", "status": "agreed", "sources": ["seed"]}]
GOOD = {
    "format": 1,
    "id": "first_year",
    "title": "First year",
    "questions": [
        {"id": "cable", "text": "Which one is the cable?", "about": "psoas_major_right", "explanation": WHY,
         "choices": [{"text": "Psoas major", "right": True, "structures": ["psoas_major_right"]},
                     {"text": "Iliacus", "right": False, "structures": ["iliacus_right"]}]},
        {"id": "fan", "text": "Click the fan.", "click": ["iliacus_right", "iliacus_left"], "explanation": WHY},
        {"id": "typed", "text": "Its name?", "names": ["Iliacus", "the fan"], "lit": ["iliacus_left"],
         "explanation": WHY},
    ],
}  # fmt: skip


def written(folder: Path, data: object, name: str = "questions.json") -> Path:
    file = folder / name
    file.write_text(json.dumps(data, indent=1), encoding="utf-8")
    return file


def test_good_questions_are_asked_like_the_program_s_own(tmp_path: Path, atlas: Atlas) -> None:
    shelf = read_shelf(atlas, opened=[written(tmp_path, GOOD)])
    assert shelf.faults == ()
    cards = deck(atlas, frozenset(), own=shelf.questions)
    assert [name for name in cards if name.startswith("own:")] == [
        "own:first_year:cable", "own:first_year:fan", "own:first_year:typed",
    ]  # fmt: skip
    assert cards["own:first_year:cable"].question(1).told[0].sources == ("seed",)


def test_all_faults_are_told_at_once_with_their_lines(tmp_path: Path, atlas: Atlas) -> None:
    bad = json.loads(json.dumps(GOOD))
    bad["colour"] = "blue"
    bad["questions"][0]["choices"][1]["right"] = True
    bad["questions"][1]["click"] = ["iliacus_rigth"]
    bad["questions"][2]["explanation"] = [{"text": "So.", "status": "agreed", "sources": ["nobody1999"]}]
    bad["questions"].append({"id": "fan", "text": "And?", "explanation": WHY})
    with pytest.raises(DataFileError) as caught:
        read_questions(written(tmp_path, bad), atlas)
    told = [str(fault) for fault in caught.value.faults]
    assert all(fault.line for fault in caught.value.faults)
    for words in ("colour", "2 of them have right", "did you mean \"iliacus_right\"", "no source", "stands twice",
                  "cannot be answered"):  # fmt: skip
        assert any(words in one for one in told), words
    assert len(told) == 6


def test_a_wrong_file_spoils_no_other(tmp_path: Path, atlas: Atlas) -> None:
    written(tmp_path, GOOD, "b.json")
    (tmp_path / "a.json").write_text("{ not json", encoding="utf-8")
    (tmp_path / "c.json").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "d.json").write_text("[" * 100_000, encoding="utf-8")
    written(tmp_path, GOOD, "e.json")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "f.json")
    shelf = read_shelf(atlas, tmp_path)
    assert len([one for one in shelf.questions if one.sort is Sort.OWN]) == 3
    assert {fault.file.name for fault in shelf.faults} == {"a.json", "c.json", "d.json", "e.json"} | (
        {"f.json"} if hasattr(os, "mkfifo") else set()
    )
    assert any("id of another file" in fault.text for fault in shelf.faults)


@pytest.mark.parametrize("broken", [None, 3, [], {}, {"questions": [None, 3, {"choices": [3], "names": [1]}]},
                                    {**GOOD, "questions": {}}, {**GOOD, "format": 2}])  # fmt: skip
def test_anything_else_is_refused_in_words(tmp_path: Path, atlas: Atlas, broken: object) -> None:
    with pytest.raises(DataFileError):
        read_questions(written(tmp_path, broken), atlas)


def test_the_program_s_own_targets_are_asked_on_both_sides(atlas: Atlas) -> None:
    shelf = read_shelf(atlas)
    assert shelf.faults == ()
    cards = {one.card: one for one in shelf.questions}
    right, left = cards["finger:psoas_major_right:L4"].finger, cards["finger:psoas_major_left:L4"].finger
    assert right is not None
    assert left is not None
    assert left.at == (-right.at[0], *right.at[1:])
    assert "left" in cards["finger:psoas_major_left:L4"].text


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=4) | st.just("iliacus_right"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "text", "choices", "names", "click", "reach", "explanation"]), inner)
    ),
)


@settings(max_examples=40)
@given(odd=JSON)
def test_whatever_stands_there_is_refused_or_can_be_asked(tmp_path_factory, atlas: Atlas, odd: object) -> None:
    file = written(tmp_path_factory.mktemp("odd"), {**GOOD, "questions": [odd, *GOOD["questions"]]})
    read, faults = tuple[Question, ...](), tuple[Fault, ...]()
    try:
        read = read_questions(file, atlas)
    except DataFileError as error:
        faults = error.faults
    assert bool(read) != bool(faults)
    assert all(CARD.fullmatch(one.card) and one.text for one in read)


@pytest.mark.parametrize("bad", ["a\n", "a b", "ü", "", "a" * 61])
def test_an_id_that_no_log_could_keep_is_refused(tmp_path: Path, atlas: Atlas, bad: str) -> None:
    with pytest.raises(DataFileError):
        read_questions(written(tmp_path, {**GOOD, "id": bad}), atlas)
