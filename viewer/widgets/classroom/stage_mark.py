"""A quiet word over the view while the class, on its own screen, sees something else than this."""

from __future__ import annotations

from PySide6.QtCore import QObject

from viewer.language import tr
from viewer.widgets.classroom.blank import Blank
from viewer.widgets.classroom.freeze import Freeze
from viewer.widgets.classroom.projector import Projector
from viewer.widgets.viewport.cards import GAP, Tag
from viewer.widgets.viewport.viewport import Viewport


class StageMark(QObject):
    """Says that the stage is blank, or else that it is frozen."""

    def __init__(self, viewport: Viewport, projector: Projector, freeze: Freeze, blank: Blank) -> None:
        super().__init__(viewport)
        self._projector, self._freeze, self._blank = projector, freeze, blank
        self.tag = Tag(viewport)
        for part in (projector, freeze, blank):
            part.changed.connect(self.follow)

    def follow(self) -> None:
        """Say what is so now."""
        words = ""
        if self._projector.beside and self._blank.on:
            words = tr("The class sees a blank screen. The full stop brings the picture back")
        elif self._freeze.on:
            words = tr("Frozen: the class sees the picture from before. Z lets go")
        self.tag.say(words)
        self.tag.move(GAP, GAP)
