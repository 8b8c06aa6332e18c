"""What the facts say while nothing is chosen: a short welcome that can be put away, and the best first steps."""

from __future__ import annotations

from collections.abc import Iterator

from viewer.language import tr
from viewer.model.atlas.atlas import Atlas, Kind, Variation
from viewer.model.session.view import View
from viewer.widgets.chrome import theme
from viewer.widgets.facts.contents import Page
from viewer.widgets.facts.document import Sheet
from viewer.widgets.facts.leads import Lead, LeadKind, Link


def welcome(greeted: bool) -> Page:
    """The first steps; whoever was not ``greeted`` yet is told first what the program is for."""

    def write(sheet: Sheet, atlas: Atlas, _view: View) -> None:
        if greeted:
            sheet.note(tr("Nothing selected"), theme.DISPLAY, bold=True)
        else:
            _greet(sheet)
        sheet.note(tr("Click a structure in the 3D view, choose one from the list, or begin here:"))
        for link in first_steps(atlas):
            sheet.step(link)
        sheet.note(tr("Drag turns, the wheel zooms. / searches, ? shows all keys."), theme.CAPTION)

    return write


def _greet(sheet: Sheet) -> None:
    sheet.note(tr("Welcome"), theme.DISPLAY, bold=True)
    sheet.note(
        tr(
            "See psoas and iliacus from spine to femur: what they attach to, which nerve supplies them, where their"
            " trigger points refer pain, and how to find them by touch. Each fact carries the numbers of its"
            " sources; click a number to read them. To learn from, not to diagnose with."
        )
    )
    sheet.leading("", Link(Lead(LeadKind.WELCOME), tr("Put this welcome away")))


def first_steps(atlas: Atlas) -> Iterator[Link]:
    """Some things to do first, of what this atlas knows."""
    muscle = next((one for one in atlas.structures.values() if one.kind is Kind.MUSCLE), None)
    if muscle:
        see = tr("See {name}").format(name=muscle.name(muscle.shown_in))
        yield Link(Lead(LeadKind.STRUCTURE, muscle.id), see)
    yield Link(Lead(LeadKind.AREAS), tr("Where does it hurt?"))
    yield from map(_present_or_absent, atlas.variations.values())
    if any(one.palpation for one in atlas.structures.values()):
        yield Link(Lead(LeadKind.PAGE, "walks"), tr("Feel the difference: find them by touch"))
        yield Link(Lead(LeadKind.PAGE, "finger"), tr("Press with a finger: what lies under it?"))
    yield Link(Lead(LeadKind.PAGE, "train"), tr("Be asked what you know"))
    yield Link(Lead(LeadKind.PAGE, "lessons"), tr("Teach a class: lessons that are ready"))
    yield Link(Lead(LeadKind.LEVELS), tr("What does a spinal nerve reach?"))


def _present_or_absent(variation: Variation) -> Link:
    asked = tr("{name}: present or absent?").format(name=variation.name)
    return Link(Lead(LeadKind.VARIATION, variation.id), asked)
