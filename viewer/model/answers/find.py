"""Finds whatever a student types: structures by their names, named places on bones, and words in facts.

The words of an atlas are folded once, with the first search or before it; a key costs a look into them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from viewer.model.answers import search
from viewer.model.answers.excerpt import Excerpt, excerpt
from viewer.model.atlas.atlas import Atlas, Fact, Kind, Point, Region, Structure

MOST_FACTS = 20
_SHORTEST = 3  # letters of a word that may be the beginning of one in a fact: fewer begin half of all words
_NEAR = 2  # a misspelt word of a fact begins with the letters that were meant
_NEVER = float("inf")


@dataclass(frozen=True)
class PlaceFound:
    """A named place on a structure of the scene: ``title`` tells it with its side."""

    region: str
    structure: str
    place: Point
    title: str


@dataclass(frozen=True)
class FactFound:
    """A fact that has the words, and the part of its sentence around them."""

    fact: Fact
    structure: str
    excerpt: Excerpt


@dataclass(frozen=True)
class Found:
    """Everything that fits, each best first; ``place_first`` where a place fits better than any structure."""

    structures: tuple[str, ...] = ()
    places: tuple[PlaceFound, ...] = ()
    facts: tuple[FactFound, ...] = ()
    place_first: bool = False

    def __bool__(self) -> bool:
        """Whether anything fits."""
        return bool(self.structures or self.places or self.facts)


@dataclass(frozen=True)
class _Told:
    """A fact with the words of its sentence, and those by which its structure is called."""

    fact: Fact
    structure: str
    words: frozenset[str]
    names: frozenset[str]


class Finder:
    """What one edition of the annotations can be searched for."""

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas

    def prepare(self) -> None:
        """Fold all words now, in any thread, so that the first search need not."""
        _ = self._places, self._vocabulary

    @cached_property
    def _places(self) -> dict[str, Structure]:
        return {name: _as_structure(self._atlas, region) for name, region in self._atlas.regions.items()}

    @cached_property
    def _told(self) -> list[_Told]:
        return [told for structure in self._atlas.known.values() for told in _told_of(structure)]

    @cached_property
    def _telling(self) -> dict[str, list[int]]:
        """Where in ``_told`` each word stands."""
        telling: dict[str, list[int]] = {}
        for place, told in enumerate(self._told):
            for word in told.words:
                telling.setdefault(word, []).append(place)
        return telling

    @cached_property
    def _vocabulary(self) -> list[str]:
        return sorted(self._telling)

    def find(self, text: str, absent: Collection[str] = frozenset()) -> Found:
        """All that fits ``text`` in a body without the structures ``absent``; every one of the scene if it is empty."""
        if not text.strip():
            return Found(tuple(search.search(self._atlas, "", absent)))
        names = search.ranked_in(self._atlas, text, absent)
        places = self._ranked_places(text, absent)
        return Found(
            tuple(name for _, name in names),
            tuple(self._place(name) for _, name in places),
            tuple(self._facts(text, absent, forgiving=not (names or places))),
            bool(places) and (not names or places[0][0] < names[0][0]),
        )

    def _ranked_places(self, text: str, absent: Collection[str]) -> list[tuple[search.Rank, str]]:
        """Places that fit; those that only have the word within another, or misspelt, where none fits better."""
        regions = self._atlas.regions
        found = [
            pair for pair in search.ranked(self._places.values(), text) if regions[pair[1]].structure not in absent
        ]
        return [pair for pair in found if pair[0][0] < found[0][0][0] + search.CLEARLY_WORSE]

    def _place(self, name: str) -> PlaceFound:
        region = self._atlas.regions[name]
        return PlaceFound(name, region.structure, region.place, self._places[name].title)

    def _facts(self, text: str, absent: Collection[str], *, forgiving: bool) -> list[FactFound]:
        """The facts in which every word stands, or names what the fact is about; a sentence told twice is one."""
        asked = search.words(text)
        fitting = {word: self._fitting(word, forgiving) for word in asked}
        meant = {word for costs in fitting.values() for word in costs}
        telling = {place for word in meant for place in self._telling.get(word, ())}
        there = [place for place in telling if self._told[place].structure not in absent]
        ranks = [(rank, place) for place in there if (rank := _rank(self._told[place], fitting)) is not None]
        once: dict[str, _Told] = {}
        for _, place in sorted(ranks):
            once.setdefault(self._told[place].fact.text, self._told[place])
        best = list(once.values())[:MOST_FACTS]
        return [FactFound(one.fact, one.structure, excerpt(one.fact.text, meant)) for one in best]

    def _fitting(self, asked: str, forgiving: bool) -> dict[str, float]:
        """The words of all facts that one word that was typed fits, and how badly."""
        if len(asked) < _SHORTEST:
            return {asked: 0.0}
        begin, end = (bisect_left(self._vocabulary, bound) for bound in (asked, asked + "\U0010ffff"))
        close = {word: float(word != asked) for word in self._vocabulary[begin:end]}
        if close or not forgiving:
            return close
        near = {word: search.cost(asked, word) for word in self._vocabulary if word[:_NEAR] == asked[:_NEAR]}
        return {word: cost for word, cost in near.items() if cost < _NEVER}


def _rank(told: _Told, fitting: dict[str, dict[str, float]]) -> tuple[float, float] | None:
    """How many words only name what the fact is about, and how badly those fit that stand in it."""
    elsewhere, badly = 0, 0.0
    for asked, costs in fitting.items():
        best = min((costs[word] for word in costs.keys() & told.words), default=_NEVER)
        if best < _NEVER:
            badly += best
        elif any(name.startswith(asked) for name in told.names):
            elsewhere += 1
        else:
            return None
    return (elsewhere, badly) if elsewhere < len(fitting) else None


def _told_of(structure: Structure) -> list[_Told]:
    names = frozenset(search.own_words(structure))
    return [_Told(fact, structure.id, _words_in(fact.text), names) for fact in structure.facts()]


def _words_in(sentence: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", search.plain(sentence)))


def _as_structure(atlas: Atlas, region: Region) -> Structure:
    """A place as something with names and a side, so that it is searched and titled as structures are."""
    bone = atlas.structures[region.structure]
    return Structure(
        region.id, region.english, region.latin, "", Kind.REGION, bone.side, "",
        region.synonyms, names=region.names, shown_in=bone.shown_in,
    )  # fmt: skip
