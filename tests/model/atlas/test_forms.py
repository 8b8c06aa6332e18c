"""Variation as a state: forms, bodies drawn as a class, and the way back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.annotations.small_file import REAL, small, written
from viewer.model.annotations.load import load
from viewer.model.answers.population import USUAL_COUNT, draw_class, rates, tally
from viewer.model.atlas.atlas import USUAL, Atlas, Side, Status
from viewer.model.session.body import Body
from viewer.model.session.state import ViewState
from viewer.model.session.view import View

ATLAS = load(REAL)
MINOR = ATLAS.variations["psoas_minor"]
RIGHT, LEFT = "psoas_minor_right", "psoas_minor_left"


@pytest.fixture
def tiny(tmp_path: Path) -> Atlas:
    return load(written(tmp_path, small()))


def test_psoas_minor_has_two_forms_each_with_its_source() -> None:
    assert [form.id for form in MINOR.forms] == ["two_headed", "fascia_only"]
    for form in MINOR.forms:
        assert form.meshes == {side: f"psoas_minor_{form.id}_{side}" for side in (Side.RIGHT, Side.LEFT)}
        assert form.sources
        for side, fact in form.facts.items():
            structure, told = ATLAS.fact(fact)
            assert structure.side is side
            assert (told.text, told.status, told.sources) == (form.text, form.status, form.sources)
    assert MINOR.form("two_headed").status is Status.AGREED
    with pytest.raises(KeyError):
        MINOR.form(USUAL)


def test_what_a_form_lacks_and_which_mesh_shows_it() -> None:
    assert ATLAS.lacking({LEFT: "fascia_only"}) == {f"{LEFT}.insertion.pecten", f"{LEFT}.insertion.eminence"}
    assert ATLAS.lacking({LEFT: "two_headed", "nobody": "x", "sacrum": "y"}) == frozenset()
    assert ATLAS.mesh(LEFT, "fascia_only") == "psoas_minor_fascia_only_left"
    assert ATLAS.mesh(LEFT) == LEFT
    assert ATLAS.mesh("sacrum", "two_headed") == "sacrum"
    assert ATLAS.form(LEFT, "no such form") is None


def test_how_often_follows_from_the_facts_that_it_names() -> None:
    known = MINOR.occurrence
    assert known is not None
    pooled, sides = (ATLAS.fact(fact)[1].text for fact in known.facts)
    assert f"that is {known.percent:g} %" in pooled
    assert f"on both sides in {known.both} of {known.both + known.one}, on one side in {known.one}" in sides
    bone = ATLAS.fact(f"{RIGHT}.insertion.fascia")[1].text
    ((found, held),) = re.findall(r"All (\d+) tendons .* attached to that fascia, and (\d+) of them to bone", bone)
    only = int(found) - int(held)
    assert f"{only} of the {found} muscles" in ATLAS.fact(f"{RIGHT}.variation.fascia_only")[1].text
    assert MINOR.form("fascia_only").percent == pytest.approx(100 * only / int(found), abs=0.05)


def test_a_class_of_thirty_is_drawn_from_its_seed() -> None:
    bodies = draw_class(MINOR, 42, seed=30)
    assert len(bodies) == 30
    assert bodies == draw_class(MINOR, 42, seed=30)
    assert bodies != draw_class(MINOR, 42, seed=31)
    counts = tally(MINOR, bodies)
    assert counts.lacking + counts.everywhere + sum(counts.one_side.values()) == counts.count == 30


def test_many_bodies_come_near_the_numbers_of_the_data() -> None:
    counts = [tally(MINOR, draw_class(MINOR, 42, seed, 1_000)) for seed in range(5)]
    present = sum(one.count - one.lacking for one in counts)
    assert present / 5_000 == pytest.approx(0.42, abs=0.03)
    assert sum(one.everywhere for one in counts) / present == pytest.approx(52 / 90, abs=0.03)
    sides = [sum(one.one_side[side] for one in counts) for side in (Side.RIGHT, Side.LEFT)]
    assert sides[0] / sum(sides) == pytest.approx(0.5, abs=0.06)
    muscles = sum(2 * one.everywhere + sum(one.one_side.values()) for one in counts)
    assert sum(one.forms["fascia_only"] for one in counts) / muscles == pytest.approx(0.095, abs=0.02)
    assert all(set(one.forms) <= {"fascia_only"} for one in counts), "forms that nobody counted are not drawn"


def test_nobody_and_everybody() -> None:
    assert tally(MINOR, draw_class(MINOR, 0, 1)).lacking == 30
    assert tally(MINOR, draw_class(MINOR, 100, 1)).lacking == 0
    assert draw_class(MINOR, 42, 1, 0) == ()
    for percent, count in ((-1, 30), (101, 30), (float("nan"), 30), (42, -1), (42, 10**9)):
        with pytest.raises(ValueError, match="expected"):
            draw_class(MINOR, percent, 1, count)


@given(st.floats(0, 100), st.integers())
def test_a_higher_rate_only_adds_bodies_that_have_it(percent: float, seed: int) -> None:
    fewer, more = draw_class(MINOR, percent / 2, seed), draw_class(MINOR, percent, seed)
    assert len(fewer) == USUAL_COUNT
    for one, other in zip(fewer, more, strict=True):
        assert one == other or one.absent == frozenset(MINOR.members.values())


def test_rates_come_from_whole_bodies() -> None:
    offered = rates(ATLAS, MINOR)
    assert (offered[0].percent, offered[0].fact) == (42, f"{RIGHT}.variation.pooled")
    assert {rate.percent for rate in offered} >= {9, 87}
    assert all("bodies" in rate.name for rate in offered)
    assert len(offered) == 13


def test_forms_are_state_and_can_be_undone() -> None:
    state = ViewState(ATLAS)
    heard: list[str] = []
    state.variants_changed.connect(lambda: heard.append(state.view.form(RIGHT)))
    state.set_form(RIGHT, "fascia_only")
    state.set_form(RIGHT, "fascia_only")
    state.set_form(RIGHT, "no such form")
    state.set_form("sacrum", "fascia_only")
    assert heard == ["fascia_only"]
    assert state.view.forms == ((RIGHT, "fascia_only"),)
    state.set_form(LEFT, "two_headed")
    state.set_form(RIGHT, USUAL)
    assert state.view.forms == ((LEFT, "two_headed"),)
    state.undo()
    state.undo()
    assert state.view.forms == ((RIGHT, "fascia_only"),)
    state.undo()
    assert state.view == View()


def test_a_form_of_what_was_missing_brings_it_back() -> None:
    state = ViewState(ATLAS)
    state.set_variant("psoas_minor", ())
    state.set_form(LEFT, "fascia_only")
    assert state.view.absent == {RIGHT}
    assert state.present_sides("psoas_minor") == {Side.LEFT}


def test_a_body_of_the_class_is_shown_in_one_step(tiny: Atlas) -> None:
    state = ViewState(tiny)
    state.select("psoas_major_right", "femur_right")
    members = frozenset(("psoas_major_right", "psoas_major_left"))
    state.set_form("psoas_major_right", "split")
    state.set_body(Body(members, frozenset(("psoas_major_right",)), (("psoas_major_left", "short"),)))
    assert state.view.absent == {"psoas_major_right"}
    assert state.view.forms == (("psoas_major_left", "short"),)
    assert state.view.selection == ("femur_right",)
    state.undo()
    assert state.view.forms == (("psoas_major_right", "split"),)
    assert state.view.selection == ("psoas_major_right", "femur_right")
