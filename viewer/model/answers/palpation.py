"""The way to a structure by touch: consent and cautions first, then the steps, and what the scene shows at each.

This is teaching, not leave to treat: a structure without consent and cautions has no steps either, which a test holds.
"""

from __future__ import annotations

from dataclasses import replace

from viewer.model.atlas.atlas import Atlas, Kind, PalpationStep, Part
from viewer.model.session.view import View


def walk(atlas: Atlas, structure_id: str) -> tuple[PalpationStep, ...]:
    """All that is to be read and shown, in order; empty where nothing is known. Raises KeyError."""
    order = list(Part)
    return tuple(sorted(atlas.known[structure_id].palpation, key=lambda step: order.index(step.part)))


def can_be_walked(atlas: Atlas) -> tuple[str, ...]:
    """Ids of the structures of the scene to which steps lead."""
    return tuple(
        name
        for name, structure in atlas.structures.items()
        if any(step.part is Part.STEP for step in structure.palpation)
    )


def layers(atlas: Atlas, step: PalpationStep, view: View) -> View:
    """A view with the structures of a step: its own solid, the ghosted ones receding, everything else away."""
    if not (step.shown or step.ghosted):
        return view
    wanted = frozenset((*step.shown, *step.ghosted)) - view.absent
    solid = (name for name in step.shown if name in wanted and atlas.structures[name].kind is not Kind.SKIN)
    return replace(
        view,
        selection=tuple(solid),
        isolated=wanted,
        hidden=view.hidden - wanted,
        ghost=bool(step.ghosted),
        fact=step.id,
    )
