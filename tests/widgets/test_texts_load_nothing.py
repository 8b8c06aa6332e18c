"""No text of a file is ever taken for HTML: it loads nothing, runs nothing, and reads as written."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QMenu, QTextEdit, QToolTip, QWidget

from tests import windows
from tests.widgets.bait import Bait, annotations_with, laid
from viewer import paths
from viewer.model.annotations.load import load
from viewer.model.notes import notes
from viewer.widgets.chrome.inert import inert
from viewer.widgets.study.class_dialog import ClassDialog
from viewer.widgets.study.sources_dialog import SourcesDialog
from viewer.window import Window

PSOAS = "psoas_major_right"


@pytest.fixture(scope="module")
def bait(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bait]:
    with laid(tmp_path_factory.mktemp("bait")) as bait:
        yield bait


@pytest.fixture(scope="module")
def window(qapp, bait: Bait, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    """A window on annotations, notes and a list of meshes that are bait from end to end."""
    folder = tmp_path_factory.mktemp("hostile")
    meshes = Path(shutil.copytree(paths.meshes_folder(), folder / "meshes"))
    manifest = json.loads((meshes / "manifest.json").read_text(encoding="utf-8"))
    manifest["meshes"]["coccyx"]["file"] = bait.html
    (meshes / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(notes, "usual_file", lambda: folder / "notes.json")
        for number in range(3):
            notes.Notes(folder / "notes.json").add(f"{bait.html} {number}", PSOAS, (-69.0, -38.0, 16.0))
        window = windows.open_window(load(annotations_with(bait.html, folder)), folder / "settings.ini", meshes)
        yield window
        windows.close(window)


def tips(widget: QWidget) -> Iterator[str]:
    """Every tool tip within a widget, whoever would show it."""
    for one in (widget, *widget.findChildren(QWidget)):
        yield one.toolTip()
        if not isinstance(one, QMenu) or one.toolTipsVisible():
            yield from (action.toolTip() for action in one.actions())
        if isinstance(one, QAbstractItemView) and one.model() is not None:
            yield from tips_of_rows(one.model(), QModelIndex())
        if isinstance(one, QTextEdit):
            yield from tips_of_text(one.document())


def tips_of_rows(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    for number in range(model.rowCount(parent)):
        index = model.index(number, 0, parent)
        yield index.data(Qt.ItemDataRole.ToolTipRole) or ""
        yield from tips_of_rows(model, index)


def tips_of_text(document: QTextDocument) -> Iterator[str]:
    block = document.begin()
    while block.isValid():
        yield from (found.format.toolTip() for found in block.textFormats())
        block = block.next()


def show(window: QWidget, bait: Bait) -> int:
    """Shows every tool tip for real; how many there were."""
    shown = {tip for tip in tips(window) if tip}
    for tip in shown:
        QToolTip.showText(QPoint(10, 10), tip, window)
        assert not bait.taken(), tip
    QToolTip.hideText()
    return len(shown)


def told(widget: QWidget) -> list[str]:
    """The texts of labels that Qt takes for HTML."""
    return [
        one.text()
        for one in widget.findChildren(QLabel)
        if one.metaObject().className() != "QTipLabel"
        and one.textFormat() is not Qt.TextFormat.PlainText
        and inert(one.text()) != one.text()
    ]


def test_bait_is_taken_where_text_is_taken_for_html(qapp, bait: Bait) -> None:
    """Else nothing here would prove anything."""
    label = QLabel(bait.html)
    label.sizeHint()
    assert bait.taken()
    assert not bait.taken()


def test_text_that_looks_like_html_is_shown_letter_by_letter(qapp, bait: Bait) -> None:
    label = QLabel(inert(bait.html))
    label.sizeHint()
    assert not bait.taken()
    document = QTextDocument()
    document.setHtml(label.text())
    assert document.toPlainText().strip() == bait.html.strip()
    assert inert("p < 0.05, R&D\nplain") == "p < 0.05, R&D\nplain"


def test_the_window_and_its_facts_load_nothing(window: Window, bait: Bait) -> None:
    for name in (PSOAS, "femoral_nerve_right", "hip_bone_right", "psoas_minor_left"):
        window.state.select(name)
        QApplication.processEvents()
        assert bait.html.strip() in window.facts.toPlainText()
        assert show(window, bait) > 100
    assert told(window) == []
    assert not bait.taken()


def test_a_mesh_that_is_missing_is_told_as_text(window: Window, bait: Bait) -> None:
    assert bait.html.strip() in window.viewport.scene.problems["coccyx"]
    assert show(window.structures, bait) > 0


def test_what_is_searched_and_offered_loads_nothing(window: Window, bait: Bait) -> None:
    for typed in ("psoas", "lesser troch", "flexion", "img src"):
        window.structures.field.setText(typed)
        QApplication.processEvents()
        assert show(window.structures, bait) > 0
    window.structures.field.clear()
    for menu in window.findChildren(QMenu):
        menu.aboutToShow.emit()
    assert sum(show(menu, bait) for menu in window.findChildren(QMenu)) > 3
    assert not bait.taken()


def test_every_page_and_dialog_loads_nothing(window: Window, bait: Bait) -> None:
    window.state.select(PSOAS)
    names = [name.id for name in window.panel.pages.names() if window.panel.pages.offers(name.id)]
    assert len(names) >= 4
    for name in names:
        window.panel.open(name)
        QApplication.processEvents()
        show(window, bait)
        assert told(window) == []
    for command in ("class_of_bodies", "sources"):
        window.actions_by_id[command].trigger()
    for dialog in (*window.findChildren(ClassDialog), *window.findChildren(SourcesDialog)):
        QApplication.processEvents()
        assert show(dialog, bait) > 1
        assert told(dialog) == []
    assert window.findChildren(SourcesDialog)
    assert window.findChildren(ClassDialog)
    assert not bait.taken()
