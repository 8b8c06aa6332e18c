"""How right an answer is, and what is to be said of it."""

from __future__ import annotations

from dataclasses import dataclass

from viewer.language import tr
from viewer.model.atlas.atlas import Atlas, Point
from viewer.model.atlas.zones import depth_at
from viewer.model.training.names import Names, folded, means, within
from viewer.model.training.question import Choice, Question

NEAR_ZONE = 25.0
"""Millimetres beside an area within which a place on the skin is half right: charts are not drawn to the millimetre."""


@dataclass(frozen=True)
class Verdict:
    """``right`` is from 0 to 1; ``said`` repeats the answer in words, ``words`` judge it.

    ``wrong`` are the structures to show beside the right ones. ``final`` is False where the answer was too general to
    be judged and is to be given again. ``notes`` say more, each in a sentence.
    """

    right: float
    said: str
    words: str
    wrong: tuple[str, ...] = ()
    final: bool = True
    notes: tuple[str, ...] = ()

    @property
    def is_right(self) -> bool:
        """Whether nothing is missing."""
        return self.right >= 1.0


def chosen(question: Question, choice: Choice) -> Verdict:
    """One of the choices."""
    if choice.right:
        return Verdict(1.0, choice.text, tr("Right."))
    told = tr("No. It is: {right}.").format(right=right_answer(question))
    return Verdict(0.0, choice.text, told, choice.structures)


def typed(atlas: Atlas, question: Question, text: str) -> Verdict:
    """A name that was typed: any of the names, in any language."""
    names = Names(atlas)
    others = frozenset(name for own in names.of.values() for name in own) - question.names
    if means(text, question.names, others):
        return Verdict(1.0, text, tr("Right."))
    if not folded(text) or folded(text) in question.vague:
        return Verdict(0.0, text, tr("Several structures are called that. Say it more exactly."), final=False)
    wrong = tuple(one for one in atlas.structures if folded(text) in names.of[one] - names.vague)
    return Verdict(0.0, text, _no(text, right_answer(question)), wrong[:1])


def clicked(atlas: Atlas, question: Question, structure_id: str) -> Verdict:
    """A structure that was clicked."""
    one = atlas.structures[structure_id]
    if structure_id in question.targets:
        return Verdict(1.0, within(one), tr("Right."))
    names = {atlas.known[name].english for name in question.targets}
    if one.english in names:
        return Verdict(0.5, within(one), tr("Almost: that is the one on the other side."), (structure_id,))
    told = tr("You clicked: {name}.").format(name=within(one))
    return Verdict(0.0, within(one), told, (structure_id,))


def touched(question: Question, point: Point, normal: Point) -> Verdict:
    """A place on the skin."""
    depth = max(depth_at(zone, point, normal) for zone in question.zones)
    if depth >= 0.0:
        return Verdict(1.0, tr("a place on the skin"), tr("Right: inside the area."))
    if depth >= -NEAR_ZONE:
        near = tr("Almost: {mm} mm beside the area.").format(mm=f"{-depth:.0f}")
        return Verdict(0.5, tr("a place on the skin"), near)
    return Verdict(0.0, tr("a place on the skin"), tr("No: the area is elsewhere. It is shown now."))


def given_up(question: Question) -> Verdict:
    """No answer."""
    right = right_answer(question)
    return Verdict(0.0, "", tr("It is: {right}.").format(right=right) if right else tr("It is shown now."))


def right_answer(question: Question) -> str:
    """The right answer in words; empty where it can only be shown."""
    return question.right.text if question.right else ""


def _no(said: str, right: str) -> str:
    if not right:
        return tr("No, not {said}.").format(said=said)
    return tr("No, not {said}. It is: {right}.").format(said=said, right=right)
