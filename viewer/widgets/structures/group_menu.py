"""A menu of the groups of structures: each shown or put away as a whole. What there is comes from the atlas."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from viewer.language import tr
from viewer.model.session.state import ViewState
from viewer.model.words import names_withheld


class GroupMenu(QMenu):
    """A row for each group that is in the scene, ticked where all of it is shown."""

    def __init__(self, state: ViewState, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state
        self.setTitle(tr("S&how"))
        self.setAccessibleName(tr("Show groups"))
        self.aboutToShow.connect(self.fill)
        self.triggered.connect(self._toggle)

    def fill(self) -> None:
        """Offer what there is now."""
        self.clear()
        if self._state.view.unnamed:
            self.addAction(names_withheld()).setEnabled(False)
            return
        for name in self._state.atlas.members:
            if there := self._there(name):
                self._offer(name, there)

    def _offer(self, name: str, there: list[str]) -> None:
        shown = sum(map(self._state.view.shows, there))
        part = "" if shown in (0, len(there)) else "  " + tr("{n} of {of}").format(n=shown, of=len(there))
        action = self.addAction(f"{name}{part}".replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(shown == len(there))
        action.setData(name)
        action.setStatusTip(tr("Show all of this group, or put all of it away"))

    def _there(self, name: str) -> list[str]:
        """The structures of a group that this body has in the scene."""
        atlas, view = self._state.atlas, self._state.view
        return [one for one in atlas.members.get(name, ()) if one in atlas.structures and one not in view.absent]

    def _toggle(self, action: QAction) -> None:
        there = self._there(action.data())
        self._state.set_hidden(there, all(map(self._state.view.shows, there)))
