"""How often is a muscle missing, and on which side is it missing in the body that is shown?"""

from __future__ import annotations

from random import Random

from viewer.language import tr
from viewer.model.atlas.atlas import Atlas, Side, Variation
from viewer.model.training.question import Choice, Question, Shown, Sort
from viewer.model.training.wrong_choices import among

_OFFERED = (2, 10, 25, 40, 60, 75, 90, 98)
_APART = 30
"""Texts differ by as much as twenty of a hundred: a wrong number lies farther off than any of them."""
_BODIES = ((), (Side.RIGHT,), (Side.LEFT,), (Side.RIGHT, Side.LEFT))


def how_often(atlas: Atlas, variation_id: str, _absent: frozenset[str], draw: Random) -> Question:
    """In how many bodies of a hundred it is missing on both sides."""
    variation = atlas.variations[variation_id]
    assert variation.occurrence is not None
    missing = round(100 - variation.occurrence.percent)
    wrong = [Choice(_of_hundred(one)) for one in _OFFERED if abs(one - missing) >= _APART]
    draw.shuffle(wrong)
    structure = next(iter(variation.members.values()))
    own = atlas.known[structure]
    return Question(
        f"{Sort.VARIANT}:{variation_id}:how_often",
        Sort.VARIANT,
        tr("Of a hundred people, about how many have no {name} on either side?").format(name=_within(variation)),
        structure,
        among(Choice(_of_hundred(missing), right=True), wrong, draw),
        facts=tuple(dict.fromkeys((*variation.occurrence.facts, *(fact.id for fact in own.variation[:1])))),
        remark=tr("Groups and texts differ; this is what the bodies counted so far give together."),
    )


def which_side(atlas: Atlas, variation_id: str, _absent: frozenset[str], draw: Random) -> Question:
    """A body is shown: on which side is it missing?"""
    variation = atlas.variations[variation_id]
    gone = draw.choice(_BODIES)
    members = tuple(variation.members.values())
    absent = frozenset(variation.members[side] for side in gone if side in variation.members)
    words = {
        (): tr("On neither side: it is there on both"),
        (Side.RIGHT,): tr("On the person's right"),
        (Side.LEFT,): tr("On the person's left"),
        (Side.RIGHT, Side.LEFT): tr("On both sides"),
    }
    beside = _beside(atlas, members)
    return Question(
        f"{Sort.VARIANT}:{variation_id}:which_side",
        Sort.VARIANT,
        tr("On which side is {name} missing in the body that is shown now?").format(name=_within(variation)),
        members[0],
        tuple(Choice(text, sides == gone) for sides, text in words.items()),
        asked=Shown(absent=absent, framed=beside),
        answered=Shown(tuple(one for one in members if one not in absent), absent=absent, framed=beside),
        facts=tuple(variation.occurrence.facts if variation.occurrence else ()),
    )


def _beside(atlas: Atlas, members: tuple[str, ...]) -> tuple[str, ...]:
    """What the members hold on to: it is there in every body."""
    held = (fact.structure for name in members for fact in atlas.known[name].attachments)
    return tuple(dict.fromkeys(name for name in held if name in atlas.structures))


def _within(variation: Variation) -> str:
    return variation.name[:1].lower() + variation.name[1:]


def _of_hundred(number: int) -> str:
    return tr("About {number} of 100").format(number=number)
