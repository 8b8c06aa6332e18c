"""How names are compared when they are typed: without accents, capitals, sides, and the words that say the kind."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from viewer.model.answers.search import edit_distance, plain
from viewer.model.atlas.atlas import Atlas, Side, Structure
from viewer.model.words import side_words

_LONGEST = 200
_SIDES = frozenset(
    [
        "right",
        "left",
        "dexter",
        "dextra",
        "dextrum",
        "sinister",
        "sinistra",
        "sinistrum",
        "rechts",
        "rechter",
        "rechte",
        "rechtes",
        "links",
        "linker",
        "linke",
        "linkes",
        "derecho",
        "derecha",
        "izquierdo",
        "izquierda",
    ]
)
_EMPTY = frozenset(["the", "a", "der", "die", "das", "el", "la", "los", "las", "m"])
_KINDS = frozenset(["muscle", "musculus", "muskel", "musculo"])
FORGIVEN_FROM = 7
"""Letters of a name in which one may be wrong."""


@lru_cache(maxsize=5_000)
def folded(text: str) -> str:
    """A name as it is compared; empty where nothing is left of it."""
    words = [word for word in re.findall(r"[^\W_]+", plain(text[:_LONGEST])) if word not in _SIDES | _EMPTY]
    bare = [word for word in words if word not in _KINDS]
    return " ".join(bare or words)


def names_of(structure: Structure) -> frozenset[str]:
    """All that a structure is called, as it is compared."""
    return frozenset(filter(None, map(folded, structure.every_name())))


class Names:
    """The names of an atlas as they are compared, each found once.

    ``vague`` are those that several structures bear which are no pair: too general to be an answer.
    """

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        self.of = {one.id: names_of(one) for one in atlas.known.values()}
        bearers = Counter(name for one in _one_of_each(atlas) for name in self.of[one.id])
        self.vague = frozenset(name for name, count in bearers.items() if count > 1)

    def same(self, one: Structure, other: Structure) -> bool:
        """Whether one could be called as the other is."""
        return folded(short(one)) in self.of[other.id] or folded(short(other)) in self.of[one.id]


def means(typed: str, names: frozenset[str], others: frozenset[str]) -> bool:
    """Whether what was typed is one of the names; in a long one a letter may be wrong, unless that is another name."""
    said = folded(typed)
    if said in names or said in others:
        return said in names
    return any(len(name) >= FORGIVEN_FROM and edit_distance(said, name) == 1 for name in names) and not any(
        edit_distance(said, other) == 1 for other in others
    )


def short(structure: Structure) -> str:
    """Its name without its side, as it begins a line."""
    name = structure.name(structure.shown_in)
    return name[:1].upper() + name[1:]


def within(structure: Structure) -> str:
    """Its name as it stands in a sentence, with its side."""
    name = structure.name(structure.shown_in)
    return name if structure.side is Side.MIDDLE else f"{name} ({side_words(structure.side)})"


def _one_of_each(atlas: Atlas) -> list[Structure]:
    return list({(one.english, one.group): one for one in atlas.known.values()}.values())
