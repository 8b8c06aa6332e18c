"""A page of the side panel in a window of its own, for a second screen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from viewer.widgets.chrome import theme
from viewer.widgets.side_panel.page import Page, PageName

USUAL = QSize(420, 640)


class FloatedPage(QWidget):
    """A tool window, so that the main window's keys work in it too. ``closed`` names the page that wants back."""

    closed = Signal(str)

    def __init__(self, name: PageName, page: Page, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Tool)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._name, self.page = name, page
        self.setWindowTitle(name.title)
        self.setAccessibleName(name.title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.STEP, 0, 0)
        layout.addWidget(page)
        page.show()
        self.resize(USUAL)

    def give_back(self, stack: QStackedWidget) -> None:
        """Put the page among the others, and be gone."""
        stack.addWidget(self.page)
        self.hide()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """The page goes back into the panel."""
        super().closeEvent(event)
        self.closed.emit(self._name.id)
