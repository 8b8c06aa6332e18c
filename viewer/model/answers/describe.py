"""What the facts panel says, as data for the panel and as plain text for the terminal and screen readers.

Both come from the same paragraphs, so the panel, ``--describe`` and a screen reader can never tell different stories.
"""

from __future__ import annotations

from collections.abc import Iterator

from viewer.language import tr
from viewer.model.answers import body_words
from viewer.model.answers.fact_lines import Line, Paragraph, told_line, words
from viewer.model.atlas.atlas import (
    Atlas,
    Fact,
    Kind,
    PalpationStep,
    Part,
    Section,
    Status,
    Structure,
)
from viewer.model.atlas.nerves import given_off, muscles_of, nerves_of, stems_of
from viewer.model.session.view import View
from viewer.model.words import LANGUAGE_WORDS, end_words, not_modelled, status_words

USUAL_BODY = View()
NEVER_MODELLED = (Kind.REGION, Kind.TOPIC)


def paragraphs(atlas: Atlas, structure_id: str, view: View = USUAL_BODY) -> tuple[Paragraph, ...]:
    """Everything that is known of a structure in the body of a view, in the order in which it is shown.

    What does not hold in that body is left out. Raises KeyError.
    """
    structure = atlas.known[structure_id]
    named = Paragraph(body_words.title(atlas, view, structure_id), tuple(Line(text) for text in _names(structure)))
    differing = tuple(_in_this_body(atlas, view, structure))
    first = [Paragraph(tr("In this body"), differing)] if differing else []
    told = _told_sections(atlas, view, structure)
    return (named, *first, *(_paragraph(atlas, structure, section) for section in told if section.facts))


def _told_sections(atlas: Atlas, view: View, structure: Structure) -> tuple[Section, ...]:
    one = structure.id
    return (
        Section(tr("In short"), structure.summary),
        Section(tr("Attachments"), body_words.attachments(atlas, view, structure)),
        Section(tr("Attached here"), tuple(_carries(atlas, view, one))),
        Section(tr("Roots"), (*structure.roots, *_comes_out_of(atlas, one))),
        Section(tr("Innervation"), (*structure.innervation, *_driven_by(atlas, one))),
        Section(tr("Gives off"), tuple(_gives_off(atlas, one))),
        Section(tr("Supplies"), tuple(_drives(atlas, view, one))),
        Section(tr("Actions"), structure.actions),
        Section(tr("Trigger points and referral"), (*structure.trigger_points, *structure.referrals)),
        Section(tr("Variation"), (*structure.variation, *structure.studies)),
        *structure.more,
        Section(tr("Touch with care"), _of_parts(structure, Part.CONSENT, Part.CAUTION)),
        Section(
            tr("Finding it by touch"),
            (*_steps(structure), *_of_parts(structure, Part.FEEL, Part.STOP)),
        ),
    )


def _paragraph(atlas: Atlas, structure: Structure, section: Section) -> Paragraph:
    """A section as it is shown: places of attachment fold away below the sentence that sums them up, which holds only
    in a body that lacks none of them.
    """
    lines = tuple(_line(atlas, fact, structure) for fact in section.facts)
    if structure.attached and section.facts == structure.attachments:
        summed_up = tuple(_line(atlas, fact, structure) for fact in structure.attached)
        return Paragraph(section.heading, summed_up, lines)
    return Paragraph(section.heading, lines, columns=section.columns)


def describe_text(atlas: Atlas, structure_id: str, view: View = USUAL_BODY) -> str:
    """The paragraphs as plain text, each fact followed by its sources. Raises KeyError."""
    return "\n\n".join("\n".join(_printed(paragraph)) for paragraph in _with_sources(atlas, structure_id, view)) + "\n"


def _with_sources(atlas: Atlas, structure_id: str, view: View) -> tuple[Paragraph, ...]:
    told = paragraphs(atlas, structure_id, view)
    cited = dict.fromkeys(one for paragraph in told for line in paragraph.all_lines for one in line.references)
    sources = Paragraph(tr("Sources"), tuple(Line(one) for one in cited))
    return (*told, sources) if cited else told


def list_text(atlas: Atlas) -> str:
    """One line for each structure: its id, its English name with the side, its Latin name."""
    rows = [(structure.id, structure.title, structure.latin) for structure in atlas.structures.values()]
    widths = [max((len(row[column]) for row in rows), default=0) for column in (0, 1)]
    return "".join(f"{name:{widths[0]}}  {english:{widths[1]}}  {latin}\n" for name, english, latin in rows)


def _names(structure: Structure) -> Iterator[str]:
    if structure.latin:
        yield structure.latin
    if structure.shown_in != "en":
        yield f"{LANGUAGE_WORDS['en']}: {structure.english}"
    if not structure.modelled and structure.kind not in NEVER_MODELLED:
        yield tr("Not modelled yet: known here by name and facts")
    if structure.schematic:
        yield tr("Schematic: it shows where this lies, not its exact shape")
    if structure.kind is not Kind.TOPIC:
        yield f"FMA {structure.fma}" if structure.fma else tr("FMA id not confirmed")
    if structure.synonyms:
        yield tr("Also: {names}").format(names=", ".join(structure.synonyms))
    for language, names in structure.names.items():
        yield f"{LANGUAGE_WORDS.get(language, language)}: {', '.join(names)}"


def _in_this_body(atlas: Atlas, view: View, structure: Structure) -> Iterator[Line]:
    """What is particular to a structure in this body, then to the muscles that attach to it or that it supplies."""
    if structure.id in view.absent:
        yield Line(tr("Absent."))
    if form := body_words.form(atlas, view, structure.id):
        yield _line(atlas, atlas.fact(form.facts[structure.side])[1], structure)
        gone = [one.region for one in structure.attachments if one.id in form.lacking.get(structure.side, ())]
        none = tr("Attaches to none of these: {places}.").format(places="; ".join(gone))
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
        yield _told(branch.reading, tr("From: {nerve}").format(nerve=branch.stem.title), branch.stem)


def _driven_by(atlas: Atlas, muscle_id: str) -> Iterator[Fact]:
    for supply in nerves_of(atlas, muscle_id):
        yield _told(supply.reading, tr("Nerve: {nerve}").format(nerve=supply.nerve.title), supply.nerve)


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
    return told_line(atlas, fact, words(fact))


def _printed(paragraph: Paragraph) -> Iterator[str]:
    yield paragraph.heading
    yield "-" * len(paragraph.heading)
    for line in paragraph.all_lines:
        marked = line.status not in (None, Status.AGREED)
        yield f"{line.text} [{status_words(line.status)}]" if line.status and marked else line.text
        if line.sources:
            yield f"    {'; '.join(line.sources)}"
