"""A walk's file is read whole, or refused with all that is wrong, each with its line and place."""

from __future__ import annotations

import json
import math
import os
from pathlib import Path
from typing import Any

import pytest

from tests.model.walks.small_walk import changed, small, written
from viewer.app import main
from viewer.model.annotations.data_files import DataFileError
from viewer.model.atlas.atlas import Atlas, Side
from viewer.model.atlas.sides import other_side
from viewer.model.walks.shelf import read_shelf
from viewer.model.walks.walk import Kind, Purpose, on_side
from viewer.model.walks.walk_file import read_walk

ROOT = Path(__file__).resolve().parents[3]


def told(folder: Path, atlas: Atlas, data: Any) -> list[str]:
    """The faults of a walk, each as the user reads it, without its folder."""
    with pytest.raises(DataFileError) as error:
        read_walk(written(folder, data), atlas)
    return [str(fault).removeprefix(f"{folder}/") for fault in error.value.faults]


def test_a_sound_walk_is_read_whole(tmp_path: Path, atlas: Atlas) -> None:
    walk = read_walk(written(tmp_path, small()), atlas)
    assert (walk.id, walk.kind, walk.side, len(walk.steps)) == ("small", Kind.TOUCH, Side.RIGHT, 2)
    sink, look = walk.steps
    assert [said.part for said in sink.ordered()] == [Purpose.CAUTION, Purpose.DO]
    assert sink.marks == (atlas.landmarks["halfway"],)
    assert sink.finger is not None
    assert sink.finger.press.depth == 60
    assert math.isclose(math.hypot(*sink.finger.press.way), 1)
    assert look.camera is not None
    assert look.camera.focus == (-30, 0, 60)


def test_the_left_side_is_the_mirror_of_the_right(tmp_path: Path, atlas: Atlas) -> None:
    walk = read_walk(written(tmp_path, small()), atlas)
    left = on_side(walk, Side.LEFT)
    sink, look = left.steps
    assert left.structures == ("psoas_major_left",)
    assert (sink.shown, sink.ghosted) == (("skin", "psoas_major_left", "vertebra_L4"), ("hip_bone_left",))
    assert sink.finger is not None
    assert (sink.finger.start, sink.finger.aim) == ((61, -103, 120), (45, -20, 110))
    assert sink.marks[0].places == ((61, -103, 120),)
    assert sink.view == "left"
    assert look.camera is not None
    assert (look.camera.position, look.camera.up) == ((100, -900, 80), (0, 0, 1))
    assert on_side(left, Side.RIGHT) == walk
    assert other_side("psoas_major_left") == "psoas_major_right"


S = "steps[0]"
FAULTS = [
    ("format", 2, "format", '"1" is expected'),
    ("id", "../small", "id", "a short name of letters"),
    ("kind", "tuoch", "kind", 'did you mean "touch"?'),
    ("structures.0", "psoas_mayor_right", "structures[0]", 'did you mean "psoas_major_right"?'),
    ("summary.0.sources.0", "sajko2099", "summary[0].sources[0]", 'did you mean "sajko2009"?'),
    ("steps", [], "steps", "at least 1"),
    ("steps.1.id", "sink", "steps[1].id", "stands twice"),
    ("steps.0.tilte", "x", f"{S}.tilte", 'did you mean "title"?'),
    ("steps.0.position", "../../etc/x", f"{S}.position", "the name of a drawing"),
    ("steps.0.position", "supina", f"{S}.position", 'did you mean "supine"?'),
    ("steps.0.says.0.status", "sure", f"{S}.says[0].status", "agreed, partly, disputed, tradition"),
    ("steps.0.says.0.part", "feeling", f"{S}.says[0].part", 'did you mean "feel"?'),
    ("steps.0.says.0.sources", [], f"{S}.says[0].sources", "at least 1"),
    ("steps.0.says.0.text", "x" * 5000, f"{S}.says[0].text", "at most 600"),
    ("steps.0.view", "front", f"{S}.view", "anterior"),
    ("steps.0.camera", {"position": [0, -900, 0], "focus": [0, 0, 0]}, f"{S}.camera", "one of the two"),
    ("steps.1.camera.up", [70, 900, -20], "steps[1].camera", "looks nowhere"),
    ("steps.0.shown.0", "sartorius", f"{S}.shown[0]", "sartorius_left"),
    ("steps.0.marks.0", "navle", f"{S}.marks[0]", 'did you mean "navel"?'),
    ("steps.0.finger.start", [-610, -103, 120], f"{S}.finger.start", "away from the body"),
    ("steps.0.finger.aim", [-61, -103, 121], f"{S}.finger.aim", "at least 5 mm away"),
    ("steps.0.finger.depth", 1e9, f"{S}.finger.depth", "maximum 150"),
    ("steps.0.finger.depth", True, f"{S}.finger.depth", "a number is expected"),
    ("steps.0.says.1.part", "why", "steps", "at least one is expected"),
]


