"""Answers are judged as a good teacher would: generously in spelling, strictly in substance."""

from __future__ import annotations

import pytest

from viewer.model.answers.referred_pain import middle_of
from viewer.model.atlas.atlas import Atlas
from viewer.model.training import judging
from viewer.model.training.deck import deck


@pytest.fixture(scope="module")
def cards(atlas: Atlas):
    return deck(atlas, frozenset())


@pytest.mark.parametrize(
    "said", ["psoas major", "PSOAS MAJOR", "Großer Lendenmuskel", "grosser lendenmuskel", "músculo psoas mayor",
             "musculo psoas mayor", "M. psoas major", "right psoas major", "psoas", "psoas majr"],
)  # fmt: skip
def test_any_name_in_any_language_is_right_accents_and_capitals_forgiven(cards, atlas: Atlas, said: str) -> None:
    assert judging.typed(atlas, cards["name:psoas_major_right"].question(1), said).is_right


@pytest.mark.parametrize("said", ["psoas minor", "iliacus", "xyz", "psoas mayonnaise"])
def test_another_name_is_wrong(cards, atlas: Atlas, said: str) -> None:
    verdict = judging.typed(atlas, cards["name:psoas_major_right"].question(1), said)
    assert verdict.final
    assert verdict.right == 0.0
    assert "Psoas major" in verdict.words


def test_a_wrong_name_is_shown_beside_the_right_one(cards, atlas: Atlas) -> None:
    verdict = judging.typed(atlas, cards["name:psoas_major_right"].question(1), "iliacus")
    assert verdict.wrong == ("iliacus_right",)


@pytest.mark.parametrize("said", ["hip flexor", "", "  ", "muscle", "right"])
def test_what_fits_several_or_nothing_is_asked_again(cards, atlas: Atlas, said: str) -> None:
    verdict = judging.typed(atlas, cards["name:psoas_major_right"].question(1), said)
    assert verdict.final == (said == "muscle")


def test_the_other_side_is_half_right(cards, atlas: Atlas) -> None:
    question = cards["click:iliacus_right"].question(1)
    assert judging.clicked(atlas, question, "iliacus_right").right == 1.0
    assert judging.clicked(atlas, question, "iliacus_left").right == 0.5
    assert judging.clicked(atlas, question, "psoas_major_right").right == 0.0


def test_the_skin_is_right_in_the_area_and_nearly_beside_it(cards, atlas: Atlas) -> None:
    question = cards["pain:iliacus_right"].question(1)
    referral = atlas.fact(question.facts[0])[1]
    point, normal = middle_of(referral)
    assert judging.touched(question, point, normal).right == 1.0
    x, y, z = point
    below = next(judging.touched(question, (x, y, z - far), normal) for far in range(1, 600)
                 if judging.touched(question, (x, y, z - far), normal).right < 1.0)  # fmt: skip
    assert below.right == 0.5
    assert judging.touched(question, (x, y, z - 900.0), normal).right == 0.0


def test_a_wrong_choice_is_told_with_the_right_one(cards) -> None:
    question = cards["nerve:iliacus_left"].question(2)
    wrong = next(choice for choice in question.choices if not choice.right)
    verdict = judging.chosen(question, wrong)
    assert verdict.right == 0.0
    assert question.right is not None
    assert question.right.text in verdict.words
    assert judging.chosen(question, question.right).is_right
    assert judging.given_up(question).right == 0.0
