"""A step of a walk in words: its headings, what stands beside each statement, and all of it as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from viewer.language import tr
from viewer.model.atlas.atlas import Atlas
from viewer.model.atlas.facts import Fact
from viewer.model.walks.walk import Kind, Purpose, Statement, Step, Walk
from viewer.model.words import side_words, status_words


def purpose_words(purpose: Purpose) -> str:
    """What statements are for, as a heading."""
    return {
        Purpose.CAUTION: tr("Caution"),
        Purpose.DO: tr("What you do"),
        Purpose.HAND: tr("Your hand"),
        Purpose.ASK: tr("Ask the person"),
        Purpose.FEEL: tr("What you feel"),
        Purpose.WRONG: tr("When it feels wrong"),
        Purpose.WHY: tr("Why"),
    }[purpose]


def kind_words(kind: Kind) -> str:
    """What sort of walk it is, as a heading of a list."""
    return {Kind.TOUCH: tr("By touch"), Kind.APART: tr("Told apart"), Kind.MOVEMENT: tr("By movement")}[kind]


def educational() -> str:
    """What all of this is, and what it is not."""
    return tr("Educational, not clinical advice")


def said_by(atlas: Atlas, said: Statement | Fact) -> str:
    """How far a statement is agreed, and who says it."""
    sources = "; ".join(atlas.sources[one].short if one in atlas.sources else one for one in said.sources)
    return f"{status_words(said.status)} · {sources}"


def progress(walk: Walk, number: int) -> str:
    """Which step this is, the first one being 0."""
    return tr("Step {n} of {of}").format(n=number + 1, of=len(walk.steps))


def by_purpose(step: Step) -> Iterator[tuple[Purpose, list[Statement]]]:
    """What a step says, under what it is for, in the order of reading."""
    for purpose, said in groupby(step.ordered(), key=lambda one: one.part):
        yield purpose, list(said)


def as_text(atlas: Atlas, walk: Walk, number: int) -> str:
    """A step to be copied, with status and sources of all that it says."""
    step = walk.steps[number]
    lines = [f"{walk.title} ({side_words(walk.side)}). {progress(walk, number)}: {step.title}", ""]
    for purpose, statements in by_purpose(step):
        lines.append(purpose_words(purpose))
        lines += [f"- {_whose(atlas, said)}{said.text} ({said_by(atlas, said)})" for said in statements]
        lines.append("")
    return "\n".join([*lines, f"{educational()}."])


def aloud(atlas: Atlas, walk: Walk, number: int) -> str:
    """A step to be heard: what it says, without sources."""
    step = walk.steps[number]
    heard = [f"{progress(walk, number)}. {step.title}."]
    for purpose, statements in by_purpose(step):
        heard.append(f"{purpose_words(purpose)}.")
        heard += [f"{_whose(atlas, said)}{said.text}" for said in statements]
    return " ".join(heard)


def named(atlas: Atlas, structure_id: str) -> str:
    """A structure of claims that tell it apart: without its side, since the scene may show it on either. Raises
    KeyError.
    """
    one = atlas.known[structure_id]
    name = one.name(one.shown_in)
    return name[:1].upper() + name[1:]


def _whose(atlas: Atlas, said: Statement) -> str:
    """The structure that a statement holds for alone, before it."""
    return f"{named(atlas, said.of)}: " if said.of else ""
