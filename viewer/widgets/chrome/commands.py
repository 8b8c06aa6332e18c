"""What menu, bar and keys do: one method for each command of the table, most of them one call on the state."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMessageBox

from viewer.model.session.settings import Settings
from viewer.model.session.state import ViewState
from viewer.widgets.chrome.help import AboutBox, HelpDialog
from viewer.widgets.chrome.pictures import NotSavedError, save
from viewer.widgets.viewport.viewport import Viewport


class Commands(QObject):
    """Carries out commands. What concerns other parts of the window is passed on as a signal."""

    search_asked = Signal()
    facts_asked = Signal()
    variation_asked = Signal()
    forms_asked = Signal()
    projector_asked = Signal()
    pain_asked = Signal()
    levels_asked = Signal()
    tool_asked = Signal(str)
    note_asked = Signal(object)
    pins_asked = Signal(bool)
    cleared = Signal()
    message = Signal(str)

    def __init__(self, window: QMainWindow, state: ViewState, viewport: Viewport, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._state, self._viewport, self._settings = window, state, viewport, settings

    def wire(self, actions: Mapping[str, QAction]) -> None:
        """Let each action do what its name says."""
        views = QActionGroup(self)
        views.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        views.triggered.connect(self.look_from)
        for action in actions.values():
            if action.objectName() == "look_from":
                views.addAction(action)
            else:
                action.triggered.connect(getattr(self, action.objectName()))

    # File -----------------------------------------------------------------------------------------------------

    def save_picture(self) -> None:
        """Ask where to, and save what the 3D view shows."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        names = "-".join(self._state.view.selection[:2]) or "iliopsoas"
        path, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save a picture"), str(Path(folder) / f"{names}.png"), self.tr("Pictures (*.png)")
        )
        if path:
            self.save_picture_as(Path(path))

    def save_picture_as(self, path: Path) -> None:
        """Save what the 3D view shows; say where, or why not."""
        try:
            self.message.emit(self.tr("Saved {file}").format(file=save(self._viewport.picture(), path)))
        except NotSavedError as reason:
            QMessageBox.warning(self._window, "Iliopsoas", str(reason))

    def quit(self) -> None:
        """Close the window."""
        self._window.close()

    # Edit -----------------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """One step back."""
        self._state.undo()

    def redo(self) -> None:
        """One step forward."""
        self._state.redo()

    def search(self) -> None:
        """Type a name."""
        self.search_asked.emit()

    def read_facts(self) -> None:
        """The keyboard to the facts."""
        self.facts_asked.emit()

    def clear(self) -> None:
        """Select nothing, light nothing, ask nothing."""
        self._state.select()
        self._state.highlight_together((), ())
        self.cleared.emit()

    # View -----------------------------------------------------------------------------------------------------

    def look_from(self, action: QAction) -> None:
        """A standard view."""
        self._viewport.look_from(action.data())

    def frame(self) -> None:
        """Come close to the selection, or to everything shown."""
        self._viewport.frame(self._state.view.selection or self._state.shown())

    def start_over(self) -> None:
        """As at the start."""
        self._state.start_over()

    def unlock_tilt(self, on: bool) -> None:
        """Let the spine lean, or keep it upright."""
        self._viewport.navigation.tilt_locked = not on
        self.message.emit(self.tr("The spine may lean now") if on else self.tr("The spine stays upright"))

    def reduce_motion(self, on: bool) -> None:
        """Cut instead of gliding."""
        self._viewport.reduced_motion = self._settings.reduced_motion = on

    # Structures -----------------------------------------------------------------------------------------------

    def hide(self) -> None:
        """Put the selection away; if all of it is away, bring it back."""
        chosen = self._state.view.selection
        if not chosen:
            self.message.emit(self.tr("Nothing is selected: click a structure first, then H hides it"))
        elif all(name in self._state.view.hidden for name in chosen):
            self._state.set_hidden(chosen, False)
        else:
            self._state.set_hidden(chosen, True)
            self.message.emit(self.tr("Hidden. H again brings it back, Shift+H brings back all"))

    def isolate(self) -> None:
        """The selection alone, or everything again."""
        view = self._state.view
        if view.isolated is not None:
            self._state.isolate(None)
        elif view.selection:
            self._state.isolate(view.selection)
        else:
            self.message.emit(self.tr("Nothing is selected: click a structure first, then I isolates it"))

    def show_all(self) -> None:
        """Everything back."""
        self._state.show_all()

    def ghost(self, on: bool) -> None:
        """Let the rest recede."""
        self._state.set_ghost(on)

    def labels(self, on: bool) -> None:
        """Names beside the structures."""
        self._state.set_labels(on)

    def overlays(self, on: bool) -> None:
        """Attachments, zones and trigger points."""
        self._state.set_overlays(on)

    def step_variation(self) -> None:
        """The next presence of the first variation."""
        self.variation_asked.emit()

    def choose_form(self) -> None:
        """The forms of the first variation, to choose from."""
        self.forms_asked.emit()

    def where_it_hurts(self) -> None:
        """Which muscles refer pain to a place?"""
        self.pain_asked.emit()

    def root_levels(self) -> None:
        """What does a root level reach?"""
        self.levels_asked.emit()

    # Study ----------------------------------------------------------------------------------------------------

    def class_of_bodies(self) -> None:
        """Thirty bodies drawn at random."""
        self.tool_asked.emit("class")

    def compare(self) -> None:
        """Two structures side by side."""
        self.tool_asked.emit("compare")

    def palpation(self) -> None:
        """The way to a muscle by touch."""
        self.tool_asked.emit("palpation")

    def notes(self) -> None:
        """A teacher's own notes."""
        self.tool_asked.emit("notes")

    def note_here(self) -> None:
        """A note on the place of the selection that is nearest to the middle of the view, or on what is there."""
        spot = self._viewport.navigation.spot_in_middle()
        if spot is None:
            self.message.emit(
                self.tr("There is nothing in the middle of the 3D view: select or turn, then A pins a note there")
            )
        else:
            self.note_asked.emit(spot)

    def pins(self, on: bool) -> None:
        """Where the notes are, or not."""
        self.pins_asked.emit(on)

    def sources(self) -> None:
        """All sources."""
        self.tool_asked.emit("sources")

    # Window and help ------------------------------------------------------------------------------------------

    def projector(self) -> None:
        """The 3D view alone, or the window again."""
        self.projector_asked.emit()

    def show_help(self) -> None:
        """All keys on one page."""
        HelpDialog(self._window).open()

    def show_about(self) -> None:
        """What this is and whose."""
        AboutBox(self._window).open()
