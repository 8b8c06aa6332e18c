"""Two structures side by side: shared rows first, every entry with its fact."""

from __future__ import annotations

from itertools import groupby, pairwise

import pytest

from tests.model.annotations.small_file import REAL
from viewer.model.annotations.load import load
from viewer.model.answers.compare import Aspect, Lighting, Row, compare, facts_to_highlight

ATLAS = load(REAL)
PAIR = compare(ATLAS, "psoas_major_right", "iliacus_right")


def rows(aspect: Aspect, shared: bool, table: tuple[Row, ...] = PAIR) -> list[Row]:
    return [row for row in table if row.aspect is aspect and row.shared is shared]


def test_psoas_and_iliacus_share_the_trochanter_and_the_roots_l2_and_l3() -> None:
    assert [row.title for row in rows(Aspect.ATTACHMENTS, True)] == ["Femur, right (insertion)"]
    apart = {row.title: row for row in rows(Aspect.ATTACHMENTS, False)}
    assert apart["L1 vertebra (origin)"].first
    assert not apart["L1 vertebra (origin)"].second
    assert apart["Hip bone, right (origin)"].second
    assert [row.title for row in rows(Aspect.ROOTS, True)] == ["L2", "L3"]
    assert [row.title for row in rows(Aspect.ROOTS, False)] == ["L1"]
    assert not rows(Aspect.NERVES, True)


def test_they_share_actions_feel_and_charts() -> None:
    assert any(row.first[0].fact == "psoas_major_right.action.flex_thigh" for row in rows(Aspect.ACTIONS, True))
    assert any(row.first and row.first[0].fact.endswith("action.side_bend") for row in rows(Aspect.ACTIONS, False))
    assert any(row.second[0].text.startswith("It feels flat and spongy") for row in rows(Aspect.FEEL, True))
    assert rows(Aspect.REFERRAL, True)
    assert not rows(Aspect.REFERRAL, False)
    assert {row.aspect for row in PAIR} == set(Aspect)


def test_every_entry_has_its_fact_and_shared_rows_come_first() -> None:
    assert len(PAIR) > 10
    for row in PAIR:
        for structure, entries in (("psoas_major_right", row.first), ("iliacus_right", row.second)):
            for entry in entries:
                owner, fact = ATLAS.fact(entry.fact)
                assert owner.id == structure
                assert entry.status is fact.status
                assert entry.text
    order = list(Aspect)
    assert all(order.index(one.aspect) <= order.index(other.aspect) for one, other in pairwise(PAIR))
    for _, group in groupby(PAIR, key=lambda row: row.aspect):
        shared = [row.shared for row in group]
        assert shared == sorted(shared, reverse=True)


def test_what_to_light_is_shared_or_not_never_both() -> None:
    lit = facts_to_highlight(ATLAS, PAIR)
    assert {"iliacus_right.insertion.lesser_trochanter", "psoas_major_right.referral.thigh"} <= set(lit.shared)
    assert "psoas_major_right.origin.l1_body" in lit.first
    assert "iliacus_right.origin.fossa" in lit.second
    everything = [*lit.shared, *lit.first, *lit.second]
    assert len(everything) == len(set(everything))


def test_the_roots_that_both_have_are_lit_apart_from_those_of_one() -> None:
    lit = facts_to_highlight(ATLAS, PAIR)
    nerves = [
        {ATLAS.fact(one)[0].id for one in part if ".roots." in one} for part in (lit.shared, lit.first, lit.second)
    ]
    assert nerves == [{"nerve_root_L2_right", "nerve_root_L3_right"}, {"nerve_root_L1_right"}, {"femoral_nerve_right"}]


def test_what_has_no_place_is_not_lit() -> None:
    assert facts_to_highlight(ATLAS, rows(Aspect.ACTIONS, True)) == Lighting((), (), ())


def test_any_two_can_be_compared_the_other_way_round_too() -> None:
    there = compare(ATLAS, "sartorius_right", "femoral_nerve_right")
    back = compare(ATLAS, "femoral_nerve_right", "sartorius_right")
    assert {(row.aspect, row.first, row.second) for row in there} == {
        (row.aspect, row.second, row.first) for row in back
    }
    assert [row.title for row in rows(Aspect.ROOTS, True, there)] == ["L2", "L3"]
    assert all(row.shared for row in compare(ATLAS, "iliacus_left", "iliacus_left"))


def test_unknown_structures_are_a_key_error() -> None:
    with pytest.raises(KeyError):
        compare(ATLAS, "psoas", "iliacus_right")
