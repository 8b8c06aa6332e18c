"""When a card is to come back, by FSRS, the scheduler that many programs for learning share.

FSRS wants one of four ratings. They follow from how right an answer was and how sure: wrong is "again"; a guess that
was right, or half an answer, is "hard"; right and fairly sure is "good"; right, sure and quick is "easy".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from viewer.model.practice.answers import GUESSED, SURE, Answer

if TYPE_CHECKING:
    from fsrs import Rating, Scheduler

RIGHT = 0.5
"""From which an answer counts as right."""
WHOLLY_RIGHT = 0.8
QUICK = 8.0
"""Seconds within which an answer is quick."""
MISSED = 0.5
"""What the strength of a card is worth after an answer that was all wrong."""
LEARNT = 2
"""The state, in the numbers of FSRS, of a card that is out of its first steps, or back in order after a miss."""

DECAY = 0.1542
"""How fast FSRS has things forgotten. It stands here too, so that what is only read waits for no library."""
_FACTOR = 0.9 ** (-1 / DECAY) - 1
_DAY = 86_400.0
_EARLIEST, _LATEST = datetime(1970, 1, 1, tzinfo=UTC), datetime(9000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Memory:
    """What FSRS keeps of a card: ``stability`` in days, ``difficulty`` 1 to 10; and how ``right`` the last answer was.

    ``last`` and ``due`` are seconds since 1970.
    """

    state: int
    step: int | None
    stability: float
    difficulty: float
    last: float
    due: float
    right: float


def rating(answer: Answer) -> Rating:
    """The rating that FSRS is given, as the module's words have it."""
    from fsrs import Rating

    if answer.right < RIGHT:
        return Rating.Again
    if answer.sure == GUESSED or answer.right < WHOLLY_RIGHT:
        return Rating.Hard
    return Rating.Easy if answer.sure == SURE and answer.seconds <= QUICK else Rating.Good


def reviewed(before: Memory | None, answer: Answer) -> Memory:
    """The memory of a card after an answer; before the first one there was none."""
    from fsrs import Card, State

    when = _sane(answer.when)
    card = Card(card_id=0, due=when)
    if before is not None:
        card = Card(
            0, State(before.state), before.step, before.stability, before.difficulty,
            _time(before.due), _time(before.last),
        )  # fmt: skip
    card, _log = _scheduler().review_card(card, rating(answer), when)
    assert card.stability is not None
    assert card.difficulty is not None
    return Memory(
        int(card.state), card.step, card.stability, card.difficulty,
        when.timestamp(), card.due.timestamp(), answer.right,
    )  # fmt: skip


def strength(memory: Memory, now: datetime) -> float:
    """From 0 to 1: how likely the card is recalled now, less where the last answer was wrong."""
    days = max(0.0, now.timestamp() - memory.last) / _DAY
    recall: float = (1 + _FACTOR * days / max(memory.stability, 1e-3)) ** -DECAY
    return recall * (MISSED + (1 - MISSED) * memory.right)


def is_firm(memory: Memory, now: datetime) -> bool:
    """Whether it is known and not yet due."""
    return memory.state == LEARNT and memory.due > now.timestamp()


@cache
def _scheduler() -> Scheduler:
    """Nothing by chance in it: the same answers give the same days."""
    from fsrs import Scheduler

    return Scheduler(enable_fuzzing=False, maximum_interval=3_650)


def _sane(when: datetime) -> datetime:
    """In UTC, and where a clock can stand: FSRS adds years to it."""
    return min(max(when.astimezone(UTC), _EARLIEST), _LATEST)


def _time(seconds: float) -> datetime:
    return _sane(_EARLIEST + timedelta(seconds=min(max(seconds, 0.0), (_LATEST - _EARLIEST).total_seconds())))
