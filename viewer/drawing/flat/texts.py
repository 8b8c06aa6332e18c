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
    """All words of one picture; none that name anything where the view withholds names."""
    if view.unnamed:
        return Text(None, overlays.marks, presentation.projector)
    chosen = [name for name in view.selection if name in atlas.known]
    return Text(
        _named(atlas, view, presentation, overlays, looks) if view.labels else None,
        overlays.marks,
        presentation.projector,
        title(atlas, view, chosen[-1]) if presentation.projector and chosen else "",
        badge(atlas, view),
        tuple(pin for pin in presentation.pins if _holds(pin, atlas, view)),
        levels.heading(atlas, view.plane) if view.plane is not None else "",
    )


def left_by(text: Text, is_away: Callable[[Point], bool]) -> Text:
    """The same without marks and pins at places that were cut away."""
    marks = tuple(mark for mark in text.marks if not is_away(mark.place))
    return replace(text, marks=marks, pins=tuple(pin for pin in text.pins if not is_away(pin.place)))


def _named(atlas: Atlas, view: View, presentation: Presentation, overlays: Overlays, looks: Looks) -> Asked:
    held = {fact.structure for one in view.selection if one in atlas.known for fact in atlas.known[one].attachments}
    return Asked(
        looks.shown,
        looks.ghosts,
        view.selection,
        overlays.related.union(overlays.nerves, held),
        overlays.empty,
        remarks(atlas, view),
        presentation.projector,
    )


def _holds(pin: Pin, atlas: Atlas, view: View) -> bool:
    """Whether what a pin sticks in is shown, or it marks a place alone."""
    return not pin.structure or (pin.structure in atlas.structures and view.shows(pin.structure))
