"""Which scene is on, while a lesson is given, strayed from and worked on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from viewer.model.atlas.atlas import Atlas
from viewer.model.lessons.giving import Giving
from viewer.model.lessons.lesson import Lesson, LessonScene
from viewer.model.lessons.open_lesson import OpenLesson
from viewer.model.session.state import ViewState
from viewer.model.session.view import Camera, View

NAMES = ("psoas_major_right", "iliacus_right", "femur_right", "psoas_major_left")
SCENES = tuple(
    LessonScene(name, View(selection=(name,), camera=Camera((0.0, -900.0 - number, 0.0), (0.0, 0.0, 0.0))))
    for number, name in enumerate(NAMES)
)


@pytest.fixture
def state(atlas: Atlas) -> ViewState:
    return ViewState(atlas, View(camera=Camera((0.0, -500.0, 0.0), (0.0, 0.0, 0.0))))


@pytest.fixture
def opened(state: ViewState) -> OpenLesson:
    opened = OpenLesson(state)
    opened.open(Lesson("A walk through", scenes=SCENES), None)
    return opened


@pytest.fixture
def giving(opened: OpenLesson, state: ViewState) -> Giving:
    return Giving(opened, state)


def test_the_first_scene_comes_first_and_steps_stop_at_both_ends(giving: Giving, state: ViewState) -> None:
    assert (giving.number, giving.begin(), giving.number, state.view) == (-1, True, 0, SCENES[0].view)
    assert not giving.step(-1)
    assert [giving.step(1) for _ in SCENES] == [True, True, True, False]
    assert (giving.number, state.view, giving.next_scene) == (3, SCENES[3].view, None)


def test_it_begins_where_somebody_chose_or_was(giving: Giving) -> None:
    begun = []
    for chosen in (2, -1, 9, 0):
        assert giving.begin(chosen)
        begun.append(giving.number)
    assert begun == [2, 2, 2, 0]


def test_a_detour_is_told_of_and_come_back_from(giving: Giving, state: ViewState) -> None:
    told: list[bool] = []
    giving.strayed.connect(told.append)
    giving.go_to(1)
    state.select("femur_left")
    state.set_hidden(["iliacus_left"], True)
    giving.come_back()
    assert (told, state.view, giving.number) == ([True, False], SCENES[1].view, 1)


def test_each_scene_is_one_step_and_undo_leads_to_the_scene_before(giving: Giving, state: ViewState) -> None:
    first = state.view
    for number in (0, 2, 1):
        giving.go_to(number)
    numbers = []
    for _ in range(3):
        state.undo()
        numbers.append((giving.number, giving.astray))
    assert numbers == [(2, False), (0, False), (0, True)]
    assert state.view == first
    state.redo()
    assert (giving.number, giving.astray) == (0, False)


def test_a_scene_without_a_camera_is_seen_as_now(opened: OpenLesson, giving: Giving, state: ViewState) -> None:
    opened.open(Lesson(scenes=(LessonScene("", View(ghost=True)),)), None)
    camera = state.view.camera
    giving.begin()
    assert (state.view.ghost, state.view.camera, giving.astray) == (True, camera, False)


@pytest.mark.parametrize(
    ("scenes", "number", "on", "after"),
    [
        ((SCENES[2], *SCENES[:2], SCENES[3]), 0, SCENES[2], SCENES[0]),  # moved
        ((*SCENES[:2], replace(SCENES[2], caption="new"), SCENES[3]), 2, "new", SCENES[3]),  # changed
        ((*SCENES[:2], SCENES[3]), 1, SCENES[1], SCENES[3]),  # taken away
        (SCENES[3:], 0, SCENES[3], None),  # it and all before it
        ((), -1, None, None),
    ],
)
def test_the_lesson_is_worked_on_while_it_is_given(  # noqa: PLR0917 - what the fixtures give, and four columns
    opened: OpenLesson, giving: Giving, scenes: tuple, number: int, on: object, after: LessonScene | None
) -> None:
    giving.go_to(2)
    opened.change(opened.lesson.with_scenes(scenes), "worked on")
    assert giving.number == number
    scene = giving.scene
    assert on == (scene.caption if isinstance(on, str) and scene is not None else scene)
    assert giving.next_scene == after


def test_nothing_of_another_lesson_is_on(opened: OpenLesson, giving: Giving) -> None:
    moved: list[int] = []
    giving.moved.connect(lambda: moved.append(giving.number))
    giving.go_to(1)
    opened.open(Lesson(scenes=SCENES[:2]), None)
    assert (giving.count, giving.step(1), giving.number, moved) == (2, True, 0, [1, -1, 0])
