"""How a view is presented, beside what it shows: nothing of it belongs into the history of undo."""

from __future__ import annotations

from dataclasses import dataclass

from viewer.drawing import for_a_class, style
from viewer.model.notes.pins import Pin


@dataclass(frozen=True)
class Presentation:
    """Dark slate or paper white; for a class (``projector``) or one person; how many pixels one at 100 % is (``pixel``:
    lines and letters grow with it); the ``pins`` of notes, each seen while what it sticks in is shown; and a
    ``caption`` for the class. While ``asking``, a question mark stands at what is chosen and not yet named. With
    ``handles``, a section shows what it is moved by; ``held``: a hand is near it. ``paper`` is white, to be printed on.
    Something stands before a rectangle that is ``covered`` (left, bottom, right, top, pixels at 100 %): no name does.
    """

    dark: bool = True
    projector: bool = False
    pixel: float = 1.0
    pins: tuple[Pin, ...] = ()
    asking: bool = False
    caption: str = ""
    handles: bool = False
    held: bool = False
    paper: bool = False
    covered: tuple[float, float, float, float] | None = None

    @property
    def theme(self) -> style.Theme:
        """The ground and the inks."""
        if self.paper:
            return style.PAPER
        if self.projector:
            return for_a_class.DARK if self.dark else for_a_class.LIGHT
        return style.DARK if self.dark else style.LIGHT
