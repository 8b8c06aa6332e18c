"""What is done to the log: each is a function of a connection, so that it can be done again on another one."""

from __future__ import annotations

import json
from datetime import UTC
from typing import TYPE_CHECKING

from viewer.model.practice.answers import LONGEST_SAID, LONGEST_TIME, Answer
from viewer.model.practice.schedule import Memory, reviewed

if TYPE_CHECKING:
    from sqlite3 import Connection

LONGEST_VIEW = 1_000_000
"""Letters of a view as JSON; a real one has a few thousand, and one that is longer is not kept."""
_MEMORY = "state, step, stability, difficulty, last, due, right"


def memory(db: Connection, learner: str, card: str) -> Memory | None:
    """What is known of a card; None before its first answer."""
    row = db.execute(f"SELECT {_MEMORY} FROM cards WHERE learner = ? AND card = ?", (learner, card)).fetchone()
    return Memory(*row) if row else None


def add_answer(db: Connection, learner: str, answer: Answer) -> None:
    """Keep an answer, and bring up to date what is known of its card, its day and its view.

    Of a learner who is gone nothing is kept.
    """
    if not db.execute("SELECT 1 FROM learners WHERE id = ?", (learner,)).fetchone():
        return
    db.execute(
        "INSERT INTO answers (learner, card, right, sure, seconds, at, said) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (learner, answer.card, answer.right, answer.sure, min(answer.seconds, LONGEST_TIME), answer.when.timestamp(),
         _clean(answer.said)[:LONGEST_SAID]),
    )  # fmt: skip
    _remember(db, learner, answer)
    _count_day(db, learner, answer)
    db.execute("DELETE FROM views WHERE learner = ? AND card = ?", (learner, answer.card))
    if kept := _as_json(answer):
        db.execute("INSERT INTO views (learner, card, view) VALUES (?, ?, ?)", (learner, answer.card, kept))


def add_learner(db: Connection, learner: str, name: str) -> None:
    """One more; nothing happens where there is one with that id."""
    db.execute("INSERT OR IGNORE INTO learners (id, name, used) VALUES (?, ?, 0)", (learner, name))


def rename_learner(db: Connection, learner: str, name: str) -> None:
    """Another name for a learner."""
    db.execute("UPDATE learners SET name = ? WHERE id = ?", (name, learner))


def use_learner(db: Connection, learner: str) -> None:
    """Let this one be the last one used."""
    db.execute("UPDATE learners SET used = (SELECT max(used) + 1 FROM learners) WHERE id = ?", (learner,))


def delete_learner(db: Connection, learner: str) -> None:
    """Take away a learner and all answers; their bytes are overwritten."""
    db.execute("DELETE FROM learners WHERE id = ?", (learner,))


def sweep(db: Connection) -> bool:
    """Write the file anew without what was deleted; False where another window still holds some of it."""
    db.execute("VACUUM")
    return not db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]


def _remember(db: Connection, learner: str, answer: Answer) -> None:
    now = reviewed(memory(db, learner, answer.card), answer)
    db.execute(
        f"INSERT INTO cards (learner, card, answers, {_MEMORY}) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (learner, card) DO UPDATE SET answers = answers + 1, state = excluded.state,"
        " step = excluded.step, stability = excluded.stability, difficulty = excluded.difficulty,"
        " last = excluded.last, due = excluded.due, right = excluded.right",
        (learner, answer.card, now.state, now.step, now.stability, now.difficulty, now.last, now.due, now.right),
    )


def _count_day(db: Connection, learner: str, answer: Answer) -> None:
    """The day is the one that the learner's own clock shows."""
    try:
        day = answer.when.astimezone().date().toordinal()
    except (OverflowError, OSError, ValueError):  # a year that no clock of this system knows
        day = answer.when.astimezone(UTC).date().toordinal()
    db.execute(
        "INSERT INTO days (learner, day, sure, answers, right) VALUES (?, ?, ?, 1, ?)"
        " ON CONFLICT (learner, day, sure) DO UPDATE SET answers = answers + 1, right = right + excluded.right",
        (learner, day, answer.sure, answer.right),
    )


def _as_json(answer: Answer) -> str:
    try:
        kept = json.dumps(answer.view, allow_nan=False) if answer.view is not None else ""
    except (TypeError, ValueError, RecursionError):
        return ""
    return kept if len(kept) <= LONGEST_VIEW else ""


def _clean(text: str) -> str:
    """Without half characters, which no file takes."""
    return text.encode("utf-8", "replace").decode("utf-8")
