"""Opens windows on the real data as people see them, and sees to it that they are gone for good afterwards."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.first_wave import beyond
from viewer import paths
from viewer.model.atlas.atlas import Atlas
from viewer.model.lessons.lesson import Lesson
from viewer.model.session.settings import Settings
from viewer.model.session.view import View
from viewer.window import Window

PATIENCE = 120_000  # ms; a machine may be busy with many things


def open_window(
    atlas: Atlas, settings: Path, meshes: Path | None = None, first_view: str | None = None, **aspects: object
) -> Window:
    """A window that is loaded and active, its camera cutting instead of gliding; ``aspects`` are those of its View, in
    which what is away but the nerves is hidden unless they say otherwise.
    """
    window = Window(
        atlas, View(**{"hidden": beyond(atlas), **aspects}), meshes or paths.meshes_folder(), Settings(settings)
    )
    window.viewport.reduced_motion = True
    window.show()
    window.begin(first_view)
    _wait_for_scene(window)
    activate(window)
    return window


def activate(window: Window) -> None:
    """Give a window the keyboard."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, PATIENCE)


def _wait_for_scene(window: Window) -> None:
    """Let events pass, and the loading thread work, until the scene is there."""
    loop = QEventLoop()
    window.viewport.completed.connect(loop.quit)
    QTimer.singleShot(PATIENCE, loop, loop.quit)
    loop.exec()
    assert window.viewport.scene is not None, "the scene was not loaded"


def close(window: Window) -> weakref.ref[Window]:
    """Close a window as people do, and have Qt delete it. Returns what must be dead once nobody holds it.

    A lesson that is not saved is given up: nobody is there to answer.
    """
    window.classroom.opened.open(Lesson(), None)
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()
    return weakref.ref(window)


def assert_gone(windows: list[weakref.ref[Window]]) -> None:
    """Nothing may keep a closed window alive: no lambda, no observer, no cycle that cannot be collected."""
    gc.collect()
    assert not any(each() for each in windows), "a window outlived its test"
