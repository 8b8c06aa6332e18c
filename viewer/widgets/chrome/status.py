"""What the window says of the state in its frame: title, status bar, badge, and the words for a screen reader."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QMainWindow

from viewer.language import tr
from viewer.model.answers import body_words
from viewer.model.session.state import ViewState
from viewer.model.words import names_withheld
from viewer.widgets.chrome.reading import Reading
from viewer.widgets.structures.structure_list import StructureList
from viewer.widgets.viewport.viewport import Viewport

SEEN_FOR = 8000  # ms that a message stands in the status bar


class Status(QObject):
    """Follows the state; ``tell`` is for all who have something to say."""

    def __init__(self, window: QMainWindow, state: ViewState, viewport: Viewport, structures: StructureList) -> None:
        super().__init__(window)
        self._window, self._state, self._viewport, self._structures = window, state, viewport, structures
        self.count = QLabel(window)
        reading = Reading(window)
        window.statusBar().addPermanentWidget(reading)
        window.statusBar().addPermanentWidget(self.count)
        viewport.supply.progressed.connect(reading.show_progress)
        state.changed.connect(self.follow)
        viewport.problems_changed.connect(self.show_problems)

    def tell(self, words: str) -> None:
        """A message in the status bar."""
        self._window.statusBar().showMessage(words, SEEN_FOR)

    def follow(self) -> None:
        """Say what is so now."""
        view, atlas = self._state.view, self._state.atlas
        there = [name for name in atlas.structures if name not in view.absent and name not in self._problems]
        shown = sum(view.shows(name) for name in there)
        told = tr("%n structure(s)", "", shown)
        if shown != len(there):
            told = tr("%n of {of} structures shown", "", shown).format(of=len(there))
        self.count.setText("" if view.unnamed else told)  # the count alone would tell whether one is missing
        names = [body_words.title(atlas, view, name) for name in view.selection if view.tells(name)]
        self._window.setWindowTitle(f"Iliopsoas – {names[-1]}" if names else "Iliopsoas")
        chosen = tr("Selected: {names}").format(names="; ".join(names)) if names else self._nothing_named()
        self._viewport.setAccessibleDescription("\n".join((chosen, *body_words.badge(atlas, view).splitlines())))

    def _nothing_named(self) -> str:
        return names_withheld() if self._state.view.unnamed else tr("Nothing selected")

    def show_problems(self) -> None:
        """Say which structures have no model, and why."""
        self._structures.set_problems(self._problems)
        self.follow()
        for name, reason in list(self._problems.items())[:1]:
            count, title = len(self._problems), body_words.title(self._state.atlas, self._state.view, name)
            several = tr("%n structure(s) ha(s|ve) no model; the list says why", "", count)
            self.tell(several if count > 1 or self._state.view.unnamed else f"{title}: {reason}")

    @property
    def _problems(self) -> Mapping[str, str]:
        return self._viewport.scene.problems if self._viewport.scene else {}
