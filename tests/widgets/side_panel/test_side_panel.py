"""The side panel in the real window: every page at every size, keys, windows of their own, what is remembered."""

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
    QToolButton,
    QWidget,
)

from viewer.model.annotations.faults import Fault
from viewer.model.atlas.atlas import Atlas
from viewer.model.notes.pins import Spot
from viewer.model.session.settings import Settings
from viewer.model.session.view import View
from viewer.widgets.side_panel.columns import side_widths, view_share
from viewer.widgets.study.compare_page import ComparePage
from viewer.widgets.study.palpation_page import PalpationPage
from viewer.window import Window

Key, Modifier, LEFT = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
SIZES = {(1024, 768): 0.55, (1366, 768): 0.55, (1920, 1080): 0.60}
KEYS = {
    "palpation": (Key.Key_B, Modifier.NoModifier),
    "compare": (Key.Key_C, Modifier.NoModifier),
    "notes": (Key.Key_N, Modifier.ControlModifier),
}
PAGES = ("facts", *KEYS, "faults")
FAULTS = [Fault(Path("annotations.json"), ("structures", 0), 12, "must be words, each of which is long")]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


def opened(atlas: Atlas, file: Path) -> Window:
    """A window whose scene is not begun: nothing here needs to be seen in 3D."""
    window = Window(atlas, View(), file.parent, Settings(file))
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    return window


@pytest.fixture
def window(qtbot, atlas: Atlas, file: Path) -> Window:
    window = opened(atlas, file)
    qtbot.addWidget(window)
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


# Room ---------------------------------------------------------------------------------------------------------


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


# Opening and closing ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", KEYS)
def test_a_key_opens_its_page_and_closes_it(window: Window, page: str) -> None:
    press(window, page)
    assert (window.panel.current, window.panel.isVisible()) == (page, True)
    assert window.panel.holds_keyboard()
    assert window.actions_by_id[page].isChecked()
    assert [name for name, button in window.top.row.buttons.items() if button.isChecked()] == [page]
    press(window, page)
    assert (window.panel.current, window.panel.isVisible()) == ("", False)
    assert not window.actions_by_id[page].isChecked()


def test_f6_brings_the_keyboard_to_the_facts_and_then_closes_them(window: Window) -> None:
    window.viewport.setFocus()
    QTest.keyClick(window.viewport, Key.Key_F6)
    assert window.facts.hasFocus()
    QTest.keyClick(window.facts, Key.Key_F6)
    assert not window.facts.isVisible()
    assert window.viewport.hasFocus()
    QTest.keyClick(window.viewport, Key.Key_F6)
    assert window.facts.hasFocus()


def test_the_row_names_every_page_and_its_key(window: Window) -> None:
    sized(window, (1366, 768))
    texts = {
        "facts": ("Facts", "F6"),
        "palpation": ("By touch", "B"),
        "compare": ("Compare", "C"),
        "notes": ("Notes", "Ctrl+N"),
    }
    for name, (title, key) in texts.items():
        button = window.top.row.buttons[name]
        assert (button.text(), button.accessibleName()) == (title, title)
        assert f"({key})" in button.toolTip()
        assert not button.icon().isNull()
        assert button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        QTest.mouseClick(button, LEFT)
        assert window.panel.current == ("" if name == "facts" else name)  # the facts were open
    sized(window, (760, 700))
    assert window.top.row.buttons["notes"].toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    assert window.top.row.buttons["notes"].accessibleName() == "Notes"


def test_every_command_is_carried_out(window: Window) -> None:
    for name, action in window.actions_by_id.items():
        group = action.actionGroup()
        assert action.receivers("2triggered(bool)") or (group and group.receivers("2triggered(QAction*)")), name


# Esc ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES)
def test_esc_closes_the_page_that_has_the_keyboard_and_no_more(window: Window, page: str) -> None:
    window.faults.show_faults(FAULTS)
    window.state.select("psoas_major_right")
    window.panel.open(page).begin()
    chosen = window.state.view.selection
    assert chosen
    assert window.panel.holds_keyboard()
    escape()
    assert not window.panel.isVisible()
    assert window.state.view.selection == chosen
    assert window.viewport.hasFocus()
    escape()
    assert window.state.view.selection == ()


