"""What is worth a name at this zoom, what comes first, and how short a name may be. All of it follows from the data."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from viewer.model.atlas.atlas import Kind, Structure

IN_PROJECTOR = 9
"""Names that a class can take in at once."""
ROOM = 13_000.0  # square pixels at 100 % of a view for each name with a leader
FEWEST = 4  # names that even the smallest view has
AIR_OF_DISCS = 0.5  # of a name's height, above and below: discs are named from near, unless they are chosen
THINNEST = 0.29  # of a letter's em: what is thinner on the screen has no name unless it matters now

_LEVEL = re.compile(r"\b[CTLS]\d{1,2}(?:/[CTLS]\d{1,2})?\b")
_ABBREVIATION = re.compile(r"[A-Z]{2,5}")
_CHOSEN, _MUSCLE, _NEIGHBOUR = 0, 1, 2
_RANKS = {Kind.MUSCLE: _MUSCLE, Kind.BONE: 3, Kind.NERVE: 4, Kind.LIGAMENT: 5, Kind.CARTILAGE: 6}


@dataclass(frozen=True)
class Wish:
    """A name that would be good to have: its words, shorter ones (or the same), and its rank (lower comes first).

    ``on_it`` names stand on the structure itself, without a leader, where ``air`` of their height is free above and
    below.
    """

    structure: str
    words: str
    short: str
    rank: int
    on_it: bool = False
    air: float = 0.0


def level(structure: Structure) -> str:
    """The level of the spine by which a vertebra or disc is known, "L3" or "L3/L4"; nothing for others."""
    found = _LEVEL.search(structure.english) if structure.kind in (Kind.BONE, Kind.CARTILAGE) else None
    return found.group() if found else ""


def abbreviation(structure: Structure) -> str:
    """Capitals by which a structure is known ("TFL"); nothing where it has none."""
    return next((one for one in structure.synonyms if _ABBREVIATION.fullmatch(one)), "")


def full_name(structure: Structure, sides_plain: bool, remark: str) -> str:
    """The name on a plate; the side is told only where right and left are not plain to see."""
    bare = structure.name(structure.shown_in)
    name = bare[:1].upper() + bare[1:] if sides_plain else structure.title
    return f"{name}: {remark}" if remark else name


@dataclass(frozen=True)
class Namer:
    """Names structures in one view: ``selected`` and ``related`` ones matter now, ``remarks`` go with names."""

    selected: Collection[str]
    related: Collection[str]
    remarks: Mapping[str, str]
    sides_plain: bool

    def wish(self, structure: Structure) -> Wish:
        """The wish to name one structure."""
        remark = self.remarks.get(structure.id, "")
        words, on_it = full_name(structure, self.sides_plain, remark), level(structure)
        if on_it:
            words = short = on_it
        else:
            short = words if remark else abbreviation(structure) or words
        near = structure.kind is Kind.CARTILAGE and structure.id not in self.selected
        return Wish(structure.id, words, short, self._rank(structure), bool(on_it), AIR_OF_DISCS if near else 0.0)

    def matters(self, structure: Structure, thickness: float, em: float) -> bool:
        """Whether a structure that is ``thickness`` pixels thick is worth a name in letters of that size."""
        now = structure.id in self.selected or structure.id in self.related
        return now or structure.kind is Kind.MUSCLE or thickness >= THINNEST * em

    def _rank(self, structure: Structure) -> int:
        if structure.id in self.selected:
            return _CHOSEN
        rank = _RANKS.get(structure.kind, 9)
        return min(rank, _NEIGHBOUR) if structure.id in self.related else rank


def in_order(wishes: Collection[Wish]) -> list[Wish]:
    """The most important first; of two that say the same (right and left), one comes a whole kind later."""
    said: set[str] = set()
    ranked = []
    for wish in sorted(wishes, key=lambda one: one.rank):
        twin = wish.words in said and wish.rank > _CHOSEN
        said.add(wish.words)
        ranked.append((wish.rank + 1.5 * twin, wish))
    return [wish for _, wish in sorted(ranked, key=lambda pair: pair[0])]


def said_once(wishes: Collection[Wish]) -> list[Wish]:
    """The first of each name, and every chosen one."""
    first = {wish.words: wish for wish in reversed(list(wishes))}
    return [wish for wish in wishes if wish.rank == _CHOSEN or first[wish.words] is wish]
