from __future__ import annotations

from dataclasses import replace

import pytest

from tests.drawing import spheres
from viewer.drawing.overlays.overlays import Footprint, Overlays, wanted
from viewer.model.atlas.atlas import End, NerveRoots, Status, Strength
from viewer.model.session.view import View

ATLAS = spheres.atlas()
MUSCLE = View(selection=("rope",))
FOOTPRINT = Footprint("rope", "stone", End.ORIGIN, lit=False)


def test_nothing_selected_asks_for_nothing() -> None:
    assert wanted(ATLAS, View()) == Overlays()


def test_a_selected_muscle_shows_footprints_marks_and_zones() -> None:
    asked = wanted(ATLAS, MUSCLE)
    assert asked.footprints == (FOOTPRINT,)
    assert [mark.place for mark in asked.marks] == [(30.0, 0.0, 0.0)]
    assert [zone.strength for zone in asked.zones] == [Strength.ESSENTIAL, Strength.SPILLOVER]


def test_a_selected_bone_shows_all_that_it_carries() -> None:
    asked = wanted(ATLAS, View(selection=("stone",)))
    assert asked == Overlays(footprints=(FOOTPRINT,))


def test_a_bone_still_shows_the_footprint_of_a_hidden_muscle() -> None:
    view = View(selection=("stone",), hidden=frozenset({"rope"}))
    assert wanted(ATLAS, view).footprints == (FOOTPRINT,)


@pytest.mark.parametrize(
    "view",
    [
        View(selection=("rope",), overlays=False),
        View(selection=("rope",), absent=frozenset({"rope"})),
        View(selection=("rope",), hidden=frozenset({"rope"})),
        View(selection=("stone",), absent=frozenset({"rope"})),
        View(selection=("unknown",)),
        View(fact="unknown"),
        View(fact="rope.pain", absent=frozenset({"rope"})),
    ],
)
def test_what_is_off_absent_hidden_or_unknown_asks_for_no_paint(view: View) -> None:
    assert replace(wanted(ATLAS, view), empty=()) == Overlays()


LACKING = View(absent=frozenset({"rope"}))


@pytest.mark.parametrize(("view", "empty"), [
    (View(), ()), (LACKING, ("rope",)), (replace(LACKING, fact="rope.pain"), ("rope",)),
    (replace(LACKING, overlays=False), ()), (replace(LACKING, hidden=frozenset({"rope"})), ()),
    (replace(LACKING, isolated=frozenset({"stone"})), ()), (View(absent=frozenset({"unknown"})), ()),
])  # fmt: skip
def test_the_place_of_what_is_missing_is_outlined_with_the_overlays(view: View, empty: tuple[str, ...]) -> None:
    assert wanted(ATLAS, view).empty == empty


def test_a_form_brings_its_own_footprints_and_leaves_out_what_it_lacks() -> None:
    knotted = View(selection=("stone",), forms=(("rope", "knotted"),))
    assert wanted(ATLAS, knotted).footprints == (Footprint("rope_knotted", "stone", End.ORIGIN, lit=False),)
    loose = View(selection=("stone",), forms=(("rope", "loose"),))
    assert wanted(ATLAS, loose) == Overlays()
    assert not wanted(ATLAS, replace(loose, selection=("rope",))).footprints
    assert wanted(ATLAS, replace(loose, fact="rope.origin")) == Overlays()


def test_a_hidden_bone_carries_no_paint() -> None:
    assert not wanted(ATLAS, replace(MUSCLE, hidden=frozenset({"stone"}))).footprints


@pytest.mark.parametrize(("fact", "kind"), [("rope.origin", 0), ("rope.point", 1), ("rope.pain", 2), ("rope.nerve", 3)])
def test_a_lit_fact_shows_just_its_place_even_without_overlays(fact: str, kind: int) -> None:
    asked = wanted(ATLAS, View(selection=("rope",), overlays=False, fact=fact))
    counts = [len(part) for part in (asked.footprints, asked.marks, asked.zones, asked.nerves)]
    assert counts == [int(i == kind) for i in range(4)]
    assert all(one.lit for one in asked.footprints)
    assert all(one.lit for one in asked.marks)
    assert all(one.lit for one in asked.zones)


def test_muscle_and_nerve_are_kin_both_ways() -> None:
    assert wanted(ATLAS, MUSCLE).related == {"wire"}
    assert wanted(ATLAS, View(selection=("wire",))).related == {"rope"}


def test_spill_over_leaves_room_for_the_essential_zones() -> None:
    essential, spill = wanted(ATLAS, MUSCLE).zones
    assert spill.spared == (essential.zone,)
    assert not essential.spared
    assert wanted(ATLAS, View(fact="rope.spill")).zones[0].spared == (essential.zone,)


TOGETHER = View(
    selection=("rope",), overlays=False, shared=("rope.origin", "rope.nerve"), own=("rope.point", "rope.pain")
)


def test_facts_lit_together_show_all_their_places_and_say_which_are_shared() -> None:
    asked = wanted(ATLAS, TOGETHER)
    assert asked.footprints == (replace(FOOTPRINT, lit=True, shared=True),)
    assert [(mark.lit, mark.shared) for mark in asked.marks] == [(True, False)]
    assert [(zone.lit, zone.shared) for zone in asked.zones] == [(True, False)]
    assert (asked.nerves, asked.shared) == (("wire",), {"wire"})


def test_one_lit_fact_goes_before_those_lit_together() -> None:
    assert wanted(ATLAS, replace(TOGETHER, fact="rope.origin")) == wanted(ATLAS, View(fact="rope.origin"))


def test_what_is_absent_or_unknown_is_not_lit_together() -> None:
    assert wanted(ATLAS, replace(TOGETHER, absent=frozenset({"rope"}))) == Overlays()
    assert wanted(ATLAS, View(shared=("unknown",), overlays=False)) == Overlays()


def test_the_reading_of_a_nerve_lights_the_nerve() -> None:
    roots = NerveRoots("wire.roots", "", Status.AGREED, (), roots=("L2",), most=True)
    wire = replace(ATLAS.structures["wire"], roots=(roots,))
    assert wanted(replace(ATLAS, structures={**ATLAS.structures, "wire": wire}), View(fact="wire.roots")).nerves == (
        "wire",
    )
