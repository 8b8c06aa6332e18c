"""A lesson's file gives what can be shown and tells the rest; what is written comes back the same."""

from __future__ import annotations

import json
import os
import random
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.full_disk import TOLD, full_disk
from tests.model.lessons.small_lesson import SMALL, changed, lessons
from viewer.app import main
from viewer.model.annotations.data_files import DataFileError
from viewer.model.atlas.atlas import Atlas
from viewer.model.lessons.lesson import Lesson, LessonScene
from viewer.model.lessons.lesson_file import as_text, read_lesson, write_lesson
from viewer.model.lessons.scene_view import planned
from viewer.model.session.view import Camera, View

CUTS = 60


def written(folder: Path, data: Any) -> Path:
    file = folder / "small.json"
    file.write_text(data if isinstance(data, str) else json.dumps(data, indent=1), encoding="utf-8")
    return file


def lesson_of(folder: Path, atlas: Atlas) -> Lesson:
    return read_lesson(written(folder, SMALL), atlas).lesson


@pytest.fixture(scope="module")
def any_lesson(atlas: Atlas) -> st.SearchStrategy[Lesson]:
    return lessons(atlas)


# What is written ------------------------------------------------------------------------------------------------------


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_lesson_comes_back_as_it_was_written(
    data: st.DataObject, any_lesson: st.SearchStrategy[Lesson], tmp_path: Path, atlas: Atlas
) -> None:
    lesson, file = data.draw(any_lesson), tmp_path / "any.json"
    write_lesson(file, lesson, atlas)
    read = read_lesson(file, atlas)
    assert (read.lesson, read.remarks, read.whole) == (lesson, (), True)
    assert as_text(read.lesson, atlas).encode() == file.read_bytes()


def test_a_changed_caption_is_one_changed_line(tmp_path: Path, atlas: Atlas) -> None:
    lesson = lesson_of(tmp_path, atlas)
    first, *others = lesson.scenes
    other = lesson.with_scenes((replace(first, caption="Other words.\nOn two lines."), *others))
    before, after = (as_text(one, atlas).splitlines() for one in (lesson, other))
    assert len(before) == len(after) > 30
    assert [row for row in zip(before, after, strict=True) if row[0] != row[1]] == [
        ('   "caption": "From spine to thigh.",', '   "caption": "Other words.\\nOn two lines.",')
    ]


def test_numbers_that_are_equal_are_written_alike(atlas: Atlas) -> None:
    scenes = [LessonScene("", planned(View(camera=Camera((one, -900, 0), (0, 0, 0))), atlas)) for one in (0, -0.0)]
    one, other = (as_text(Lesson("", "", (scene,)), atlas) for scene in scenes)
    assert one == other
    assert '"position": [0, -900, 0]' in one


def test_a_scene_holds_what_is_shown_however_it_came_to_be_so(tmp_path: Path, atlas: Atlas) -> None:
    shown = frozenset({"psoas_major_right", "femur_right"})
    ways = (
        View(isolated=shown),
        View(hidden=frozenset(atlas.structures) - shown),
        View(hidden=frozenset(atlas.structures) - shown, peeled=(("skin",),)),
    )
    (view,) = {planned(view, atlas) for view in ways}
    assert {name for name in atlas.structures if view.shows(name)} == shown


def test_a_full_disk_leaves_the_file_as_it_was(tmp_path: Path, atlas: Atlas) -> None:
    file = written(tmp_path, SMALL)
    before = file.read_bytes()
    with full_disk(), pytest.raises(OSError, match=TOLD):
        write_lesson(file, read_lesson(file, atlas).lesson, atlas)
    assert file.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == [file.name]


# What is wrong --------------------------------------------------------------------------------------------------------

