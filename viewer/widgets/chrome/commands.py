"""What menu, bar and keys do to the picture and to what is chosen; what other parts of the window do is theirs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMessageBox

from viewer.language import tr
from viewer.model.session.settings import Settings
from viewer.model.session.state import ViewState
from viewer.model.session.view_changes import all_shown, ghosted, isolated, labelled, overlaid
from viewer.widgets.chrome.help import AboutBox, HelpDialog
from viewer.widgets.chrome.inert import inert
from viewer.widgets.chrome.pictures import Saving
from viewer.widgets.takeaway.taking_pictures import TakingPictures
from viewer.widgets.viewport.viewport import Viewport


class Commands(QObject):
    """Carries out commands. ``message`` is what the status bar says of it."""

    message = Signal(str)

    def __init__(self, window: QMainWindow, state: ViewState, viewport: Viewport, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._state, self._viewport, self._settings = window, state, viewport, settings
        self.drawn_by = ""
        """Words for who draws where that is no graphics card; shown with what the program is."""
        self._saving: list[Saving] = []
        self._pictures = TakingPictures(window, state, viewport, settings, self.save_picture_as)
        self._pictures.refused.connect(self._warn)

    # File -----------------------------------------------------------------------------------------------------

    def save_picture(self) -> None:
        """Ask how and where to, and save a picture of the 3D view."""
        self._pictures.ask()

    def save_picture_as(self, path: Path) -> None:
        """Save what the 3D view shows now, while the window goes on; then say where it is, or why not."""
        saving = Saving(self._viewport.picture(), path, self)
        saving.finished.connect(self._tell_saved)
        self._saving.append(saving)
        self.message.emit(tr("Saving {file} …").format(file=path.name))
        saving.start()

    def finish(self) -> None:
        """Wait until every picture that is being saved is whole."""
        for saving in self._saving:
            saving.wait()

    def _tell_saved(self) -> None:
        for saving in [one for one in self._saving if one.isFinished()]:
            self._saving.remove(saving)
            saving.deleteLater()
            if saving.saved:
                self.message.emit(tr("Saved {file}").format(file=saving.saved))
            else:
                self._warn(saving.refusal)

    def _warn(self, words: str) -> None:
        """Beside whatever goes on meanwhile: nobody waits for an answer."""
        box = QMessageBox(QMessageBox.Icon.Warning, "Iliopsoas", inert(words), parent=self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    # Edit -----------------------------------------------------------------------------------------------------

    def clear(self) -> bool:
        """Select nothing and light nothing. False where there was neither, or a question shows what it asks for."""
        view = self._state.view
        if view.unnamed or not (view.selection or view.fact or view.shared or view.own):
            return False
        with self._state.one_step():
            self._state.select()
            self._state.highlight(None)
        return True

    # View -----------------------------------------------------------------------------------------------------

    def look_by(self, views: Sequence[QAction]) -> None:
        """Let each of these actions go to the standard view that is its data."""
        group = QActionGroup(self)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        group.triggered.connect(self._look_from)
        for view in views:
            group.addAction(view)

    def _look_from(self, action: QAction) -> None:
        self._viewport.aiming.look_from(action.data())

    def frame(self) -> None:
        """Come close to the selection, or to everything shown."""
        view = self._state.view
        self._viewport.aiming.frame(view.selection or tuple(filter(view.shows, self._state.atlas.structures)))

    def unlock_tilt(self, on: bool) -> None:
        """Let the spine lean, or keep it upright."""
        self._viewport.navigation.tilt_locked = not on
        self.message.emit(tr("The spine may lean now") if on else tr("The spine stays upright"))

    def reduce_motion(self, on: bool) -> None:
        """Cut instead of gliding."""
        self._viewport.reduced_motion = self._settings.reduced_motion = on

    # Structures -----------------------------------------------------------------------------------------------

    def hide(self) -> None:
        """Put the selection away; if all of it is away, bring it back."""
        chosen = self._state.view.selection
        if not chosen:
            self.message.emit(tr("Nothing is selected: click a structure first, then H hides it"))
        elif all(name in self._state.view.hidden for name in chosen):
            self._state.set_hidden(chosen, False)
        else:
            self._state.set_hidden(chosen, True)
            self.message.emit(tr("Hidden. H again brings it back, Shift+H brings back all"))

    def isolate(self) -> None:
        """The selection alone, or everything again."""
        view = self._state.view
        if view.isolated is not None:
            self._state.change(isolated(()))
        elif view.selection:
            self._state.change(isolated(view.selection))
        else:
            self.message.emit(tr("Nothing is selected: click a structure first, then I isolates it"))

    def show_all(self) -> None:
        """Everything back that was put away; what is away since the start only if nothing else is."""
        self._state.change(all_shown(self._state.atlas))
        if self._state.view.hidden:
            self.message.emit(tr("What was put away is back. Shift+H again shows the groups that are away, too"))

    def ghost(self, on: bool) -> None:
        """Let the rest recede."""
        self._state.change(ghosted(on))

    def labels(self, on: bool) -> None:
        """Names beside the structures."""
        self._state.change(labelled(on))

    def overlays(self, on: bool) -> None:
        """Attachments, zones and trigger points."""
        self._state.change(overlaid(on))

    # Window and help ------------------------------------------------------------------------------------------

    def show_help(self) -> None:
        """All keys on one page."""
        HelpDialog(self._window).open()

    def show_about(self) -> None:
        """What this is and whose."""
        AboutBox(self._window, self.drawn_by).open()
