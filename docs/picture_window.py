"""The window of which pictures are taken for the documentation."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize

from tests import windows
from viewer import paths
from viewer.model.annotations.load import load
from viewer.model.notes import notes
from viewer.model.session.settings import Settings
from viewer.window import Window


def opened(folder: Path, size: QSize) -> Window:
    """A light window of this size with nobody's notes, walks and lessons but ours, and no card of welcome."""
    notes.usual_file = lambda: folder / "notes.json"
    file = folder / "settings.ini"
    settings = Settings(file)
    settings.appearance, settings.greeted = "light", True
    settings.save()
    window = windows.open_window(load(paths.annotations_file()), file)
    window.resize(size)
    return window
