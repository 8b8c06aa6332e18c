"""The session's state: what changes, who is told, and the way back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from viewer.model.atlas.atlas import Atlas, Kind, Side, Structure, Variation
from viewer.model.finger.press import Press
from viewer.model.session import peeling, view_changes
from viewer.model.session.history import Deed
from viewer.model.session.state import ViewState
from viewer.model.session.view import Camera, View

NAMES = ("bone", "cord_right", "cord_left", "sheet")
SIGNALS = (
    "selection_changed", "visibility_changed", "variants_changed", "modes_changed", "fact_changed", "camera_changed",
    "changed",
)  # fmt: skip


def structure(name: str) -> Structure:
    side = Side(name.split("_")[1]) if "_" in name else Side.MIDDLE
    return Structure(name, name.split("_", maxsplit=1)[0], "", "", Kind.MUSCLE, side, "All")


def small_atlas() -> Atlas:
    cords = Variation("cord", "cord", {Side.RIGHT: "cord_right", Side.LEFT: "cord_left"})
    return Atlas({name: structure(name) for name in NAMES}, {}, {"cord": cords})


def camera(away: float) -> Camera:
    return Camera((0.0, -away, 0.0), (0.0, 0.0, 0.0))


@pytest.fixture
def state() -> ViewState:
    return ViewState(small_atlas())


def shown(state: ViewState) -> set[str]:
    return set(filter(state.view.shows, state.atlas.structures))


def have_cords(state: ViewState, sides: Collection[Side]) -> None:
    state.change(view_changes.with_sides(state.atlas.variations["cord"], sides))


def counted(state: ViewState) -> Counter[str]:
    told: Counter[str] = Counter()
    for name in SIGNALS:
        getattr(state, name).connect(lambda name=name: told.update([name]))
    return told


@pytest.mark.parametrize(
    ("act", "signal"),
    [
        (lambda state: state.select("bone"), "selection_changed"),
        (lambda state: state.set_hidden(["bone"], True), "visibility_changed"),
        (lambda state: state.change(view_changes.isolated(["bone"])), "visibility_changed"),
        (
            lambda state: have_cords(state, [Side.LEFT]),
            "variants_changed",
        ),
        (lambda state: state.change(view_changes.ghosted(True)), "modes_changed"),
        (lambda state: state.change(view_changes.labelled(True)), "modes_changed"),
        (lambda state: state.change(view_changes.overlaid(False)), "modes_changed"),
        (lambda state: state.highlight("a fact"), "fact_changed"),
        (lambda state: state.highlight(None, ["of both"], ["of one"]), "fact_changed"),
        (lambda state: state.set_camera(camera(5)), "camera_changed"),
    ],
)
def test_each_setter_tells_once_and_is_one_step(
    state: ViewState, act: Callable[[ViewState], None], signal: str
) -> None:
    told = counted(state)
    before = state.view
    act(state)
    assert told == {signal: 1, "changed": 1}
    act(state)
    assert told == {signal: 1, "changed": 1}  # setting what is so already tells nobody
    after = state.view
    state.undo()
    assert state.view == before
    state.redo()
    assert state.view == after


def test_a_selection_leaves_out_what_is_unknown_or_absent(state: ViewState) -> None:
    have_cords(state, [Side.LEFT])
    state.select("cord_right", "spleen", "bone", "bone")
    assert state.view.selection == ("bone",)


def test_what_becomes_absent_leaves_selection_and_isolation(state: ViewState) -> None:
    state.select("cord_right", "bone")
    state.change(view_changes.isolated(["cord_right"]))
    have_cords(state, [])
    assert state.view.selection == ("bone",)
    assert state.view.isolated is None
    assert shown(state) == {"bone", "sheet"}
    assert view_changes.present_sides(state.view, state.atlas.variations["cord"]) == frozenset()
    state.undo()
    assert state.view.selection == ("cord_right", "bone")
    assert state.view.isolated == {"cord_right"}


def test_toggling_keeps_the_order_of_choosing(state: ViewState) -> None:
    state.select("bone")
    state.change(view_changes.toggled(state.atlas, "sheet"))
    state.change(view_changes.toggled(state.atlas, "bone"))
    state.change(view_changes.toggled(state.atlas, "bone"))
    assert state.view.selection == ("sheet", "bone")


def test_showing_brings_into_an_isolation(state: ViewState) -> None:
    state.change(view_changes.isolated(["bone"]))
    state.set_hidden(["sheet"], False)
    assert shown(state) == {"bone", "sheet"}
    state.change(view_changes.all_shown(state.atlas))
    assert shown(state) == set(NAMES)


def test_a_glance_is_no_step_and_gives_way_to_what_was_chosen(state: ViewState) -> None:
    state.highlight("chosen")
    state.glance("passing")
    assert (state.view.fact, state.lit) == ("passing", "chosen")
    state.change(view_changes.ghosted(True))
    state.glance(None)
    assert state.view.fact == "chosen"
    state.undo()
    assert (state.view.ghost, state.view.fact) == (False, "chosen")


def test_facts_lit_together_give_way_to_a_glance_and_come_back(state: ViewState) -> None:
    state.highlight(None, ["of both"], ["of one"])
    chosen = state.view
    for glance in (lambda: state.glance("passing"), lambda: state.glance(None, [], ["another"])):
        glance()
        assert state.view != chosen
        state.glance(None)
        assert state.view == chosen
    state.select("bone")
    assert (state.view.shared, state.view.own) == ((), ())
    state.undo()
    assert state.view == chosen


def test_a_new_selection_lets_the_fact_go(state: ViewState) -> None:
    state.highlight("chosen")
    state.select("bone")
    assert state.view.fact is None


def test_a_drag_is_one_step(state: ViewState) -> None:
    state.start_camera(camera(10))
    assert state.view.camera == camera(10)
    for away in (9, 8, 7):
        state.set_camera(camera(away), final=False)
    state.set_camera(camera(7))
    state.undo()
    assert state.view.camera == camera(10)
    state.undo()
    assert state.view.camera == camera(10)  # where the session began is no step


def test_undo_and_redo_say_what_they_would_do(state: ViewState) -> None:
    told: list[tuple[str, str]] = []
    state.history_changed.connect(lambda *words: told.append(words))
    state.change(view_changes.ghosted(True))
    state.undo()
    assert told == [("ghosts", ""), ("", "ghosts")]
    state.change(view_changes.labelled(True))
    assert told[-1] == ("labels", "")
    state.redo()
    assert state.view.labels


def test_many_changes_are_one_step_that_tells_once(state: ViewState) -> None:
    state.start_camera(camera(10))
    state.set_hidden(["bone"], True)
    before, told = state.view, counted(state)
    with state.one_step():
        state.set_hidden(["bone"], False)
        assert state.view.shows("bone")
        with state.one_step():
            state.select("bone")
            state.highlight("a fact")
        state.set_camera(camera(3))
    aspects = ("visibility_changed", "selection_changed", "fact_changed", "camera_changed", "changed")
    assert told == dict.fromkeys(aspects, 1)
    after = state.view
    state.undo()
    assert state.view == before
    state.redo()
    assert state.view == after


def test_a_step_without_a_change_is_none(state: ViewState) -> None:
    told = counted(state)
    words: list[tuple[str, str]] = []
    state.history_changed.connect(lambda *both: words.append(both))
    with state.one_step():
        state.select("bone")
        state.select()
    assert (told, words) == (Counter(), [])


def test_what_raises_within_a_step_changes_nothing(state: ViewState) -> None:
    before, told = state.view, counted(state)

    def fail() -> None:
        with state.one_step():
            state.select("bone")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert (state.view, told) == (before, Counter())
    state.select("sheet")
    state.undo()
    assert state.view == before


def test_a_second_half_joins_the_step_before(state: ViewState) -> None:
    before = state.view
    state.select("bone")
    with state.one_step(joining=state.view):
        state.change(view_changes.ghosted(True))
    state.undo()
    assert state.view == before
    state.redo()
    with state.one_step(joining=before):  # that was not the step before
        state.change(view_changes.labelled(True))
    state.undo()
    assert (state.view.ghost, state.view.labels) == (True, False)


def test_a_camera_under_way_rests_before_anything_else_is_done_or_undone(state: ViewState) -> None:
    state.start_camera(camera(10))
    state.set_camera(camera(7), final=False)
    state.select("bone")
    state.set_camera(camera(5), final=False)
    state.undo()
    assert (state.view.camera, state.view.selection) == (camera(7), ("bone",))
    state.undo()
    assert (state.view.camera, state.view.selection) == (camera(7), ())
    state.undo()
    assert state.view.camera == camera(10)


def test_a_finger_under_way_is_a_step_before_anything_else_and_a_gesture_is_one(state: ViewState) -> None:
    presses = [Press((0.0, -9.0, 0.0), (0.0, 1.0, 0.0), depth) for depth in (0.0, 1.0, 2.0, 3.0)]
    state.press(presses[0])
    for press in presses[1:3]:
        state.press(press, final=False)
    state.select("bone")
    state.press(presses[3], final=False)
    state.press(presses[3])
    for finger, selection in ((2, ("bone",)), (2, ()), (0, ())):
        state.undo()
        assert (state.view.finger, state.view.selection) == (presses[finger], selection)
    state.undo()
    assert state.view.finger is None
    state.press(presses[1], final=False)
    state.undo()
    assert state.view.finger is None


def test_deeds_to_other_things_are_taken_back_in_their_turn(state: ViewState) -> None:
    done: list[str] = ["note"]
    state.select("bone")
    state.remember(Deed("note added", lambda: done.remove("note"), lambda: done.append("note")))
    state.change(view_changes.ghosted(True))
    told: list[tuple[str, str]] = []
    state.history_changed.connect(lambda *words: told.append(words))
    state.undo()
    assert (state.view.ghost, done, told[-1]) == (False, ["note"], ("note added", "ghosts"))
    state.undo()
    assert (state.view.selection, done) == (("bone",), [])
    state.undo()
    assert state.view.selection == ()
    for _ in range(3):
        state.redo()
    assert (state.view.ghost, state.view.selection, done) == (True, ("bone",), ["note"])


def test_a_deed_that_cannot_be_taken_back_stays(state: ViewState) -> None:
    def refuse() -> None:
        raise BlockingIOError

    state.remember(Deed("note added", refuse, refuse))
    told: list[tuple[str, str]] = []
    state.history_changed.connect(lambda *words: told.append(words))
    with pytest.raises(BlockingIOError):
        state.undo()
    state.change(view_changes.ghosted(True))
    state.undo()
    assert told[-1] == ("note added", "ghosts")


def test_starting_over_is_a_step_like_any_other(state: ViewState) -> None:
    state.start_camera(camera(3))
    first = state.view
    state.select("bone")
    state.set_camera(camera(9))
    before = state.view
    state.start_over()
    assert state.view == first
    state.undo()
    assert state.view == before


ACTS: st.SearchStrategy[Callable[[ViewState], None]] = st.one_of(
    st.sampled_from(NAMES).map(lambda name: lambda state: state.select(name)),
    st.sampled_from(NAMES).map(lambda name: lambda state: state.change(view_changes.toggled(state.atlas, name))),
    st.tuples(st.sampled_from(NAMES), st.booleans()).map(lambda two: lambda state: state.set_hidden([two[0]], two[1])),
    st.sets(st.sampled_from((Side.LEFT, Side.RIGHT))).map(lambda sides: lambda state: have_cords(state, sides)),
    st.sampled_from(NAMES).map(lambda name: lambda state: state.change(view_changes.isolated([name]))),
    st.booleans().map(lambda on: lambda state: state.change(view_changes.ghosted(on))),
    st.floats(1, 9).map(lambda away: lambda state: state.set_camera(camera(away))),
    st.text("ab", max_size=1).map(lambda name: lambda state: state.glance(name or None)),
    st.just(lambda state: state.start_over()),
    st.sampled_from(NAMES).map(lambda name: lambda state: state.change(peeling.peeled([name]))),
    st.just(lambda state: state.change(peeling.put_back)),
    st.just(lambda state: state.change(peeling.from_the_skin)),
    st.sets(st.sampled_from("ab")).map(lambda names: lambda state: state.highlight(None, sorted(names), ["c"])),
    st.sets(st.sampled_from("ab")).map(lambda names: lambda state: state.glance(None, (), sorted(names))),
)


@given(st.lists(ACTS, max_size=20))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_undo_always_leads_back_and_redo_forward(acts: list[Callable[[ViewState], None]]) -> None:
    state = ViewState(small_atlas())
    settled: list[View] = [state.view]
    for act in acts:
        act(state)
        state.glance(None)
        assert not set(state.view.selection) & state.view.absent
        if state.view != settled[-1]:
            settled.append(state.view)
    assert walked(state, state.undo, len(settled) - 1) == settled[:-1][::-1]
    assert walked(state, state.redo, len(settled) - 1) == settled[1:]


def walked(state: ViewState, step: Callable[[], None], times: int) -> list[View]:
    """What is seen after each of so many steps through the history."""
    seen = []
    for _ in range(times):
        step()
        seen.append(state.view)
    return seen
