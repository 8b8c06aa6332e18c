"""Who gets how much of the width: every page at every size, and the list that folds."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QWidget,
)

from tests.widgets.side_panel.panel_window import FAULTS, LEFT, PAGES, Key, Modifier, opened, press, sized
from viewer.model.atlas.atlas import Atlas
from viewer.model.session.settings import Settings
from viewer.widgets.side_panel.columns import side_widths, view_share
from viewer.widgets.study.compare_page import ComparePage
from viewer.window import Window

SIZES = {(1024, 768): 0.55, (1366, 768): 0.55, (1920, 1080): 0.60}


def test_the_share_of_the_view_grows_with_the_window() -> None:
    assert [round(view_share(width), 3) for width in (800, 1024, 1366, 1643, 1920, 3840)] == [
        0.55, 0.55, 0.55, 0.575, 0.6, 0.6,
    ]  # fmt: skip


@pytest.mark.parametrize("width", [1024, 1180, 1280, 1366, 1600, 1920, 2560, 3840])
@pytest.mark.parametrize("wishes", [(0, 0), (900, 900), (10, 10), (300, 2000), (5000, 330)])
def test_whatever_is_wished_the_view_keeps_its_share(width: int, wishes: tuple[int, int]) -> None:
    strip = width < 1180
    left, right = side_widths(width, *wishes, strip=strip, panel=True)
    assert width - left - right - 2 >= view_share(width) * width
    assert right >= 320
    assert left == 40 if strip else left >= 200


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("page", PAGES)
def test_the_view_keeps_its_room_whatever_page_is_open(window: Window, size: tuple[int, int], page: str) -> None:
    window.state.select("psoas_major_right", "iliacus_right")
    window.faults.show_faults(FAULTS)
    sized(window, size)
    window.panel.toggle("facts")
    height = window.viewport.height()
    window.panel.open(page).begin()
    QApplication.processEvents()
    assert window.panel.isVisible()
    assert window.viewport.width() >= SIZES[size] * window.width()
    assert window.viewport.height() == window.columns.height() == height
    assert window.structures.isVisible() is (size[0] > 1180)
    assert nothing_is_cut(window.panel)
    assert nothing_is_cut(window.bar)
    assert nothing_is_cut(window.top)
    window.panel.close_page()
    assert window.viewport.width() >= window.width() - window.columns.strip.width() - 2
    assert window.viewport.mapTo(window, QPoint(window.viewport.width(), 0)).x() >= window.width() - 1


def nothing_is_cut(root: QWidget) -> bool:
    """No control lies outside its parent, no label or button lacks room for its words, nothing scrolls sideways."""
    seen = [one for one in root.findChildren(QWidget) if one.isVisible() and not one.isWindow()]
    assert len(seen) > 3
    for one in seen:
        parent = one.parentWidget()
        if isinstance(one, QAbstractButton | QLabel | QComboBox) and parent is not None:
            assert parent.rect().contains(one.geometry()), f"{one} lies outside {parent}"
        if isinstance(one, QAbstractButton) and one.text():
            assert one.width() >= one.minimumSizeHint().width(), one.text()
        if isinstance(one, QLabel) and not one.wordWrap():
            words = one.text().replace("&", "")
            assert one.width() >= one.fontMetrics().horizontalAdvance(words), words
        if isinstance(one, QLabel) and one.wordWrap():
            assert one.height() >= one.heightForWidth(one.width()), one.text()
        if isinstance(one, QAbstractScrollArea):
            assert one.horizontalScrollBar().maximum() == 0, one
    return True


@pytest.mark.parametrize("width", [1024, 1366])
def test_a_comparison_wraps_instead_of_cutting(window: Window, width: int) -> None:
    window.state.select("psoas_major_right", "quadratus_lumborum_right")
    sized(window, (width, 768))
    press(window, "compare")
    (page,) = window.findChildren(ComparePage)
    table = page.table
    shared = [number for number in range(table.rowCount()) if table.columnSpan(number, 0) == 1]
    alone = [number for number in range(table.rowCount()) if table.columnSpan(number, 0) == 2]
    assert shared
    assert max(shared) < max(alone)
    assert table.item(0, 0).text() == "Both have"
    assert abs(table.columnWidth(0) - table.columnWidth(1)) <= 1
    for number in range(table.rowCount()):
        for column in (0, 1):
            if cell := table.item(number, column):
                room = table.visualRect(table.model().index(number, column))
                metrics = table.fontMetrics() if cell.font() == QApplication.font() else metrics_of(cell, table)
                flags = Qt.TextFlag.TextWordWrap
                needed = metrics.boundingRect(QRect(0, 0, room.width() - 4, 9999), int(flags), cell.text())
                assert needed.height() <= room.height() + 2, cell.text()
                assert max(map(metrics.horizontalAdvance, cell.text().split())) <= room.width(), cell.text()


def metrics_of(cell: object, table: QWidget) -> object:
    from PySide6.QtGui import QFontMetrics

    return QFontMetrics(cell.font(), table)  # type: ignore[attr-defined]


def test_a_dragged_handle_is_remembered_within_what_the_view_leaves(window: Window, file: Path) -> None:
    sized(window, (1366, 768))
    handle = window.columns._splitter.handle(2)
    QTest.mousePress(handle, LEFT, pos=QPoint(0, 200))
    QTest.mouseMove(handle, QPoint(-500, 200))
    QTest.mouseRelease(handle, LEFT, pos=QPoint(-500, 200))
    QApplication.processEvents()
    assert window.viewport.width() >= 0.55 * window.width()
    assert window.panel.width() > 390
    window.close()
    assert Settings(file).panel_width > 390


def test_the_list_folds_to_a_strip_and_remembers(window: Window, atlas: Atlas, file: Path, qtbot) -> None:
    sized(window, (1366, 768))
    before = window.viewport.width()
    assert window.actions_by_id["list"].isChecked()
    QTest.keyClick(window.viewport, Key.Key_B, Modifier.ControlModifier)
    assert not window.structures.isVisible()
    assert window.columns.strip.unfold.isVisible()
    assert window.viewport.width() > before + 150
    window.close()
    again = opened(atlas, file)
    qtbot.addWidget(again)
    sized(again, (1366, 768))
    assert not again.structures.isVisible()
    QTest.mouseClick(again.columns.strip.unfold, LEFT)
    assert again.structures.isVisible()
    assert again.viewport.width() == before
    again.close()


def test_in_a_narrow_window_the_list_unfolds_over_the_view(window: Window) -> None:
    sized(window, (1024, 768))
    width = window.viewport.width()
    assert not window.structures.isVisible()
    QTest.keyClick(window.viewport, "/")
    assert window.structures.field.hasFocus()
    assert (window.structures.isVisible(), window.viewport.width()) == (True, width)
    assert window.columns.childAt(QPoint(150, 300)) is not window.viewport
    QTest.keyClicks(window.structures.field, "iliacus left")
    QTest.keyClick(window.structures.field, Key.Key_Return)
    assert window.state.view.selection == ("iliacus_left",)
    assert not window.structures.isVisible()
    assert window.viewport.hasFocus()
    QTest.mouseClick(window.columns.strip.unfold, LEFT)
    assert window.structures.isVisible()
    window.structures.field.setFocus()
    QTest.keyClick(window.structures.field, Key.Key_Escape)
    assert not window.structures.isVisible()
    QTest.keyClick(window.viewport, Key.Key_B, Modifier.ControlModifier)
    window.structures.tree.setFocus()
    QTest.keyClick(window.structures.tree, Key.Key_Escape)
    assert not window.structures.isVisible()
    assert window.viewport.hasFocus()
    assert window.state.view.selection == ("iliacus_left",)
    assert not window._settings.list_folded
    sized(window, (1366, 768))
    assert window.structures.isVisible()
