"""What is written over the scene, found from the atlas, the view, and how both are presented."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from viewer.drawing.flat.label_plan import Asked
from viewer.drawing.flat.lettering import Text
from viewer.drawing.overlays.overlays import Overlays
from viewer.drawing.presentation import Presentation
from viewer.drawing.structures.looks import Looks
from viewer.model.answers.body_words import badge, remarks, title
from viewer.model.atlas.atlas import Atlas, Point
from viewer.model.notes.pins import Pin
from viewer.model.session.view import View
from viewer.model.slicing import levels


def told(atlas: Atlas, view: View, presentation: Presentation, overlays: Overlays, looks: Looks) -> Text:
    """All words of one picture; none that name anything but what was revealed where the view withholds names."""
    return Text(
        _named(atlas, view, presentation, overlays, looks),
        overlays.marks,
        presentation.projector,
        _caption(atlas, view, presentation) if presentation.projector else "",
        badge(atlas, view),
        () if view.unnamed else tuple(pin for pin in presentation.pins if _holds(pin, atlas, view)),
        levels.heading(atlas, view.plane) if view.plane is not None and not view.unnamed else "",
        presentation.covered,
    )


def _caption(atlas: Atlas, view: View, presentation: Presentation) -> str:
    """What a class reads below: the words of a scene, its question where names are withheld; else the title of what is
    chosen.
    """
    if presentation.caption:
        return presentation.caption
    chosen = [name for name in view.selection if name in atlas.known and view.tells(name)]
    return title(atlas, view, chosen[-1]) if chosen else ""


def left_by(text: Text, is_away: Callable[[Point], bool]) -> Text:
    """The same without marks and pins at places that were cut away."""
    marks = tuple(mark for mark in text.marks if not is_away(mark.place))
    return replace(text, marks=marks, pins=tuple(pin for pin in text.pins if not is_away(pin.place)))


def _named(atlas: Atlas, view: View, presentation: Presentation, overlays: Overlays, looks: Looks) -> Asked | None:
    """What is to be named; while names are withheld, what was revealed, in letters for a class."""
    held = {fact.structure for one in view.selection if one in atlas.known for fact in atlas.known[one].attachments}
    questions = tuple(name for name in view.selection[-1:] if presentation.asking and not view.tells(name))
    if not (view.revealed or questions if view.unnamed else view.labels):
        return None
    return Asked(
        looks.shown,
        looks.ghosts,
        view.selection,
        overlays.related.union(overlays.nerves, held),
        overlays.empty,
        remarks(atlas, view),
        presentation.projector or view.unnamed,
        frozenset((*view.revealed, *questions)) if view.unnamed else None,
        questions,
        view.placed,
        view.plane,
    )


def _holds(pin: Pin, atlas: Atlas, view: View) -> bool:
    """Whether what a pin sticks in is shown, or it marks a place alone."""
    return not pin.structure or (pin.structure in atlas.structures and view.shows(pin.structure))
