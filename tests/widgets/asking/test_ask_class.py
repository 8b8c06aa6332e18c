"""A class is asked in the real window: by keys and clicks, with nothing told before it is revealed, and all as it was
after."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from tests.hands import click, differing, picture, place_of
from tests.spoken import names_told
from tests.windows import activate
from viewer.drawing.scene import Scene
from viewer.model.lessons.asking import Answer
from viewer.model.lessons.lesson import Lesson, LessonScene
from viewer.model.session.view import View
from viewer.widgets.asking.ask_class import AskClass
from viewer.window import Window

K, NO_KEYS, SHIFT, CTRL = (
    Qt.Key,
    *(getattr(Qt.KeyboardModifier, f"{one}Modifier") for one in ("No", "Shift", "Control")),
)
PAIR = {"psoas_minor_right", "psoas_minor_left"}


@pytest.fixture
def window(request: pytest.FixtureRequest, shared: list[Window]) -> Iterator[Window]:
    """The shared window as it is found, and as it was left after."""
    before = shared[0].state.view
    shared[0].resize(900, 700)
    activate(shared[0])
    yield shared[0]
    shared[0].classroom.asking.end()
    shared[0].state.rejoin()
    shared[0].panel.close_page()
    shared[0].state.change(lambda _: before)
    request.node.funcargs.clear()


def press(window: Window, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEYS) -> AskClass:
    QTest.keyClick(window.viewport, key, modifier)
    return window.classroom.asking


def scene_of(window: Window) -> Scene:
    assert window.viewport.scene is not None
    return window.viewport.scene


def written(window: Window) -> dict[str, str]:
    """What is written at structures in the picture."""
    picture(window)
    return {one.wish.structure: one.words for one in scene_of(window)._lettering.named}


def test_esc_ends_it_and_leaves_the_page_beside_it_open(window: Window) -> None:
    window.panel.open("facts")
    before = window.state.view
    assert press(window, K.Key_U).on
    assert not press(window, K.Key_Escape).on
    assert (window.state.view, window.panel.current) == (before, "facts")


def test_nothing_is_told_until_it_is_revealed(window: Window) -> None:
    window.panel.open("facts")
    window.state.select("psoas_major_left")
    before = window.state.view
    asking = press(window, K.Key_U)
    assert (asking.on, asking.asked, asking.told) == (True, "psoas_major_left", False)
    looked_at = []
    for _ in range(3):
        asked, answer = asking.asked, asking.answer
        assert asked is not None
        assert isinstance(answer, Answer)
        assert window.state.view.shows(asked)
        one = window.state.atlas.structures[asked]
        assert written(window)[asked] == "?"
        window.viewport.navigation._hover_place = QPointF(place_of(window, asked))
        window.viewport.navigation._name()
        alike = tuple(other for other in window.state.atlas.structures.values() if other.english == one.english)
        if not any(window.state.view.tells(other.id) for other in alike):
            assert names_told(alike) == set(), asked
        press(window, K.Key_Y)
        assert asking.told
        assert window.windowTitle().endswith(answer.title)
        names = written(window)
        assert names[asked] != "?"
        assert set(names) <= set(window.state.view.revealed)
        looked_at.append(asked)
        press(window, K.Key_Y)
    assert len(set(looked_at)) == 3
    assert window.state.view.revealed == tuple(looked_at)
    press(window, K.Key_U)
    assert (window.state.view, asking.on, asking.answer) == (before, False, None)


def test_undo_reveals_nothing(window: Window) -> None:
    window.state.select("iliacus_left")
    window.state.select("psoas_major_left")
    asking = press(window, K.Key_U)
    for _ in range(3):
        press(window, K.Key_Z, CTRL)
    assert asking.on
    assert window.state.view.revealed == ()
    press(window, K.Key_Y)
    press(window, K.Key_Y, SHIFT)
    following = asking.asked
    press(window, K.Key_Z, CTRL)
    press(window, K.Key_Home)
    assert (asking.asked, window.state.view.unnamed) == (following, True)
    press(window, K.Key_U)
    assert window.state.view.selection == ("psoas_major_left",)
    press(window, K.Key_Z, CTRL)
    assert window.state.view.selection == ("iliacus_left",)


def test_a_click_asks_for_what_is_clicked(window: Window) -> None:
    asking = press(window, K.Key_U)
    click(window, "femur_right")
    assert asking.asked == "femur_right"
    assert written(window)["femur_right"] == "?"
    click(window, "iliacus_left")
    press(window, K.Key_Y)
    assert window.state.view.revealed == ("iliacus_left",)


def test_what_is_hidden_or_absent_is_never_asked_for(window: Window) -> None:
    window.state.set_hidden(["iliacus_left", "iliacus_right"], True)
    asking = press(window, K.Key_U)
    asked = [asking.asked]
    for _ in range(20):
        press(window, K.Key_Y, SHIFT)
        asked.append(asking.asked)
    seen = scene_of(window).seen()
    assert len(set(asked)) > 10
    assert set(asked) <= set(seen)
    assert not {"iliacus_left", "iliacus_right"} & set(asked)


def test_a_body_tells_what_it_lacks_only_when_it_is_revealed(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window.classroom.asking, "_seed", iter(range(9)).__next__)
    before = window.state.view
    pair = tuple(window.state.atlas.structures[name] for name in PAIR)
    lacking = 0
    asking = press(window, K.Key_U, SHIFT)
    assert asking.on
    for _ in range(3):
        assert asking.answer is not None
        text = scene_of(window)._lettering._text
        assert (text.name, text.badge, scene_of(window)._empty._meshes) == (None, "", {})
        assert names_told(pair) == set()
        assert window.status.count.text() == ""
        absent = window.state.view.absent & PAIR
        hidden = picture(window)
        press(window, K.Key_Y)
        assert asking.told
        assert scene_of(window)._lettering._text.badge == asking.answer.title
        assert set(scene_of(window)._empty._meshes) == absent
        assert differing(hidden, picture(window)) > 100
        lacking += bool(absent)
        press(window, K.Key_Y)
        assert not asking.told
    assert lacking >= 1
    press(window, K.Key_U, SHIFT)
    assert (window.state.view, asking.on) == (before, False)


def test_questions_of_a_round_and_of_a_class_keep_out_of_each_others_way(window: Window) -> None:
    asking, training = press(window, K.Key_U), window.training
    assert asking.on
    before = training.cards()
    training.ask([next(iter(before.values()))])
    assert (training.course.running, asking.on) == (True, False)
    assert not window.actions_by_id["ask_class"].isEnabled()
    assert not window.actions_by_id["reveal"].isEnabled()
    training.course.leave()
    assert not window.state.view.unnamed
    assert window.actions_by_id["ask_class"].isEnabled()


def test_a_scene_of_a_lesson_ends_the_questions_or_asks_itself(window: Window) -> None:
    classroom = window.classroom
    asking = press(window, K.Key_U)
    scenes = (
        LessonScene("named", View(selection=("iliacus_left",))),
        LessonScene("asked", View(selection=("iliacus_left",), unnamed=True)),
    )
    classroom.opened.open(Lesson("two", scenes=scenes), None)
    classroom.giving.go_to(0)
    assert (asking.on, window.state.view.selection, window.state.apart) == (False, ("iliacus_left",), None)
    classroom.giving.go_to(1)
    assert (asking.on, asking.asked) == (True, "iliacus_left")
    assert window.actions_by_id["ask_class"].isChecked()
    press(window, K.Key_Y)
    assert asking.told
    assert classroom.giving.astray
    classroom.giving.come_back()
    assert not asking.told
    press(window, K.Key_U)
    assert not window.state.view.unnamed
    classroom.giving.end()
    classroom.opened.open(Lesson(), None)


def test_the_caption_of_a_scene_is_not_told_while_its_names_are_gone(window: Window) -> None:
    classroom, lettering = window.classroom, scene_of(window)._lettering
    scene = LessonScene("told", View(selection=("iliacus_left",)), caption="The iliacus fills its fossa")
    classroom.opened.open(Lesson("one", scenes=(scene,)), None)
    window.actions_by_id["projector"].trigger()
    assert lettering._text.caption == scene.caption
    window.actions_by_id["ask_class"].trigger()
    assert lettering._text.caption == ""
    window.actions_by_id["reveal"].trigger()
    assert lettering._text.caption == "Iliacus, left"
    window.actions_by_id["ask_class"].trigger()
    assert lettering._text.caption == scene.caption
    window.actions_by_id["projector"].trigger()
    classroom.giving.end()
    classroom.opened.open(Lesson(), None)
