"""The facts with a button above them that leads to each of their sections."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.model.session.state import ViewState
from viewer.widgets.chrome import theme
from viewer.widgets.facts.panel import FactsPanel
from viewer.widgets.side_panel.page import Page


class FactsPage(Page):
    """The first page of the side panel."""

    def __init__(self, state: ViewState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = FactsPanel(state, self)
        self._button, self._menu = QToolButton(self), QMenu(self)
        self._lay_out()
        self.panel.rewritten.connect(self._list_sections)
        self._menu.triggered.connect(self._go)
        self._list_sections()

    def begin(self) -> None:
        """The keyboard to the first fact."""
        self.panel.go_to_first()

    def _list_sections(self) -> None:
        """What the panel tells of now."""
        self._menu.clear()
        for heading, block in self.panel.headings:
            self._menu.addAction(heading).setData(block)
        self._button.setVisible(bool(self.panel.headings))

    def _go(self, action: QAction) -> None:
        self.panel.go_to(action.data())

    def _lay_out(self) -> None:
        self._button.setText(tr("Sections"))
        self._button.setToolTip(tr("Go to a section of the facts"))
        self._button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.setMenu(self._menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.STEP, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._button)
        layout.addWidget(self.panel)
