"""A user's own notes in the window: the page that lists them, their pins in the 3D view, and the places chosen for new
ones.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from viewer.language import tr
from viewer.model.notes.notes import Notes
from viewer.model.notes.pins import Spot
from viewer.model.session.history import Deed
from viewer.model.session.settings import Settings
from viewer.model.session.state import ViewState
from viewer.widgets.notes.notes_page import NotesPage
from viewer.widgets.notes.pins import Pins
from viewer.widgets.side_panel.page import PageName
from viewer.widgets.side_panel.panel import SidePanel
from viewer.widgets.viewport.viewport import Viewport

PAGE = "notes"
LOOK_EVERY = 250
"""Milliseconds between two looks at whether another window has written notes."""


class NoteTaking(QObject):
    """Opens the page of notes where one is to be read or written, and has the session remember each deed."""

    message = Signal(str)

    def __init__(self, state: ViewState, viewport: Viewport, settings: Settings, panel: SidePanel) -> None:
        super().__init__(panel)
        self._state, self._viewport, self._panel = state, viewport, panel
        self.notes = Notes(parent=self)
        self.pins = Pins(self.notes, viewport, settings, self)
        self._page: NotesPage | None = None
        self.notes.done.connect(self._remember)
        self.notes.told.connect(self.message)
        self._follow_other_windows()
        panel.pages.add(PageName(PAGE, tr("Notes")), self._make)
        viewport.navigation.pin_clicked.connect(self.open_note)

    def note_on(self, spot: Spot) -> None:
        """A new note on a spot of the body."""
        self._state.select(spot.structure)
        self._opened().begin_on(spot)

    def note_here(self) -> None:
        """A note on the place of the selection that is nearest to the middle of the view, or on what is there."""
        spot = self._viewport.navigation.spot_in_middle()
        if spot is None:
            self.message.emit(
                tr("There is nothing in the middle of the 3D view: select or turn, then A pins a note there")
            )
        else:
            self.note_on(spot)

    def open_note(self, note_id: str) -> None:
        """The note of a pin."""
        self._opened().open(note_id)

    def give_up_place(self) -> bool:
        """A place that was chosen for a new note is chosen no longer. False where there was none."""
        return self._page is not None and self._page.give_up_place()

    def _follow_other_windows(self) -> None:
        timer = QTimer(self)
        timer.timeout.connect(self.notes.look)
        timer.start(LOOK_EVERY)

    def _remember(self, words: str, undo: Callable[[], None], redo: Callable[[], None]) -> None:
        self._state.remember(Deed(words, undo, redo))
        self.message.emit(tr("Done: {deed} (Ctrl+Z takes it back)").format(deed=words))

    def _opened(self) -> NotesPage:
        page = self._panel.open(PAGE)
        assert isinstance(page, NotesPage)
        return page

    def _make(self) -> NotesPage:
        self._page = NotesPage(self._state, self.notes, self._panel)
        self._page.chosen.connect(self.pins.highlight)
        self._page.proposed.connect(self.pins.propose)
        self._page.gone_to.connect(self._fly_to)
        self._page.left.connect(self._return_to_scene)
        return self._page

    def _fly_to(self, spot: Spot) -> None:
        """Come close to a spot, bringing back what it is on if that was put away."""
        with self._state.one_step():
            if spot.structure in self._state.atlas.structures and not self._state.view.shows(spot.structure):
                self._state.set_hidden([spot.structure], False)
            self._viewport.aiming.fly_to(spot)

    def _return_to_scene(self) -> None:
        self._viewport.setFocus(Qt.FocusReason.OtherFocusReason)
