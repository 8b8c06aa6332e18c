"""What the facts panel can tell of besides the selection: other structures, a place that hurts, a root level.

Each page writes itself onto a sheet, from the atlas that is known when it is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from viewer.language import tr
from viewer.model.answers import referred_pain
from viewer.model.answers.body_words import title
from viewer.model.answers.describe import paragraphs
from viewer.model.answers.fact_lines import Line, Paragraph, told_line
from viewer.model.answers.referred_pain import Candidate
from viewer.model.atlas import nerves
from viewer.model.atlas.atlas import USUAL, Atlas, Attachment, Fact, Structure
from viewer.model.session.view import View
from viewer.model.words import names_withheld, not_modelled, side_heading
from viewer.widgets.chrome import theme
from viewer.widgets.facts.document import Sheet
from viewer.widgets.facts.leads import Lead, LeadKind, Link

Page = Callable[[Sheet, Atlas, View], None]
_Entry = tuple[Line, Link | None]


def structure(structure_id: str, others: Sequence[str] = ()) -> Page:
    """All that is known of a structure; ``others`` are the titles of what is selected besides."""

    def write(sheet: Sheet, atlas: Atlas, view: View) -> None:
        name, *sections = paragraphs(atlas, structure_id, view)
        sheet.name(name, atlas.known[structure_id].latin)
        if others:
            sheet.note(tr("Also selected: {others}").format(others="; ".join(others)), theme.CAPTION)
        for section in sections:
            seen, folded = (
                [_link(atlas, view, line, structure_id) for line in lines] for lines in (section.lines, section.folded)
            )
            sheet.section(section, seen, folded)
        sheet.sources()

    return write


def withheld() -> Page:
    """Nothing, while names are withheld."""

    def write(sheet: Sheet, _atlas: Atlas, _view: View) -> None:
        sheet.note(names_withheld(), theme.TITLE, bold=True)
        sheet.note(tr("The facts are here again when the question is answered."))

    return write


def _link(atlas: Atlas, view: View, line: Line, shown: str) -> Link | None:
    """Where a line leads: to a form, to what else it tells of, or from a muscle's attachment to the bone it is on."""
    if line.fact and (form := atlas.form_told_by(shown, line.fact)):
        other = USUAL if view.form(shown) == form.id else form.id
        words = tr("Show this form") if other else tr("Show the usual form")
        return Link(Lead(LeadKind.FORM, other, shown), words)
    owner, fact = atlas.fact(line.fact) if line.fact else (atlas.known[line.leads_to or shown], None)
    there = fact.structure if isinstance(fact, Attachment) and owner.id == shown else owner.id
    return go_to(atlas.known[there]) if there != shown else None


def go_to(owner: Structure) -> Link:
    """The way to a structure."""
    return Link(Lead(LeadKind.STRUCTURE, owner.id), tr("Go to {title}").format(title=owner.title))


def where_it_hurts() -> Page:
    """How to ask, and every area that can be asked for by its name."""

    def write(sheet: Sheet, atlas: Atlas, _view: View) -> None:
        sheet.note(tr("Where does it hurt?"), theme.DISPLAY, bold=True)
        sheet.note(tr("Click the place on the body in the 3D view, or choose an area from this list. Esc ends it."))
        for side in dict.fromkeys(muscle.side for muscle, _ in referred_pain.areas(atlas)):
            zones = [zone for muscle, zone in referred_pain.areas(atlas) if muscle.side is side]
            entries: list[_Entry] = [
                (
                    told_line(atlas, zone, zone.name),
                    Link(Lead(LeadKind.AREA, zone.id), tr("Which muscles refer pain here?")),
                )
                for zone in sorted(zones, key=lambda zone: zone.name)
            ]
            _section(sheet, side_heading(side), entries)
        sheet.sources()

    return write


def candidates(found: Sequence[Candidate], place: str = "") -> Page:
    """The muscles that may refer pain to a place, ranked, each with its reason."""

    def write(sheet: Sheet, atlas: Atlas, _view: View) -> None:
        sheet.note(tr("It hurts here"), theme.DISPLAY, bold=True)
        if place:
            sheet.note(place)
        sheet.note(
            tr("Traditional charts, whose reliability is disputed: where to look, not what is wrong.")
            if found
            else tr("No charted area covers this place.")
        )
        entries = [_candidate(atlas, number, one) for number, one in enumerate(found, 1)]
        if entries:
            _section(sheet, tr("Muscles, the likeliest first"), entries)
        _section(
            sheet,
            tr("Another place"),
            [(Line(""), Link(Lead(LeadKind.AREAS), tr("All areas by name")))],
        )
        sheet.sources()

    return write


def _candidate(atlas: Atlas, number: int, one: Candidate) -> _Entry:
    muscle = one.muscle if one.muscle.modelled else None
    name = one.muscle.title + ("" if muscle else f" ({not_modelled()})")
    label = tr("Choose {title}, its area lit").format(title=one.muscle.title)
    return told_line(atlas, one.zone, f"{number}. {name}. {one.why}."), Link(Lead(LeadKind.ZONE, one.zone.id), label)


def root_levels() -> Page:
    """Every root level, to choose from."""

    def write(sheet: Sheet, atlas: Atlas, _view: View) -> None:
        sheet.note(tr("Root levels"), theme.DISPLAY, bold=True)
        sheet.note(tr("What a level of the spinal cord reaches through its roots."))
        entries: list[_Entry] = [
            (Line(level), Link(Lead(LeadKind.LEVEL, level), tr("All that {level} reaches").format(level=level)))
            for level in nerves.levels(atlas)
        ]
        _section(sheet, tr("Levels, from above down"), entries)

    return write


def root_level(level: str) -> Page:
    """All that a root level reaches: its roots, the nerves that it joins, the muscles that it supplies."""

    def write(sheet: Sheet, atlas: Atlas, view: View) -> None:
        reach = nerves.reached_from(atlas, level)
        sheet.note(tr("Root level {level}").format(level=level), theme.DISPLAY, bold=True)
        everything = Link(Lead(LeadKind.REACH, level), tr("Select all of it in the 3D view"))
        _section(sheet, tr("In the scene"), [(Line(""), everything)])
        _section(sheet, tr("Roots"), [(Line(root.title), go_to(root)) for root in reach.roots])
        _section(sheet, tr("Nerves that it joins"), list(_reached(atlas, view, reach.nerves)))
        _section(sheet, tr("Muscles that it supplies"), list(_reached(atlas, view, reach.muscles)))
        sheet.sources()

    return write


def _reached(atlas: Atlas, view: View, pairs: Sequence[tuple[Structure, Fact]]) -> Iterator[_Entry]:
    for owner, reading in pairs:
        if owner.id in view.absent:
            yield Line(title(atlas, view, owner.id)), None
            continue
        yield told_line(atlas, reading, f"{owner.title}: {reading.text}"), go_to(owner)


def _section(sheet: Sheet, heading: str, entries: Sequence[_Entry]) -> None:
    if entries:
        lines = tuple(line for line, _ in entries)
        sheet.section(Paragraph(heading, lines), [link for _, link in entries])
