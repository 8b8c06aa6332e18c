"""What the facts panel says, as data for the panel and as plain text for the terminal and screen readers.

Both come from the same paragraphs, so the panel, ``--describe`` and a screen reader can never tell different stories.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from viewer.model.answers import body_words
from viewer.model.atlas.atlas import (
    Atlas,
    Fact,
    Kind,
    PalpationStep,
    Part,
    Referral,
    Source,
    Status,
    Structure,
    TriggerPoint,
)
from viewer.model.atlas.nerves import given_off, muscles_of, nerves_of, stems_of
from viewer.model.session.view import View
from viewer.model.words import LANGUAGE_WORDS, end_words, not_modelled, status_words, strength_words, translate

USUAL_BODY = View()
NEVER_MODELLED = (Kind.REGION, Kind.TOPIC)


@dataclass(frozen=True)
class Line:
    """One line of a paragraph. A fact has a status, sources (as shown under it) and its id; other lines have none.

    ``leads_to`` is the id of a structure that cannot be lit but is known.
    """

    text: str
    status: Status | None = None
    sources: tuple[str, ...] = ()
    fact: str | None = None
    leads_to: str | None = None


@dataclass(frozen=True)
class Paragraph:
    """Lines under a heading. The first paragraph's heading is the name of the structure."""

    heading: str
    lines: tuple[Line, ...]


def paragraphs(atlas: Atlas, structure_id: str, view: View = USUAL_BODY) -> tuple[Paragraph, ...]:
    """Everything that is known of a structure in the body of a view, in the order in which it is shown.

    What does not hold in that body is left out. Raises KeyError.
    """
    structure = atlas.known[structure_id]
    named = Paragraph(body_words.title(atlas, view, structure_id), tuple(Line(text) for text in _names(structure)))
    differing = tuple(_in_this_body(atlas, view, structure))
    told = (
        (translate("Facts", "In short"), structure.summary),
        (translate("Facts", "Attachments"), (*structure.attached, *body_words.attachments(atlas, view, structure))),
        (translate("Facts", "Carries"), tuple(_carries(atlas, view, structure_id))),
        (translate("Facts", "Roots"), (*structure.roots, *_comes_out_of(atlas, structure_id))),
        (translate("Facts", "Innervation"), (*structure.innervation, *_driven_by(atlas, structure_id))),
        (translate("Facts", "Gives off"), tuple(_gives_off(atlas, structure_id))),
        (translate("Facts", "Drives"), tuple(_drives(atlas, view, structure_id))),
        (translate("Facts", "Actions"), structure.actions),
        (translate("Facts", "Trigger points and referral"), (*structure.trigger_points, *structure.referrals)),
        (translate("Facts", "Variation"), (*structure.variation, *structure.studies)),
        *((section.heading, section.facts) for section in structure.more),
        (translate("Facts", "Touch with care"), _of_parts(structure, Part.CONSENT, Part.CAUTION)),
        (translate("Facts", "Finding it by touch"), (*_steps(structure), *_of_parts(structure, Part.FEEL, Part.STOP))),
    )
    first = [(translate("Facts", "In this body"), differing)] if differing else []
    facts = [(heading, tuple(_line(atlas, fact, structure) for fact in found)) for heading, found in told if found]
    cited = _cited(atlas, (fact for _, found in told for fact in found))
    sources = [(translate("Facts", "Sources"), tuple(Line(reference(source)) for source in cited))] if cited else []
    return (named, *(Paragraph(heading, lines) for heading, lines in (*first, *facts, *sources)))


def describe_text(atlas: Atlas, structure_id: str, view: View = USUAL_BODY) -> str:
    """The paragraphs as plain text, each fact followed by its sources. Raises KeyError."""
    return "\n\n".join("\n".join(_printed(paragraph)) for paragraph in paragraphs(atlas, structure_id, view)) + "\n"


def list_text(atlas: Atlas) -> str:
    """One line for each structure: its id, its English name with the side, its Latin name."""
    rows = [(structure.id, structure.title, structure.latin) for structure in atlas.structures.values()]
    widths = [max((len(row[column]) for row in rows), default=0) for column in (0, 1)]
    return "".join(f"{name:{widths[0]}}  {english:{widths[1]}}  {latin}\n" for name, english, latin in rows)


def reference(source: Source) -> str:
    """A source in full, as a list of sources shows it."""
    stop = "" if source.title.endswith(("?", "!", ".")) else "."
    told = f"{source.short}: {source.title}{stop} {source.where} ({source.kind})"
    unseen = translate("Facts", "not checked at the page")
    return told if source.checked else f"{told}; {unseen}"


def words(fact: Fact) -> str:
    """A fact in words, with the name that its mark or its zone bears in the scene."""
    if isinstance(fact, TriggerPoint):
        told = translate("Facts", "Trigger point, {name}: {text}")
        return told.format(name=_lower(fact.name), text=_lower(fact.text))
    if isinstance(fact, Referral):
        return f"{fact.name} ({strength_words(fact.strength)}): {_lower(fact.text)}"
    return fact.text


