"""A finger on a body of which a part is still being read and another cannot be read, in a window on the onion."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests import onion, windows
from tests.hands import LEFT, NO_KEYS
from viewer.widgets.finger.finger_page import FingerPage
from viewer.window import Window

MISSING = "thick"


@pytest.fixture
def window(qapp, tmp_path: Path) -> Iterator[Window]:
    (tmp_path / "meshes").mkdir()
    meshes = onion.write(tmp_path / "meshes")
    (meshes / f"{MISSING}.vtp").unlink()
    window = windows.open_window(onion.atlas(), tmp_path / "settings.ini", meshes, hidden=onion.AWAY)
    window.resize(1000, 700)
    yield window
    windows.close(window)


def test_what_is_still_read_is_said_and_what_cannot_be_read_is_not_met(window: Window, qtbot: QtBot) -> None:
    QTest.keyClick(window.viewport, Qt.Key.Key_E)
    page = window.panel.pages.page("finger")
    assert isinstance(page, FingerPage)
    assert not page.picture.isVisible()
    QTest.mouseClick(window.viewport, LEFT, NO_KEYS, window.viewport.rect().center())
    assert "still being read" in page.sought.text()
    qtbot.waitUntil(lambda: "still being read" not in page.sought.text(), timeout=windows.PATIENCE)
    items = (page.layers.topLevelItem(number) for number in range(page.layers.topLevelItemCount()))
    names = [item.text(0) for item in items if item]
    assert [name.split("  ")[-1] for name in names if "sculpted" not in name] == [
        "▶ Hide", "Outer", "Thin", "Inner", "Core",
    ]  # fmt: skip
    window.viewport.hand.sink(500.0)
    assert page.place.text() == "60 mm deep: on core, where a finger ends."
