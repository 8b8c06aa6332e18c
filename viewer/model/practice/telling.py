"""What the log says of a learner, in figures and in words: what is known, how sure, and whether rightly so."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QDate, QLocale

from viewer.language import mark, tr
from viewer.model.practice.answers import FAIRLY_SURE, GUESSED, SURE, CardState, Day

AREAS: Mapping[str, str] = {
    "finger": mark("Place your finger"),
    "name": mark("Names"),
    "click": mark("Where it is"),
    "attachment": mark("Attachments"),
    "nerve": mark("Nerves"),
    "roots": mark("Nerve roots"),
    "referral": mark("Referred pain"),
    "pain": mark("Where pain goes"),
    "variant": mark("Variants"),
    "own": mark("Own questions"),
}
"""By what a card's name begins with."""
ENOUGH = 8
"""Answers that were equally sure, from which it can be said how many of them were right."""
WELL_SURE, BADLY_SURE, WELL_GUESSED = 0.85, 0.7, 0.7
"""Parts that were right: of the sure ones, where sureness can be trusted or not; of guesses, that were none."""


@dataclass(frozen=True)
class Area:
    """How many cards of one sort are known, to be repeated or new (never answered)."""

    title: str
    known: int
    to_repeat: int
    new: int

    @property
    def words(self) -> str:
        """The figures as a sentence."""
        known, to_repeat = tr("%n known", "cards", self.known), tr("%n to repeat", "cards", self.to_repeat)
        parts = ((self.known, known), (self.to_repeat, to_repeat), (self.new, tr("%n new", "cards", self.new)))
        return ", ".join(words for count, words in parts if count)


@dataclass(frozen=True)
class Point:
    """One day in the plot: parts from 0 to 1 that were right, and how sure the learner was (guesses 0, sure 1)."""

    day: int
    answers: int
    right: float
    sure: float

    @property
    def date(self) -> str:
        """Day and month, the way the system names months."""
        return QLocale().toString(QDate.fromJulianDay(self.day + _JULIAN), "d MMM")

    @property
    def words(self) -> str:
        """The point as a sentence, with the year."""
        day = QLocale().toString(QDate.fromJulianDay(self.day + _JULIAN), "d MMM yyyy")
        told = tr("{day}: %n answer(s), {right} % right, {sure} % sure", "", self.answers)
        return _kept_together(told.format(day=day, right=round(100 * self.right), sure=round(100 * self.sure)))


MISSED_BELOW = 0.6
"""A strength that only a card has whose last answer was wrong, or nearly."""
_JULIAN = QDate(1, 1, 1).toJulianDay() - 1  # from which Python counts days


def areas(states: Sequence[CardState], cards: Collection[str]) -> tuple[Area, ...]:
    """The sorts of which there are cards, in the order of AREAS; of ``cards`` only, which are all that can be asked."""
    kind_of = {card: card.partition(":")[0] for card in cards}
    by_card = {one.card: one for one in states if one.card in kind_of}
    found = []
    for kind in [*AREAS, *sorted(set(kind_of.values()) - set(AREAS))]:
        here = [by_card.get(card) for card, its in kind_of.items() if its == kind]
        known = sum(one is not None and one.firm for one in here)
        new = here.count(None)
        if here:
            found.append(Area(tr(AREAS[kind]) if kind in AREAS else kind, known, len(here) - known - new, new))
    return tuple(found)


def points(days: Sequence[Day]) -> tuple[Point, ...]:
    """A point for each day on which there were answers."""
    found = []
    for day, parts in groupby(days, lambda one: one.day):
        here = list(parts)
        count = sum(one.answers for one in here)
        sure = sum(one.answers * (one.sure - GUESSED) / (SURE - GUESSED) for one in here)
        found.append(Point(day, count, sum(one.right for one in here) / count, sure / count))
    return tuple(found)


def judged(days: Sequence[Day]) -> str:
    """Whether a learner was sure where the answer was right, in a sentence or two."""
    sure, fairly, guessed = (_part(days, how) for how in (SURE, FAIRLY_SURE, GUESSED))
    if sure is None:
        return tr("Say how sure you are with each answer: here stands then how often you were right to be.")
    told = [tr("When you were sure, {part} % was right.").format(part=round(100 * sure))]
    other = tr("When you guessed, {part} %."), guessed
    if guessed is None:
        other = tr("When you were fairly sure, {part} %."), fairly
    if other[1] is not None:
        told.append(other[0].format(part=round(100 * other[1])))
    return _kept_together(" ".join([*told, _advice(sure, guessed)]).strip())


def card_words(state: CardState) -> str:
    """What sort of question a card is, and how well it is known."""
    return f"{tr(AREAS.get(state.area, state.area))} · {_strength_words(state)}"


def _strength_words(state: CardState) -> str:
    if state.strength < MISSED_BELOW:
        return tr("missed")
    return tr("known") if state.firm else tr("to repeat")


def _kept_together(words: str) -> str:
    """No line begins with the sign after a number."""
    return words.replace(" %", "\N{NO-BREAK SPACE}%")


def _advice(sure: float, guessed: float | None) -> str:
    if sure < BADLY_SURE:
        return tr("You are surer than you can be: look twice before you say that you are sure.")
    if guessed is not None and guessed >= WELL_GUESSED:
        return tr("You know more than you think: trust yourself a little more.")
    return tr("You know what you know.") if sure >= WELL_SURE else ""


def _part(days: Sequence[Day], sure: int) -> float | None:
    """The part that was right of those that were so sure; None of too few."""
    here = [one for one in days if one.sure == sure]
    count = sum(one.answers for one in here)
    return sum(one.right for one in here) / count if count >= ENOUGH else None
