"""What the tests of the side panel share: a window of a size, its pages and keys."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
)

from viewer.model.annotations.faults import Fault
from viewer.model.atlas.atlas import Atlas
from viewer.model.session.settings import Settings
from viewer.model.session.view import View
from viewer.window import Window

Key, Modifier, LEFT = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
KEYS = {
    "walks": (Key.Key_B, Modifier.NoModifier),
    "compare": (Key.Key_C, Modifier.NoModifier),
    "notes": (Key.Key_N, Modifier.ControlModifier),
}
PAGES = ("facts", *KEYS, "faults")
FAULTS = [Fault(Path("annotations.json"), ("structures", 0), 12, "must be words, each of which is long")]


def opened(atlas: Atlas, file: Path) -> Window:
    """A window whose scene is not begun: nothing here needs to be seen in 3D."""
    window = Window(atlas, View(), file.parent, Settings(file))
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    return window


def sized(window: Window, size: tuple[int, int]) -> None:
    window.resize(*size)
    QApplication.processEvents()
    assert (window.width(), window.height()) == size


def press(window: Window, page: str) -> None:
    window.viewport.setFocus()
    QTest.keyClick(window.viewport, *KEYS[page])


def escape() -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Key.Key_Escape)
