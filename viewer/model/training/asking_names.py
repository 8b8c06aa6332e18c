"""What is this? And where is that? Asked of everything that is in the scene and can be pointed at."""

from __future__ import annotations

from random import Random

from viewer.language import tr
from viewer.model.atlas.atlas import Atlas, Kind, Structure
from viewer.model.training.names import Names, short, within
from viewer.model.training.question import Choice, Question, Shown, Sort
from viewer.model.training.wrong_choices import among, neighbours

_EXPLAINING = 2
"""Facts that tell most of a structure."""


def can_be_pointed_at(structure: Structure) -> bool:
    """The skin is everywhere, and what has no mesh nowhere."""
    return structure.modelled and structure.kind is not Kind.SKIN


def name_this(names: Names, structure_id: str, absent: frozenset[str], draw: Random) -> Question:
    """A structure is shown: choose or type its name."""
    one, own = names.atlas.known[structure_id], names.of[structure_id]
    shown = Shown((one.id,), framed=(one.id,), present=frozenset((one.id,)), receding=True)
    return Question(
        f"{Sort.NAME}:{one.id}",
        Sort.NAME,
        tr("What is this?"),
        one.id,
        among(Choice(short(one), True, (one.id,)), neighbours(names, one, draw, absent), draw),
        own - names.vague,
        own & names.vague,
        asked=shown,
        answered=shown,
        facts=explaining(one),
    )


def click_that(atlas: Atlas, structure_id: str, absent: frozenset[str], _draw: Random) -> Question:
    """A name is told: click the structure, among those of its group and beneath what covers it."""
    one = atlas.known[structure_id]
    group = frozenset(atlas.members.get(one.group, ())) & atlas.structures.keys() - absent
    over = frozenset(other.id for other in atlas.structures.values() if _covers(other, one))
    return Question(
        f"{Sort.CLICK}:{one.id}",
        Sort.CLICK,
        tr("Click on: {name}").format(name=within(one)),
        one.id,
        targets=frozenset((one.id,)),
        asked=Shown(present=group - over, put_away=over, framed=tuple(sorted(group - over))),
        answered=Shown((one.id,), framed=(one.id,), present=frozenset((one.id,)), receding=True),
        facts=explaining(one),
    )


def explaining(structure: Structure) -> tuple[str, ...]:
    """The facts that say in short what a structure is."""
    told = dict.fromkeys((*structure.summary, *structure.attached, *structure.facts()))
    return tuple(fact.id for fact in list(told)[:_EXPLAINING])


def _covers(other: Structure, one: Structure) -> bool:
    """Whether a structure is peeled away before one is reached."""
    return other.layer is not None and (one.layer is None or other.layer < one.layer) and other.id != one.id
