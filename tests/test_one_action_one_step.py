"""Every action of the program, each on its own in the real window: one ``changed`` at most, and one undo leads back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from tests import windows
from tests.hands import click, drag
from tests.model.walks.small_walk import small, written
from viewer.model.notes.pins import Spot
from viewer.model.session.view_changes import ghosted, isolated
from viewer.widgets.facts.leads import Lead, LeadKind
from viewer.widgets.notes.notes_page import NotesPage
from viewer.widgets.study.class_dialog import ClassDialog
from viewer.widgets.study.compare_page import ComparePage
from viewer.widgets.study.sources_dialog import SourcesDialog
from viewer.widgets.walks.walks_page import WalksPage
from viewer.window import Window

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
PSOAS, ILIACUS, HIP = "psoas_major_right", "iliacus_right", "hip_bone_right"
UNSHOWN = "interosseous_sacroiliac_ligament_right"  # known by name and facts alone
NOT_DONE_HERE = {"quit", "undo", "redo", "ask_class", "which_absent"}  # who asks a class has a history apart
Act = Callable[[Window], object]


@pytest.fixture
def window(request: pytest.FixtureRequest, shared: list[Window], monkeypatch) -> Iterator[Window]:
    for asking in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, asking, lambda *_: ("", ""))
    windows.activate(shared[0])
    yield shared[0]
    for dialog in shared[0].findChildren(QDialog):
        dialog.close()
    for page in shared[0].panel.floated:
        shared[0].panel.put_away(page)
    leave_stage(shared[0])
    while shared[0].actions_by_id["undo"].isEnabled():
        shared[0].state.undo()
    shared[0].structures.field.clear()
    shared[0].viewport.reduced_motion = True
    request.node.funcargs.clear()


def leave_stage(window: Window) -> None:
    """Nothing drawn on, lit, blank or on the full screen any more."""
    while window.classroom.pointing.leave():
        pass
    if window.classroom.projector.on:
        window.classroom.projector.leave()


def nothing_chosen(window: Window) -> None:
    window.state.select()


def much_chosen(window: Window) -> None:
    """So that whatever can be taken back or brought back changes something."""
    window.state.set_hidden([ILIACUS, HIP], True)
    window.state.select(PSOAS, ILIACUS)
    window.state.highlight(window.state.atlas.structures[PSOAS].attachments[0].id)
    window.state.change(ghosted(True))
    window.viewport.aiming.look_from("posterior")


def one_alone(window: Window) -> None:
    window.state.change(isolated((PSOAS,)))
    window.state.select(PSOAS)


def assert_one_step(window: Window, act: Act, clicks: int = 1) -> None:
    """At most one ``changed`` a click, and one step; then the view is as before, and what undo takes back."""
    QApplication.processEvents()
    told: list[int] = []
    history: list[tuple[str, str]] = []
    before, behind = window.state.view, window.actions_by_id["undo"].text()

    def count() -> None:
        told.append(1)

    def note(*words: str) -> None:
        history.append((words[0], words[1]))

    window.state.changed.connect(count)
    window.state.history_changed.connect(note)
    act(window)
    QApplication.processEvents()
    window.state.changed.disconnect(count)
    window.state.history_changed.disconnect(note)
    window.state.glance(None)  # what the keyboard stands on is lit meanwhile, and no step
    assert len(told) <= clicks, f"{len(told)} times changed"
    assert len(history) <= clicks, f"{len(history)} steps"
    if history:
        window.state.undo()
    assert window.state.view == before
    assert window.actions_by_id["undo"].text() == behind


@pytest.mark.parametrize("prepare", [nothing_chosen, much_chosen, one_alone])
def test_every_command_is_one_step(window: Window, prepare: Act) -> None:
    names = [name for name in window.actions_by_id if name not in NOT_DONE_HERE]
    assert len(names) > 25
    for name in names:
        prepare(window)
        try:
            assert_one_step(window, lambda window, name=name: window.actions_by_id[name].trigger())
        except AssertionError as error:
            raise AssertionError(f"{name}: {error}") from error
        for dialog in window.findChildren(QDialog):
            dialog.close()
        leave_stage(window)


def row_place(window: Window, structure_id: str) -> QPoint:
    tree = window.structures.tree
    index = window.structures._found.mapFromSource(window.structures._model.index_of(structure_id))
    tree.scrollTo(index)
    return tree.visualRect(index).center()


def double_click_row(window: Window) -> None:
    place = row_place(window, "femur_left")
    QTest.mouseClick(window.structures.tree.viewport(), LEFT, NO_KEYS, place)
    QTest.mouseDClick(window.structures.tree.viewport(), LEFT, NO_KEYS, place)


def click_row(window: Window) -> None:
    QTest.mouseClick(window.structures.tree.viewport(), LEFT, NO_KEYS, row_place(window, "femur_left"))


def find(words: str) -> Act:
    def act(window: Window) -> None:
        window.structures.field.setText(words)
        QTest.keyClick(window.structures.field, Qt.Key.Key_Return)

    return act


def tick_group(window: Window) -> None:
    model = window.structures._model
    group = model.index_of(PSOAS).parent()
    model.setData(group, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)


def choose_form(window: Window) -> None:
    forms = window.bar.variants[0].forms
    forms.fill()
    offers = [action for action in forms.actions() if action.data() and action.data()[1]]
    next(action for action in offers if not action.isChecked()).trigger()


def fact_of(window: Window, structure_id: str) -> str:
    return window.state.atlas.known[structure_id].facts()[0].id


ACTS: dict[str, Act] = {
    "click": lambda window: click(window, "psoas_major_left"),
    "click on nothing": lambda window: QTest.mouseClick(window.viewport, LEFT, NO_KEYS, QPoint(8, 8)),
    "Ctrl and click": lambda window: click(window, "psoas_major_left", Qt.KeyboardModifier.ControlModifier),
    "a row": click_row,
    "a row twice": double_click_row,
    "a name": find("iliacus left"),
    "a name without a mesh": find("interosseous sacroiliac ligament right"),
    "a place on a bone": find("trochanter minor"),
    "a word in a fact": find("compression"),
    "a form by its name": find("psoas minor two-headed"),
    "a tick of a group": tick_group,
    "a link": lambda window: window.facts.followed.emit(ILIACUS),
    "a link without a mesh": lambda window: window.facts.followed.emit(UNSHOWN),
    "an area": lambda window: window.questions.follow(Lead(LeadKind.ZONE, fact_of(window, ILIACUS))),
    "an area without a mesh": lambda window: window.questions.follow(
        Lead(LeadKind.ZONE, fact_of(window, UNSHOWN))
    ),
    "a level": lambda window: window.questions.follow(Lead(LeadKind.LEVEL, "L2")),
    "all of a level": lambda window: window.questions.follow(Lead(LeadKind.REACH, "L2")),
    "a form": lambda window: window.questions.follow(
        Lead(LeadKind.FORM, "two_headed", "psoas_minor_right")
    ),
    "a variation": lambda window: window.questions.follow(Lead(LeadKind.VARIATION, "psoas_minor")),
    "a fact kept lit": lambda window: window.state.highlight(fact_of(window, PSOAS)),
    "absent": lambda window: QTest.mouseClick(window.bar.variants[0]._buttons.button(3), LEFT),
    "a form of the menu": choose_form,
    "what hurts here": lambda window: window.questions.hurts_under(window.viewport.rect().center().toPointF()),
    "a note's place": lambda window: window.notes._fly_to(
        Spot(ILIACUS, tuple(window.viewport.scene._standing[ILIACUS].mesh.points[0].tolist()))
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ACTS)
@pytest.mark.parametrize("prepare", [nothing_chosen, much_chosen])
def test_every_other_action_is_one_step(window: Window, name: str, prepare: Act) -> None:
    prepare(window)
    if not ("click" in name and prepare is much_chosen):
        assert_one_step(window, ACTS[name], 2 if "twice" in name else 1)


def test_a_drag_is_one_step(window: Window) -> None:
    before = window.state.view
    drag(window, QPoint(60, 10))
    window.state.undo()
    assert window.state.view == before


def test_the_tools_take_one_step_each(window: Window, tmp_path: Path) -> None:
    much_chosen(window)
    for name in ("walks", "compare", "class_of_bodies", "sources", "notes"):
        window.actions_by_id[name].trigger()
    touch, compare = window.findChildren(WalksPage)[0], window.findChildren(ComparePage)[0]
    bodies, sources = window.findChildren(ClassDialog)[0], window.findChildren(SourcesDialog)[0]
    touch.open_file(written(tmp_path, small()))
    assert_one_step(window, lambda _: touch.checklist.study.click())
    assert_one_step(window, lambda _: touch.steps.on.click())
    assert_one_step(window, lambda _: touch.steps.back.click())
    assert_one_step(window, lambda _: touch.steps.stop.click())
    assert_one_step(window, lambda _: compare.show_both())
    for number in range(compare.light.count()):
        assert_one_step(window, lambda _, number=number: compare.light_chosen(number))
    for number in (0, 7, 29):
        assert_one_step(window, lambda _, number=number: bodies.figures.button(number).click())
    assert_one_step(window, lambda window: sources.chosen.emit(fact_of(window, ILIACUS)))
    assert_one_step(window, lambda _: touch.stopped.end.click())
    assert window.findChildren(NotesPage)


def noted(window: Window) -> tuple[str, ...]:
    return tuple(note.text for note in window.notes.notes.all())


def notes_page(window: Window) -> NotesPage:
    window.panel.open("notes")
    return window.findChildren(NotesPage)[0]


def write_note(window: Window) -> None:
    notes_page(window).text.setPlainText("Ask first")
    notes_page(window).buttons["add"].click()


def change_note(window: Window) -> None:
    notes_page(window).text.setPlainText("Ask twice")
    notes_page(window).buttons["change"].click()


def delete_note(window: Window) -> None:
    notes_page(window).buttons["delete"].click()


def click_pin(window: Window) -> None:
    scene = window.viewport.scene
    assert scene is not None
    window.viewport.picture()
    x, y = scene._lettering._heads[0].middle
    scale = window.viewport.devicePixelRatioF()
    place = QPoint(round(x / scale), round(window.viewport.height() - y / scale))
    QTest.mouseClick(window.viewport, LEFT, NO_KEYS, place)


@pytest.mark.parametrize(
    ("deed", "words", "after"),
    [
        (write_note, "added", ("Here", "Ask first")),
        (change_note, "changed", ("Ask twice",)),
        (delete_note, "deleted", ()),
    ],
)
@pytest.mark.parametrize("prepare", [nothing_chosen, much_chosen])
def test_each_deed_to_a_note_is_one_step(
    window: Window, prepare: Act, deed: Act, words: str, after: tuple[str, ...]
) -> None:
    prepare(window)
    page = notes_page(window)
    note = window.notes.notes.add("Here", window.state.view.selection[-1] if window.state.view.selection else "")
    page.open(note.id)
    told: list[tuple[tuple[str, ...], str]] = []

    def act(window: Window) -> None:
        deed(window)
        told.append((noted(window), window.actions_by_id["undo"].text()))

    assert_one_step(window, act)
    assert told == [(after, f"&Undo: note {words}")]
    assert noted(window) == ("Here",)
    window.actions_by_id["redo"].trigger()
    assert noted(window) == after


def test_a_click_on_a_pin_is_one_step(window: Window) -> None:
    window.notes.pins.set_shown(True)
    window.notes.notes.add("Here", PSOAS, tuple(window.viewport.scene._standing[PSOAS].mesh.points[0].tolist()))
    window.state.select(ILIACUS)
    chosen: list[str] = []

    def act(window: Window) -> None:
        click_pin(window)
        chosen.extend((*window.state.view.selection, notes_page(window).text.toPlainText()))

    assert_one_step(window, act)
    assert chosen == [PSOAS, "Here"]
    assert noted(window) == ("Here",)


def test_undo_in_the_middle_of_a_glide_goes_back_and_leaves_no_step(window: Window, qtbot) -> None:
    window.viewport.reduced_motion = False
    nothing_chosen(window)
    before = window.state.view
    assert before.camera is not None
    window.facts.followed.emit(ILIACUS)
    assert window.viewport._glide.under_way
    qtbot.wait(60)
    window.state.undo()
    assert window.state.view == before
    qtbot.waitUntil(lambda: not window.viewport._glide.under_way, timeout=20_000)
    assert window.state.view == before
    assert window.viewport.scene is not None
    assert window.viewport.scene.camera.position == pytest.approx(before.camera.position)
    window.state.redo()
    assert window.state.view.selection == (ILIACUS,)