@pytest.mark.parametrize("wrong", FAULTS, ids=lambda wrong: wrong[0])
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, atlas: Atlas, wrong: tuple[str, Any, str, str]) -> None:
    way, value, place, words = wrong
    faults = told(tmp_path, atlas, changed(way, value))
    assert any(f": {place}: " in fault and words in fault for fault in faults), faults
    assert all(fault.startswith("small.json:") for fault in faults)


def test_all_faults_are_told_at_once_with_their_lines(tmp_path: Path, atlas: Atlas) -> None:
    data = changed("steps.0.view", "front")
    data["kind"] = "dance"
    data["steps"][1]["says"][0]["sources"] = ["nobody"]
    lines = json.dumps(data, indent=1).splitlines()
    numbers = [1 + next(n for n, line in enumerate(lines) if word in line) for word in ("dance", "front", "nobody")]
    assert [fault.split(": ")[0] for fault in told(tmp_path, atlas, data)] == [f"small.json:{n}" for n in numbers]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "is empty"),
        ("{", "not JSON"),
        ("[]", "an object in braces"),
        ('{"a": NaN}', "NaN"),
        ("[" * 100_000, "nested too deeply"),
        (" " * 300_001, "larger than 0.3 MB"),
        (json.dumps(small(steps=small()["steps"] * 250)), "at most 60"),
        (json.dumps(small(steps=[{"id": "a"}] * 15_000)), "at most 60"),
        (json.dumps(small(steps=small()["steps"][:1] * 100_000)), "larger than 0.3 MB"),
    ],
)
def test_hostile_files_are_refused_in_words(tmp_path: Path, atlas: Atlas, content: str, words: str) -> None:
    assert any(words in fault for fault in told(tmp_path, atlas, content))


def test_a_pipe_is_not_waited_for(tmp_path: Path, atlas: Atlas) -> None:
    os.mkfifo(tmp_path / "walk.json")
    with pytest.raises(DataFileError, match="not an ordinary file"):
        read_walk(tmp_path / "walk.json", atlas)


def test_a_wrong_file_spoils_no_other(tmp_path: Path, atlas: Atlas) -> None:
    written(tmp_path, small())
    written(tmp_path, small(kind="dance", id="other"), "bad.json")
    written(tmp_path, small(title="Again"), "twice.json")
    shelf = read_shelf(atlas, tmp_path)
    walk = shelf.walk("small")
    assert walk is not None
    assert walk.title == "A small walk"
    assert [fault.file.name for fault in shelf.faults] == ["bad.json", "twice.json"]
    assert "small.json too" in str(shelf.faults[1])


def test_the_walks_that_come_with_the_program_are_sound(atlas: Atlas) -> None:
    assert read_shelf(atlas).faults == ()


def test_the_example_for_teachers_is_a_sound_walk(tmp_path: Path, atlas: Atlas) -> None:
    guide = (ROOT / "docs" / "walks.md").read_text(encoding="utf-8")
    example = guide.split("```json\n")[1].split("```")[0]
    assert read_walk(written(tmp_path, example), atlas).kind is Kind.TOUCH


def test_there_is_a_picture_of_each_step_of_each_walk(atlas: Atlas) -> None:
    page = (ROOT / "docs" / "walks_in_pictures.md").read_text(encoding="utf-8")
    walks = read_shelf(atlas).walks
    assert len(walks) >= 7
    for walk in walks:
        for number, step in enumerate(walk.steps, start=1):
            assert f"![Step {number}: {step.title}](walks/{walk.id}_{number}.jpg)" in page
            assert 10_000 < (ROOT / "docs" / "walks" / f"{walk.id}_{number}.jpg").stat().st_size <= 120_000


def test_a_walk_is_checked_in_a_terminal(tmp_path: Path, capsys) -> None:
    assert main(["--check-walk", str(written(tmp_path, small()))]) == 0
    assert capsys.readouterr().out == "A small walk: 2 steps, and nothing wrong\n"
    data = changed("steps.0.view", "front")
    data["kind"] = "dance"
    assert main(["--check-walk", str(written(tmp_path, data))]) == 2
    told = capsys.readouterr().err
    assert told.count("small.json:") == 2
    assert "steps[0].view" in told
