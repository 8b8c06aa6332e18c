"""The session's state: what changes, who is told, and the way back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from viewer.model.atlas.atlas import Atlas, Kind, Side, Structure, Variation
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
        (lambda state: state.isolate(["bone"]), "visibility_changed"),
        (lambda state: state.set_variant("cord", [Side.LEFT]), "variants_changed"),
        (lambda state: state.set_ghost(True), "modes_changed"),
        (lambda state: state.set_labels(True), "modes_changed"),
        (lambda state: state.set_overlays(False), "modes_changed"),
        (lambda state: state.highlight("a fact"), "fact_changed"),
        (lambda state: state.highlight_together(["of both"], ["of one"]), "fact_changed"),
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
    state.set_variant("cord", [Side.LEFT])
    state.select("cord_right", "spleen", "bone", "bone")
    assert state.view.selection == ("bone",)


def test_what_becomes_absent_leaves_selection_and_isolation(state: ViewState) -> None:
    state.select("cord_right", "bone")
    state.isolate(["cord_right"])
    state.set_variant("cord", [])
    assert state.view.selection == ("bone",)
    assert state.view.isolated is None
    assert set(state.shown()) == {"bone", "sheet"}
    assert state.present_sides("cord") == frozenset()
    state.undo()
    assert state.view.selection == ("cord_right", "bone")
    assert state.view.isolated == {"cord_right"}


def test_toggling_keeps_the_order_of_choosing(state: ViewState) -> None:
    state.select("bone")
    state.toggle_selected("sheet")
    state.toggle_selected("bone")
    state.toggle_selected("bone")
    assert state.view.selection == ("sheet", "bone")


def test_showing_brings_into_an_isolation(state: ViewState) -> None:
    state.isolate(["bone"])
    state.set_hidden(["sheet"], False)
    assert set(state.shown()) == {"bone", "sheet"}
    state.show_all()
    assert set(state.shown()) == set(NAMES)


def test_a_glance_is_no_step_and_gives_way_to_what_was_chosen(state: ViewState) -> None:
    state.highlight("chosen")
    state.glance("passing")
    assert (state.view.fact, state.lit) == ("passing", "chosen")
    state.set_ghost(True)
    state.glance(None)
    assert state.view.fact == "chosen"
    state.undo()
    assert (state.view.ghost, state.view.fact) == (False, "chosen")


def test_facts_lit_together_give_way_to_a_glance_and_come_back(state: ViewState) -> None:
    state.highlight_together(["of both"], ["of one"])
    chosen = state.view
    for glance in (lambda: state.glance("passing"), lambda: state.glance_together([], ["another"])):
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


def test_can_undo_and_can_redo_are_told(state: ViewState) -> None:
    undo: list[bool] = []
    redo: list[bool] = []
    state.can_undo_changed.connect(undo.append)
    state.can_redo_changed.connect(redo.append)
    state.set_ghost(True)
    state.undo()
    assert undo == [True, False]
    assert redo == [False, True]
    state.set_labels(True)
    assert redo[-1] is False
    state.redo()
    assert state.view.labels


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
    st.sampled_from(NAMES).map(lambda name: lambda state: state.toggle_selected(name)),
    st.tuples(st.sampled_from(NAMES), st.booleans()).map(lambda two: lambda state: state.set_hidden([two[0]], two[1])),
    st.sets(st.sampled_from((Side.LEFT, Side.RIGHT))).map(lambda sides: lambda state: state.set_variant("cord", sides)),
    st.sampled_from(NAMES).map(lambda name: lambda state: state.isolate([name])),
    st.booleans().map(lambda on: lambda state: state.set_ghost(on)),
    st.floats(1, 9).map(lambda away: lambda state: state.set_camera(camera(away))),
    st.text("ab", max_size=1).map(lambda name: lambda state: state.glance(name or None)),
    st.just(lambda state: state.start_over()),
    st.sets(st.sampled_from("ab")).map(lambda names: lambda state: state.highlight_together(sorted(names), ["c"])),
    st.sets(st.sampled_from("ab")).map(lambda names: lambda state: state.glance_together((), sorted(names))),
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
