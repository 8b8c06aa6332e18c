"""Finds structures by what people type: any name, any order of words, with or without accents and typing errors."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from functools import lru_cache

from viewer.model.atlas.atlas import Atlas, Form, Side, Structure

_EXACT, _BEGINS, _INSIDE, _MISSPELT = 0.0, 1.0, 2.0, 3.0
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
    asked = _words(text[:_LONGEST_QUERY])
    searched = (atlas.known if unmodelled else atlas.structures).values()
    present = [structure for structure in searched if structure.id not in absent]
    if not asked:
        return [] if text.strip() else [structure.id for structure in present]
    ranked = [
        (rank, structure.id)
        for structure in present
        if (rank := _rank(structure, _forms(atlas, structure), asked)) is not None
    ]
    return [name for _, name in sorted(ranked, key=lambda found: found[0])]


def form_meant(atlas: Atlas, structure_id: str, text: str) -> str | None:
    """The id of the form that a text names besides the structure, if it names one. Raises KeyError."""
    structure = atlas.known[structure_id]
    own = _own_words(structure)
    beyond = [word for word in _words(text[:_LONGEST_QUERY]) if not any(_fits(word, other) for other in own)]
    for form in _forms(atlas, structure) if beyond else ():
        if all(any(_fits(word, other) for other in _words(form.name)) for word in beyond):
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


def _rank(structure: Structure, forms: Sequence[Form], asked: Sequence[str]) -> tuple[float, int] | None:
    """How badly the words fit, and how much the nearest name says besides; None where a word fits nothing."""
    own = _own_words(structure)
    of_forms = {word for form in forms for word in _words(form.name)}
    costs = [
        min((*(_cost(word, other) for other in own), *(_OF_A_FORM + _cost(word, other) for other in of_forms)))
        for word in asked
    ]
    if max(costs) == float("inf"):
        return None
    return sum(costs), min(_besides(name, asked) for name in _names(structure))


def _forms(atlas: Atlas, structure: Structure) -> Sequence[Form]:
    variation = atlas.variation_of(structure.id)
    return variation.forms if variation else ()


def _names(structure: Structure) -> list[tuple[str, ...]]:
    return [_words(name) for name in (structure.id, *structure.every_name())]


def _own_words(structure: Structure) -> set[str]:
    return {word for name in _names(structure) for word in name}.union(_SIDE_WORDS[structure.side])


def _besides(name: Sequence[str], asked: Sequence[str]) -> int:
    """How many words of a name were not asked for; many, if none was."""
    left = [word for word in name if not any(_fits(one, word) for one in asked)]
    return len(left) if len(left) < len(name) else 100


def _fits(asked: str, known: str) -> bool:
    return _cost(asked, known) < float("inf")


@lru_cache(maxsize=20_000)
def _cost(asked: str, known: str) -> float:
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
def _words(text: str) -> tuple[str, ...]:
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return tuple(re.findall(r"[^\W_]+", plain.casefold()))
