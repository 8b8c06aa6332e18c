"""How every structure looks, found once for each view: what is shown, what is solid, what only a silhouette."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from viewer.drawing.overlays.overlays import Overlays
from viewer.drawing.structures.structure_actor import Look
from viewer.model.atlas.atlas import Kind, Structure
from viewer.model.session.view import View


@dataclass(frozen=True)
class Looks:
    """The look of each structure by its id. ``shown`` are those that are to be seen, the skin apart (it is only ever
    seen through); ``ghosts`` those of them that hide nothing, ``solid`` the others.
    """

    each: Mapping[str, Look] = field(default_factory=dict)
    shown: tuple[str, ...] = ()
    ghosts: frozenset[str] = frozenset()
    solid: frozenset[str] = frozenset()


def derive(
    standing: Mapping[str, Structure], view: View, overlays: Overlays, recede: float, is_there: Callable[[str], bool]
) -> Looks:
    """The looks of structures that have a model, by their ids; those that are not chosen ``recede`` so far, and
    ``is_there`` says whether a section left anything.
    """
    left = {name: structure for name, structure in standing.items() if is_there(name)}
    each = {name: _look(name, view, overlays, recede) for name in left}
    shown = tuple(name for name, structure in left.items() if structure.kind is not Kind.SKIN and view.shows(name))
    ghosts = frozenset(name for name in shown if each[name].ghost)
    return Looks(each, shown, ghosts, frozenset(shown) - ghosts)


def _look(name: str, view: View, overlays: Overlays, recede: float) -> Look:
    lit = name in overlays.nerves
    chosen = lit or name in view.selection
    rest = bool(view.selection) and not chosen and name not in overlays.related
    return Look(lit or view.shows(name), chosen, recede if rest else 0.0, rest and view.ghost, name in overlays.shared)
