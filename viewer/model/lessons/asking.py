"""What a class is asked for next, the body that it is shown, and the answers, which a teacher reads before anybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from viewer.language import tr
from viewer.model.answers import body_words, population
from viewer.model.answers.fact_lines import told_line, words
from viewer.model.atlas.atlas import Atlas, Fact, Kind, Structure, Variation
from viewer.model.session.body import Body
from viewer.model.session.view import View

FACTS = 2  # told with a name: enough to talk about, few enough to be seen at a glance
_ORDER = (Kind.MUSCLE, Kind.BONE, Kind.NERVE, Kind.LIGAMENT, Kind.CARTILAGE)


@dataclass(frozen=True)
class AnswerLine:
    """A fact in words, with the short words of its sources."""

    words: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """What was asked (``question``), what is right (``title``, with the Latin name where there is one), and a fact or
    two about it.
    """

    question: str
    title: str
    latin: str = ""
    lines: tuple[AnswerLine, ...] = ()


def queue(atlas: Atlas, seen: Sequence[str], done: Sequence[str]) -> tuple[str, ...]:
    """Of what is ``seen`` and not ``done``, the plainest first: muscles, then bones, then the rest; of right and left
    one, and the other only when nothing else is left.
    """
    asked = {atlas.structures[name].english for name in done if name in atlas.structures}
    twins: list[str] = []
    ones: list[str] = []
    for name in sorted((one for one in seen if one not in done), key=lambda one: _place(atlas.structures[one])):
        english = atlas.structures[name].english
        (twins if english in asked else ones).append(name)
        asked.add(english)
    return (*ones, *twins)


def answer(atlas: Atlas, view: View, structure_id: str) -> Answer:
    """The name of a structure in the body of a view. Raises KeyError."""
    structure = atlas.structures[structure_id]
    told = body_words.remark(atlas, view, structure_id)
    title = f"{structure.title}: {told}" if told else structure.title
    lines = tuple(_line(atlas, fact) for fact in _telling(structure)[:FACTS])
    return Answer(tr("What is this?"), title, structure.latin, lines)


def body_answer(atlas: Atlas, view: View, variation: Variation) -> Answer:
    """What the body of a view lacks of a variation, and how often bodies have it."""
    title = f"{variation.title}: {body_words.difference(atlas, view, variation) or tr('on both sides')}"
    known = variation.occurrence
    facts = [atlas.fact(one)[1] for one in known.facts] if known else []
    return Answer(tr("Which is absent here?"), title, lines=tuple(_line(atlas, fact) for fact in facts))


def a_body(variation: Variation, seed: int) -> Body:
    """A body as it may come in at the door, drawn as often as the series together count it. The same seed, the same
    body.
    """
    known = variation.occurrence
    return population.draw_class(variation, known.percent if known else 50.0, seed, 1)[0]


def a_variation(atlas: Atlas, seed: int) -> Variation | None:
    """One of those that a body may lack; None where the atlas knows of none."""
    known = tuple(atlas.variations.values())
    return Random(seed).choice(known) if known else None


def _place(structure: Structure) -> int:
    return _ORDER.index(structure.kind) if structure.kind in _ORDER else len(_ORDER)


def _telling(structure: Structure) -> tuple[Fact, ...]:
    """The facts that a teacher would tell first."""
    first = (structure.attached[:1], structure.innervation[:1], structure.actions[:1])
    return (*structure.summary[:1], *(fact for facts in first for fact in facts))


def _line(atlas: Atlas, fact: Fact) -> AnswerLine:
    told = told_line(atlas, fact, words(fact))
    return AnswerLine(told.text, told.sources)
