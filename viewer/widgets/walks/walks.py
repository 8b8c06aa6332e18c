"""Walks within the window: their page, the commands that step through one, and files that are opened."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog

from viewer.language import tr
from viewer.model.atlas.atlas import Point
from viewer.model.finger.press import Press
from viewer.model.session.state import ViewState
from viewer.model.walks.shelf import own_folder
from viewer.model.walks.walk import Kind
from viewer.widgets.side_panel.page import PageName
from viewer.widgets.side_panel.panel import SidePanel
from viewer.widgets.viewport.viewport import Viewport
from viewer.widgets.walks.walks_page import WalksPage

PAGE = "walks"
STEERING = ("next_step", "step_before", "read_aloud")
"""Commands that there is something to do for while a walk is under way."""


class Walks(QObject):
    """Makes the page when it is first seen, and lets commands steer it."""

    message = Signal(str)

    def __init__(self, state: ViewState, viewport: Viewport, panel: SidePanel, actions: Mapping[str, QAction]) -> None:
        super().__init__(panel)
        self._state, self._viewport, self._panel, self._actions = state, viewport, panel, actions
        self.page: WalksPage | None = None
        panel.pages.add(PageName(PAGE, tr("Walks")), self._make)
        panel.changed.connect(self._follow_panel)
        for name, do in (("next_step", self._on), ("step_before", self._back), ("read_aloud", self._read_aloud)):
            actions[name].triggered.connect(do)
            actions[name].setEnabled(False)

    def open_file(self) -> None:
        """Ask for a file and take its walk."""
        own = own_folder()
        usual = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        path, _ = QFileDialog.getOpenFileName(
            self._panel.window(), tr("Open a walk"), str(own if own.is_dir() else usual), tr("Walks (*.json)")
        )
        if path:
            self.open_from(Path(path))

    def tell_apart(self) -> None:
        """The first walk that tells structures apart."""
        self._panel.open(PAGE)
        assert self.page is not None
        self.page.begin_kind(Kind.APART)

    def open_from(self, file: Path) -> None:
        """Take the walk of a file."""
        self._panel.open(PAGE)
        assert self.page is not None
        self.page.open_file(file)

    def _make(self) -> WalksPage:
        self.page = WalksPage(self._state, self._press_on, self._panel)
        self.page.scene.look_asked.connect(self._viewport.aiming.look_at)
        self.page.ended.connect(self._end)
        self.page.message.connect(self.message)
        self.page.under_way_changed.connect(self._allow)
        return self.page

    def _press_on(self, start: Point, aim: Point) -> Press | None:
        return self._viewport.body.press_on(start, aim)

    def _end(self) -> None:
        self._panel.put_away(PAGE)

    def _follow_panel(self) -> None:
        if self.page is not None:
            self.page.attend(self._panel.shows(PAGE))
        self._allow()

    def _allow(self) -> None:
        """Page keys are for steps while these are seen, and else for whatever scrolls."""
        for name in STEERING:
            self._actions[name].setEnabled(self.page is not None and self.page.under_way and self._panel.shows(PAGE))

    def _on(self) -> None:
        if self.page is not None:
            self.page.step(1)

    def _back(self) -> None:
        if self.page is not None:
            self.page.step(-1)

    def _read_aloud(self) -> None:
        if self.page is not None:
            self.page.read_aloud(not self.page.steps.speak.isChecked())
