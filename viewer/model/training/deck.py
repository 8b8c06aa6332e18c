"""Every question that an atlas has for one body, by the names of their cards; each is made when it is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from random import Random

from viewer.language import tr
from viewer.model.atlas.atlas import Atlas, End, Structure
from viewer.model.training import asking_attachments, asking_names, asking_nerves, asking_pain, asking_variants
from viewer.model.training.names import Names
from viewer.model.training.question import Question, Sort
from viewer.model.words import end_words

Make = Callable[[Random], Question]


@dataclass(frozen=True)
class Card:
    """A question that can be made: its name, its sort, what it is about, what to call it, and whether what it is about
    is away at the start.
    """

    id: str
    sort: Sort
    about: str
    title: str
    make: Make
    away: bool = False

    def question(self, seed: int) -> Question:
        """The question; the same seed gives the same one."""
        return self.make(Random(f"{seed} {self.id}"))


def deck(
    atlas: Atlas, absent: frozenset[str], lacking: Iterable[str] = (), own: Iterable[Question] = ()
) -> Mapping[str, Card]:
    """All cards of a body without ``absent``. Of ``lacking`` structures there is no model, though there should be.

    ``own`` are the questions of teachers' files; those that show what this body has not are left out.
    """
    gone = absent.union(lacking)
    names = Names(atlas)
    made = [card for one in atlas.known.values() if one.id not in gone for card in _of(names, one, gone)]
    made += _of_variations(atlas, gone)
    made += [_own(one, atlas) for one in own if not gone & _needed(one)]
    return {card.id: card for card in made}


def _of(names: Names, one: Structure, gone: frozenset[str]) -> Iterator[Card]:
    atlas = names.atlas
    made: list[tuple[str, Sort, Callable[..., Question], tuple[object, ...]]] = []
    if asking_names.can_be_pointed_at(one):
        made += [(one.id, Sort.CLICK, asking_names.click_that, ())]
        name_this = partial(_made, asking_names.name_this, names, one.id, gone)
        yield Card(f"{Sort.NAME}:{one.id}", Sort.NAME, one.id, one.title, name_this, one.id in atlas.away)
    made += [
        (f"{one.id}:{end}", Sort.ATTACHMENT, asking_attachments.attachment, (end,))
        for end in End
        if asking_attachments.attached_to(one, end)
    ]
    if one.innervation:
        made += [(one.id, Sort.NERVE, asking_nerves.nerve, ()), (one.id, Sort.ROOTS, asking_nerves.roots, ())]
    if asking_pain.essential(one):
        made += [(one.id, Sort.PAIN, asking_pain.where_it_goes, ())]
    for name, sort, make, more in made:
        made_here = partial(_made, make, atlas, one.id, *more, gone)
        title = ": ".join((one.title, *(end_words(end) for end in more if isinstance(end, End))))
        yield Card(f"{sort}:{name}", sort, one.id, title, made_here, one.id in atlas.away)
    for area in asking_pain.essential(one):
        make_area = partial(_made, asking_pain.whose_area, atlas, area.id, gone)
        title = f"{one.title}: {area.name}"
        yield Card(f"{Sort.REFERRAL}:{area.id}", Sort.REFERRAL, one.id, title, make_area, one.id in atlas.away)


def _made(make: Callable[..., Question], *given: object) -> Question:
    return make(*given)


def _of_variations(atlas: Atlas, gone: frozenset[str]) -> Iterator[Card]:
    for name, variation in atlas.variations.items():
        about = next(iter(variation.members.values()))
        if variation.occurrence is not None:
            often = partial(asking_variants.how_often, atlas, name, gone)
            title = tr("{name}: how often missing").format(name=variation.title)
            yield Card(f"{Sort.VARIANT}:{name}:how_often", Sort.VARIANT, about, title, often)
        side = partial(asking_variants.which_side, atlas, name, gone)
        title = tr("{name}: on which side missing").format(name=variation.title)
        yield Card(f"{Sort.VARIANT}:{name}:which_side", Sort.VARIANT, about, title, side)


def _own(question: Question, atlas: Atlas) -> Card:
    return Card(
        question.card, question.sort, question.about, question.text, lambda _: question, question.about in atlas.away
    )


def _needed(question: Question) -> frozenset[str]:
    reached = [question.finger.structure] if question.finger else []
    return question.targets.union(question.asked.lit, [question.about], reached)
