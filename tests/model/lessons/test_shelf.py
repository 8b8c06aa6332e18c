"""The lessons that come with the program are whole; those of a user stand behind them, and a wrong file spoils none."""

from __future__ import annotations

import json
from pathlib import Path

from tests.model.lessons.small_lesson import SMALL
from viewer.model.annotations.data_files import files_in
from viewer.model.atlas.atlas import Atlas
from viewer.model.lessons.lesson_file import our_folder, read_lesson
from viewer.model.lessons.shelf import own_folder, read_shelf


def test_every_lesson_of_the_program_is_whole(atlas: Atlas) -> None:
    read = {file.name: read_lesson(file, atlas) for file in files_in(our_folder())}
    assert {name: [str(fault) for fault in one.remarks] for name, one in read.items() if not one.whole} == {}
    assert [one.file.name for one in read_shelf(atlas).lessons] == sorted(read)


def test_own_lessons_stand_behind_those_of_the_program(tmp_path: Path, atlas: Atlas) -> None:
    for name, content in (("b", json.dumps({**SMALL, "title": "A"})), ("a", json.dumps(SMALL)), ("c", "{")):
        (tmp_path / f"{name}.json").write_text(content, encoding="utf-8")
    shelf = read_shelf(atlas, tmp_path)
    assert [(one.title, one.ours) for one in shelf.lessons][-2:] == [("A", False), ("Small", False)]
    assert [one.ours for one in shelf.lessons[:-2]] == [True] * (len(shelf.lessons) - 2)
    assert [fault.file.name for fault in shelf.faults] == ["c.json"]


def test_own_lessons_are_kept_beside_the_notes(notes_file: Path) -> None:
    assert own_folder() == notes_file.parent / "lessons"
