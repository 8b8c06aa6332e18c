"""Finds structures by what people type: any name, any order of words, with or without accents and typing errors."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache

from viewer.model.atlas.atlas import Atlas, Form, Side, Structure

Rank = tuple[float, int]
"""How badly words fit a name, and how much that name says besides."""
_EXACT, _BEGINS, _INSIDE, _MISSPELT = 0.0, 1.0, 2.0, 3.0
CLEARLY_WORSE = 2.0  # in ranks: what only has a word within another, beside what begins with it
_OF_A_FORM = 10.0  # more than any error: who bears a name comes before who has a form of that name
_LONGEST_QUERY = 200
_SIDE_WORDS = {
    Side.RIGHT: ("right", "dexter", "dextra", "dextrum", "rechts", "rechter", "rechte", "derecho", "derecha"),
    Side.LEFT: ("left", "sinister", "sinistra", "sinistrum", "links", "linker", "linke", "izquierdo", "izquierda"),
    Side.MIDDLE: ("middle",),
}


def search(atlas: Atlas, text: str, absent: Collection[str] = frozenset(), *, unmodelled: bool = False) -> list[str]:
    """Ids of the structures that every word of ``text`` fits, best first; all of them for an empty text.

    Names of every language are searched, and those of forms. Those in ``absent`` are left out, and those without a
    mesh unless ``unmodelled`` asks for them too.
    """
    searched = (atlas.known if unmodelled else atlas.structures).values()
    if not text.strip():
        return [structure.id for structure in searched if structure.id not in absent]
    return [name for _, name in ranked_in(atlas, text, absent, unmodelled=unmodelled)]


def ranked_in(
    atlas: Atlas, text: str, absent: Collection[str] = frozenset(), *, unmodelled: bool = True
) -> list[tuple[Rank, str]]:
    """The same for what is typed, each after how badly it fits."""
    searched = (atlas.known if unmodelled else atlas.structures).values()
    present = (structure for structure in searched if structure.id not in absent)
    return ranked(present, text, lambda structure: _forms(atlas, structure))


def ranked(
    structures: Iterable[Structure], text: str, forms: Callable[[Structure], Sequence[Form]] = lambda _: ()
) -> list[tuple[Rank, str]]:
    """Ids of the structures that every word of ``text`` fits, each after how badly it fits; best first."""
    asked = words(text)
    found = [(rank, one.id) for one in structures if asked and (rank := _rank(one, forms(one), asked)) is not None]
    return sorted(found, key=lambda pair: pair[0])


def form_meant(atlas: Atlas, structure_id: str, text: str) -> str | None:
    """The id of the form that a text names besides the structure, if it names one. Raises KeyError."""
    structure = atlas.known[structure_id]
    own = own_words(structure)
    beyond = [word for word in words(text) if not any(_fits(word, other) for other in own)]
    for form in _forms(atlas, structure) if beyond else ():
        if all(any(_fits(word, other) for other in _folded(form.name)) for word in beyond):
            return form.id
    return None


def edit_distance(one: str, other: str) -> int:
    """How many letters must be added, left out, replaced or swapped with the next to make ``other`` of ``one``."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, wanted in enumerate(other, 1):
            best = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != wanted))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == wanted:
                best = min(best, before[column - 2] + 1)
            now.append(best)
        before, last = last, now
    return last[-1]


def _rank(structure: Structure, forms: Sequence[Form], asked: Sequence[str]) -> Rank | None:
    """How badly the words fit, and how much the nearest name says besides; None where a word fits nothing."""
    own = own_words(structure)
    of_forms = {word for form in forms for word in _folded(form.name)}
    costs = [
        min((*(cost(word, other) for other in own), *(_OF_A_FORM + cost(word, other) for other in of_forms)))
        for word in asked
    ]
    if max(costs) == float("inf"):
        return None
    return sum(costs), min(_besides(name, asked) for name in _names(structure))


def _forms(atlas: Atlas, structure: Structure) -> Sequence[Form]:
    variation = atlas.variation_of(structure.id)
    return variation.forms if variation else ()


def _names(structure: Structure) -> list[tuple[str, ...]]:
    return [_folded(name) for name in (structure.id, *structure.every_name())]


def own_words(structure: Structure) -> set[str]:
    """All words of a structure's names and its side, as they are compared."""
    return {word for name in _names(structure) for word in name}.union(_SIDE_WORDS[structure.side])


def _besides(name: Sequence[str], asked: Sequence[str]) -> int:
    """How many words of a name were not asked for; many, if none was."""
    left = [word for word in name if not any(_fits(one, word) for one in asked)]
    return len(left) if len(left) < len(name) else 100


def _fits(asked: str, known: str) -> bool:
    return cost(asked, known) < float("inf")


@lru_cache(maxsize=20_000)
def cost(asked: str, known: str) -> float:
    """How badly a word that was typed fits another; infinite where it does not."""
    if asked == known:
        return _EXACT
    if known.startswith(asked):
        return _BEGINS
    if len(asked) > 2 and asked in known:
        return _INSIDE
    forgiven = 0 if len(asked) < 4 else 1 if len(asked) < 7 else 2
    if forgiven and abs(len(asked) - len(known)) <= forgiven:
        errors = edit_distance(asked, known)
        return _MISSPELT + errors if errors <= forgiven else float("inf")
    return float("inf")


@lru_cache(maxsize=5_000)
def _folded(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W_]+", plain(text)))


def words(text: str) -> tuple[str, ...]:
    """What is typed as the words that are compared; the end of very long texts is left out."""
    return _folded(text[:_LONGEST_QUERY])


def plain(text: str) -> str:
    """A text as it is compared: small letters without accents."""
    return "".join(
        letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter)
    ).casefold()
