"""How the view is presented now, beside what it shows; whoever has a part in that sets it here."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from viewer.drawing.presentation import Presentation
from viewer.model.notes.pins import Pin


class Presenting(QObject):
    """``changed`` says that it is to be presented in another way."""

    changed = Signal()

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self.now = Presentation(handles=True)

    def set_dark(self, dark: bool) -> None:
        """Draw on dark slate or on paper white."""
        self._take(replace(self.now, dark=dark))

    def set_pixel(self, pixel: float) -> None:
        """Draw lines and letters for a screen of which one pixel at 100 % is so many."""
        self._take(replace(self.now, pixel=pixel))

    def set_projector(self, on: bool) -> None:
        """Write names and a caption large enough for the back row, or no longer."""
        self._take(replace(self.now, projector=on))

    def set_caption(self, words: str) -> None:
        """Write this below the picture for a class, or nothing."""
        self._take(replace(self.now, caption=words))

    def set_pins(self, pins: tuple[Pin, ...]) -> None:
        """Show these pins of notes, and nothing of those that were shown before."""
        self._take(replace(self.now, pins=pins))

    def set_asking(self, on: bool) -> None:
        """Mark what is asked for by a question mark, or no longer."""
        self._take(replace(self.now, asking=on))

    def set_handles(self, on: bool) -> None:
        """Show what a section is moved by, or not."""
        self._take(replace(self.now, handles=on))

    def set_held(self, near: bool) -> None:
        """Light up what a section is moved by, or no longer."""
        self._take(replace(self.now, held=near))

    def cover(self, place: QRect | None) -> None:
        """Let no name stand where this part of the view is covered, or anywhere again."""
        high = self._view.height()
        box = None if place is None else (place.left(), high - place.bottom(), place.right(), high - place.top())
        self._take(replace(self.now, covered=box))

    def _take(self, wanted: Presentation) -> None:
        if wanted != self.now:
            self.now = wanted
            self.changed.emit()
