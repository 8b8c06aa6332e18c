"""The commands that open and close pages of the side panel, kept in step with what is seen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup

from viewer.widgets.side_panel.panel import SidePanel

READ = {"facts": "read_facts"}
"""Pages whose command brings the keyboard there first, and only then closes them."""


class PageActions(QObject):
    """Takes from all actions those that bear the name of a page, and "float"."""

    def __init__(self, panel: SidePanel, actions: Mapping[str, QAction]) -> None:
        super().__init__(panel)
        self._panel, self._float = panel, actions["float"]
        self.by_page = {name.id: actions[READ.get(name.id, name.id)] for name in panel.pages.names()}
        self._toggling, self._reading = QActionGroup(self), QActionGroup(self)
        for name, action in self.by_page.items():
            action.setData(name)
            (self._reading if name in READ else self._toggling).addAction(action)
        for group, do in ((self._toggling, self._toggle), (self._reading, self._read)):
            group.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
            group.triggered.connect(do)
        self._float.triggered.connect(panel.float_current)
        panel.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Check what is seen, allow what is offered."""
        for name, action in self.by_page.items():
            action.setEnabled(self._panel.pages.offers(name))
            action.setChecked(self._panel.shows(name))
        self._float.setEnabled(bool(self._panel.current))

    def _toggle(self, action: QAction) -> None:
        self._panel.toggle(action.data())
        self.follow()

    def _read(self, action: QAction) -> None:
        self._panel.read(action.data())
