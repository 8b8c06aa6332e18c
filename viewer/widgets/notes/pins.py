"""Keeps the pins in the 3D view in step with a user's notes, the note that is chosen, and the place of a new one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from viewer.language import mark, tr
from viewer.model.notes.notes import Notes
from viewer.model.notes.pins import Pin, Spot, pins
from viewer.model.session.settings import Settings
from viewer.widgets.viewport.viewport import Viewport

NEW = Pin("", "+", (0.0, 0.0, 0.0), words=mark("The note that you write now"), lit=True)


class Pins(QObject):
    """Whether pins are shown lasts between runs; the place of a new note is shown in any case."""

    def __init__(self, notes: Notes, viewport: Viewport, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._notes, self._viewport, self._settings = notes, viewport, settings
        self._lit = ""
        self._new: Spot | None = None
        notes.changed.connect(self.follow)
        self.follow()

    def set_shown(self, on: bool) -> None:
        """Show the pins of all notes, or put them away."""
        self._settings.pins = on
        self.follow()

    def highlight(self, note_id: str) -> None:
        """Let the pin of this note stand out."""
        self._lit = note_id
        self.follow()

    def propose(self, spot: Spot | None) -> None:
        """Show the place that a note to be written will have; None shows none."""
        self._new = spot
        self.follow()

    def follow(self) -> None:
        """Show what is to be shown now."""
        kept = pins(self._notes.all()) if self._settings.pins else ()
        shown = [replace(pin, lit=pin.note == self._lit) for pin in kept]
        if self._new is not None:
            shown.append(replace(NEW, place=self._new.place, structure=self._new.structure, words=tr(NEW.words)))
        self._viewport.presenting.set_pins(tuple(shown))
