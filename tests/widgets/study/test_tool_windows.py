"""The class of thirty, the sources, names in other languages, two structures compared, notes: in the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from viewer.drawing.overlays.overlays import wanted
from viewer.model.answers.compare import compare
from viewer.model.answers.population import tally
from viewer.model.atlas.atlas import Atlas, Kind
from viewer.model.session.settings import Settings
from viewer.model.session.view import View
from viewer.widgets.chrome.languages import LanguageMenu
from viewer.widgets.notes.notes_page import NotesPage
from viewer.widgets.study.class_dialog import ClassDialog
from viewer.widgets.study.compare_page import ComparePage
from viewer.widgets.study.compare_table import ROW
from viewer.widgets.study.sources_dialog import SourcesDialog
from viewer.window import Window

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot, atlas: Atlas, tmp_path: Path) -> Window:
    """A window whose scene is not begun: nothing here needs to be seen."""
    window = Window(atlas, View(), tmp_path, Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window)
    window.show()
    return window


def test_any_body_of_a_class_is_opened_in_the_scene(window: Window) -> None:
    window.actions_by_id["class_of_bodies"].trigger()
    (dialog,) = window.findChildren(ClassDialog)
    counts = tally(dialog._variation, dialog.bodies)
    assert f"{counts.lacking} of 30 lack" in dialog.told.text()
    for number in (0, 7, 29):
        QTest.mouseClick(dialog.figures.button(number), LEFT)
        assert window.state.view.absent == dialog.bodies[number].absent
    first = dialog.bodies
    QTest.mouseClick(dialog.again, LEFT)
    assert dialog.bodies != first
    dialog.seed.setValue(dialog.seed.value() - 1)
    assert dialog.bodies == first  # the same number gives the same class
    dialog.rate.setCurrentIndex(1)
    assert "lack" in dialog.told.text()
    window.state.undo()
    dialog.close()


def test_every_body_is_named_for_those_who_do_not_see_it(window: Window) -> None:
    window.actions_by_id["class_of_bodies"].trigger()
    (dialog,) = window.findChildren(ClassDialog)
    assert len(dialog.bodies) == 30
    for number, body in enumerate(dialog.bodies):
        button = dialog.figures.button(number)
        expected = {0: "on both sides", 1: "only", 2: "absent"}[len(body.absent)]
        assert expected in button.accessibleName()
        assert button.focusPolicy() is Qt.FocusPolicy.StrongFocus
    dialog.close()


def test_every_source_is_listed_with_what_cites_it(window: Window) -> None:
    window.actions_by_id["sources"].trigger()
    (dialog,) = window.findChildren(SourcesDialog)
    atlas = window.state.atlas
    assert dialog.tree.topLevelItemCount() == len(atlas.sources)
    dialog.field.setText("protas")
    (row,) = (
        row
        for row in map(dialog.tree.topLevelItem, range(dialog.tree.topLevelItemCount()))
        if row and not row.isHidden()
    )
    row.setExpanded(True)
    assert row.childCount() == len(atlas.citing("protas2017"))
    dialog.tree.setCurrentItem(row.child(0))
    dialog.tree.itemActivated.emit(row.child(0), 0)
    fact, owner = window.state.lit, window.state.view.selection[-1]
    assert fact is not None
    assert atlas.fact(fact)[0].id == owner
    dialog.close()


def test_names_are_shown_in_another_language_and_remembered(window: Window) -> None:
    window.state.select("psoas_major_right")
    (menu,) = window.findChildren(LanguageMenu)
    for code, title in (
        ("la", "Musculus psoas major, latere dextro"),
        ("de", "Großer Lendenmuskel, rechts"),
        ("es", "Psoas mayor, lado derecho"),
        ("en", "Psoas major, right"),
    ):
        next(row for row in menu.actions() if row.data() == code).trigger()
        assert window.facts.toPlainText().startswith(title)
        assert window.structures.text_of("psoas_major_right") == title
        assert window.windowTitle().endswith(title)
        assert window._settings.language == code
    window.structures.field.setText("Lendenmuskel")
    assert "psoas_major_right" in window.structures.listed()


def test_a_comparison_that_nobody_sees_is_written_anew_when_it_is_seen(window: Window) -> None:
    window.state.select("psoas_major_right", "iliacus_right")
    window.actions_by_id["compare"].trigger()
    (page,) = window.findChildren(ComparePage)
    window.panel.open("facts")
    window.state.set_atlas(window.state.atlas.named_in("de"))
    assert page.first.currentText() == "Psoas major, right"
    window.panel.open("compare")
    assert page.first.currentText() == "Großer Lendenmuskel, rechts"
    assert page.first.currentData() == "psoas_major_right"


def attributes(page: ComparePage) -> list[int]:
    """Which rows of the comparison are told, from above."""
    heads = [page.table.item(number, 0).data(ROW) for number in range(page.table.rowCount())]
    return [row for row in heads if row is not None]


def first_attribute(page: ComparePage) -> int:
    """The row of the table in which the first attribute is named."""
    return next(number for number in range(page.table.rowCount()) if page.table.item(number, 0).data(ROW) is not None)


def test_two_structures_stand_side_by_side_and_are_lit(window: Window) -> None:
    window.state.select("psoas_major_right", "iliacus_right")
    window.actions_by_id["compare"].trigger()
    (page,) = window.findChildren(ComparePage)
    assert window.state.view.selection == ("psoas_major_right", "iliacus_right")
    rows = compare(window.state.atlas, "psoas_major_right", "iliacus_right")
    assert sorted(attributes(page)) == list(range(len(rows)))
    second = next(row.second[0] for row in rows if row.shared)
    page.table.setCurrentCell(first_attribute(page) + 1, 1)
    assert window.state.view.fact == second.fact
    page.second.setCurrentIndex(page.second.findData("interosseous_sacroiliac_ligament_right"))
    page.second.activated.emit(page.second.currentIndex())
    assert window.state.view.selection == ("psoas_major_right",)  # the other one has no mesh
    assert len(attributes(page)) == len(
        compare(window.state.atlas, "psoas_major_right", "interosseous_sacroiliac_ligament_right")
    )


def test_what_two_structures_share_and_what_one_has_alone_is_lit(window: Window) -> None:
    window.state.select("psoas_major_right", "iliacus_right")
    window.actions_by_id["compare"].trigger()
    (page,) = window.findChildren(ComparePage)
    page.light.setFocus()
    seen = []
    for _ in range(4):
        QTest.keyClick(page.light, Qt.Key.Key_Down)
        seen.append((window.state.view.shared, window.state.view.own))
    (both, _), (_, first), (_, second), (all_shared, all_own) = seen
    assert "psoas_major_right.referral.thigh" in both
    assert "psoas_major_right.origin.l1_body" in first
    assert "iliacus_right.origin.fossa" in second
    assert (all_shared, all_own) == (both, (*first, *second))
    overlays = wanted(window.state.atlas, window.state.view)
    assert {one.shared for one in overlays.footprints} == {True, False}
    assert overlays.shared == {"nerve_root_L2_right", "nerve_root_L3_right"}
    window.state.undo()
    assert (window.state.view.own, page.light.currentIndex()) == (second, 3)
    page.second.setCurrentIndex(page.second.findData("quadratus_lumborum_right"))
    page.second.activated.emit(page.second.currentIndex())
    assert page.light.currentText() == "Only Quadratus lumborum, right"
    owners = {window.state.atlas.fact(fact)[0] for fact in window.state.view.own}
    assert {one.id for one in owners if one.kind is not Kind.NERVE} == {"quadratus_lumborum_right"}


def test_the_head_of_a_row_lights_both_sides_and_enter_keeps_them(window: Window) -> None:
    window.state.select("psoas_major_right", "iliacus_right")
    window.actions_by_id["compare"].trigger()
    (page,) = window.findChildren(ComparePage)
    page.table.setFocus()
    first = first_attribute(page)
    page.table.setCurrentCell(first + 1, 0)
    QTest.keyClick(page.table, Qt.Key.Key_Up)  # the insertion at the femur stands first
    shared = window.state.view.shared
    assert {fact.partition(".")[0] for fact in shared} == {"psoas_major_right", "iliacus_right"}
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    window.state.glance(None)
    assert window.state.view.shared == shared
    cell = page.table.item(first + 1, 0)
    assert cell is not None
    spoken = cell.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Attachments, Femur, right (insertion), Psoas major, right: ")
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert window.state.lit == "psoas_major_right.insertion.lesser_trochanter"


def test_notes_are_kept_changed_and_exported(window: Window, tmp_path: Path) -> None:
    window.state.select("iliacus_right")
    window.actions_by_id["notes"].trigger()
    (page,) = window.findChildren(NotesPage)
    page.text.setPlainText("Ask <b>first</b>")
    QTest.mouseClick(page.buttons["add"], LEFT)
    assert page.list.item(0).text() == "Ask <b>first</b>"
    page.list.setCurrentRow(0)
    page.text.setPlainText("Ask, then touch")
    QTest.mouseClick(page.buttons["change"], LEFT)
    page.export_to(tmp_path / "out.md")
    assert "Ask, then touch" in (tmp_path / "out.md").read_text(encoding="utf-8")
    window.state.select("femur_left")
    assert page.list.count() == 0
    window.state.select()
    assert page.list.item(0).text() == "Iliacus, right: Ask, then touch"
    page.export_to(tmp_path / "no folder" / "out.md")
    assert "cannot be written" in page.trouble.text()
    page.list.setCurrentRow(0)
    QTest.mouseClick(page.buttons["delete"], LEFT)
    assert page.list.count() == 0
    QTest.mouseClick(page.buttons["add"], LEFT)
    assert "needs some words" in page.trouble.text()
