"""What is read from the log: only as much as is shown, and never all answers of a learner."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from viewer.model.practice.answers import Answer, CardState, Day, Learner
from viewer.model.practice.schedule import Memory, is_firm, strength

if TYPE_CHECKING:
    from sqlite3 import Connection

_BEGIN = datetime(1970, 1, 1, tzinfo=UTC)
_MEMORY = "card, answers, state, step, stability, difficulty, last, due, right"
_ANSWER = "card, right, sure, seconds, at, said"


def learners(db: Connection) -> tuple[Learner, ...]:
    """All, in the order in which they came."""
    return tuple(Learner(*row) for row in db.execute("SELECT id, name FROM learners ORDER BY rowid"))


def last_learner(db: Connection) -> Learner | None:
    """The one who was used last; None where there is none."""
    row = db.execute("SELECT id, name FROM learners ORDER BY used DESC, rowid LIMIT 1").fetchone()
    return Learner(*row) if row else None


def due(db: Connection, learner: str, now: datetime, limit: int, known: Callable[[str], bool]) -> tuple[str, ...]:
    """The cards that are to come back now, weakest first."""
    rows = db.execute(f"SELECT {_MEMORY} FROM cards WHERE learner = ? AND due <= ?", (learner, now.timestamp()))
    return tuple(one.card for one in _weakest_first(rows, now) if known(one.card))[:limit]


def cards(db: Connection, learner: str, now: datetime) -> tuple[CardState, ...]:
    """Every card that was ever answered, weakest first."""
    return tuple(_weakest_first(db.execute(f"SELECT {_MEMORY} FROM cards WHERE learner = ?", (learner,)), now))


def history(db: Connection, learner: str, card: str) -> tuple[Answer, ...]:
    """All answers to one card, oldest first; the last one has its view."""
    rows = db.execute(f"SELECT {_ANSWER} FROM answers WHERE learner = ? AND card = ? ORDER BY number", (learner, card))
    answers = list(_sound(rows))
    last = [replace(one, view=view(db, learner, card)) for one in answers[-1:]]
    return tuple(answers[:-1] + last)


def view(db: Connection, learner: str, card: str) -> dict[str, Any] | None:
    """The view of a card's last answer as it was kept, whatever it is; None where it is no JSON object."""
    row = db.execute("SELECT view FROM views WHERE learner = ? AND card = ?", (learner, card)).fetchone()
    return _object(row[0]) if row else None


def all_views(db: Connection, learner: str) -> dict[str, dict[str, Any]]:
    """The views of all cards that have one."""
    rows = db.execute("SELECT card, view FROM views WHERE learner = ? ORDER BY card", (learner,))
    return {card: kept for card, text in rows if (kept := _object(text)) is not None}


def days(db: Connection, learner: str) -> tuple[Day, ...]:
    """The days on which there were answers, oldest first."""
    rows = db.execute("SELECT day, sure, answers, right FROM days WHERE learner = ? ORDER BY day, sure", (learner,))
    return tuple(Day(*row) for row in rows)


def all_answers(db: Connection, learner: str) -> Iterator[Answer]:
    """Every answer, oldest first, without views."""
    yield from _sound(db.execute(f"SELECT {_ANSWER} FROM answers WHERE learner = ? ORDER BY number", (learner,)))


def _object(text: str) -> dict[str, Any] | None:
    try:
        kept = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return kept if isinstance(kept, dict) else None


def _weakest_first(rows: Any, now: datetime) -> list[CardState]:
    found = []
    for card, answers, *kept in rows:
        memory = Memory(*kept)
        found.append(CardState(card, strength(memory, now), is_firm(memory, now), answers))
    return sorted(found, key=lambda one: (one.strength, one.card))


def _sound(rows: Iterable[tuple[Any, ...]]) -> Iterator[Answer]:
    """Those rows that can be answers; no others were written by this program."""
    for card, right, sure, seconds, at, said in rows:
        with suppress(ValueError, OverflowError):
            yield Answer(card, right, sure, seconds, _BEGIN + timedelta(seconds=at), said)
