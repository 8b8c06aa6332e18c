"""What lies beside the scene and the facts and is fetched when asked for: a class of bodies, the sources."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QMainWindow

from viewer.model.state import ViewState
from viewer.widgets.class_dialog import ClassDialog
from viewer.widgets.sources_dialog import SourcesDialog


class Desk(QObject):
    """Fetches a thing by its name. ``gone_to`` is a structure to come close to."""

    gone_to = Signal(str)

    def __init__(self, window: QMainWindow, state: ViewState) -> None:
        super().__init__(window)
        self._window, self._state = window, state

    def fetch(self, name: str) -> None:
        """Bring a thing on the screen: "class" or "sources"."""
        {"class": self.draw_class, "sources": self.show_sources}[name]()

    def draw_class(self) -> None:
        """A class of bodies of the first variation, if there is any."""
        variation = next(iter(self._state.atlas.variations.values()), None)
        if variation is not None:
            dialog = ClassDialog(self._state.atlas, variation, self._window)
            dialog.opened.connect(self._state.set_body)
            self._show(dialog)

    def show_sources(self) -> None:
        """All sources, with what cites them."""
        dialog = SourcesDialog(self._state.atlas, self._window)
        dialog.chosen.connect(self._go_to_fact)
        self._show(dialog)

    def _go_to_fact(self, fact_id: str) -> None:
        if self._state.atlas.knows_fact(fact_id):
            self.gone_to.emit(self._state.atlas.fact(fact_id)[0].id)
            self._state.highlight(fact_id)

    def _show(self, dialog: QDialog) -> None:
        """Beside the window, which can be used meanwhile."""
        dialog.setModal(False)
        dialog.show()
        dialog.activateWindow()