def test_esc_in_the_view_clears_first_and_then_closes(window: Window) -> None:
    window.state.select("psoas_major_right")
    window.viewport.setFocus()
    escape()
    assert (window.state.view.selection, window.panel.current) == ((), "facts")
    escape()
    assert window.panel.current == ""
    escape()
    assert window.panel.current == ""


def test_esc_leaves_a_question_before_it_closes_the_panel(window: Window) -> None:
    window.viewport.setFocus()
    QTest.keyClick(window.viewport, Key.Key_W)
    assert window.viewport.navigation.asking
    assert window.panel.holds_keyboard()
    escape()
    assert not window.viewport.navigation.asking
    assert window.panel.current == "facts"
    escape()
    assert window.panel.current == ""


def test_esc_gives_up_the_place_of_a_note_before_it_closes_the_panel(window: Window, notes_file: Path) -> None:
    window.notes.note_on(Spot("iliacus_right", (0.0, 0.0, 0.0)))
    assert window.panel.current == "notes"
    window.viewport.setFocus()
    escape()
    assert (window.panel.current, window.state.view.selection) == ("notes", ("iliacus_right",))
    assert not window.notes.give_up_place()


# What is remembered -------------------------------------------------------------------------------------------


def test_a_page_is_where_it_was_after_others_and_after_closing(window: Window) -> None:
    sized(window, (1024, 600))
    window.state.select("psoas_major_right", "iliacus_right")
    press(window, "compare")
    (page,) = window.findChildren(ComparePage)
    QApplication.processEvents()
    page.table.verticalScrollBar().setValue(300)
    page.light.setCurrentIndex(2)
    page.light.activated.emit(2)
    facts = window.panel.open("facts")
    window.facts.verticalScrollBar().setValue(400)
    scrolled = window.facts.verticalScrollBar().value()
    assert scrolled == 400
    press(window, "compare")
    assert (page.table.verticalScrollBar().value(), page.light.currentIndex()) == (300, 2)
    assert (page.first.currentData(), page.second.currentData()) == ("psoas_major_right", "iliacus_right")
    press(window, "compare")
    assert window.panel.open("facts") is facts
    assert window.facts.verticalScrollBar().value() == scrolled


def test_a_way_by_touch_waits_at_its_step(window: Window) -> None:
    window.state.select("iliacus_right")
    press(window, "palpation")
    (page,) = window.findChildren(PalpationPage)
    page.go(5)
    view = window.state.view
    press(window, "palpation")
    assert (window.panel.current, window.state.view) == ("", view)
    press(window, "palpation")
    assert (page.number, window.state.view) == (5, view)
    window.state.select("psoas_major_left")
    press(window, "palpation")
    press(window, "palpation")
    assert (page.number, page.which.currentData()) == (0, "psoas_major_left")


def test_the_next_session_opens_the_same_page_and_changes_nothing_in_the_scene(qtbot, atlas: Atlas, file: Path) -> None:
    for page in ("compare", "palpation", "notes", "facts"):
        first = opened(atlas, file)
        first.panel.open(page).begin()
        first.close()
        first.deleteLater()
        second = opened(atlas, file)
        qtbot.addWidget(second)
        assert second.panel.current == page
        assert second.state.view == View()
        assert not second.actions_by_id["undo"].isEnabled()
        second.panel.close_page()
        second.close()
        third = opened(atlas, file)
        qtbot.addWidget(third)
        assert third.panel.current == ""
        third.close()


def test_a_walk_that_the_session_before_left_open_can_be_taken_from_its_first_words(
    qtbot, atlas: Atlas, file: Path
) -> None:
    settings = Settings(file)
    settings.page = "palpation"
    settings.save()
    window = opened(atlas, file)
    qtbot.addWidget(window)
    (page,) = window.findChildren(PalpationPage)
    assert page.head.text() == "Consent first"
    for _ in range(5):
        QTest.mouseClick(page.on, LEFT)
    assert window.state.view != View()
    QTest.mouseClick(page.end, LEFT)
    assert window.state.view == View()
    assert window.panel.current == ""


