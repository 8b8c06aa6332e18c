"""Saving pictures of the 3D view: what the window has drawn at once, anything larger by another process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QMainWindow

from viewer.language import tr
from viewer.model.session.settings import Settings
from viewer.model.session.state import ViewState
from viewer.widgets.takeaway.errand import errand, one_scene
from viewer.widgets.takeaway.picture_dialog import PictureDialog
from viewer.widgets.takeaway.progress import Progress
from viewer.widgets.viewport.viewport import Viewport

USUAL = {"size": "window", "ground": "same", "names": "same"}


class TakingPictures(QObject):
    """``at_once`` saves to a path what the window has drawn. ``refused`` holds words why there is no picture."""

    refused = Signal(str)

    def __init__(
        self,
        window: QMainWindow,
        state: ViewState,
        viewport: Viewport,
        settings: Settings,
        at_once: Callable[[Path], object],
    ) -> None:
        super().__init__(window)
        self._window, self._state, self._viewport, self._settings = window, state, viewport, settings
        self._at_once = at_once

    def ask(self) -> None:
        """Ask how, then where to."""
        dialog = PictureDialog(self._settings, self._viewport.pixels, self._window)
        dialog.wanted.connect(self._ask_where)
        dialog.open()

    def _ask_where(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        view = self._state.view
        names = "-".join(() if view.unnamed else view.selection[:2]) or "iliopsoas"
        path, _ = QFileDialog.getSaveFileName(
            self._window, tr("Save a picture"), str(Path(folder) / f"{names}.png"), tr("Pictures (*.png)")
        )
        if path:
            self.take(Path(path))

    def take(self, path: Path) -> None:
        """Save a picture as the settings say now."""
        target = path if path.suffix.lower() == ".png" else path.with_name(f"{path.name}.png")
        if all(self._settings.picture(aspect) == usual for aspect, usual in USUAL.items()):
            self._at_once(target)
            return
        names, view = self._settings.picture("names"), self._state.view
        shown = view if names == "same" else replace(view, labels=names == "with")
        try:
            making = errand(["--screenshot", target, *self._words()], target, one_scene(shown), self._state, self)
        except OSError as fault:
            self.refused.emit(tr("No picture: {why}.").format(why=fault.strerror))
        else:
            Progress(tr("Save a picture"), making, self._window).show()

    def _words(self) -> list[str]:
        """What the other process is told of size and ground."""
        size, ground = self._settings.picture("size"), self._settings.picture("ground")
        width, height = self._viewport.pixels
        same = "dark" if self._viewport.dark else "light"
        return [
            *("--size", f"{width}x{height}" if size == "window" else size),
            *("--ground", "white" if ground == "white" else same),
            *(["--transparent"] if ground == "transparent" else []),
        ]
