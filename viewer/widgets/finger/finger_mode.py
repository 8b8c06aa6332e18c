"""When the pointer is a finger: while the page of the finger is seen. The page, its commands, and how it is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from viewer.language import tr
from viewer.model.session.state import ViewState
from viewer.widgets.side_panel.page import PageName
from viewer.widgets.side_panel.panel import SidePanel
from viewer.widgets.viewport.viewport import Viewport

if TYPE_CHECKING:
    from viewer.widgets.finger.finger_page import FingerPage

PAGE = "finger"


class FingerMode(QObject):
    """Offers the page. ``message`` is what the status bar says."""

    message = Signal(str)

    def __init__(self, state: ViewState, viewport: Viewport, panel: SidePanel) -> None:
        super().__init__(panel)
        self._state, self._viewport, self._panel = state, viewport, panel
        self._page: FingerPage | None = None
        self._seen = False
        panel.pages.add(PageName(PAGE, tr("Finger")), self._make)
        panel.changed.connect(self._follow)
        state.names_changed.connect(self._follow)

    def leave(self) -> bool:
        """Take the finger away and close its page. False where it is not seen."""
        seen = self._panel.shows(PAGE)
        if seen:
            self._panel.put_away(PAGE)
        return seen

    def turn_plane(self) -> None:
        """The section in the other plane."""
        self._opened().turn_plane()

    def save_section(self) -> None:
        """The section as a picture in a file."""
        self._opened().picture.save()

    def copy_section(self) -> None:
        """The section as a picture to be pasted elsewhere."""
        self._opened().picture.copy()

    def _follow(self) -> None:
        """The finger goes with its page, unless another page took the place of that: one can read beside it."""
        seen, was = self._panel.shows(PAGE) and not self._state.view.unnamed, self._seen
        self._seen = seen
        if seen != was:
            self._viewport.hand.want(PAGE, seen)
        if was and not seen and not self._panel.current and self._state.view.finger is not None:
            self._viewport.hand.lift()

    def _opened(self) -> FingerPage:
        self._panel.open(PAGE)
        assert self._page is not None
        return self._page

    def _make(self) -> FingerPage:
        from viewer.widgets.finger.finger_page import FingerPage

        self._page = FingerPage(self._state, self._viewport, self._panel)
        self._page.told.connect(self.message)
        return self._page
