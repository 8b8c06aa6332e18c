"""A round asks what is due first, weakest first, then new ones of every sort; nothing gives away the next."""

from __future__ import annotations

import pytest

from viewer.model.atlas.atlas import Atlas
from viewer.model.training.deck import deck
from viewer.model.training.rounds import Amount, Wish, chosen


@pytest.fixture(scope="module")
def cards(atlas: Atlas):
    return deck(atlas, frozenset())


def test_what_is_due_comes_first_and_weakest_first(cards) -> None:
    due = ["nerve:iliacus_left", "gone:from_the_atlas", "name:sacrum", "click:femur_right"]
    found = chosen(cards, due, due, Wish(Amount.DUE_FIRST, 10, 1))
    assert [card.id for card in found[:3]] == ["nerve:iliacus_left", "name:sacrum", "click:femur_right"]
    assert len(found) == 10
    assert [card.id for card in chosen(cards, due, due, Wish(Amount.DUE, 10, 1))] == [
        one for one in due if one in cards
    ]


def test_new_ones_are_of_every_sort_and_were_never_answered(cards) -> None:
    answered = {name for name in cards if name.startswith("name:")}
    found = chosen(cards, (), answered, Wish(Amount.NEW, 14, 3))
    assert not {card.id for card in found} & answered
    assert len({card.sort for card in found}) == len({card.sort for card in cards.values()}) - 1


@pytest.mark.parametrize("seed", range(5))
def test_no_structure_comes_twice_as_long_as_there_are_others(cards, seed: int) -> None:
    about = [card.about.removesuffix("_right").removesuffix("_left")
             for card in chosen(cards, (), (), Wish(Amount.ALL, 20, seed))]  # fmt: skip
    assert len(set(about)) == 20


def test_the_same_seed_gives_the_same_round(cards) -> None:
    one, two, three = (chosen(cards, (), (), Wish(Amount.ALL, 20, seed)) for seed in (4, 4, 5))
    assert one == two != three
