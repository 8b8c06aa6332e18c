"""What the facts panel can tell of besides the selection: other structures, a place that hurts, a root level.

Each page writes itself onto a sheet, from the atlas that is known when it is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from viewer.model import nerves, reverse
from viewer.model.atlas import Atlas, Fact, Structure
from viewer.model.describe import Line, Paragraph, paragraphs
from viewer.model.reverse import Candidate
from viewer.model.words import not_modelled, translate
from viewer.widgets import theme
from viewer.widgets.facts_document import Lead, Sheet

Page = Callable[[Sheet, Atlas], None]
AREA, ZONE, LEVEL, REACH, AREAS = "area:", "zone:", "level:", "reach:", "areas:"
_Entry = tuple[Line, Lead | None]


def structure(structure_id: str, others: Sequence[str] = ()) -> Page:
    """All that is known of a structure; ``others`` are the titles of what is selected besides."""

    def write(sheet: Sheet, atlas: Atlas) -> None:
        name, *sections = paragraphs(atlas, structure_id)
        sheet.name(name)
        if others:
            sheet.note(
                translate("FactsPages", "Also selected: {others}").format(others="; ".join(others)), theme.CAPTION
            )
        for section in sections:
            sheet.section(section, [_lead(atlas, line, structure_id) for line in section.lines])

    return write


def _lead(atlas: Atlas, line: Line, shown: str) -> Lead | None:
    owner = line.leads_to or (atlas.fact(line.fact)[0].id if line.fact else shown)
    return _go_to(atlas.known[owner]) if owner != shown else None


def _go_to(owner: Structure) -> Lead:
    return Lead(owner.id, translate("FactsPages", "Go to {title}").format(title=owner.title))


def where_it_hurts() -> Page:
    """How to ask, and every area that can be asked for by its name."""

    def write(sheet: Sheet, atlas: Atlas) -> None:
        sheet.note(translate("FactsPages", "Where does it hurt?"), theme.DISPLAY, bold=True)
        sheet.note(
            translate(
                "FactsPages",
                "Click the place on the body in the 3D view, or choose an area from this list. Esc ends it.",
            )
        )
        for side in dict.fromkeys(muscle.side for muscle, _ in reverse.areas(atlas)):
            zones = [zone for muscle, zone in reverse.areas(atlas) if muscle.side is side]
            entries: list[_Entry] = [
                (
                    _line(atlas, zone, zone.name),
                    Lead(AREA + zone.id, translate("FactsPages", "Which muscles refer pain here?")),
                )
                for zone in sorted(zones, key=lambda zone: zone.name)
            ]
            _section(sheet, str(side).capitalize(), entries)

    return write


def candidates(found: Sequence[Candidate], place: str = "") -> Page:
    """The muscles that may refer pain to a place, ranked, each with its reason."""

    def write(sheet: Sheet, atlas: Atlas) -> None:
        sheet.note(translate("FactsPages", "It hurts here"), theme.DISPLAY, bold=True)
        if place:
            sheet.note(place)
        sheet.note(
            translate(
                "FactsPages", "Traditional charts, whose reliability is disputed: where to look, not what is wrong."
            )
            if found
            else translate("FactsPages", "No charted area covers this place.")
        )
        entries = [_candidate(atlas, number, one) for number, one in enumerate(found, 1)]
        if entries:
            _section(sheet, translate("FactsPages", "Muscles, the likeliest first"), entries)
        _section(
            sheet,
            translate("FactsPages", "Another place"),
            [(Line(""), Lead(AREAS, translate("FactsPages", "All areas by name")))],
        )

    return write


def _candidate(atlas: Atlas, number: int, one: Candidate) -> _Entry:
    muscle = one.muscle if one.muscle.modelled else None
    name = one.muscle.title + ("" if muscle else f" ({not_modelled()})")
    label = translate("FactsPages", "Choose {title}, its area lit").format(title=one.muscle.title)
    return _line(atlas, one.zone, f"{number}. {name}. {one.why}."), Lead(ZONE + one.zone.id, label)


def root_levels() -> Page:
    """Every root level, to choose from."""

    def write(sheet: Sheet, atlas: Atlas) -> None:
        sheet.note(translate("FactsPages", "Root levels"), theme.DISPLAY, bold=True)
        sheet.note(translate("FactsPages", "What a level of the spinal cord reaches through its roots."))
        entries: list[_Entry] = [
            (Line(level), Lead(LEVEL + level, translate("FactsPages", "All that {level} reaches").format(level=level)))
            for level in nerves.levels(atlas)
        ]
        _section(sheet, translate("FactsPages", "Levels, from above down"), entries)

    return write


def root_level(level: str) -> Page:
    """All that a root level reaches: its roots, the nerves that it joins, the muscles that it drives."""

    def write(sheet: Sheet, atlas: Atlas) -> None:
        reach = nerves.reached_from(atlas, level)
        sheet.note(translate("FactsPages", "Root level {level}").format(level=level), theme.DISPLAY, bold=True)
        everything = Lead(REACH + level, translate("FactsPages", "Select all of it in the 3D view"))
        _section(sheet, translate("FactsPages", "In the scene"), [(Line(""), everything)])
        _section(sheet, translate("FactsPages", "Roots"), [(Line(root.title), _go_to(root)) for root in reach.roots])
        _section(sheet, translate("FactsPages", "Nerves that it joins"), list(_reached(atlas, reach.nerves)))
        _section(sheet, translate("FactsPages", "Muscles that it drives"), list(_reached(atlas, reach.muscles)))

    return write


def _reached(atlas: Atlas, pairs: Sequence[tuple[Structure, Fact]]) -> Iterator[_Entry]:
    for owner, reading in pairs:
        yield _line(atlas, reading, f"{owner.title}: {reading.text}"), _go_to(owner)


def _line(atlas: Atlas, fact: Fact, text: str) -> Line:
    return Line(text, fact.status, tuple(atlas.sources[source].short for source in fact.sources), fact.id)


def _section(sheet: Sheet, heading: str, entries: Sequence[_Entry]) -> None:
    if entries:
        lines = tuple(line for line, _ in entries)
        sheet.section(Paragraph(heading, lines), [lead for _, lead in entries])
