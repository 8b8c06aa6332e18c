"""A lesson: scenes in the order in which a class sees them. Frozen data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from viewer.model.session.view import View


@dataclass(frozen=True)
class LessonScene:
    """What a class sees at one moment: a ``view`` with a ``caption`` below it. ``notes`` are for who teaches,
    ``sources`` (ids of the annotations) bear what both say.
    """

    title: str
    view: View
    caption: str = ""
    notes: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lesson:
    """A ``title``, some words ``about`` it, and its scenes."""

    title: str = ""
    about: str = ""
    scenes: tuple[LessonScene, ...] = ()

    def with_scenes(self, scenes: Iterable[LessonScene]) -> Lesson:
        """The same lesson with other scenes."""
        return replace(self, scenes=tuple(scenes))
