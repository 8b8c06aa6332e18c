"""Places and facts in the list: rows of their own, and the way from them into the scene in the real window."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from tests import windows
from viewer.model.answers.find import FactFound, PlaceFound
from viewer.model.atlas.atlas import Atlas
from viewer.model.session.state import ViewState
from viewer.widgets.structures.found_rows import FIND, FoundRow
from viewer.widgets.structures.structure_list import StructureList
from viewer.window import Window

TROCHANTER = "lesser_trochanter_right"


@pytest.fixture
def window(request: pytest.FixtureRequest, shared: list[Window]) -> Iterator[Window]:
    windows.activate(shared[0])
    yield shared[0]
    while shared[0].actions_by_id["undo"].isEnabled():
        shared[0].state.undo()
    shared[0].structures.field.clear()
    request.node.funcargs.clear()


def headings(rows: StructureList) -> list[str]:
    return [rows._found.index(row, 0).data() for row in range(rows._found.rowCount())]


def finds(rows: StructureList) -> list[QModelIndex]:
    groups = [rows._found.index(row, 0) for row in range(rows._found.rowCount())]
    under = [rows._found.index(row, 0, group) for group in groups for row in range(rows._found.rowCount(group))]
    return [index for index in under if index.data(FIND) is not None]


def first_fact(rows: StructureList) -> tuple[QModelIndex, FactFound]:
    for index in finds(rows):
        row = index.data(FIND)
        if isinstance(row, FoundRow) and isinstance(row.find, FactFound):
            return index, row.find
    raise AssertionError("no fact in the list")


def click(rows: StructureList, index: QModelIndex) -> None:
    rows.tree.scrollTo(index)
    place = rows.tree.visualRect(index).center()
    QTest.mouseClick(rows.tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_places_stand_above_and_facts_below(rows: StructureList) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(rows._model, fatal, rows)
    QAbstractItemModelTester(rows._found, fatal, rows)
    rows.field.setText("lesser troch")
    assert headings(rows)[0] == "Places on bones"
    assert headings(rows)[-1] == "In the facts"
    rows.field.setText("femur")
    assert headings(rows)[-2:] == ["Places on bones", "In the facts"]
    rows.field.setText("")
    assert not finds(rows)


def test_their_rows_are_read_out_and_have_no_tick(rows: StructureList) -> None:
    rows.field.setText("lesser troch")
    first = finds(rows)[0]
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "Lesser trochanter, right – on Femur, right"
    assert not first.flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert not rows._found.setData(first, Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert not rows._found.setData(first.parent(), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    index, fact = first_fact(rows)
    assert fact.fact.text in index.data(Qt.ItemDataRole.ToolTipRole)
    assert rows.tree.visualRect(index).height() > rows.tree.visualRect(first).height()
    assert not rows.grab().isNull()


def test_nothing_found_says_what_to_try(rows: StructureList) -> None:
    rows.field.setText("xyzzy")
    assert rows._nothing.isVisible()
    assert "ASIS" in rows._nothing.text()


def test_a_click_or_a_key_goes_to_a_find_and_leaves_the_choice(rows: StructureList, state: ViewState) -> None:
    state.select("sacrum")
    gone: list[object] = []
    rows.place_entered.connect(gone.append)
    rows.field.setText("ASIS left")
    click(rows, finds(rows)[0])
    assert state.view.selection == ("sacrum",)
    rows.tree.setCurrentIndex(finds(rows)[0])
    QTest.keyClick(rows.tree, Qt.Key.Key_Return)
    QTest.keyClick(rows.field, Qt.Key.Key_Return)
    assert [spot.structure for spot in gone] == ["hip_bone_left"] * 3


def test_going_to_a_place_selects_its_bone_and_one_undo_leads_back(window: Window, atlas: Atlas) -> None:
    window.state.set_hidden(["femur_right"], True)
    before = window.state.view
    QTest.keyClicks(window.structures.field, "trochanter minor")
    QTest.keyClick(window.structures.field, Qt.Key.Key_Return)
    view = window.state.view
    assert view.selection == ("femur_right",)
    assert view.shows("femur_right")
    assert view.camera is not None
    assert math.dist(view.camera.focus, atlas.regions[TROCHANTER].place) < 5.0
    window.state.undo()
    assert window.state.view == before


def test_a_double_click_on_a_place_is_one_step(window: Window) -> None:
    before = window.state.view
    window.structures.field.setText("PSIS")
    index = finds(window.structures)[0]
    assert isinstance(index.data(FIND).find, PlaceFound)
    click(window.structures, index)
    place = window.structures.tree.visualRect(index).center()
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseDClick(window.structures.tree.viewport(), button, none, place)
    assert window.state.view.selection == ("hip_bone_right",)
    window.state.undo()
    assert window.state.view == before


def test_a_fact_that_was_found_is_lit(window: Window) -> None:
    before = window.state.view
    window.structures.field.setText("psoas lesser troch")
    index, found = first_fact(window.structures)
    click(window.structures, index)
    assert window.state.view.selection == (found.structure,)
    assert window.state.view.fact == found.fact.id
    window.state.undo()
    assert window.state.view == before


@pytest.mark.parametrize("typed", ["compression", "transverse process L4 psoas major left", "sit-ups"])
def test_a_fact_that_was_found_is_in_view_in_the_facts(window: Window, qtbot, typed: str) -> None:
    window.structures.field.setText(typed)
    index, found = first_fact(window.structures)
    click(window.structures, index)
    panel = window.facts
    block = panel.document().findBlockByNumber(panel._current.first if panel._current else -1)
    assert block.isValid()
    assert panel._current is not None
    assert panel._current.fact == found.fact.id
    assert panel.viewport().rect().contains(panel.cursorRect().center())


def test_a_fact_about_what_has_no_mesh_is_told(window: Window) -> None:
    window.structures.field.setText("sit-ups")
    index, found = first_fact(window.structures)
    assert found.structure in window.state.atlas.unmodelled
    click(window.structures, index)
    assert window.state.view.fact == found.fact.id


def test_structures_that_are_marked_in_one_go_with_a_find_are_chosen(rows: StructureList, state: ViewState) -> None:
    rows.field.setText("psoas major")
    name = next(name for name in rows.listed() if name in state.atlas.structures)
    row, (fact, _) = rows._found.mapFromSource(rows._model.index_of(name)), first_fact(rows)
    marked = QItemSelection(row, row)
    marked.select(fact, fact)
    rows.tree.selectionModel().select(marked, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert state.view.selection == (name,)
