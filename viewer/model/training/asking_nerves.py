"""Which nerve, from which roots? Where texts differ each reading is right, and that is said."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from viewer.language import tr
from viewer.model.atlas.atlas import Atlas, Innervation, Structure
from viewer.model.training.names import folded, within
from viewer.model.training.question import Choice, Question, Shown, Sort
from viewer.model.training.wrong_choices import among, drawn

_SAYS_NOTHING = frozenset(["nerve", "nerves", "of", "and", "to", "branch", "branches", "part"])


def nerve(atlas: Atlas, structure_id: str, absent: frozenset[str], draw: Random) -> Question:
    """The nerve by its name."""
    muscle = atlas.known[structure_id]
    reading = draw.choice(muscle.innervation)
    right = Choice(_capital(reading.nerve), True, reading.nerve_structures)
    wrong = [
        Choice(_capital(other.nerve), structures=other.nerve_structures)
        for one, other in _others(atlas, muscle, absent)
        if not any(_may_mean(other, own) for own in muscle.innervation)
    ]
    return _question(muscle, Sort.NERVE, tr("Which nerve supplies {name}?"), among(right, drawn(wrong, draw), draw))


def roots(atlas: Atlas, structure_id: str, absent: frozenset[str], draw: Random) -> Question:
    """The levels that the supply comes from."""
    muscle = atlas.known[structure_id]
    readings = {one.roots for one in muscle.innervation}
    right = draw.choice(sorted(readings))
    found = {other.roots for _, other in _others(atlas, muscle, absent)} - readings
    near = sorted(found, key=lambda levels: (len(set(levels) ^ set(right)), levels))
    wrong = [Choice(_listed(levels)) for levels in near]
    asked = tr("From which roots is {name} supplied?")
    return _question(muscle, Sort.ROOTS, asked, among(Choice(_listed(right), True), drawn(wrong, draw), draw))


def _question(muscle: Structure, sort: Sort, asked: str, choices: tuple[Choice, ...]) -> Question:
    usual = next(one for one in muscle.innervation if one.most)
    there = (muscle.id,) if muscle.modelled else ()
    shown = Shown(there, framed=there, present=frozenset(there), receding=True)
    lit = Shown(there, (usual.id,), framed=there, present=frozenset((*there, *usual.nerve_structures)), receding=True)
    differ = tr("More than one reading is sourced; each counts as right. They are listed below.")
    return Question(
        f"{sort}:{muscle.id}",
        sort,
        asked.format(name=within(muscle)),
        muscle.id,
        choices,
        asked=shown,
        answered=lit,
        facts=tuple(one.id for one in sorted(muscle.innervation, key=lambda one: not one.most)),
        remark=differ if len(muscle.innervation) > 1 else "",
    )


def _others(atlas: Atlas, muscle: Structure, absent: frozenset[str]) -> Iterator[tuple[Structure, Innervation]]:
    """The usual readings of other muscles of this side, those of the same group first."""
    there = [one for one in atlas.known.values() if one.innervation and one.side is muscle.side]
    for one in sorted(there, key=lambda one: one.group != muscle.group):
        if one.id not in absent and one is not muscle:
            yield from ((one, reading) for reading in one.innervation if reading.most)


def _may_mean(other: Innervation, own: Innervation) -> bool:
    """Whether one name is part of the other, or both speak alike and one set of roots holds the other."""
    one, two = _telling(other.nerve), _telling(own.nerve)
    if one <= two or two <= one:
        return True
    return bool(one & two) and (set(other.roots) >= set(own.roots) or set(own.roots) >= set(other.roots))


def _telling(name: str) -> set[str]:
    return set(folded(name).split()) - _SAYS_NOTHING


def _listed(levels: tuple[str, ...]) -> str:
    return ", ".join(levels)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
