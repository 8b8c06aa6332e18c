"""Each group is shown or put away as a whole: in the list by one click or key, and from the menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from tests.hands import LEFT, NO_KEYS
from viewer.model.atlas.atlas import Atlas
from viewer.model.session.state import ViewState
from viewer.widgets.structures.found_rows import GROUP
from viewer.widgets.structures.group_menu import GroupMenu
from viewer.widgets.structures.structure_list import StructureList
from viewer.window import Window


def group(rows: StructureList, name: str) -> QModelIndex:
    found = (rows._found.index(row, 0) for row in range(rows._found.rowCount()))
    return next(index for index in found if index.data(GROUP) == name)


def box(rows: StructureList, index: QModelIndex) -> QPoint:
    """The middle of the box that is ticked."""
    option = QStyleOptionViewItem()
    rows.tree.initViewItemOption(option)
    rows.tree.itemDelegate().initStyleOption(option, index)
    option.rect = rows.tree.visualRect(index)
    indicator = QStyle.SubElement.SE_ItemViewItemCheckIndicator
    return rows.tree.style().subElementRect(indicator, option, rows.tree).center()


def away_group(atlas: Atlas) -> tuple[str, set[str]]:
    name = next(
        one.name for one in atlas.groups if one.away and any(map(atlas.away.__contains__, atlas.members[one.name]))
    )
    return name, {one for one in atlas.members[name] if one in atlas.structures}


def test_groups_stand_in_their_order_and_those_that_are_away_are_folded(rows: StructureList, atlas: Atlas) -> None:
    there = [rows._found.index(row, 0) for row in range(rows._found.rowCount())]
    order = [name for name in atlas.members if any(one in atlas.structures for one in atlas.members[name])]
    assert [index.data(GROUP) for index in there] == order
    away = {one.name for one in atlas.groups if one.away}
    assert {index.data(GROUP) for index in there if not rows.tree.isExpanded(index)} == away.intersection(order)


def test_folds_stay_as_they_were_left_and_a_search_unfolds_all(rows: StructureList, state: ViewState) -> None:
    name, members = away_group(state.atlas)
    rows.tree.expand(group(rows, name))
    rows.tree.collapse(group(rows, "Pelvis"))
    rows.field.setText("nerve")
    assert all(rows.tree.isExpanded(rows._found.index(row, 0)) for row in range(rows._found.rowCount()))
    rows.field.clear()
    assert rows.tree.isExpanded(group(rows, name))
    assert not rows.tree.isExpanded(group(rows, "Pelvis"))
    rows.tree.collapse(group(rows, name))
    state.select(min(members))
    assert rows.tree.isExpanded(group(rows, name)), "what is chosen is to be seen"


def test_one_click_or_one_key_shows_or_hides_all_of_a_group(rows: StructureList, state: ViewState) -> None:
    name, members = away_group(state.atlas)
    state.set_hidden(members, True)
    before, index = state.view, group(rows, name)
    rows.tree.scrollTo(index)
    QTest.mouseClick(rows.tree.viewport(), LEFT, NO_KEYS, box(rows, index))
    assert all(map(state.view.shows, members))
    state.undo()
    assert state.view == before
    rows.tree.setFocus()
    rows.tree.setCurrentIndex(index)
    for shown in (True, False):
        QTest.keyClick(rows.tree, Qt.Key.Key_Space)
        assert all(state.view.shows(one) is shown for one in members)
    state.set_hidden([min(members)], False)
    QTest.keyClick(rows.tree, Qt.Key.Key_Space)
    assert all(map(state.view.shows, members)), "of a group in part, the rest comes"


def test_the_keyboard_reaches_the_rows_of_groups(rows: StructureList, state: ViewState) -> None:
    rows.tree.setFocus()
    rows.tree.setCurrentIndex(group(rows, "Pelvis"))
    rows.tree.collapse(group(rows, "Pelvis"))
    QTest.keyClick(rows.tree, Qt.Key.Key_Right)
    assert rows.tree.isExpanded(group(rows, "Pelvis"))
    QTest.keyClick(rows.tree, Qt.Key.Key_Down)
    assert state.view.selection, "the first structure below it"
    QTest.keyClick(rows.tree, Qt.Key.Key_Up)
    assert rows.tree.currentIndex() == group(rows, "Pelvis")


def test_the_menu_has_each_group_ticked_where_all_of_it_is_shown(
    open_window: Callable[..., Window], atlas: Atlas
) -> None:
    window = open_window(hidden=atlas.away)
    (menu,) = window.findChildren(GroupMenu)
    name, members = away_group(atlas)

    def offers() -> dict[str, bool]:
        menu.aboutToShow.emit()
        return {action.text(): action.isChecked() for action in menu.actions()}

    assert offers() == {
        group: not atlas.away.issuperset(found)
        for group in atlas.members
        if (found := [one for one in atlas.members[group] if one in atlas.structures])
    }
    before = window.state.view
    next(action for action in menu.actions() if action.data() == name).trigger()
    assert all(map(window.state.view.shows, members))
    window.state.set_hidden([min(members)], True)
    assert f"{name}  {len(members) - 1} of {len(members)}" in offers()
    window.state.undo()
    next(action for action in menu.actions() if action.data() == name).trigger()
    assert window.state.view == before
