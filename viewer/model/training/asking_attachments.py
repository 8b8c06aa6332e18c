"""Where does a muscle begin, where does it end? Chosen by name, or clicked on the bone."""

from __future__ import annotations

from random import Random

from viewer.language import tr
from viewer.model.atlas.atlas import Atlas, Attachment, End, Kind, Structure
from viewer.model.training.names import short, within
from viewer.model.training.question import Choice, Question, Shown, Sort
from viewer.model.training.wrong_choices import among, drawn

SKELETON = (Kind.BONE, Kind.CARTILAGE)
"""What is shown to be clicked; whatever else is right, or offered, besides."""


def attached_to(structure: Structure, end: End) -> tuple[Attachment, ...]:
    """The attachments of one end."""
    return tuple(one for one in structure.attachments if one.end is end)


def carriers(atlas: Atlas) -> frozenset[str]:
    """The bones and discs that something holds on to, and that can be clicked."""
    held = (one.structure for muscle in atlas.known.values() for one in muscle.attachments)
    return frozenset(one for one in held if one in atlas.structures and atlas.structures[one].kind in SKELETON)


def attachment(atlas: Atlas, structure_id: str, end: End, absent: frozenset[str], draw: Random) -> Question:
    """One end of a muscle."""
    muscle = atlas.known[structure_id]
    there = attached_to(muscle, end)
    right = {one.structure: atlas.known[one.structure] for one in there}
    chosen = draw.choice(sorted(right))
    asked = tr("Where does {name} begin (origin)?") if end is End.ORIGIN else tr("Where does {name} end (insertion)?")
    choices = among(Choice(short(right[chosen]), True, (chosen,)), drawn(_wrong(atlas, muscle, absent), draw), draw)
    offered = {name for choice in choices for name in choice.structures} | right.keys()
    bones = (carriers(atlas) | (offered & atlas.structures.keys())) - absent - {muscle.id}
    facts = tuple(one.id for one in there)
    return Question(
        f"{Sort.ATTACHMENT}:{muscle.id}:{end}",
        Sort.ATTACHMENT,
        asked.format(name=within(muscle)),
        muscle.id,
        choices,
        targets=frozenset(right) & bones,
        asked=Shown(alone=bones, framed=tuple(sorted(offered))),
        answered=Shown(
            tuple(name for name in right if name in atlas.structures),
            facts,
            framed=_seen(muscle) or tuple(sorted(right)),
            alone=bones | set(_seen(muscle)),
            receding=True,
        ),
        facts=(*(one.id for one in muscle.attached), *facts[:3]),
        remark=_all_of(right.values()) if len(right) > 1 else "",
    )


def _all_of(right: object) -> str:
    names = ", ".join(dict.fromkeys(short(one) for one in right))  # type: ignore[attr-defined]
    return tr("It holds on to several; each of these is right: {names}.").format(names=names)


def _wrong(atlas: Atlas, muscle: Structure, absent: frozenset[str]) -> list[Choice]:
    """What other muscles of this side hold on to, but this one nowhere; what most hold on to first."""
    own = {short(atlas.known[one.structure]) for one in muscle.attachments}
    held: dict[str, list[str]] = {}
    for other in atlas.known.values():
        for one in other.attachments:
            if other.side is muscle.side and one.structure not in absent:
                held.setdefault(short(atlas.known[one.structure]), []).append(one.structure)
    names = sorted((name for name in held if name not in own), key=lambda name: -len(held[name]))
    return [Choice(name, structures=(held[name][0],)) for name in names]


def _seen(structure: Structure) -> tuple[str, ...]:
    return (structure.id,) if structure.modelled else ()
