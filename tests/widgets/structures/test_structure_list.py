"""The list of structures: search, ticks and choice, in step with the state."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from viewer.model.answers.describe import NEVER_MODELLED
from viewer.model.atlas.atlas import Atlas, Side
from viewer.model.session.state import ViewState
from viewer.model.session.view_changes import with_sides
from viewer.widgets.structures.found_rows import ID
from viewer.widgets.structures.structure_list import StructureList

TICK = Qt.ItemDataRole.CheckStateRole


def row(rows: StructureList, structure_id: str) -> QModelIndex:
    return rows._found.mapFromSource(rows._model.index_of(structure_id))


def test_the_models_keep_qts_rules(rows: StructureList) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(rows._model, fatal, rows)
    QAbstractItemModelTester(rows._found, fatal, rows)
    rows.field.setText("psoas")
    rows.field.setText("")


def test_it_lists_every_structure(rows: StructureList, atlas: Atlas) -> None:
    assert set(rows.listed()) == set(atlas.structures)


def test_unticking_hides_and_undo_ticks_again(rows: StructureList, state: ViewState) -> None:
    index = row(rows, "sacrum")
    assert rows._found.setData(index, Qt.CheckState.Unchecked.value, TICK)
    assert not state.view.shows("sacrum")
    assert Qt.CheckState(index.data(TICK)) is Qt.CheckState.Unchecked
    assert Qt.CheckState(index.parent().data(TICK)) is Qt.CheckState.PartiallyChecked
    state.undo()
    assert Qt.CheckState(index.data(TICK)) is Qt.CheckState.Checked


def test_a_group_is_ticked_as_a_whole(rows: StructureList, state: ViewState, atlas: Atlas) -> None:
    group = row(rows, "psoas_major_left").parent()
    rows._found.setData(group, Qt.CheckState.Unchecked.value, TICK)
    muscles = {one.id for one in atlas.structures.values() if one.group == atlas.structures["psoas_major_left"].group}
    assert state.view.hidden == muscles
    assert group.data().endswith(f"0 of {len(muscles)}")


def test_choosing_a_row_selects_and_selecting_marks_the_row(rows: StructureList, state: ViewState) -> None:
    rows.tree.selectionModel().select(row(rows, "iliacus_left"), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert state.view.selection == ("iliacus_left",)
    state.select("femur_left", "femur_right")
    marked = {index.data(ID) for index in rows.tree.selectionModel().selectedIndexes()}
    assert marked == {"femur_left", "femur_right"}
    assert state.view.selection == ("femur_left", "femur_right")


def test_the_search_forgives_and_finds_latin(rows: StructureList) -> None:
    for typed in ("musculus psoas major", "psoas majr", "PSOAS MAJOR"):
        rows.field.setText(typed)
        assert {"psoas_major_right", "psoas_major_left"} <= set(rows.listed())
        assert "sacrum" not in rows.listed()
    rows.field.setText("xyzzy")
    assert rows.listed() == []
    assert rows._nothing.isVisible()


def test_a_search_keeps_the_selection(rows: StructureList, state: ViewState) -> None:
    state.select("sacrum")
    rows.field.setText("iliacus")
    assert state.view.selection == ("sacrum",)
    rows.field.setText("")
    assert [index.data(ID) for index in rows.tree.selectionModel().selectedIndexes()] == ["sacrum"]


def test_return_goes_to_the_best_find(qtbot, rows: StructureList) -> None:
    QTest.keyClicks(rows.field, "coccyx")
    with qtbot.waitSignal(rows.entered) as entered:
        QTest.keyClick(rows.field, Qt.Key.Key_Return)
    assert entered.args == ["coccyx"]


def test_what_is_absent_has_no_row(rows: StructureList, state: ViewState) -> None:
    state.change(with_sides(state.atlas.variations["psoas_minor"], [Side.RIGHT]))
    assert "psoas_minor_left" not in rows.listed()
    state.undo()
    assert "psoas_minor_left" in rows.listed()


def test_a_structure_without_a_model_says_why(rows: StructureList) -> None:
    rows.set_problems({"skin": "skin.vtp is empty"})
    assert rows.text_of("skin").endswith("no model: skin.vtp is empty")


def test_a_topic_is_found_and_not_said_to_lack_a_model(rows: StructureList, atlas: Atlas) -> None:
    rows.field.setText("groin pain")
    assert "topic_groin_pain" in rows.listed()
    assert rows.text_of("topic_groin_pain") == "Groin pain"
    hint = row(rows, "topic_groin_pain").data(Qt.ItemDataRole.ToolTipRole)
    assert hint == "Groin pain"
    lacking = next(one for one in atlas.unmodelled.values() if one.kind not in NEVER_MODELLED)
    assert rows.text_of(lacking.id) == f"{lacking.title} – not modelled yet"


def test_everything_has_a_name_for_readers_of_screens(rows: StructureList) -> None:
    assert rows.field.accessibleName() == "Search structures"
    assert rows.tree.accessibleName() == "Structures"
