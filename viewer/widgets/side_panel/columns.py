"""Who gets how much of the window's width: the list of structures, the 3D view, the panel. The view comes first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from viewer.model.session.settings import Settings
from viewer.widgets.side_panel.letterbox import Letterbox
from viewer.widgets.side_panel.list_drawer import STRIP, ListDrawer, Strip
from viewer.widgets.side_panel.panel import LEAST as PANEL_LEAST
from viewer.widgets.side_panel.panel import SidePanel

NARROW = 1180  # pixels of width below which the list has no room beside view and panel
SMALL, LARGE = (1366, 0.55), (1920, 0.60)  # widths of screens, and what of them is the view's at least
LIST_LEAST, LIST_USUAL, LIST_PART = 200, (220, 300), 0.18
PANEL_USUAL, PANEL_PART = (360, 460), 0.265
HANDLE = 1


def view_share(width: int) -> float:
    """What part of a window of this width the 3D view has at least."""
    (small, least), (large, most) = SMALL, LARGE
    return least + (most - least) * max(0.0, min((width - small) / (large - small), 1.0))


def side_widths(width: int, list_wish: int, panel_wish: int, strip: bool, panel: bool) -> tuple[int, int]:
    """Pixels of list and panel in a window of ``width``; 0 wishes for the usual. A panel that is closed has 0."""
    room = width - 2 * HANDLE - -int(-width * view_share(width) // 1)
    left = STRIP if strip else list_wish or _between(round(LIST_PART * width), LIST_USUAL)
    right = (panel_wish or _between(round(PANEL_PART * width), PANEL_USUAL)) if panel else 0
    if not strip:
        left = max(LIST_LEAST, min(left, room - right))
    return left, max(PANEL_LEAST, min(right, room - left)) if panel else 0


def _between(wish: int, limits: tuple[int, int]) -> int:
    return max(limits[0], min(wish, limits[1]))


class Columns(QWidget):
    """The list beside the view, or folded to a strip, or unfolded over the view for as long as it has the keyboard."""

    list_moved = Signal(bool)

    def __init__(self, drawer: ListDrawer, view: QWidget, panel: SidePanel, parent: QWidget) -> None:
        super().__init__(parent)
        self._drawer, self._view, self._panel = drawer, view, panel
        self.list_width, self.panel_width, self.list_folded = 0, 0, False
        self._over, self._alone = False, False
        self.strip = Strip(self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setHandleWidth(HANDLE)
        self._splitter.setChildrenCollapsible(False)
        self.letterbox = Letterbox(view)
        for part in (self.strip, self.letterbox, panel):
            self._splitter.addWidget(part)
        self._splitter.setStretchFactor(1, 1)
        drawer.setParent(self)
        self._splitter.splitterMoved.connect(self._take_wishes)
        self.strip.unfold_asked.connect(self.toggle_list)
        drawer.fold_asked.connect(self.toggle_list)
        panel.changed.connect(self.place)
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]

    def restore(self, settings: Settings) -> None:
        """Share the width as in the session before."""
        self.list_folded = settings.list_folded
        self.list_width, self.panel_width = settings.list_width, settings.panel_width
        self.place()

    def remember(self, settings: Settings) -> None:
        """Let the next session share the width likewise."""
        settings.list_folded = self.list_folded
        settings.list_width, settings.panel_width = self.list_width, self.panel_width

    # The list -------------------------------------------------------------------------------------------------

    @property
    def list_beside(self) -> bool:
        """Whether the list has a column of its own."""
        return not self.list_folded and self.width() >= NARROW

    @property
    def list_seen(self) -> bool:
        """Whether the list is there, beside or over the view."""
        return self.list_beside or self._over

    def toggle_list(self) -> None:
        """Fold the list to a strip, or unfold it; in a narrow window it unfolds over the view."""
        if self.width() < NARROW:
            self._over = not self._over
        else:
            self.list_folded, self._over = not self.list_folded and not self._over, False
        self.place()

    def show_list(self) -> None:
        """Let the list be seen for now, over the view where it has no column."""
        self._over = not self.list_beside
        self.place()

    def fold_back(self) -> None:
        """A list that was unfolded over the view goes."""
        if self._over:
            self._over = False
            self.place()

    def _follow_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        if self._over and now is not None and self.window().isAncestorOf(now) and not self._drawer.isAncestorOf(now):
            self.fold_back()

    # Sharing the width ----------------------------------------------------------------------------------------

    def set_alone(self, alone: bool) -> None:
        """Let the 3D view be all that is given a place on its screen from now on, or everything again."""
        self._alone = alone
        self._panel.set_windows_shown(not alone, self.screen())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share the width anew."""
        super().resizeEvent(event)
        self._over = self._over and not self.list_beside
        self.place()

    def place(self) -> None:
        """Give everything its place."""
        opened = bool(self._panel.current) and not self._alone
        self.strip.setVisible(not self._alone)
        self._panel.setVisible(opened)
        self.strip.fold(not self.list_beside)
        left, right = side_widths(
            self.width(), self.list_width, self.panel_width, strip=not self.list_beside, panel=opened
        )
        self._splitter.setGeometry(self.rect())
        self._splitter.setSizes([left, self.width() - left - right, right])
        self._place_list(left)
        self.list_moved.emit(self.list_seen)

    def _place_list(self, left: int) -> None:
        width = left if self.list_beside else side_widths(self.width(), self.list_width, 0, strip=False, panel=False)[0]
        self._drawer.set_over(self._over)
        self._drawer.setGeometry(0, 0, width, self.height())
        seen, focused = self.list_seen and not self._alone, QApplication.focusWidget()
        if not seen and focused is not None and self._drawer.isAncestorOf(focused):
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._drawer.setVisible(seen)
        self._drawer.raise_()

    def _take_wishes(self) -> None:
        """A handle was dragged: remember it, within what the view leaves."""
        left, _, right = self._splitter.sizes()
        if self.list_beside:
            self.list_width = max(left, LIST_LEAST)
        if self._panel.current:
            self.panel_width = max(right, PANEL_LEAST)
        self.place()
