"""The way to a named place on a bone."""

from __future__ import annotations

from PySide6.QtCore import QObject

from viewer.model.notes.pins import Spot
from viewer.model.session.state import ViewState
from viewer.widgets.viewport.viewport import Viewport

AROUND = 120.0  # mm of the body in view around a place


class Places(QObject):
    """Goes to places: one action, one step."""

    def __init__(self, state: ViewState, viewport: Viewport) -> None:
        super().__init__(viewport)
        self._state, self._viewport = state, viewport

    def go_to(self, spot: Spot) -> None:
        """Choose the bone, bringing it back if it was put away, and come close to the place on it."""
        with self._state.one_step():
            if not self._state.view.shows(spot.structure):
                self._state.set_hidden([spot.structure], False)
            self._state.select(spot.structure)
            self._viewport.aiming.fly_to(spot, AROUND)
