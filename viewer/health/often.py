"""How often the same thing was told, so that what never stops does not fill logs and screens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable

TOLD_AT_FIRST = 3
MOST_KINDS = 1000


class Often:
    """Counts by key; ``count`` says whether this time is worth telling: the first three, then each tenfold."""

    def __init__(self) -> None:
        self._counts: Counter[Hashable] = Counter()

    def count(self, key: Hashable) -> int:
        """One more of these: how many there were if it is worth telling, else 0."""
        if len(self._counts) > MOST_KINDS:
            self._counts.clear()
        self._counts[key] += 1
        number = self._counts[key]
        return number if number <= TOLD_AT_FIRST or str(number).strip("0") == "1" else 0
