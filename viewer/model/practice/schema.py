"""The tables of the log, and how a database is known as one of ours and whole.

What the study room shows stands in tables that every answer keeps up to date (``cards``, ``days``), so nothing has to
be counted anew. The view of a card is that of its last answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection

VERSION = 1
"""Of the tables; a change that old programs cannot bear raises it."""
OURS = 0x496C6970
"""The number by which SQLite tells our files: Ilip."""

_OF_LEARNER = "learner TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE"
_CARD = "card TEXT NOT NULL CHECK (length(card) BETWEEN 1 AND 200 AND card NOT GLOB '*[^ -~]*')"
_RIGHT = "right REAL NOT NULL CHECK (right BETWEEN 0 AND 1)"
_SURE = "sure INTEGER NOT NULL CHECK (sure BETWEEN 1 AND 3)"
_TIME = "REAL NOT NULL CHECK ({0} BETWEEN -62135596800 AND 253402300799)"  # of the years 1 to 9999
TABLES = (
    "CREATE TABLE learners (id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, used INTEGER NOT NULL) STRICT",
    f"CREATE TABLE answers (number INTEGER PRIMARY KEY, {_OF_LEARNER}, {_CARD}, {_RIGHT}, {_SURE},"
    f" seconds REAL NOT NULL CHECK (seconds >= 0), at {_TIME.format('at')}, said TEXT NOT NULL) STRICT",
    "CREATE INDEX answers_of_card ON answers (learner, card)",
    f"CREATE TABLE cards ({_OF_LEARNER}, {_CARD}, state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 3),"
    " step INTEGER CHECK (step BETWEEN 0 AND 9), stability REAL NOT NULL CHECK (stability BETWEEN 0 AND 1e6),"
    f" difficulty REAL NOT NULL CHECK (difficulty BETWEEN 1 AND 10), last {_TIME.format('last')},"
    f" due {_TIME.format('due')}, {_RIGHT}, answers INTEGER NOT NULL, PRIMARY KEY (learner, card)) STRICT",
    "CREATE INDEX cards_due ON cards (learner, due)",
    f"CREATE TABLE views ({_OF_LEARNER}, {_CARD}, view TEXT NOT NULL, PRIMARY KEY (learner, card)) STRICT",
    f"CREATE TABLE days ({_OF_LEARNER}, day INTEGER NOT NULL CHECK (day BETWEEN 1 AND 3652059), {_SURE},"
    " answers INTEGER NOT NULL CHECK (answers >= 0), right REAL NOT NULL CHECK (right BETWEEN 0 AND answers),"
    " PRIMARY KEY (learner, day, sure)) STRICT",
)


class DamagedError(Exception):
    """It is no log of ours, or not all of it."""


class NewerError(Exception):
    """The log was made by a newer version of the program."""


def make(db: Connection) -> None:
    """Make the tables where there are none; in a transaction, so there are all of them or none."""
    db.execute("BEGIN IMMEDIATE")
    if _is_new(db):
        for table in TABLES:
            db.execute(table)
        db.execute(f"PRAGMA application_id = {OURS}")
        db.execute(f"PRAGMA user_version = {VERSION}")
    db.execute("COMMIT")


def check(db: Connection) -> None:
    """Raises DamagedError, NewerError, sqlite3.DatabaseError where it is not a log that this program can use.

    A database without tables is one: its making was interrupted, or has not begun.
    """
    if _is_new(db):
        return
    if _number(db, "application_id") != OURS:
        raise DamagedError
    if _number(db, "user_version") > VERSION:
        raise NewerError
    if _made_of(db) != sorted(TABLES):
        raise DamagedError


def check_whole(db: Connection) -> None:
    """Raises DamagedError, sqlite3.DatabaseError where a page of the file is not as it must be."""
    _check(db, "quick_check(1)")


def check_values(db: Connection) -> None:
    """As ``check_whole``, of the values in what the study room shows; SQLite looks at those only with leave to write.

    The answers themselves are too many to look at: one that cannot be is left out when it is read.
    """
    for table in ("learners", "cards", "days"):
        _check(db, f"quick_check({table})")


def _check(db: Connection, pragma: str) -> None:
    if db.execute(f"PRAGMA {pragma}").fetchone() != ("ok",):
        raise DamagedError


def _is_new(db: Connection) -> bool:
    return not _made_of(db) and _number(db, "application_id") == _number(db, "user_version") == 0


def _made_of(db: Connection) -> list[str]:
    return sorted(str(sql) for (sql,) in db.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"))


def _number(db: Connection, pragma: str) -> int:
    return int(db.execute(f"PRAGMA {pragma}").fetchone()[0])