@pytest.mark.parametrize(
    "lines",
    [
        "[window]\nlayout=@ByteArray(\\0\\0\\0\\xff\\0\\0\\0\\0\\xfd\\0\\0\\0\\x2)\n",
        "[layout]\nedition=2\npage=nonsense\nfloated=nonsense\nlist_width=many\npanel_width=-4\n",
        "[layout]\nedition=2\npage=faults\nfloated=faults\npanel_width=99999\nlist_width=99999\n",
        "[layout]\nedition=7\npage=compare\n",
    ],
)
def test_settings_of_another_layout_are_read_without_a_fault(qtbot, atlas: Atlas, file: Path, lines: str) -> None:
    file.write_text(lines)
    window = opened(atlas, file)
    qtbot.addWidget(window)
    sized(window, (1366, 768))
    assert window.panel.current in ("facts", "")
    assert window.panel.floated == ()
    assert window.viewport.width() >= 0.55 * window.width()
    window.close()


# Windows of their own -----------------------------------------------------------------------------------------


def test_a_page_floats_out_and_comes_back(window: Window) -> None:
    window.state.select("psoas_major_right", "iliacus_right")
    press(window, "compare")
    (page,) = window.findChildren(ComparePage)
    button = next(one for one in window.panel.findChildren(QToolButton) if "window of its own" in one.toolTip())
    QTest.mouseClick(button, LEFT)
    floated = page.window()
    assert floated is not window
    assert floated.windowTitle() == "Compare"
    assert (window.panel.floated, window.panel.current, page.isVisible()) == (("compare",), "", True)
    assert window.top.row.buttons["compare"].isChecked()
    press(window, "compare")  # brings it to the front
    assert page.window() is floated
    QTest.mouseClick(window.top.row.buttons["facts"], LEFT)
    assert window.facts.isVisible()
    assert page.isVisible()  # both at once
    floated.close()
    assert page.window() is window
    assert (window.panel.floated, window.panel.current) == ((), "compare")
    assert page.table.rowCount()


def test_floated_pages_are_remembered_and_go_with_the_window(qtbot, atlas: Atlas, file: Path) -> None:
    window = opened(atlas, file)
    qtbot.addWidget(window)
    window.panel.float_out("notes")
    window.panel.float_out("facts")
    window.close()
    assert not window.facts.isVisible()
    assert Settings(file).floated == ("notes", "facts")
    again = opened(atlas, file)
    qtbot.addWidget(again)
    assert again.panel.floated == ("notes", "facts")
    assert again.facts.window() is not again
    again.close()


def test_a_projected_view_is_not_covered_by_a_page_of_the_same_screen(window: Window) -> None:
    window.panel.float_out("facts")
    assert window.facts.isVisible()
    window.projector.enter()
    assert not window.facts.isVisible()
    window.projector.leave()
    assert window.facts.isVisible()
    assert window.panel.floated == ("facts",)


def test_a_walk_that_ends_in_a_window_of_its_own_closes_it(window: Window) -> None:
    press(window, "palpation")
    (page,) = window.findChildren(PalpationPage)
    window.actions_by_id["float"].trigger()
    assert window.panel.floated == ("palpation",)
    QTest.mouseClick(page.end, LEFT)
    assert (window.panel.floated, window.panel.current) == ((), "")
    assert not page.isVisible()


# Faults -------------------------------------------------------------------------------------------------------


def test_faults_are_listed_while_there_are_any(window: Window) -> None:
    button, action = window.top.row.buttons["faults"], window.actions_by_id["faults"]
    assert (button.isVisible(), action.isEnabled()) == (False, False)
    window.faults.show_faults(FAULTS)
    assert (button.isVisible(), action.isEnabled()) == (True, True)
    assert "One fault in the annotations" in window.statusBar().currentMessage()
    assert window.panel.current == "facts"  # what was read stays
    QTest.keyClick(window.viewport, Key.Key_F8)
    assert window.faults.list.item(0).text() == str(FAULTS[0])
    assert window.faults.list.hasFocus()
    window.faults.show_faults([])
    assert (button.isVisible(), action.isEnabled(), window.panel.current) == (False, False, "")


# The list -----------------------------------------------------------------------------------------------------


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
