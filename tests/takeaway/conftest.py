"""A small lesson on the real data, in a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from viewer.model.atlas.atlas import Atlas
from viewer.model.lessons.lesson import Lesson, LessonScene
from viewer.model.lessons.lesson_file import write_lesson
from viewer.model.session.view import Camera, View

FRONT = Camera((0.0, -1500.0, 90.0), (0.0, 0.0, 90.0))
MIDDLE = frozenset(f"{name}_{side}" for name in ("psoas_major", "iliacus", "hip_bone") for side in ("right", "left"))


def two_scenes() -> Lesson:
    """Two scenes: one muscle chosen, and one with names withheld."""
    told = "Psoas major comes from the spine, iliacus from the wing of the ilium."
    first = View(isolated=MIDDLE, selection=("psoas_major_right",), camera=FRONT)
    return Lesson(
        "Two muscles, one tendon",
        "An hour for the second year.",
        (
            LessonScene("The cable and the fan", first, told, "Wait until somebody asks.", ("gray1918",)),
            LessonScene("Which are these?", View(isolated=MIDDLE, unnamed=True, camera=FRONT)),
        ),
    )


@pytest.fixture(scope="session")
def lesson() -> Lesson:
    """One for all tests that only read it."""
    return two_scenes()


@pytest.fixture(scope="session")
def lesson_file(lesson: Lesson, atlas: Atlas, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, written."""
    file = tmp_path_factory.mktemp("lessons") / "two.json"
    write_lesson(file, lesson, atlas)
    return file