V = "scenes.0.view"
FAULTS = [
    ("format", 2, "format", "newer edition", 2),
    ("format", None, "format", '"1" is expected', 2),
    ("author", "x", "author", "unknown", 2),
    ("scenes.0", "x", "scenes[0]", "an object in braces", 1),
    ("scenes.0.view", [], "scenes[0].view", "an object in braces", 1),
    ("scenes.0.view.shown", "all", "scenes[0].view.shown", "a list in brackets", 1),
    ("scenes.0.titel", "x", "scenes[0].titel", 'did you mean "title"?', 2),
    ("scenes.0.caption", 7, "scenes[0].caption", "text in quotation marks", 2),
    ("scenes.0.caption", "x" * 5000, "scenes[0].caption", "at most 1000", 2),
    ("scenes.0.sources.0", "gray99", "scenes[0].sources[0]", "there is no source", 2),
    (f"{V}.shown.0", "psoas_mayor_right", "shown[0]", 'did you mean "psoas_major_right"?', 2),
    (f"{V}.selection.0", "nothing", "selection[0]", "there is no structure", 2),
    (f"{V}.absent", ["femur_right"], "absent[0]", "which nobody lacks", 2),
    (f"{V}.fact", "no_fact", "fact", "there is no fact", 2),
    (f"{V}.shared", ["no_fact"], "shared[0]", "there is no fact", 2),
    (f"{V}.forms", {"psoas_major_right": "square"}, "forms.psoas_major_right", "there is no form", 2),
    (f"{V}.camera.up", [70, 900, -20], "camera", "looks nowhere", 2),
    (f"{V}.camera.position", [2e5, 0, 0], "camera.position[0]", "maximum", 2),
    (f"{V}.finger.way", [0, 2, 0], "finger", "aims nowhere", 2),
    (f"{V}.plane.normal", [0, 0, 0], "plane", "lies nowhere", 2),
    (f"{V}.strokes.0.ink", "pink", "strokes[0].ink", "expected is one of", 2),
    (f"{V}.strokes.0.places", [[0, 0, 5]], "strokes[0]", "no line that can be seen", 2),
    (f"{V}.placed", {"nothing": [0, 0]}, "placed.nothing", "there is no structure", 2),
    (f"{V}.placed.psoas_major_right", [0, 99], "placed.psoas_major_right[1]", "maximum 20", 2),
    (f"{V}.marks.0.places", [], "marks[0].places", "at least 1", 2),
    (f"{V}.ghost", "yes", "ghost", "true or false", 2),
]  # fmt: skip


@pytest.mark.parametrize("wrong", FAULTS, ids=lambda wrong: f"{wrong[0]} {wrong[1]!s:.8}")
def test_what_is_wrong_is_told_and_left_out(
    tmp_path: Path, atlas: Atlas, wrong: tuple[str, Any, str, str, int]
) -> None:
    way, value, place, words, left = wrong
    read = read_lesson(written(tmp_path, changed(way, value)), atlas)
    told = [str(fault) for fault in read.remarks]
    assert any(f"{place}: " in fault and words in fault for fault in told), told
    assert all(fault.startswith(f"{tmp_path}/small.json:") for fault in told)
    assert not read.whole
    assert len(read.lesson.scenes) == left
    write_lesson(tmp_path / "again.json", read.lesson, atlas)
    assert read_lesson(tmp_path / "again.json", atlas).lesson == read.lesson


def test_the_rest_of_a_wrong_scene_is_shown(tmp_path: Path, atlas: Atlas) -> None:
    sound = lesson_of(tmp_path, atlas)
    view = read_lesson(written(tmp_path, changed(f"{V}.shown.1", "vertebra_L9")), atlas).lesson.scenes[0].view
    assert view == replace(sound.scenes[0].view, hidden=sound.scenes[0].view.hidden | {"vertebra_L4"})


