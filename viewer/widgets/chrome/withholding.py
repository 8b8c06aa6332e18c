"""While the view withholds names nothing in the window tells one: what cannot do without names is put away."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from viewer.model.session.state import ViewState

TELLING = (
    "search",
    "labels",
    "where_it_hurts",
    "root_levels",
    "class_of_bodies",
    "sources",
    "note_here",
    "step_variation",
    "choose_form",
    "tell_apart",
    "turn_section",
    "save_section",
    "copy_section",
)
"""Commands that are of no use without names, or would tell some."""


class Withholding(QObject):
    """``put_away`` are told whether names are withheld, ``close`` what is open for the moment is closed then."""

    def __init__(
        self,
        window: QMainWindow,
        state: ViewState,
        actions: Mapping[str, QAction],
        put_away: Sequence[Callable[[bool], None]],
        close: Sequence[Callable[[], None]],
    ) -> None:
        super().__init__(window)
        self._window, self._state, self._put_away, self._close = window, state, put_away, close
        self._actions = [actions[name] for name in TELLING]
        state.names_changed.connect(self.follow)

    def follow(self) -> None:
        """Put names away, or have them back."""
        on = self._state.view.unnamed
        for action in self._actions:
            action.setEnabled(not on)
        for put_away in self._put_away:
            put_away(on)
        if on:
            self._window.statusBar().clearMessage()
            for close in self._close:
                close()
