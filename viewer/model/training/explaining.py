"""Why an answer is right: the facts that say so, with status and sources, as lines for panel and screen readers."""

from __future__ import annotations

from viewer.model.answers.fact_lines import Line, reference, told_line, words
from viewer.model.atlas.atlas import Atlas
from viewer.model.training.question import Question, Told


def reasons(atlas: Atlas, question: Question) -> tuple[Line, ...]:
    """The lines, those of a teacher's file first. What the atlas does not know any longer is left out."""
    facts = (atlas.fact(name)[1] for name in question.facts if atlas.knows_fact(name))
    return (*(_told(atlas, one) for one in question.told), *(told_line(atlas, fact, words(fact)) for fact in facts))


def _told(atlas: Atlas, told: Told) -> Line:
    sources = [atlas.sources[name] for name in told.sources if name in atlas.sources]
    return Line(
        told.text,
        told.status,
        tuple(source.short for source in sources),
        "",
        references=tuple(reference(source) for source in sources),
    )
