"""A class of bodies, drawn at random: how many of thirty people lack a muscle, and on which side?

The draw is seeded, so a class can be shown again. How many of those who have a structure have it on both sides comes
from the data. No series that was found counts right against left in enough bodies, so where only one side has it,
either is taken to be as likely as the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from viewer.language import tr
from viewer.model.atlas.atlas import Atlas, Side, Study, Variation
from viewer.model.session.body import Body

USUAL_COUNT = 30
MOST_BODIES = 1_000


@dataclass(frozen=True)
class Tally:
    """How many bodies of a class lack a structure on every side, have it on every side, or on one alone; and how often
    each form was drawn.
    """

    count: int
    lacking: int
    everywhere: int
    one_side: Mapping[Side, int]
    forms: Mapping[str, int]


@dataclass(frozen=True)
class Rate:
    """A rate at which a class can be drawn: per cent of bodies that have the structure, and the fact that says so."""

    name: str
    percent: float
    fact: str


def rates(atlas: Atlas, variation: Variation) -> tuple[Rate, ...]:
    """The rates that the atlas knows for whole bodies: all series together first, then study by study."""
    member = atlas.structures[next(iter(variation.members.values()))]
    pooled = variation.occurrence
    together = (Rate(tr("All series of bodies together"), pooled.percent, pooled.facts[0]),) if pooled else ()
    counted = (study for study in member.studies if study.unit == "bodies")
    return (*together, *(Rate(_name(atlas, study), study.percent, study.id) for study in counted))


def draw_class(variation: Variation, percent: float, seed: int, count: int = USUAL_COUNT) -> tuple[Body, ...]:
    """So many bodies, of which about ``percent`` per cent have the structure on at least one side.

    The same numbers give the same class. Raises ValueError for a rate or a count that is none.
    """
    if not 0.0 <= percent <= 100.0:
        raise ValueError(f"{percent} is no percentage; 0 to 100 is expected")
    if not 0 <= count <= MOST_BODIES:
        raise ValueError(f"{count} bodies cannot be drawn; 0 to {MOST_BODIES} are expected")
    chance = Random(seed)
    return tuple(_body(variation, percent / 100.0, chance) for _ in range(count))


def tally(variation: Variation, bodies: Sequence[Body]) -> Tally:
    """The counts of a class."""
    present = [[side for side, name in variation.members.items() if name not in body.absent] for body in bodies]
    alone = Counter(sides[0] for sides in present if len(sides) == 1 < len(variation.members))
    return Tally(
        count=len(bodies),
        lacking=sum(not sides for sides in present),
        everywhere=sum(len(sides) == len(variation.members) for sides in present),
        one_side={side: alone[side] for side in variation.members},
        forms=Counter(form for body in bodies for _, form in body.forms),
    )


def _body(variation: Variation, rate: float, chance: Random) -> Body:
    """Every body takes the same number of draws, so that a changed rate leaves the others as they were."""
    has, both, which = chance.random() < rate, chance.random() < _share_of_both(variation), chance.random()
    members = tuple(variation.members.values())
    alone = members[min(int(which * len(members)), len(members) - 1)]
    present = (members if both else (alone,)) if has else ()
    forms = ((name, _form(variation, chance.random())) for name in members)
    return Body(
        frozenset(members),
        frozenset(members) - frozenset(present),
        tuple(sorted((name, form) for name, form in forms if form and name in present)),
    )


def _share_of_both(variation: Variation) -> float:
    known = variation.occurrence
    return known.both / (known.both + known.one) if known else 1.0


def _form(variation: Variation, chance: float) -> str:
    """The id of a form that sources count, or of the usual one."""
    for form in variation.forms:
        chance -= (form.percent or 0.0) / 100.0
        if chance < 0.0:
            return form.id
    return ""


def _name(atlas: Atlas, study: Study) -> str:
    where = study.population[:1].upper() + study.population[1:]
    return tr("{where}, %n bod(y|ies) ({source})", "", study.counted).format(
        where=where, source=atlas.sources[study.sources[0]].short
    )
