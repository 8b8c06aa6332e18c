"""The named icons of the panel's pages, one of them down, and the line above the window where menus and icons stand."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QToolButton, QWidget

from viewer.language import tr
from viewer.widgets.chrome import icons, theme
from viewer.widgets.side_panel.panel import SidePanel

BESIDE, ALONE = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly


class PageRow(QWidget):
    """A button for each page that is offered. The page's command gives it icon, tooltip and key."""

    def __init__(self, panel: SidePanel, commands: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self.buttons: dict[str, QToolButton] = {}
        self.setAccessibleName(tr("Pages"))
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(theme.STEP, 2, theme.STEP, 2)
        self._layout.setSpacing(2)
        for name in panel.pages.names():
            if name.listed:
                self._add(name.id, name.title, commands[name.id])
        panel.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Press the button of what is seen, and list what is offered."""
        for name, button in self.buttons.items():
            button.setVisible(self._panel.pages.offers(name))
            button.setChecked(self._panel.shows(name))

    def fit(self, width: int) -> None:
        """Write the names beside the icons where this many pixels are enough for all of them."""
        named = self.named_width() <= width
        for button in self.buttons.values():
            button.setToolButtonStyle(BESIDE if named else ALONE)

    def named_width(self) -> int:
        """Pixels that all names and icons need."""
        listed = [button for name, button in self.buttons.items() if self._panel.pages.offers(name)]
        words = sum(button.fontMetrics().horizontalAdvance(button.text()) for button in listed)
        return words + (theme.TARGET + 2 * theme.STEP) * len(listed) + 2 * theme.STEP

    def set_dark(self, dark: bool) -> None:
        """Mark what is not always offered in a colour for a dark or a light ground."""
        colour = (theme.DARK if dark else theme.LIGHT).disputed
        for name in self._panel.pages.names():
            if not name.lasting:
                self.buttons[name.id].setIcon(icons.marked(name.id, colour))

    def _press(self, down: bool) -> None:
        """However the button was pressed: a screen reader's way of doing so is no click."""
        sender = self.sender()
        assert isinstance(sender, QToolButton)
        if down is not self._panel.shows(sender.objectName()):
            self._panel.toggle(sender.objectName())
            self.follow()

    def _add(self, name: str, title: str, command: QAction) -> None:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(title)
        button.setAccessibleName(title)
        button.setToolTip(command.toolTip())
        button.setIcon(command.icon())
        button.setIconSize(QSize(18, 18))
        button.setCheckable(True)
        button.setMinimumSize(theme.TARGET, theme.TARGET)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.toggled.connect(self._press)
        self.buttons[name] = button
        self._layout.addWidget(button)


class TopLine(QWidget):
    """Menus at the left, pages at the right."""

    def __init__(self, menus: QMenuBar, row: PageRow, panel: SidePanel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("top")
        self.menus, self.row = menus, row
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(menus, stretch=1, alignment=Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(row)
        panel.changed.connect(self.fit)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Names only where the menus leave room for them."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Share the width between menus and pages."""
        self.row.fit(self.width() - self.menus.sizeHint().width())
