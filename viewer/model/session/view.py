"""What the scene shows at one moment, as one frozen value: undo keeps a list of these, drawing follows the newest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from viewer.model.atlas.atlas import Landmark, Point
from viewer.model.finger.press import Press
from viewer.model.session.plane import CutPlane
from viewer.model.session.stroke import Stroke


@dataclass(frozen=True)
class Camera:
    """Where the viewer stands, in body millimetres; ``angle`` is the vertical view angle in degrees."""

    position: Point
    focus: Point
    up: Point = (0.0, 0.0, 1.0)
    angle: float = 22.0


UNLIT: Mapping[str, Any] = {"fact": None, "shared": (), "own": ()}
"""The aspects of a View that say what is lit, where nothing is."""


@dataclass(frozen=True)
class View:
    """Everything that undo walks through.

    ``selection`` holds structure ids, the last one chosen last. ``hidden`` was put away by the user, ``absent`` is
    missing in this body, ``isolated`` (when not None) is all that is shown. ``ghost`` lets what is not selected
    recede. ``fact`` is the id of the fact whose place is lit; without one, ``shared`` and ``own`` are ids of facts lit
    at once: what two compared structures both have, and what one of them has alone. ``camera`` is None until the scene
    has framed itself. ``forms`` are the forms of structures that do not have the usual one, as pairs of ids in the
    order of the ids. ``peeled`` are the layers that were taken away, the last one last: they are hidden too, unless
    they were brought back since. ``finger`` presses on the skin, ``marks`` are places on it that are marked by name.
    ``unnamed`` withholds all names, as while somebody is asked for one, but those that were ``revealed``. ``plane``
    cuts everything. ``strokes`` were drawn by hand. ``placed`` are names that were put somewhere by hand, as pairs of
    an id and the middle of its name: x to the right and y up from the middle of the view, in its heights, in the order
    of the ids.
    """

    selection: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()
    isolated: frozenset[str] | None = None
    ghost: bool = False
    labels: bool = False
    overlays: bool = True
    fact: str | None = None
    shared: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    camera: Camera | None = None
    forms: tuple[tuple[str, str], ...] = ()
    peeled: tuple[tuple[str, ...], ...] = ()
    finger: Press | None = None
    marks: tuple[Landmark, ...] = ()
    unnamed: bool = False
    revealed: tuple[str, ...] = ()
    plane: CutPlane | None = None
    strokes: tuple[Stroke, ...] = ()
    placed: tuple[tuple[str, tuple[float, float]], ...] = ()

    def form(self, structure_id: str) -> str:
        """The id of a structure's form in this body; empty for the usual one."""
        return dict(self.forms).get(structure_id, "")

    def tells(self, structure_id: str) -> bool:
        """Whether a structure's name may be told."""
        return not self.unnamed or structure_id in self.revealed

    def shows(self, structure_id: str) -> bool:
        """Whether a structure is to be seen (and can be picked, found and counted as shown)."""
        if structure_id in self.absent or structure_id in self.hidden:
            return False
        return self.isolated is None or structure_id in self.isolated
