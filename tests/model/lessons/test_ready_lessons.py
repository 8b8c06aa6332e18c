"""The lessons that come along can be given as they are: nothing missing, short captions, cameras on what is told of."""

from __future__ import annotations

import math
import re
from pathlib import Path

import numpy as np
import pytest

from viewer import paths
from viewer.drawing import cameras
from viewer.drawing.frame import Vector
from viewer.drawing.mesh_files import MeshStore
from viewer.model.atlas.atlas import Atlas
from viewer.model.lessons.lesson import Lesson, LessonScene
from viewer.model.lessons.lesson_file import as_text, our_folder, read_lesson

READY = (
    "attachments_and_nerves",
    "cable_and_fan",
    "iliopsoas_in_eight_scenes",
    "psoas_minor_and_variation",
    "trigger_points_and_referral",
)
SCENES = range(8, 13)
LONGEST_CAPTION = 100  # letters: three lines at most for the last row
WORDS = range(60, 141)  # of notes
ASPECT = 4 / 3  # of an old projector
FLOOR = -0.30  # heights from the middle of the picture: the caption stands below
NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?!\w)")
EDUCATIONAL = "Educational, not clinical advice."
OF_CARE = re.compile(r"\b(pain|hurts?|touch|press|massage|fingers?|doctor)", re.IGNORECASE)
LETTING_GO = re.compile(r"back off at once|stop at any|hands off|let(ting)? go", re.IGNORECASE)


def file_of(name: str) -> Path:
    return our_folder() / f"{name}.json"


@pytest.fixture(scope="module", params=READY)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def lesson(name: str, atlas: Atlas) -> Lesson:
    return read_lesson(file_of(name), atlas).lesson


@pytest.fixture(scope="module")
def store() -> MeshStore:
    return MeshStore(paths.meshes_folder())


def test_all_of_them_are_there() -> None:
    assert tuple(sorted(file.stem for file in our_folder().glob("*.json") if "schema" not in file.name)) == READY


def test_each_is_whole_and_written_as_the_program_writes(name: str, atlas: Atlas) -> None:
    read = read_lesson(file_of(name), atlas)
    assert read.whole
    assert read.remarks == ()
    assert file_of(name).read_text(encoding="utf-8") == as_text(read.lesson, atlas)


def test_every_scene_has_all_that_it_needs(lesson: Lesson) -> None:
    assert lesson.title
    assert lesson.about
    assert len(lesson.scenes) in SCENES
    titles = [scene.title for scene in lesson.scenes]
    assert len(set(titles)) == len(titles)
    assert all(titles)
    assert all(scene.sources and scene.view.camera for scene in lesson.scenes)


def test_captions_are_short_and_notes_are_not_long(lesson: Lesson) -> None:
    assert [scene.caption for scene in lesson.scenes if not 20 <= len(scene.caption) <= LONGEST_CAPTION] == []
    assert {scene.title: n for scene in lesson.scenes if (n := len(scene.notes.split())) not in WORDS} == {}


def test_each_asks_the_class_and_then_tells(lesson: Lesson) -> None:
    pairs = [
        (one, after)
        for one, after in zip(lesson.scenes, lesson.scenes[1:], strict=False)
        if one.view.unnamed and one.view.camera == after.view.camera and not after.view.unnamed
    ]
    assert pairs, "no question with its answer from the same place"
    assert not lesson.scenes[-1].view.unnamed
    assert all("?" in one.caption and (after.view.selection or after.view.labels) for one, after in pairs)


def test_every_number_stands_in_a_fact_with_a_source_of_the_scene(lesson: Lesson, atlas: Atlas) -> None:
    facts = [fact for structure in atlas.known.values() for fact in structure.facts()]
    told = [(scene, number) for scene in lesson.scenes for number in NUMBER.findall(f"{scene.caption} {scene.notes}")]
    borne = {
        (scene.title, number)
        for scene, number in told
        for fact in facts
        if number in NUMBER.findall(fact.text) and set(fact.sources) & set(scene.sources)
    }
    assert told
    assert {(scene.title, number) for scene, number in told} - borne == set()


def test_whoever_speaks_of_touch_or_pain_says_what_this_is(lesson: Lesson) -> None:
    careful = [scene for scene in lesson.scenes if OF_CARE.search(f"{scene.caption} {scene.notes}")]
    assert careful
    assert [scene.title for scene in careful if EDUCATIONAL not in scene.notes] == []


def test_a_finger_never_comes_without_consent_and_the_word_to_stop(atlas: Atlas) -> None:
    lessons = [read_lesson(file_of(name), atlas).lesson for name in READY]
    pressing = [(lesson, n) for lesson in lessons for n, scene in enumerate(lesson.scenes) if scene.view.finger]
    assert pressing
    for lesson, number in pressing:
        assert LETTING_GO.search(lesson.scenes[number].notes), lesson.scenes[number].title
        assert any("consent" in scene.notes for scene in lesson.scenes[:number]), lesson.title


def test_cameras_see_what_is_chosen_above_the_caption(lesson: Lesson, store: MeshStore) -> None:
    looked = {scene.title: seen(scene, store) for scene in lesson.scenes if scene.view.selection}
    assert len(looked) >= len(lesson.scenes) // 2
    assert {title: share for title, share in looked.items() if share < 1 / 3} == {}


def seen(scene: LessonScene, store: MeshStore) -> float:
    """The share of the points of what is chosen, the skin apart, that lies in the free part of the picture."""
    camera, skinless = scene.view.camera, [one for one in scene.view.selection if one != "skin"]
    assert camera is not None
    assert all(map(scene.view.shows, skinless))
    points = np.concatenate([points_of(one, store) for one in skinless])
    right, up, forward = cameras.axes(camera)
    from_there = points - np.asarray(camera.position)
    height = 2 * math.tan(math.radians(camera.angle) / 2) * (from_there @ forward)
    across, upwards = (from_there @ right) / height, (from_there @ up) / height
    inside = (height > 0) & (abs(across) < ASPECT / 2) & (upwards < 0.5) & (upwards > FLOOR)
    return float(inside.mean())


def points_of(structure_id: str, store: MeshStore) -> Vector:
    mesh = store.load_proxy(structure_id) or store.load(structure_id)
    return np.asarray(mesh.points, float)
