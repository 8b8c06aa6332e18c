"""Where trigger points are said to send pain: an area is shown, whose is it? Or click where it is felt."""

from __future__ import annotations

from random import Random

from viewer.language import tr
from viewer.model.answers.referred_pain import middle_of, who_refers_to
from viewer.model.atlas.atlas import Atlas, Kind, Referral, Strength, Structure
from viewer.model.training.names import short, within
from viewer.model.training.question import Choice, Question, Shown, Sort
from viewer.model.training.wrong_choices import among, drawn


def essential(structure: Structure) -> tuple[Referral, ...]:
    """The areas in which pain is felt as a rule."""
    return tuple(one for one in structure.referrals if one.strength is Strength.ESSENTIAL)


def whose_area(atlas: Atlas, fact_id: str, absent: frozenset[str], draw: Random) -> Question:
    """An area is shown on the skin: which muscle's trigger points?"""
    muscle, fact = atlas.fact(fact_id)
    assert isinstance(fact, Referral)
    zone, (at, _) = fact.zone, middle_of(fact)
    also = {one.muscle.english for one in who_refers_to(atlas, fact_id, absent)}
    others = {
        short(one): one
        for one in reversed(tuple(atlas.known.values()))
        if one.referrals and one.side is muscle.side and one.id not in absent and one.english not in also
    }
    wrong = [Choice(name, structures=_seen(one)) for name, one in reversed(others.items())]
    return Question(
        f"{Sort.REFERRAL}:{fact_id}",
        Sort.REFERRAL,
        tr("Trigger points of which muscle are said to send pain to the area that is shown?"),
        muscle.id,
        among(Choice(short(muscle), True, _seen(muscle)), drawn(wrong, draw), draw),
        asked=Shown(facts=(fact_id,), view=zone.view, at=at),
        answered=Shown(_seen(muscle), (fact_id,), present=frozenset(_seen(muscle)), view=zone.view, at=at),
        facts=(fact_id,),
        remark=disputed(),
    )


def where_it_goes(atlas: Atlas, structure_id: str, _absent: frozenset[str], _draw: Random) -> Question:
    """A muscle is named: click the skin where its pain is said to be felt."""
    muscle = atlas.known[structure_id]
    zones = essential(muscle)
    first = zones[0]
    return Question(
        f"{Sort.PAIN}:{muscle.id}",
        Sort.PAIN,
        tr("Where are trigger points of {name} said to send pain? Click the skin.").format(name=within(muscle)),
        muscle.id,
        zones=tuple(one.zone for one in zones),
        asked=Shown(present=frozenset(_skin(atlas)), framed=_skin(atlas), view=first.zone.view),
        answered=Shown(
            _seen(muscle),
            tuple(one.id for one in zones),
            present=frozenset((*_skin(atlas), *_seen(muscle))),
            view=first.zone.view,
            at=middle_of(first)[0],
        ),
        facts=tuple(one.id for one in zones),
        remark=disputed(),
    )


def disputed() -> str:
    """What is to be said of every chart of referred pain."""
    return tr("Traditional charts, whose reliability is disputed: where to look, not what is wrong.")


def _skin(atlas: Atlas) -> tuple[str, ...]:
    return tuple(one.id for one in atlas.structures.values() if one.kind is Kind.SKIN)


def _seen(structure: Structure) -> tuple[str, ...]:
    return (structure.id,) if structure.modelled else ()
