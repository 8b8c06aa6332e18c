"""The open lesson through undo and redo, and lessons that a run left behind."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from viewer.model.atlas.atlas import Atlas
from viewer.model.lessons.lesson import Lesson, LessonScene
from viewer.model.lessons.lesson_file import write_lesson
from viewer.model.lessons.open_lesson import OpenLesson
from viewer.model.lessons.recovery import Recovery
from viewer.model.session.state import ViewState
from viewer.model.session.view import View

ONE, TWO = (Lesson(title, scenes=(LessonScene(title, View()),)) for title in ("One", "Two"))


def test_what_was_saved_since_it_was_opened_is_known_after_undo_and_redo(qapp: QCoreApplication, atlas: Atlas) -> None:
    state = ViewState(atlas)
    opened = OpenLesson(state)
    opened.take_up(ONE, Path("one.json"), "lesson opened")
    opened.change(TWO, "scene moved")
    opened.kept(Path("two.json"))
    for _ in range(2):
        state.undo()
    assert (opened.lesson, opened.unsaved, opened.path) == (Lesson(), False, None)
    state.redo()
    assert (opened.lesson, opened.unsaved, opened.path) == (ONE, True, Path("two.json"))
    state.redo()
    assert (opened.lesson, opened.unsaved) == (TWO, False)


def test_an_empty_lesson_left_behind_does_not_hide_a_full_one(tmp_path: Path, atlas: Atlas) -> None:
    for number, lesson in enumerate((ONE, Lesson("Nothing yet"))):
        file = tmp_path / f"{number}.json"
        write_lesson(file, lesson, atlas)
        os.utime(file, (1000 + number, 1000 + number))
    found = Recovery(tmp_path).left_behind(atlas)
    assert found is not None
    assert found.title == "One"
