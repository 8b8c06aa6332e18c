"""Annotations edited while the window is open: read again with the view kept, their faults listed until mended."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.hands import differing, picture
from viewer import paths
from viewer.window import Window


@pytest.fixture
def file(tmp_path: Path) -> Path:
    copy = tmp_path / "annotations.json"
    copy.write_bytes(paths.annotations_file().read_bytes())
    return copy


@pytest.fixture
def window(open_window: Callable[..., Window], file: Path) -> Window:
    window = open_window()
    window.watch(file)
    return window


def edit(file: Path, change: Callable[[dict], None]) -> None:
    content = json.loads(file.read_text(encoding="utf-8"))
    change(content)
    file.write_text(json.dumps(content), encoding="utf-8")


def rename(words: str) -> Callable[[dict], None]:
    def change(content: dict) -> None:
        content["descriptions"]["psoas_major"]["summary"][0]["text"] = words

    return change


def test_a_saved_sentence_stands_in_the_panel_and_the_view_is_kept(window: Window, file: Path, qtbot) -> None:
    window.state.select("psoas_major_right")
    window.viewport.aiming.look_from("posterior")
    view, before = window.state.view, picture(window)
    edit(file, rename("A sentence of the teacher's own."))
    qtbot.waitUntil(lambda: "A sentence of the teacher's own." in window.facts.toPlainText(), timeout=10_000)

    assert window.state.view == view
    assert differing(before, picture(window)) == 0


def test_faults_stay_listed_until_mended(window: Window, file: Path, qtbot) -> None:
    window.state.select("psoas_major_right")
    told = window.facts.toPlainText()
    good = file.read_bytes()
    edit(file, rename(""))
    faults = window.top.row.buttons["faults"]
    qtbot.waitUntil(faults.isVisible, timeout=10_000)
    assert "in the annotations" in window.statusBar().currentMessage()
    height = window.viewport.height()
    QTest.mouseClick(faults, Qt.MouseButton.LeftButton)
    assert window.faults.isVisible()
    assert window.viewport.height() == height
    assert "psoas_major.summary[0].text" in window.faults.list.item(0).text()
    assert window.facts.toPlainText() == told  # the last good data stay in use
    file.write_bytes(good)
    qtbot.waitUntil(lambda: not window.faults.isVisible(), timeout=10_000)
    assert not faults.isVisible()
    assert window.faults.list.count() == 0


def test_a_structure_that_left_the_file_leaves_the_window(window: Window, file: Path, qtbot) -> None:
    window.state.select("patellar_ligament_right")

    def leave_out(content: dict) -> None:
        content["structures"] = [one for one in content["structures"] if one["id"] != "patellar_ligament_right"]

    edit(file, leave_out)
    qtbot.waitUntil(lambda: "patellar_ligament_right" not in window.structures.listed(), timeout=10_000)
    assert window.state.view.selection == ()
    assert "patellar_ligament_left" in window.structures.listed()
