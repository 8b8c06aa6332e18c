"""The surfaces that a view shows, each with its structure: what every export carries, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass

from viewer.drawing import style
from viewer.drawing.overlays.overlays import wanted
from viewer.drawing.structures import looks
from viewer.drawing.structures.structure_actor import Look
from viewer.model.atlas.atlas import Atlas, Kind, Structure
from viewer.model.session.view import View


@dataclass(frozen=True)
class Piece:
    """A ``structure`` as it is shown: in the form whose mesh has this ``name``, with its ``look``."""

    structure: Structure
    name: str
    look: Look

    @property
    def seen_through(self) -> bool:
        """Whether what lies behind it is seen: the skin, and what recedes as a ghost."""
        return self.look.ghost or self.structure.kind is Kind.SKIN


def pieces(atlas: Atlas, view: View) -> list[Piece]:
    """All that a view shows, in the order of the atlas; what is absent, hidden or away is left out.

    A section cuts nothing here: that is for whoever draws the surfaces.
    """
    derived = looks.derive(atlas.structures, view, wanted(atlas, view), style.DARK.recede, lambda _: True)
    shown = ((atlas.structures[name], look) for name, look in derived.each.items() if look.shown)
    return [Piece(one, atlas.mesh(one.id, view.form(one.id)), look) for one, look in shown]
