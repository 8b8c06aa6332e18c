"""What the scene shows at a step of a walk."""

from __future__ import annotations

from dataclasses import replace

from viewer.model.atlas.atlas import Atlas, Kind, Point
from viewer.model.atlas.sides import other_side
from viewer.model.finger.press import Press
from viewer.model.session.view import UNLIT, View
from viewer.model.session.view_changes import Change
from viewer.model.walks.walk import Step, Walk

FREE = 20.0
"""Millimetres of a finger above the skin that are to be seen."""


def shown_at(atlas: Atlas, step: Step, press: Press | None) -> Change:
    """The structures of a step: its own solid, the ghosted ones receding, everything else away; its marks, its camera
    where it has one of its own, and a finger. A step that names no structures leaves them as they are.
    """

    def change(view: View) -> View:
        seen = replace(_layered(atlas, step, view), marks=step.marks, finger=press, overlays=False, **UNLIT)
        return replace(seen, camera=step.camera) if step.camera else seen

    return change


def looked_at(atlas: Atlas, walk: Walk, step: Step) -> tuple[str, ...]:
    """The structures that a standard view is to come close to: what the walk leads to, on either side, as far as that
    is solid; else all that is solid.
    """
    solid = _solid(atlas, step)
    return tuple(name for name in solid if {name, other_side(name)} & {*walk.structures}) or solid


def _solid(atlas: Atlas, step: Step) -> tuple[str, ...]:
    return tuple(name for name in step.shown if atlas.structures[name].kind is not Kind.SKIN)


def places_at(step: Step, press: Press | None) -> tuple[Point, ...]:
    """The places that a standard view is to have in it: marks, and where a finger stands and ends."""
    marked = (place for mark in step.marks for place in mark.places)
    return (*marked, *((press.place(-FREE), press.tip) if press else ()))


def _layered(atlas: Atlas, step: Step, view: View) -> View:
    wanted = frozenset((*step.shown, *step.ghosted)) - view.absent
    if not wanted:
        return view
    solid = (name for name in _solid(atlas, step) if name in wanted)
    return replace(
        view, selection=tuple(solid), isolated=wanted, hidden=view.hidden - wanted, ghost=bool(step.ghosted), peeled=()
    )
