"""The class of thirty, the sources and the language of names, in the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from viewer.model.atlas import Atlas
from viewer.model.bodies import tally
from viewer.model.settings import Settings
from viewer.model.view import View
from viewer.widgets.class_dialog import ClassDialog
from viewer.widgets.languages import LanguageMenu
from viewer.widgets.sources_dialog import SourcesDialog
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
