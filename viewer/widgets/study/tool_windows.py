"""What is fetched beside scene and facts when asked for: a class, the sources, two structures compared, notes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QDockWidget, QMainWindow, QWidget

from viewer.model.notes.notes import Notes
from viewer.model.notes.pins import Spot
from viewer.model.session.body import Body
from viewer.model.session.settings import Settings
from viewer.model.session.state import ViewState
from viewer.model.session.view_changes import with_body
from viewer.widgets.notes.notes_page import NotesPage
from viewer.widgets.notes.pins import Pins
from viewer.widgets.study.class_dialog import ClassDialog
from viewer.widgets.study.compare_page import ComparePage
from viewer.widgets.study.palpation_page import PalpationPage
from viewer.widgets.study.sources_dialog import SourcesDialog
from viewer.widgets.viewport.viewport import Viewport


class ToolWindows(QObject):
    """Fetches a thing by its name. ``gone_to`` is a structure to come close to, and the fact of it to light."""

    gone_to = Signal(str, str)
    look_from_asked = Signal(str)

    def __init__(self, window: QMainWindow, state: ViewState, viewport: Viewport, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._state, self._viewport = window, state, viewport
        self._docks: dict[str, QDockWidget] = {}
        self._notes = Notes(parent=self)
        self.pins = Pins(self._notes, viewport, settings, self)
        viewport.navigation.pin_clicked.connect(self.open_note)

    def fetch(self, name: str) -> None:
        """Bring a thing on the screen: "class", "sources", "compare", "notes" or "palpation"."""
        things = {
            "class": self.draw_class,
            "sources": self.show_sources,
            "compare": self.compare,
            "notes": self.show_notes,
            "palpation": self.find_by_touch,
        }
        things[name]()

    def draw_class(self) -> None:
        """A class of bodies of the first variation, if there is any."""
        variation = next(iter(self._state.atlas.variations.values()), None)
        if variation is not None:
            dialog = ClassDialog(self._state.atlas, variation, self._window)
            dialog.opened.connect(self._open_body)
            self._show(dialog)

    def _open_body(self, body: Body) -> None:
        self._state.change(with_body(body))

    def show_sources(self) -> None:
        """All sources, with what cites them."""
        dialog = SourcesDialog(self._state.atlas, self._window)
        dialog.chosen.connect(self._go_to_fact)
        self._show(dialog)

    def compare(self) -> None:
        """Two structures side by side, below the scene."""
        if "compare" not in self._docks:
            made = ComparePage(self._state, self._window)
            self._docks["compare"] = self._dock(self.tr("Compare"), made, Qt.DockWidgetArea.BottomDockWidgetArea)
        self._docks["compare"].show()
        page = self._docks["compare"].widget()
        assert isinstance(page, ComparePage)
        page.begin()

    def show_notes(self) -> None:
        """A teacher's own notes, below the list of structures."""
        self._notes_page().text.setFocus(Qt.FocusReason.OtherFocusReason)

    def note_on(self, spot: Spot) -> None:
        """A new note on a spot of the body."""
        self._state.select(spot.structure)
        self._notes_page().begin_on(spot)

    def open_note(self, note_id: str) -> None:
        """The note of a pin."""
        self._notes_page().open(note_id)

    def give_up_place(self) -> None:
        """A place that was chosen for a new note is chosen no longer."""
        if "notes" in self._docks:
            page = self._docks["notes"].widget()
            assert isinstance(page, NotesPage)
            page.give_up_place()

    def _notes_page(self) -> NotesPage:
        if "notes" not in self._docks:
            made = NotesPage(self._state, self._notes, self._window)
            made.chosen.connect(self.pins.highlight)
            made.proposed.connect(self.pins.propose)
            made.gone_to.connect(self._fly_to)
            made.left.connect(self._return_to_scene)
            self._docks["notes"] = self._dock(self.tr("Notes"), made, Qt.DockWidgetArea.LeftDockWidgetArea)
        self._docks["notes"].show()
        page = self._docks["notes"].widget()
        assert isinstance(page, NotesPage)
        return page

    def _fly_to(self, spot: Spot) -> None:
        """Come close to a spot, bringing back what it is on if that was put away."""
        with self._state.one_step():
            if spot.structure in self._state.atlas.structures and not self._state.view.shows(spot.structure):
                self._state.set_hidden([spot.structure], False)
            self._viewport.fly_to(spot)

    def _return_to_scene(self) -> None:
        self._viewport.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_by_touch(self) -> None:
        """The way to a muscle by touch, below the facts."""
        if "palpation" not in self._docks:
            made = PalpationPage(self._state, self._window)
            made.look_from_asked.connect(self.look_from_asked)
            self._docks["palpation"] = self._dock(self.tr("By touch"), made, Qt.DockWidgetArea.RightDockWidgetArea)
        self._docks["palpation"].show()
        page = self._docks["palpation"].widget()
        assert isinstance(page, PalpationPage)
        page.begin()

    def _dock(self, title: str, page: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self._window)
        dock.setObjectName(type(page).__name__)
        dock.setAccessibleName(title)
        dock.setWidget(page)
        if not self._window.restoreDockWidget(dock):
            self._window.addDockWidget(area, dock)
        return dock

    def _go_to_fact(self, fact_id: str) -> None:
        if self._state.atlas.knows_fact(fact_id):
            self.gone_to.emit(self._state.atlas.fact(fact_id)[0].id, fact_id)

    def _show(self, dialog: QDialog) -> None:
        """Beside the window, which can be used meanwhile."""
        dialog.setModal(False)
        dialog.show()
        dialog.activateWindow()
