"""The one panel beside the 3D view: pages of which one is seen at a time, or none, or one in a window of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from viewer.language import tr
from viewer.model.session.settings import Settings
from viewer.widgets.chrome import icons, theme
from viewer.widgets.side_panel.cover import Cover
from viewer.widgets.side_panel.floated_page import FloatedPage
from viewer.widgets.side_panel.page import Page
from viewer.widgets.side_panel.pages import Pages

LEAST = 320  # pixels of width in which every page can be read


class SidePanel(QWidget):
    """One page at a time. ``left`` gives the keyboard back to the scene."""

    changed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = Pages()
        self._floated: dict[str, FloatedPage] = {}
        self._title, self._stack = QLabel(self), QStackedWidget(self)
        self._float, self._close = QToolButton(self), QToolButton(self)
        self._cover, self._withheld = Cover(self), False
        self._current = ""
        self._lay_out()
        self.hide()

    # What is seen --------------------------------------------------------------------------------------------

    @property
    def current(self) -> str:
        """The page that is seen in the panel; empty while the panel is closed."""
        return self._current

    @property
    def floated(self) -> tuple[str, ...]:
        """The pages that have windows of their own."""
        return tuple(self._floated)

    def shows(self, name: str) -> bool:
        """Whether a page is on the screen, here or in a window of its own."""
        return name == self._current or name in self._floated

    def holds_keyboard(self) -> bool:
        """Whether what is typed goes into the panel."""
        focused = QApplication.focusWidget()
        return self.isVisible() and focused is not None and self.isAncestorOf(focused)

    def offer(self, name: str, on: bool) -> None:
        """Let a page be opened, or no longer; then it is not seen either."""
        self.pages.offer(name, on)
        if not on:
            self.put_away(name)
        self.changed.emit()

    # Opening and closing --------------------------------------------------------------------------------------

    def open(self, name: str) -> Page:
        """Let a page be seen, where it was and as it was."""
        page = self._page(name)
        if name in self._floated:
            self._floated[name].setVisible(not self._is_covered(name))
            self._floated[name].activateWindow()
        elif name != self._current:
            self._show(name)
        return page

    def toggle(self, name: str) -> None:
        """Open a page and begin there; close it if it is seen. One in a window of its own comes to the front."""
        if name == self._current:
            self.close_page()
        else:
            self.open(name).begin()

    def read(self, name: str) -> None:
        """Let a page be seen and have the keyboard; close it if it has that already."""
        if name == self._current and self.holds_keyboard():
            self.close_page()
        else:
            self.open(name).begin()

    def close_page(self) -> None:
        """Give the whole width to the 3D view, and the keyboard."""
        held = self.holds_keyboard()
        self._current = ""
        self.hide()
        self.changed.emit()
        if held:
            self.left.emit()

    def put_away(self, name: str) -> None:
        """A page has done its work: close it, wherever it is seen."""
        if name in self._floated:
            self._floated.pop(name).give_back(self._stack)
            self.changed.emit()
        elif name == self._current:
            self.close_page()

    def restore(self, name: str, floated: tuple[str, ...]) -> None:
        """Open what was open when the program ended, as far as it is offered; the scene stays as it is."""
        for one in floated:
            if self.pages.offers(one):
                self._page(one).prepare()
                self.float_out(one)
        if self.pages.offers(name) and name not in self._floated:
            self._page(name).prepare()
            self._show(name)

    def remember(self, settings: Settings) -> None:
        """Let the next session open the same."""
        settings.page, settings.floated = self._current, self.floated

    def set_windows_shown(self, on: bool, screen: QScreen | None = None) -> None:
        """Show the pages' own windows, or hide them: all, or those on one screen."""
        for name, window in self._floated.items():
            if on or screen in (None, window.screen()):
                window.setVisible(on and not self._is_covered(name))

    def _page(self, name: str) -> Page:
        page = self.pages.page(name)
        if name not in self._floated and self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        return page

    def _show(self, name: str) -> None:
        self._current = name
        self._stack.setCurrentWidget(self._cover if self._is_covered(name) else self.pages.page(name))
        self._title.setText(self.pages.name(name).title)
        self.setAccessibleName(self.pages.name(name).title)
        self.show()
        self.changed.emit()

    # Withholding names ----------------------------------------------------------------------------------------

    def withhold(self, on: bool) -> None:
        """Cover every page that may name something, here and in windows of their own; or uncover them."""
        self._withheld = on
        for name, window in self._floated.items():
            window.setVisible(not self._is_covered(name))
        if self._current:
            self._show(self._current)

    def _is_covered(self, name: str) -> bool:
        return self._withheld and not self.pages.name(name).discreet

    # Floating -------------------------------------------------------------------------------------------------

    def float_out(self, name: str) -> None:
        """Give a page a window of its own."""
        page = self._page(name)
        self._stack.removeWidget(page)
        window = FloatedPage(self.pages.name(name), page, self.window())
        window.closed.connect(self._take_back)
        self._floated[name] = window
        if name == self._current:
            self.close_page()
        window.show()
        self.changed.emit()

    def float_current(self) -> None:
        """Give the page that is seen a window of its own."""
        if self._current:
            self.float_out(self._current)

    def _take_back(self, name: str) -> None:
        self._floated.pop(name).give_back(self._stack)
        self._show(name)

    # Building -------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setMinimumWidth(LEAST)
        self._title.setFont(theme.sized(theme.BODY, bold=True))
        head = QHBoxLayout()
        head.setContentsMargins(2 * theme.STEP, theme.STEP // 2, theme.STEP // 2, 0)
        head.addWidget(self._title, stretch=1)
        for button, icon, tip, do in (
            (self._float, "float", tr("Open this page in a window of its own"), self.float_current),
            (self._close, "clear", tr("Close the panel (Esc)"), self.close_page),
        ):
            button.setIcon(icons.icon(icon))
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.setMinimumSize(theme.TARGET, theme.TARGET)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(do)
            head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._stack)
        self._stack.addWidget(self._cover)
