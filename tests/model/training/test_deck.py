"""Every question that the real atlas has can be made, and its right answer is there once."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viewer import paths
from viewer.model.annotations.load import load
from viewer.model.atlas.atlas import Atlas, Fact, Kind
from viewer.model.training.deck import Card, deck
from viewer.model.training.names import folded
from viewer.model.training.question import Question, Sort

MADE_OF_FACTS = set(Sort) - {Sort.OWN, Sort.FINGER}


@pytest.fixture(scope="module")
def cards(atlas: Atlas) -> dict[str, Card]:
    return dict(deck(atlas, frozenset()))


@pytest.fixture(scope="module")
def questions(cards: dict[str, Card]) -> list[Question]:
    return [card.question(1) for card in cards.values()]


def test_there_are_questions_of_every_sort(cards: dict[str, Card]) -> None:
    assert {card.sort for card in cards.values()} >= MADE_OF_FACTS
    assert all(card.id.startswith(f"{card.sort}:") and card.title for card in cards.values())


def test_each_bears_its_card_can_be_answered_and_is_explained(questions: list[Question], cards, atlas: Atlas) -> None:
    assert len(questions) == len(cards) > 300
    for question in questions:
        assert question.card in cards
        assert question.text
        assert question.choices or question.targets or question.zones or question.finger, question.card
        assert question.facts
        assert all(atlas.fact(name)[1].sources for name in question.facts), question.card


def test_the_right_answer_is_among_the_choices_once_and_no_text_twice(questions: list[Question]) -> None:
    assert sum(bool(question.choices) for question in questions) > 100
    for question in questions:
        texts = [choice.text.casefold() for choice in question.choices]
        assert len(set(texts)) == len(texts) <= 4, question.card
        assert sum(choice.right for choice in question.choices) == bool(question.choices), question.card


def test_a_wrong_name_is_no_other_name_of_what_is_shown(questions: list[Question], atlas: Atlas) -> None:
    asked = [one for one in questions if one.sort is Sort.NAME]
    assert len(asked) > 50
    for question in asked:
        for choice in question.choices:
            assert choice.right == (folded(choice.text) in question.names | question.vague), question.card


def test_where_texts_differ_each_reading_is_right_and_none_is_offered_as_wrong(questions, atlas: Atlas) -> None:
    asked = [one for one in questions if one.sort in (Sort.NERVE, Sort.ROOTS)]
    assert len(asked) > 20
    for question in asked:
        readings = atlas.known[question.about].innervation
        said = {one.nerve.casefold() for one in readings} | {", ".join(one.roots).casefold() for one in readings}
        assert [choice.right for choice in question.choices if choice.text.casefold() in said] == [True], question.card
        assert bool(question.remark) == (len(readings) > 1)
        assert set(question.facts) == {one.id for one in readings}


def test_no_other_muscle_that_refers_there_is_offered_as_wrong(questions: list[Question], atlas: Atlas) -> None:
    asked = [one for one in questions if one.sort is Sort.REFERRAL]
    assert len(asked) > 10
    for question in asked:
        zone = atlas.fact(question.facts[0])[1].zone
        same = {one.english for one in atlas.known.values() if any(other.zone == zone for other in one.referrals)}
        wrong = {atlas.known[name].english for one in question.choices if not one.right for name in one.structures}
        assert not wrong & same, question.card


def test_the_same_seed_asks_the_same_and_another_mixes_anew(cards: dict[str, Card]) -> None:
    named = [card for card in cards.values() if card.sort is Sort.NAME][:20]
    assert [card.question(7) for card in named] == [card.question(7) for card in named]
    assert [card.question(7) for card in named] != [card.question(8) for card in named]


@settings(max_examples=20)
@given(gone=st.data(), seed=st.integers(0, 2**31))
def test_what_is_absent_is_never_asked_nor_offered(atlas: Atlas, gone: st.DataObject, seed: int) -> None:
    absent = gone.draw(st.frozensets(st.sampled_from(sorted(atlas.can_be_absent())), min_size=1))
    lacking = gone.draw(st.frozensets(st.sampled_from(sorted(atlas.structures)), max_size=2))
    there = [card for card in deck(atlas, absent, lacking).values() if card.sort is not Sort.VARIANT]
    assert not {card.about for card in there} & (absent | lacking)
    for card in there[seed % 97 :: 97]:
        question = card.question(seed)
        named = {name for choice in question.choices for name in choice.structures}
        seen = {*question.asked.lit, *question.asked.framed, *question.asked.alone, *question.answered.lit}
        assert not (named | seen | question.targets) & absent, card.id


def test_a_teacher_s_addition_is_asked_for(atlas: Atlas, tmp_path) -> None:
    text = paths.annotations_file().read_text(encoding="utf-8")
    assert '"english": "iliacus"' in text
    file = tmp_path / "annotations.json"
    file.write_text(
        text.replace('"synonyms": ["iliac muscle"', '"synonyms": ["the fan", "iliac muscle"'), encoding="utf-8"
    )
    (tmp_path / "annotations.schema.json").write_bytes(b"{}")
    question = deck(load(file), frozenset())["name:iliacus_right"].question(1)
    assert folded("The Fan") in question.names


def test_only_what_can_be_seen_is_to_be_pointed_at(cards: dict[str, Card], atlas: Atlas) -> None:
    asked = {card.about for card in cards.values() if card.sort in (Sort.NAME, Sort.CLICK)}
    assert asked == {one.id for one in atlas.structures.values() if one.kind is not Kind.SKIN}
    assert isinstance(atlas.fact(cards["nerve:iliacus_right"].question(1).facts[0])[1], Fact)
