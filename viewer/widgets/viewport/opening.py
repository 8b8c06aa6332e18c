"""The time until there is something to see: a card waits in the view while meshes are read, or says why none are."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from viewer.model.atlas.atlas import Atlas
from viewer.model.session.view import View
from viewer.widgets.viewport.cards import WaitingCard
from viewer.widgets.viewport.loader import Loader


class Opening(QObject):
    """Reads what a view shows, then what else is not away. ``readied`` hands over a ReadAhead once what is shown can be
    drawn, ``completed`` comes when all that is read, with the proxies that had to be made; else ``refused`` says why
    nothing is.
    """

    readied = Signal(object)
    completed = Signal(object)
    refused = Signal(str)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._card = WaitingCard(widget)
        self._loader: Loader | None = None

    def begin(self, meshes: Path, atlas: Atlas, view: View) -> None:
        """Bring in VTK and the meshes of a folder behind the card."""
        shown = [name for name in atlas.structures if view.shows(name)]
        first = (*shown, *(atlas.mesh(name, form) for name, form in view.forms))
        others = [name for name in atlas.structures if not view.shows(name) and name not in atlas.away]
        self._loader = Loader(meshes, first, others, self)
        self._loader.progressed.connect(self._card.show_progress)
        self._loader.readied.connect(self._hand_over)
        self._loader.finished.connect(self._end)
        self._loader.start()

    def stop(self) -> None:
        """Read no more."""
        loader, self._loader = self._loader, None
        if loader is not None:
            loader.requestInterruption()
            loader.go_on()
            loader.wait()

    def set_dark(self, dark: bool) -> None:
        """Wait on the ground that the scene will have."""
        self._card.set_dark(dark)

    def fill(self, room: QRect) -> None:
        """Wait in all of this part of the widget."""
        self._card.setGeometry(room)

    def _hand_over(self) -> None:
        loader = self._loader
        if loader is not None:
            self.readied.emit(loader.store)
            self._card.hide()
            loader.go_on()

    def _end(self) -> None:
        loader, self._loader = self._loader, None
        if loader is not None and loader.store is None:
            self._card.show_refusal(loader.refusal)
            self.refused.emit(loader.refusal)
        elif loader is not None:
            self.completed.emit(loader.proxies)
