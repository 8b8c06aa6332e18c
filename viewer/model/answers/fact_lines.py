"""A fact as a line with its status and its sources, as panel, terminal and screen readers share it."""

from __future__ import annotations

from dataclasses import dataclass

from viewer.language import tr
from viewer.model.atlas.atlas import Atlas, Fact, Referral, Row, Source, Status, TriggerPoint
from viewer.model.words import strength_words


@dataclass(frozen=True)
class Line:
    """One line of a paragraph. A fact has a status, sources (in short, and as ``references`` in full) and its id; other
    lines have none. A row of a table has ``cells``.

    ``leads_to`` is the id of a structure that cannot be lit but is known.
    """

    text: str
    status: Status | None = None
    sources: tuple[str, ...] = ()
    fact: str | None = None
    leads_to: str | None = None
    references: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()


@dataclass(frozen=True)
class Paragraph:
    """Lines under a heading. The first paragraph's heading is the name of the structure.

    ``folded`` lines say one by one what ``lines`` sum up. ``columns`` are the headings of a table.
    """

    heading: str
    lines: tuple[Line, ...]
    folded: tuple[Line, ...] = ()
    columns: tuple[str, ...] = ()

    @property
    def all_lines(self) -> tuple[Line, ...]:
        """The lines, then those that can be folded away."""
        return (*self.lines, *self.folded)


def reference(source: Source) -> str:
    """A source in full, as a list of sources shows it."""
    stop = "" if source.title.endswith(("?", "!", ".")) else "."
    told = f"{source.short}: {source.title}{stop} {source.where} ({source.kind})"
    unseen = tr("not checked at the page")
    return told if source.checked else f"{told}; {unseen}"


def words(fact: Fact) -> str:
    """A fact in words, with the name that its mark or its zone bears in the scene."""
    if isinstance(fact, TriggerPoint):
        told = tr("Trigger point, {name}: {text}")
        return told.format(name=_lower(fact.name), text=_lower(fact.text))
    if isinstance(fact, Referral):
        return f"{fact.name} ({strength_words(fact.strength)}): {_lower(fact.text)}"
    return fact.text


def told_line(atlas: Atlas, fact: Fact, text: str) -> Line:
    """A fact in other words, with its status and its sources."""
    sources = [atlas.sources[source] for source in fact.sources]
    return Line(
        text,
        fact.status,
        tuple(source.short for source in sources),
        fact.id,
        references=tuple(reference(source) for source in sources),
        cells=fact.cells if isinstance(fact, Row) else (),
    )


def _lower(text: str) -> str:
    """The text to go on within a sentence: its first letter small, unless its first word is a name such as T12."""
    first = text.split(" ", 1)[0]
    return text if first[1:] != first[1:].lower() or any(letter.isdigit() for letter in first) else _small(text)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