def _names(structure: Structure) -> Iterator[str]:
    if structure.latin:
        yield structure.latin
    if structure.shown_in != "en":
        yield f"{LANGUAGE_WORDS['en']}: {structure.english}"
    if not structure.modelled and structure.kind not in NEVER_MODELLED:
        yield translate("Facts", "Not modelled yet: known here by name and facts")
    if structure.kind is not Kind.TOPIC:
        yield f"FMA {structure.fma}" if structure.fma else translate("Facts", "FMA id not confirmed")
    if structure.synonyms:
        yield translate("Facts", "Also: {names}").format(names=", ".join(structure.synonyms))
    for language, names in structure.names.items():
        yield f"{LANGUAGE_WORDS.get(language, language)}: {', '.join(names)}"


def _in_this_body(atlas: Atlas, view: View, structure: Structure) -> Iterator[Line]:
    """What is particular to a structure in this body, then to the muscles that hold on to it or that it drives."""
    if structure.id in view.absent:
        yield Line(translate("Facts", "Absent."))
    if form := body_words.form(atlas, view, structure.id):
        yield _line(atlas, atlas.fact(form.facts[structure.side])[1], structure)
        gone = [one.region for one in structure.attachments if one.id in form.lacking.get(structure.side, ())]
        none = translate("Facts", "Holds on to none of these: {places}.").format(places="; ".join(gone))
        yield from (Line(none) for _ in gone[:1])
    others = [muscle.id for muscle, _ in atlas.carried_by(structure.id)]
    others += [supply.muscle.id for supply in muscles_of(atlas, structure.id)]
    for name in dict.fromkeys(others):
        if body_words.remark(atlas, view, name):
            yield Line(body_words.title(atlas, view, name), leads_to=None if name in view.absent else name)


def _carries(atlas: Atlas, view: View, structure_id: str) -> Iterator[Fact]:
    lacking = atlas.lacking(dict(view.forms))
    for muscle, attachment in (*atlas.carried_by(structure_id), *atlas.carried_unmodelled(structure_id)):
        if muscle.id in view.absent or attachment.id in lacking:
            continue
        yield _told(attachment, f"{muscle.title} ({end_words(attachment.end)}): {attachment.region}")


def _comes_out_of(atlas: Atlas, nerve_id: str) -> Iterator[Fact]:
    for branch in stems_of(atlas, nerve_id):
        yield _told(branch.reading, translate("Facts", "From: {nerve}").format(nerve=branch.stem.title), branch.stem)


def _driven_by(atlas: Atlas, muscle_id: str) -> Iterator[Fact]:
    for supply in nerves_of(atlas, muscle_id):
        yield _told(supply.reading, translate("Facts", "Nerve: {nerve}").format(nerve=supply.nerve.title), supply.nerve)


def _gives_off(atlas: Atlas, nerve_id: str) -> Iterator[Fact]:
    for branch in given_off(atlas, nerve_id):
        yield _told(branch.reading, f"{branch.nerve.title} ({', '.join(branch.reading.roots)})")


def _drives(atlas: Atlas, view: View, nerve_id: str) -> Iterator[Fact]:
    for supply in muscles_of(atlas, nerve_id):
        if supply.muscle.id not in view.absent:
            yield _told(supply.reading, f"{supply.muscle.title} ({', '.join(supply.reading.roots)})")


def _of_parts(structure: Structure, *parts: Part) -> tuple[PalpationStep, ...]:
    return tuple(step for part in parts for step in structure.palpation if step.part is part)


def _steps(structure: Structure) -> Iterator[Fact]:
    """The steps, numbered."""
    for number, step in enumerate(_of_parts(structure, Part.STEP), 1):
        yield Fact(step.id, f"{number}. {step.text}", step.status, step.sources)


def _told(fact: Fact, text: str, leads_to: Structure | None = None) -> Fact:
    """A fact as it is told of another structure; it leads to the nerve ``leads_to``, or to the one that it is about."""
    leading = next(iter(leads_to.roots), fact) if leads_to else fact
    return Fact(leading.id, text, fact.status, fact.sources)


def _line(atlas: Atlas, fact: Fact, shown: Structure) -> Line:
    """A fact as a line. Nothing can be lit of another structure that is not modelled."""
    owner, _ = atlas.fact(fact.id)
    if not (owner is shown or owner.modelled):
        return Line(f"{words(fact)} ({not_modelled()})", leads_to=owner.id)
    return Line(words(fact), fact.status, tuple(atlas.sources[source].short for source in fact.sources), fact.id)


def _cited(atlas: Atlas, facts: Iterable[Fact]) -> tuple[Source, ...]:
    """The sources of the facts, each once, in the order of the atlas."""
    wanted = {source for fact in facts for source in fact.sources}
    return tuple(source for source in atlas.sources.values() if source.id in wanted)


def _printed(paragraph: Paragraph) -> Iterator[str]:
    yield paragraph.heading
    yield "-" * len(paragraph.heading)
    for line in paragraph.lines:
        marked = line.status not in (None, Status.AGREED)
        yield f"{line.text} [{status_words(line.status)}]" if line.status and marked else line.text
        if line.sources:
            yield f"    {'; '.join(line.sources)}"


def _lower(text: str) -> str:
    """The text to go on within a sentence: its first letter small, unless its first word is a name such as T12."""
    first = text.split(" ", 1)[0]
    return text if first[1:] != first[1:].lower() or any(letter.isdigit() for letter in first) else _small(text)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
