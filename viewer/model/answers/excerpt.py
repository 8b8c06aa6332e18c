"""The part of a sentence around the words that were searched, short enough for a row of a list."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from viewer.model.answers import search

_BEFORE, _SEEN, _LENGTH = 12, 48, 64  # letters before the first match, that a narrow list surely shows, and in all


@dataclass(frozen=True)
class Excerpt:
    """A part of a sentence, and where in it the words that fit stand (begin, end)."""

    text: str
    matches: tuple[tuple[int, int], ...] = ()


def excerpt(sentence: str, meant: Collection[str]) -> Excerpt:
    """What stands around most of the words ``meant`` (as they are compared), cut between words."""
    begin = _begin(sentence, _densest([place for place, _ in _matches(sentence, meant)]))
    end = len(sentence) if len(sentence) <= begin + _LENGTH else sentence.rfind(" ", begin, begin + _LENGTH)
    end = end if end > begin else begin + _LENGTH
    text = f"{'… ' * (begin > 0)}{sentence[begin:end]}{' …' * (end < len(sentence))}"
    return Excerpt(text, tuple(_matches(text, meant)))


def _densest(places: list[int]) -> int:
    """The first of the places after which most others follow closely."""
    return max(places, key=lambda place: sum(0 <= other - place < _SEEN for other in places), default=0)


def _begin(sentence: str, match: int) -> int:
    """The beginning of a word a little before a match; of the sentence where it is near, earlier at its end."""
    wanted = min(match - _BEFORE, len(sentence) - _SEEN)
    if wanted <= _BEFORE:
        return 0
    gap = sentence.find(" ", wanted, match)
    return gap + 1 if gap >= 0 else match


def _matches(text: str, meant: Collection[str]) -> list[tuple[int, int]]:
    return [word.span() for word in re.finditer(r"[^\W_]+", text) if search.plain(word.group()) in meant]