def test_a_file_that_is_cut_off_gives_its_scenes_before_the_cut(tmp_path: Path, atlas: Atlas) -> None:
    lesson = lesson_of(tmp_path, atlas)
    lesson = replace(lesson, title="Größe", scenes=tuple(replace(one, caption="é" * 9) for one in lesson.scenes) * 3)
    whole, seen = as_text(lesson, atlas).encode(), set()
    file = tmp_path / "cut.json"
    for end in [*random.Random(5).sample(range(len(whole) - 2), CUTS), whole.index(b'"view"', 300)]:
        file.write_bytes(whole[:end])
        try:
            read = read_lesson(file, atlas)
        except DataFileError:
            seen.add(0)
            continue
        count = len(read.lesson.scenes)
        assert read.lesson == replace(lesson, scenes=lesson.scenes[:count])
        assert not read.whole
        assert read.remarks[0].line == whole.count(b"\n", 0, end) + 1 or "UTF-8" in str(read.remarks)
        seen.add(count)
    assert seen >= {0, 1, 2, 3, 4, 5}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "is empty"),
        ("{", "not JSON"),
        ("[]", "an object in braces"),
        ("[" * 100_000, "nested too deeply"),
        ('{"format": 1, "title": "T"}', "lacks scenes"),
        (" " * 8_000_001, "larger than 8 MB"),
        ('{"format": 1, "scenes": [' + "[" * 100_000, "nested too deeply"),
        ('{"format": 1, "scenes": [{"view": {"shown": NaN}}]}', "NaN"),
    ],
)
def test_where_there_is_nothing_to_show_all_that_is_wrong_is_told(
    content: str, words: str, tmp_path: Path, atlas: Atlas
) -> None:
    with pytest.raises(DataFileError, match=words):
        read_lesson(written(tmp_path, content), atlas)


def test_a_lesson_without_scenes_is_one(tmp_path: Path, atlas: Atlas) -> None:
    read = read_lesson(written(tmp_path, {"format": 1, "title": "T", "scenes": []}), atlas)
    assert (read.lesson, read.whole) == (Lesson("T"), True)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such devices")
@pytest.mark.parametrize("kind", ["device", "pipe", "folder", "nothing"])
def test_what_is_no_file_is_refused_at_once(kind: str, tmp_path: Path, atlas: Atlas) -> None:
    file = tmp_path / "small.json"
    match kind:
        case "device":
            file.symlink_to("/dev/zero")
        case "pipe":
            os.mkfifo(file)
        case "folder":
            file.mkdir()
    with pytest.raises(DataFileError):
        read_lesson(file, atlas)


def test_thousands_of_faults_take_no_longer_than_they_are_worth(tmp_path: Path, atlas: Atlas) -> None:
    scene = {
        "view": {"shown": [f"{number}_{'x' * 150}" for number in range(200)], "ghost": 3, "placed": {"a": [9e9, []]}}
    }
    read = read_lesson(written(tmp_path, {"format": 1, "scenes": [scene] * 30}), atlas)
    assert len(read.lesson.scenes) == 30
    unknown = [str(fault) for fault in read.remarks if "structure" in str(fault)]
    assert len(unknown) == 51
    assert "many more" in unknown[-1]
    assert len(read.remarks) > 120


def test_bytes_that_were_changed_by_chance_never_end_the_program(tmp_path: Path, atlas: Atlas, many: int) -> None:
    sound = as_text(lesson_of(tmp_path, atlas), atlas).encode()
    file, chance, read, refused = tmp_path / "odd.json", random.Random(3), 0, 0
    for _ in range(150 * many):
        content = bytearray(sound)
        for _ in range(chance.randint(1, 4)):
            place = chance.randrange(len(content))
            content[place : place + chance.choice((0, 1, 1, 9))] = chance.choice(
                (b"{", b"]", b'"', b"1e999", b"\xff", b"null", b",", b"-", b"")
            )
        file.write_bytes(content)
        try:
            lesson = read_lesson(file, atlas).lesson
        except DataFileError:
            refused += 1
            continue
        read += 1
        assert json.loads(as_text(lesson, atlas))["format"] == 1
    assert min(read, refused) > 10


def test_a_lesson_can_be_checked_from_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check-lesson", str(written(tmp_path, SMALL))]) == 0
    assert capsys.readouterr().out == "Small: 2 scenes, and nothing wrong\n"
    assert main(["--check-lesson", str(written(tmp_path, changed("scenes.0.caption", 7)))]) == 2
    assert "scenes[0].caption: is a whole number; text in quotation marks is expected" in capsys.readouterr().err
    assert main(["--check-lesson", str(tmp_path / "none.json")]) == 2
    assert "there is no such file" in capsys.readouterr().err
