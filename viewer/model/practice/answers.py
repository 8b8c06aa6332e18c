"""Answers of learners, as frozen data."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

GUESSED, FAIRLY_SURE, SURE = 1, 2, 3
"""How sure a learner was."""
CARD = re.compile(r"[ -~]{1,200}")
"""What can be the name of a card."""
LONGEST_SAID = 2_000
"""Letters of an answer in words; the rest is cut off."""
LONGEST_TIME = 24 * 3600.0
"""Seconds: whoever takes longer left the question open."""


@dataclass(frozen=True)
class Answer:
    """One answer to a card, which is stable text such as ``name:iliacus_left``.

    ``right`` is from 0 (wrong) to 1; ``sure`` one of GUESSED, FAIRLY_SURE, SURE; ``seconds`` what it took; ``when`` a
    time that knows its zone; ``said`` the answer in words; ``view`` a view as view_record keeps it. Raises ValueError
    where one of them cannot be.
    """

    card: str
    right: float
    sure: int
    seconds: float
    when: datetime
    said: str = ""
    view: Mapping[str, Any] | None = None

    def __post_init__(self) -> None:
        if not CARD.fullmatch(self.card):
            raise ValueError("no name of a card")
        if not 0.0 <= self.right <= 1.0:
            raise ValueError("right is from 0 to 1")
        if self.sure not in (GUESSED, FAIRLY_SURE, SURE):
            raise ValueError("sure is 1, 2 or 3")
        if not (math.isfinite(self.seconds) and self.seconds >= 0):
            raise ValueError("seconds are 0 or more")
        if self.when.utcoffset() is None:
            raise ValueError("a time without its zone")


@dataclass(frozen=True)
class Learner:
    """One of those who learn on this machine. No two bear the same name."""

    id: str
    name: str


@dataclass(frozen=True)
class CardState:
    """How well a card is known: ``strength`` from 0 to 1; ``firm`` until it is due, unless it was missed of late."""

    card: str
    strength: float
    firm: bool
    answers: int

    @property
    def area(self) -> str:
        """What sort of question it is: what stands before the first colon of its name."""
        return self.card.partition(":")[0]


@dataclass(frozen=True)
class Day:
    """All answers of one day (the learner's own, ``date.toordinal``) that were equally sure, and how many were right.

    Half an answer counts half.
    """

    day: int
    sure: int
    answers: int
    right: float
