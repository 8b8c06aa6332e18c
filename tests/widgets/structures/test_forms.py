"""Forms chosen in the window, by mouse and by keyboard, and all that follows them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from tests import windows
from tests.hands import click, differing, picture, place_of
from tests.windows import activate
from viewer import paths
from viewer.model.answers.population import draw_class, tally
from viewer.model.atlas.atlas import Atlas, Side
from viewer.model.session.body import Body
from viewer.model.session.settings import Settings
from viewer.model.session.view import View
from viewer.model.session.view_changes import present_sides, with_form, with_sides
from viewer.widgets.facts.leads import Lead, LeadKind
from viewer.widgets.structures.form_menu import FormMenu
from viewer.widgets.study.class_dialog import ClassDialog
from viewer.window import Window

MOUSE = Qt.MouseButton.LeftButton
Key = Qt.Key
RIGHT, LEFT = "psoas_minor_right", "psoas_minor_left"
Opener = Callable[..., Window]


@pytest.fixture
def quiet(qtbot, atlas: Atlas, tmp_path: Path) -> Window:
    """A window whose scene is not begun: what its other parts do needs none."""
    window = Window(atlas, View(), tmp_path, Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window)
    window.show()
    activate(window)
    return window


def choose(menu: QMenu, text: str) -> None:
    """A click on an entry of an open menu."""
    action = next(action for action in menu.actions() if action.text() == text)
    QTest.mouseClick(menu, MOUSE, Qt.KeyboardModifier.NoModifier, menu.actionGeometry(action).center())


def ticked(menu: QMenu) -> list[str]:
    menu.fill()
    return [action.text() for action in menu.actions() if action.isChecked()]


def open_forms(window: Window) -> FormMenu:
    """By the keyboard."""
    QTest.keyClick(window, Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    (popup,) = [one for one in window.bar.findChildren(FormMenu) if one.isVisible()]
    return popup


def test_the_menu_offers_the_forms_of_each_side_and_takes_a_click(quiet: Window) -> None:
    button = quiet.bar.variants[0].form
    assert button.isVisible()
    assert button.accessibleName() == "Psoas minor: Form"
    assert "Shift+M" in button.toolTip()
    menu = open_forms(quiet)
    assert [action.text() for action in menu.actions() if not action.isSeparator()] == [
        "Right: usual", "Right: two-headed", "Right: fascia only", "Right: absent",
        "Left: usual", "Left: two-headed", "Left: fascia only", "Left: absent",
    ]  # fmt: skip
    assert all(action.toolTip() != action.text() for action in menu.actions() if not action.isSeparator())
    choose(menu, "Left: two-headed")
    assert quiet.state.view.forms == ((LEFT, "two_headed"),)
    assert not menu.isVisible()
    assert ticked(menu) == ["Right: usual", "Left: two-headed"]
    quiet.state.undo()
    assert quiet.state.view == View()


def test_the_button_opens_the_menu(quiet: Window, qtbot) -> None:
    seen: list[str] = []
    menu = quiet.bar.variants[0].forms
    menu.aboutToShow.connect(lambda: seen.append("shown"))
    menu.aboutToShow.connect(menu.close, Qt.ConnectionType.QueuedConnection)  # the button waits until it is closed
    QTest.mouseClick(quiet.bar.variants[0].form, MOUSE)
    assert seen == ["shown"]


def test_the_keyboard_alone_chooses_a_form(quiet: Window) -> None:
    menu = open_forms(quiet)
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)
    assert quiet.state.view.forms == ((RIGHT, "two_headed"),)
    menu = open_forms(quiet)
    QTest.keyClick(menu, Key.Key_Escape)
    assert quiet.state.view.forms == ((RIGHT, "two_headed"),)


def test_absent_is_chosen_per_side_and_a_form_brings_it_back(quiet: Window) -> None:
    choose(open_forms(quiet), "Left: absent")
    choose(open_forms(quiet), "Right: absent")
    assert quiet.state.view.absent == {RIGHT, LEFT}
    assert ticked(quiet.bar.variants[0].forms) == ["Right: absent", "Left: absent"]
    choose(open_forms(quiet), "Left: two-headed")
    assert present_sides(quiet.state.view, quiet.state.atlas.variations["psoas_minor"]) == {Side.LEFT}
    assert quiet.viewport.accessibleDescription().endswith("\nPsoas minor: left only; left two-headed")
    quiet.state.undo()
    assert quiet.viewport.accessibleDescription().endswith("\nPsoas minor: absent")


def test_without_forms_in_the_data_there_is_nothing_to_choose(qtbot, atlas: Atlas, tmp_path: Path) -> None:
    bare = {name: replace(one, forms=()) for name, one in atlas.variations.items()}
    window = Window(replace(atlas, variations=bare), View(), tmp_path, Settings(tmp_path / "settings.ini"))
    window.show()
    assert not window.bar.variants[0].form.isVisible()
    window.actions_by_id["choose_form"].trigger()
    assert "No structure here has forms" in window.statusBar().currentMessage()
    windows.close(window)


def test_list_title_and_facts_follow(quiet: Window) -> None:
    quiet.state.select(LEFT)
    assert "pecten" in quiet.facts.toPlainText()
    quiet.state.change(with_form(quiet.state.atlas, LEFT, "fascia_only"))
    assert quiet.structures.text_of(LEFT) == "Psoas minor, left: fascia only"
    assert quiet.structures.text_of(RIGHT) == "Psoas minor, right"
    assert quiet.windowTitle().endswith("Psoas minor, left: fascia only")
    told = quiet.facts.toPlainText()
    assert told.startswith("Psoas minor, left: fascia only")
    assert "In this body" in told
    assert told.index("Attaches to none of these: pecten") < told.index("In short")
    assert "Below: pecten" not in told
    quiet.state.undo()
    assert "In this body" not in quiet.facts.toPlainText()
    assert quiet.structures.text_of(LEFT) == "Psoas minor, left"


def test_a_root_level_tells_who_is_missing(quiet: Window) -> None:
    quiet.questions.follow(Lead(LeadKind.LEVEL, "L1"))
    assert "Psoas minor, right: Most references" in quiet.facts.toPlainText()
    quiet.state.change(with_sides(quiet.state.atlas.variations["psoas_minor"], [Side.LEFT]))
    told = quiet.facts.toPlainText()
    assert told.startswith("Root level L1")
    assert "Psoas minor, right: absent" in told
    assert "Psoas minor, right: Most references" not in told
    assert "Psoas minor, left: Most references" in told


def test_the_facts_lead_to_each_form_and_back(quiet: Window) -> None:
    quiet.state.select(LEFT)
    leads = [place.leads_to for place in quiet.facts._ranges if place.leads_to]
    assert [lead for lead in leads if lead.kind is LeadKind.FORM] == [
        Lead(LeadKind.FORM, form.id, LEFT) for form in quiet.state.atlas.variations["psoas_minor"].forms
    ]
    quiet.facts.setFocus()
    while quiet.facts._current is None or quiet.facts._current.leads_to != Lead(LeadKind.FORM, "two_headed", LEFT):
        QTest.keyClick(quiet.facts, Key.Key_Down)
    QTest.keyClick(quiet.facts, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert quiet.state.view.form(LEFT) == "two_headed"
    assert Lead(LeadKind.FORM, "", LEFT) in [place.leads_to for place in quiet.facts._ranges]
    quiet.facts.asked.emit(Lead(LeadKind.FORM, "", LEFT))
    assert quiet.state.view.forms == ()


def test_a_search_for_a_form_leads_to_it(quiet: Window) -> None:
    QTest.keyClicks(quiet.structures.field, "two-headed left")
    assert quiet.structures.listed() == [LEFT]
    QTest.keyClick(quiet.structures.field, Key.Key_Return)
    assert quiet.state.view.forms == ((LEFT, "two_headed"),)
    assert quiet.state.view.selection == (LEFT,)
    quiet.structures.field.clear()
    QTest.keyClicks(quiet.structures.field, "psoas minor left")
    QTest.keyClick(quiet.structures.field, Key.Key_Return)
    assert quiet.state.view.forms == ((LEFT, "two_headed"),), "a search for a structure changes no body"


def class_with_a_form(window: Window) -> tuple[ClassDialog, int, Body]:
    """A class in which somebody has a form that is not the usual one."""
    window.actions_by_id["class_of_bodies"].trigger()
    (dialog,) = window.findChildren(ClassDialog)
    variation, rate = dialog._variation, dialog._rates[0].percent
    dialog.seed.setValue(
        next(seed for seed in range(1, 999) if tally(variation, draw_class(variation, rate, seed)).forms)
    )
    number = next(number for number, body in enumerate(dialog.bodies) if body.forms)
    return dialog, number, dialog.bodies[number]


def test_a_class_tells_the_forms_that_were_drawn(quiet: Window) -> None:
    dialog, number, body = class_with_a_form(quiet)
    counts = tally(dialog._variation, dialog.bodies)
    (drawn,) = counts.forms.values()
    assert dialog.told.text().endswith(f"Forms: fascia only ({drawn}).")
    button = dialog.figures.button(number)
    assert isinstance(button, QToolButton)
    side = dialog._variation.side_of(body.forms[0][0])
    for words in (button.accessibleName(), button.toolTip()):
        assert f"; {side} fascia only" in words
    bare = next(n for n, other in enumerate(dialog.bodies) if other.absent == body.absent and not other.forms)
    marked, plain = (dialog.figures.button(n).icon().pixmap(36, 36).toImage() for n in (number, bare))
    assert marked != plain
    assert "fascia" not in dialog.figures.button(bare).accessibleName()
    dialog.close()


def test_a_body_with_a_form_is_opened_and_left_in_one_step(quiet: Window) -> None:
    quiet.state.change(with_form(quiet.state.atlas, RIGHT, "two_headed"))
    before = quiet.state.view
    dialog, number, body = class_with_a_form(quiet)
    QTest.mouseClick(dialog.figures.button(number), MOUSE)
    assert quiet.state.view.forms == body.forms
    assert quiet.state.view.absent == body.absent
    quiet.state.undo()
    assert quiet.state.view == before
    dialog.close()


def test_the_scene_follows_each_choice_with_one_frame(open_window: Opener, monkeypatch, qtbot) -> None:
    monkeypatch.setattr("viewer.drawing.finish.SOON", 1000.0)
    window = open_window(selection=(LEFT,))
    canvas, drawn = window.viewport._canvas, []
    qtbot.wait(300)
    usual, count = picture(window), window.status.count.text()
    draw = canvas._draw
    monkeypatch.setattr(canvas, "_draw", lambda: (drawn.append(1), draw()))
    for form in ("two_headed", "fascia_only"):
        drawn.clear()
        choose(open_forms(window), f"Left: {form.replace('two_', 'two-').replace('_', ' ')}")
        qtbot.wait(200)
        assert len(drawn) == 1
        assert differing(usual, picture(window)) > 100
        assert window.status.count.text() == count
        window.state.select()
        click(window, LEFT)
        assert window.state.view.selection == (LEFT,)
    while window.state.view.forms:
        window.state.undo()
    window.state.undo()
    qtbot.wait(200)
    assert differing(usual, picture(window)) == 0


def test_the_right_button_offers_the_forms_of_what_lies_there(open_window: Opener, qtbot) -> None:
    window = open_window()
    spot = place_of(window, RIGHT)
    menu = _menu_at(window, spot)
    (forms,) = [action.menu() for action in menu.actions() if action.menu()]
    forms.popup(window.mapToGlobal(QPoint(0, 0)))
    assert ticked(forms) == ["Usual"]
    choose(forms, "Fascia only")
    assert window.state.view.forms == ((RIGHT, "fascia_only"),)
    menu.close()
    menu = _menu_at(window, place_of(window, "femur_right"))
    assert not [action for action in menu.actions() if action.menu()]
    menu.close()
    window.viewport.presenting.set_projector(True)
    window.state.select(RIGHT)
    text = window.viewport.scene._lettering._text
    assert (text.projector, text.caption) == (True, "Psoas minor, right: fascia only")
    assert text.badge == "Psoas minor: right fascia only"
    window.state.change(with_form(window.state.atlas, RIGHT, ""))
    text = window.viewport.scene._lettering._text
    assert (text.caption, text.badge) == ("Psoas minor, right", "")


def _menu_at(window: Window, spot: QPoint) -> QMenu:
    QTest.mouseClick(window.viewport, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, spot)
    return next(one for one in reversed(window.findChildren(QMenu)) if one.isVisible() and one.parent() is window)


def test_a_form_without_its_mesh_is_explained_and_the_session_goes_on(open_window: Opener, tmp_path: Path) -> None:
    folder = tmp_path / "meshes"
    shutil.copytree(paths.meshes_folder(), folder)
    (folder / "psoas_minor_two_headed_left.vtp").unlink()
    window = open_window(meshes=folder)
    assert "no model" not in window.structures.text_of(LEFT)
    count = int(window.status.count.text().split()[0])
    window.state.change(with_form(window.state.atlas, LEFT, "two_headed"))
    assert window.structures.text_of(LEFT) == (
        "Psoas minor, left: two-headed – no model: psoas_minor_two_headed_left.vtp is missing"
    )
    assert int(window.status.count.text().split()[0]) == count - 1
    told = window.statusBar().currentMessage()
    assert told == "Psoas minor, left: two-headed: psoas_minor_two_headed_left.vtp is missing"
    with pytest.raises(LookupError):
        place_of_any(window, LEFT)
    window.state.change(with_form(window.state.atlas, LEFT, "fascia_only"))
    assert "no model" not in window.structures.text_of(LEFT)
    click(window, LEFT)
    window.state.undo()
    window.state.undo()
    assert "no model" in window.structures.text_of(LEFT)
    window.state.undo()
    assert int(window.status.count.text().split()[0]) == count
    QApplication.processEvents()


def place_of_any(window: Window, structure_id: str) -> object:
    """A pixel at which a structure is picked."""
    scene = window.viewport.scene
    width, height = scene._frame().size
    hits = (scene.pick(x, y) for x in range(0, width, 6) for y in range(0, height, 6))
    for hit in hits:
        if hit is not None and hit.structure == structure_id:
            return hit
    raise LookupError(structure_id)
