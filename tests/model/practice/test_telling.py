"""What is said of a learner: figures and sentences that hold."""

from __future__ import annotations

from datetime import date

from viewer.model.practice.answers import CardState, Day
from viewer.model.practice.telling import ENOUGH, areas, card_words, judged, points

DAY = date(2026, 3, 2).toordinal()


def state(card: str, strength: float = 0.9, firm: bool = True) -> CardState:
    return CardState(card, strength, firm, 1)


def test_areas_count_what_can_be_asked_and_nothing_else() -> None:
    states = [state("name:a"), state("name:b", firm=False), state("name:gone"), state("odd:x", firm=False)]
    found = areas(states, ["odd:x", "nerve:a", "name:a", "name:b", "name:c"])
    assert [(one.title, one.words) for one in found] == [
        ("Names", "1 known, 1 to repeat, 1 new"),
        ("Nerves", "1 new"),
        ("odd", "1 to repeat"),
    ]


def test_a_point_is_the_mean_of_its_day() -> None:
    found = points([Day(DAY, 1, 2, 1.0), Day(DAY, 3, 2, 2.0), Day(DAY + 3, 2, 4, 1.0)])
    assert [(one.answers, one.right, one.sure) for one in found] == [(4, 0.75, 0.5), (4, 0.25, 0.5)]
    assert found[0].words.replace("\N{NO-BREAK SPACE}", " ").endswith("2026: 4 answers, 75 % right, 50 % sure")
    assert "2 Mar" in found[0].words


def told(sure: float, fairly: float = 0.5, guessed: float = 0.3, count: int = 20) -> str:
    days = [Day(DAY, how, count, part * count) for how, part in ((3, sure), (2, fairly), (1, guessed)) if part >= 0]
    return judged(days).replace("\N{NO-BREAK SPACE}", " ")


def test_sureness_is_compared_with_what_was_right() -> None:
    assert told(0.9) == "When you were sure, 90 % was right. When you guessed, 30 %. You know what you know."
    assert told(0.8) == "When you were sure, 80 % was right. When you guessed, 30 %."
    assert "surer than you can be" in told(0.5)
    assert "trust yourself" in told(0.9, guessed=0.8)
    assert "When you were fairly sure, 50 %." in told(0.9, guessed=-1)
    assert told(0.9, count=ENOUGH - 1).startswith("Say how sure you are")
    assert told(0.9, fairly=-1, guessed=-1) == "When you were sure, 90 % was right. You know what you know."


def test_a_card_is_told_in_a_word() -> None:
    assert [card_words(state("name:a", *more)) for more in ((0.4, False), (0.8, False), (0.95, True))] == [
        "Names · missed", "Names · to repeat", "Names · known",
    ]  # fmt: skip
