"""A view of one edition of the annotations as it fits another: what that one does not know is left out."""

from __future__ import annotations

from dataclasses import replace

from viewer.model.atlas.atlas import Atlas
from viewer.model.session.view import View


def carried_over(view: View, before: Atlas, after: Atlas) -> View:
    """The view of one edition as it fits the next: what is new there and away stays away."""
    new = after.away - before.structures.keys()
    fitting = fitted(view, after)
    return replace(fitting, hidden=fitting.hidden | new) if new else fitting


def fitted(view: View, atlas: Atlas) -> View:
    """The view without structures, facts and forms that the atlas does not know."""
    known = atlas.structures.keys()
    layers = (tuple(name for name in layer if name in known) for layer in view.peeled)
    isolated = None if view.isolated is None else (view.isolated & known) or None
    return replace(
        view,
        selection=tuple(name for name in view.selection if name in known),
        hidden=view.hidden & known,
        absent=view.absent & atlas.can_be_absent(),
        isolated=isolated,
        fact=view.fact if view.fact is not None and atlas.knows_fact(view.fact) else None,
        shared=tuple(filter(atlas.knows_fact, view.shared)),
        own=tuple(filter(atlas.knows_fact, view.own)),
        forms=tuple((name, form) for name, form in view.forms if atlas.form(name, form)),
        peeled=tuple(filter(None, layers)),
        revealed=tuple(name for name in view.revealed if name in known),
        placed=tuple((name, place) for name, place in view.placed if name in known),
    )
