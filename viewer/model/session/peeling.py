"""Peeling the body from the skin inwards: the outermost layer that is shown goes, or the last one comes back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from viewer.model.atlas.atlas import Atlas, Structure
from viewer.model.session.view import UNLIT, View
from viewer.model.session.view_changes import Change, brought_back


def outermost(atlas: Atlas, view: View, without: Collection[str] = ()) -> tuple[str, ...]:
    """Ids of what is shown of the outermost layer, apart from those that have no model; none where nothing is left."""
    shown = [(layer, one.id) for layer, one in _layered(atlas) if view.shows(one.id) and one.id not in without]
    first = min((layer for layer, _ in shown), default=None)
    return tuple(name for layer, name in shown if layer == first)


def not_begun(atlas: Atlas, view: View) -> bool:
    """Whether there are layers to take away of which nothing is shown yet, but perhaps of the outermost."""
    layers = {layer for layer, _ in _layered(atlas)}
    shown = {layer for layer, one in _layered(atlas) if view.shows(one.id)}
    return len(layers) > 1 and not view.peeled and shown <= {min(layers)}


def from_the_skin(view: View) -> View:
    """Everything there, nothing of it receding: peeling begins."""
    return replace(view, hidden=frozenset(), isolated=None, ghost=False, peeled=())


def peeled(structure_ids: Collection[str]) -> Change:
    """These taken away as one layer; they leave the selection."""
    gone = tuple(structure_ids)

    def change(view: View) -> View:
        left = tuple(name for name in view.selection if name not in gone)
        after = replace(view, hidden=view.hidden.union(gone), peeled=(*view.peeled, gone), selection=left)
        return after if left == view.selection else replace(after, **UNLIT)

    return change


def last_peeled(view: View) -> tuple[str, ...]:
    """What the next layer to be put back holds; none where all that was taken away is there again."""
    return next((layer for layer in reversed(view.peeled) if not view.hidden.isdisjoint(layer)), ())


def put_back(view: View) -> View:
    """The layer that was taken away last there again."""
    layer = last_peeled(view)
    back = brought_back(layer)(view) if layer else view
    return replace(back, peeled=view.peeled[: view.peeled.index(layer)] if layer else ())


def _layered(atlas: Atlas) -> list[tuple[int, Structure]]:
    return [(one.layer, one) for one in atlas.structures.values() if one.layer is not None]
