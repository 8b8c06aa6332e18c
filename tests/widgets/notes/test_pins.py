"""Notes on places of the body, in the real window on the real data: by mouse, by keyboard, and with wrong steps."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests import windows
from tests.full_disk import TOLD, full_disk
from tests.hands import click, differing, picture, place_of
from viewer.model.atlas.atlas import Atlas
from viewer.model.notes.notes import Notes
from viewer.model.session.view_changes import with_sides
from viewer.widgets.notes.notes_page import NotesPage
from viewer.widgets.structures.place_menu import PlaceMenu
from viewer.window import Window

Key, Modifier = Qt.Key, Qt.KeyboardModifier
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
HOSTILE = '<img src="file:///etc/passwd"><script>alert(1)</script> \u202ereversed\x07'


@pytest.fixture
def window(request: pytest.FixtureRequest, shared: list[Window], atlas: Atlas) -> Iterator[Window]:
    window = shared[0]
    windows.activate(window)
    yield window
    for note in notes(window).all():
        notes(window).delete(note.id)
    window.notes.give_up_place()
    window.state.set_atlas(atlas)
    window.state.start_over()
    request.node.funcargs.clear()


def notes(window: Window) -> Notes:
    return window.notes.notes


def page(window: Window) -> NotesPage:
    (found,) = window.findChildren(NotesPage)
    return found


def ask_for_a_note(window: Window, place: QPoint) -> None:
    """Right click, then "Note on this place…"."""
    QTest.mouseClick(window.viewport, RIGHT, Modifier.NoModifier, place)
    menu = window.findChildren(PlaceMenu)[-1]
    next(action for action in menu.actions() if action.text().startswith("Note on")).trigger()
    menu.close()


def write(window: Window, words: str) -> None:
    """Type into what has the keyboard, and keep it."""
    typed = QApplication.focusWidget()
    assert typed is page(window).text
    QTest.keyClicks(typed, words)
    QTest.keyClick(typed, Key.Key_Return, Modifier.ControlModifier)


def pin_place(window: Window, number: int = 0) -> QPoint:
    """Where the head of a pin is to be seen."""
    picture(window)
    scene = window.viewport.scene
    assert scene is not None
    x, y = scene._lettering._heads[number].middle
    scale = window.viewport.devicePixelRatioF()
    return QPoint(round(x / scale), round(window.viewport.height() - y / scale))


def hover(window: Window, qtbot, place: QPoint, words: str) -> None:
    """Move about there until the words are read."""
    nearby = itertools.cycle((place, place + QPoint(1, 0)))

    def read() -> bool:
        QTest.mouseMove(window.viewport, next(nearby))
        return window.viewport._tag.isVisible() and window.viewport._tag.text().startswith(words)

    qtbot.waitUntil(read, timeout=20_000)


def pinned(window: Window, structure_id: str, words: str) -> QPoint:
    place = place_of(window, structure_id)
    ask_for_a_note(window, place)
    write(window, words)
    return place


def test_a_note_is_pinned_by_the_mouse_and_opened_by_its_pin(window: Window, qtbot) -> None:
    before = picture(window)
    place = pinned(window, "psoas_major_right", "Ask before touching here")
    (note,) = notes(window).all()
    assert note.structure == "psoas_major_right"
    assert note.place is not None
    x, y = window.viewport.scene.project(note.place)
    assert (x, window.viewport.height() - y) == pytest.approx((place.x(), place.y()), abs=2)
    window.state.select()
    assert differing(before, picture(window)) > 150
    assert page(window).list.item(0).text() == "1 · Psoas major, right: Ask before touching here"

    head = pin_place(window)
    hover(window, qtbot, head, "Ask before touching here")
    click(window, "femur_left")
    QTest.mouseClick(window.viewport, LEFT, Modifier.NoModifier, pin_place(window))
    assert window.state.view.selection == ("psoas_major_right",)
    assert page(window).list.chosen() == note.id
    assert page(window).text.toPlainText() == "Ask before touching here"


def test_a_note_is_pinned_by_the_keyboard_alone_and_flown_to(window: Window) -> None:
    QTest.keyClick(window.viewport, "/")
    QTest.keyClicks(QApplication.focusWidget(), "iliacus left")
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    window.viewport.setFocus()
    QTest.keyClick(window.viewport, "a")
    write(window, "The fan")
    (note,) = notes(window).all()
    assert note.structure == "iliacus_left"
    assert note.place is not None
    camera = window.state.view.camera
    page(window).list.setFocus()
    QTest.keyClick(page(window).list, Key.Key_Down)
    assert window.state.view.camera != camera
    assert window.state.view.camera.focus == pytest.approx(note.place)
    assert any(head.pin.lit for head in heads(window))
    window.state.undo()
    assert window.state.view.camera == camera  # flying is one step of the view, the note stays
    assert len(notes(window).all()) == 1


def heads(window: Window) -> tuple[object, ...]:
    picture(window)
    return window.viewport.scene._lettering._heads


def test_the_menu_key_opens_the_menu_of_the_middle(window: Window) -> None:
    window.state.select("sacrum")
    window.viewport.aiming.frame(("sacrum",))
    window.viewport.setFocus()
    middle = window.viewport.rect().center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, window.viewport.mapToGlobal(middle))
    QApplication.sendEvent(window.viewport, asked)  # what the system makes of the menu key
    menu = window.findChildren(PlaceMenu)[-1]
    assert menu.isVisible()
    assert any(action.text() == "Note on this place…" and action.isEnabled() for action in menu.actions())
    menu.close()


def test_the_skin_takes_a_pin_and_flying_there_sees_it_from_outside(window: Window) -> None:
    window.viewport.aiming.look_from("posterior")
    place = next(
        QPoint(x, y)
        for y in range(40, window.viewport.height(), 12)
        for x in range(40, window.viewport.width(), 12)
        if (spot := window.viewport.navigation.spot(QPoint(x, y).toPointF())) and spot.structure == "skin"
    )
    ask_for_a_note(window, place)
    write(window, "On the skin")
    (note,) = notes(window).all()
    assert note.structure == "skin"
    window.viewport.aiming.look_from("anterior")
    page(window).list.clearSelection()
    page(window).list.setCurrentRow(0)
    scene = window.viewport.scene
    normal = scene.normal_at("skin", note.place)
    camera = window.state.view.camera
    assert sum(n * (f - p) for n, f, p in zip(normal, camera.focus, camera.position, strict=True)) < 0


def test_esc_amid_placing_takes_the_place_back_and_keeps_words_and_selection(window: Window) -> None:
    before = picture(window)
    ask_for_a_note(window, place_of(window, "iliacus_right"))
    assert "a place of Iliacus, right" in page(window).about.text()
    window.state.select()
    assert differing(before, picture(window)) > 100
    window.state.select("iliacus_right")
    QTest.keyClicks(page(window).text, "half a thought")
    QTest.keyClick(page(window).text, Key.Key_Escape)
    assert window.state.view.selection == ("iliacus_right",)
    assert window.viewport.hasFocus()
    assert page(window).text.toPlainText() == "half a thought"
    assert notes(window).all() == ()
    window.state.select()
    assert differing(before, picture(window)) == 0
    assert page(window).text.toPlainText() == "half a thought"
    page(window).text.setFocus()
    QTest.keyClick(page(window).text, Key.Key_Return, Modifier.ControlModifier)
    assert notes(window).all()[0].place is None


def test_pins_are_put_away_and_stay_away(open_window: Callable[..., Window], notes_file: Path) -> None:
    Notes(notes_file).add("kept", "femur_right", (-87.0, -20.0, 0.0))
    window = open_window()
    assert len(heads(window)) == 1
    QTest.keyClick(window.viewport, Key.Key_A, Modifier.ShiftModifier)
    assert heads(window) == ()
    assert not window.actions_by_id["pins"].isChecked()
    window.close()
    again = open_window()
    assert heads(again) == ()
    assert not again.actions_by_id["pins"].isChecked()


def test_a_pin_goes_and_comes_with_its_structure_and_choosing_the_note_brings_it_back(window: Window) -> None:
    pinned(window, "psoas_minor_right", "thin")
    window.state.set_hidden(["psoas_minor_right"], True)
    assert heads(window) == ()
    window.state.undo()
    assert len(heads(window)) == 1
    window.state.change(with_sides(window.state.atlas.variations["psoas_minor"], []))
    assert heads(window) == ()
    window.state.undo()
    window.state.set_hidden(["psoas_minor_right"], True)
    page(window).list.setCurrentRow(-1)
    page(window).list.setCurrentRow(0)
    assert window.state.view.shows("psoas_minor_right")
    assert len(heads(window)) == 1


def test_a_note_that_was_deleted_comes_back_by_ctrl_z(window: Window, qtbot) -> None:
    pinned(window, "psoas_major_left", "precious")
    hover(window, qtbot, pin_place(window), "precious")
    page(window).list.setFocus()
    QTest.keyClick(page(window).list, Key.Key_Down)
    view = window.state.view
    window.viewport.setFocus()
    QTest.keyClick(window.viewport, Key.Key_Delete)
    assert len(notes(window).all()) == 1, "the key is the list's alone"
    page(window).list.setFocus()
    QTest.keyClick(page(window).list, Key.Key_Delete)
    assert notes(window).all() == ()
    assert window.viewport._tag.text() == ""  # hovered when it went
    assert window.statusBar().currentMessage() == "Done: note deleted (Ctrl+Z takes it back)"
    assert window.actions_by_id["undo"].text() == "&Undo: note deleted"
    QTest.keyClick(page(window).list, Key.Key_Z, Modifier.ControlModifier)
    assert [note.text for note in notes(window).all()] == ["precious"]
    assert window.state.view == view
    assert len(heads(window)) == 1
    assert window.actions_by_id["redo"].text() == "&Redo: note deleted"
    QTest.keyClick(page(window).list, Key.Key_Y, Modifier.ControlModifier)
    assert notes(window).all() == ()


def test_undo_goes_back_through_notes_and_views_in_the_order_in_which_they_were_done(window: Window) -> None:
    window.viewport.setFocus()
    window.state.select("sacrum")
    note = notes(window).add("first")
    window.state.select("femur_left")
    notes(window).rewrite(note.id, "second")
    told = []
    for _ in range(4):
        told.append((window.state.view.selection, [one.text for one in notes(window).all()]))
        QTest.keyClick(window.viewport, Key.Key_Z, Modifier.ControlModifier)
    assert told == [
        (("femur_left",), ["second"]), (("femur_left",), ["first"]), (("sacrum",), ["first"]), (("sacrum",), [])
    ]  # fmt: skip
    assert window.state.view.selection == ()


def test_a_deed_that_the_disk_does_not_take_back_is_told_of_and_stays(window: Window) -> None:
    window.viewport.setFocus()
    notes(window).add("stays")
    view = window.state.view
    with full_disk():
        QTest.keyClick(window.viewport, Key.Key_Z, Modifier.ControlModifier)
    assert TOLD in window.statusBar().currentMessage()
    assert [note.text for note in notes(window).all()] == ["stays"]
    assert window.state.view == view
    assert window.actions_by_id["undo"].text() == "&Undo: note added"
    QTest.keyClick(window.viewport, Key.Key_Z, Modifier.ControlModifier)
    assert notes(window).all() == ()


def test_ctrl_z_amid_typing_is_the_text_s_own(window: Window) -> None:
    window.actions_by_id["notes"].trigger()
    notes(window).add("stays")
    text = page(window).text
    text.setFocus()
    QTest.keyClicks(text, "typed")
    for _ in range(3):
        QTest.keyClick(text, Key.Key_Z, Modifier.ControlModifier)
    assert text.toPlainText() == ""
    window.structures.field.setFocus()
    QTest.keyClicks(window.structures.field, "psoas")
    for _ in range(3):
        QTest.keyClick(window.structures.field, Key.Key_Z, Modifier.ControlModifier)
    assert window.structures.field.text() == ""
    assert [note.text for note in notes(window).all()] == ["stays"]


def test_words_that_were_typed_are_not_lost_when_a_note_is_chosen(window: Window) -> None:
    window.actions_by_id["notes"].trigger()
    notes(window).add("kept", "sacrum")
    text = page(window).text
    QTest.keyClicks(text, "not kept yet")
    window.state.select("sacrum")
    assert text.toPlainText() == "not kept yet"
    page(window).list.setCurrentRow(0)
    assert text.toPlainText() == "kept"
    text.setFocus()
    QTest.keyClick(text, Key.Key_Z, Modifier.ControlModifier)
    assert text.toPlainText() == "not kept yet"
    page(window)._put("")


def test_annotations_without_the_structure_keep_its_note_and_show_no_pin(window: Window, atlas: Atlas, qtbot) -> None:
    pinned(window, "iliacus_left", "of the thigh")
    ask_for_a_note(window, place_of(window, "iliacus_left"))
    QTest.keyClicks(page(window).text, "more")
    hover(window, qtbot, pin_place(window), "of the thigh")
    rest = {name: one for name, one in atlas.structures.items() if name != "iliacus_left"}
    window.state.set_atlas(replace(atlas, structures=rest))
    assert heads(window) == ()
    assert window.viewport._tag.text() == ""
    assert "place" not in page(window).about.text()
    assert page(window).text.toPlainText() == "more"
    assert page(window).list.item(0).text().endswith(" · iliacus_left: of the thigh")
    page(window).list.setCurrentRow(0)
    window.state.set_atlas(atlas)
    assert [head.pin.words for head in heads(window)] == ["of the thigh"]
    page(window)._put("")


def test_hostile_words_stay_words_in_the_list_the_tag_and_the_exports(window: Window, qtbot, tmp_path: Path) -> None:
    place = place_of(window, "psoas_major_right")
    ask_for_a_note(window, place)
    page(window).text.setPlainText(HOSTILE + "x" * 3000)
    QTest.mouseClick(page(window).buttons["add"], LEFT)
    assert page(window).list.item(0).text().split(" · ")[1].startswith('<img src="file:///etc/passwd"><script>')
    hover(window, qtbot, pin_place(window), "<img")
    assert window.viewport._tag.textFormat() is Qt.TextFormat.PlainText
    assert len(window.viewport._tag.text()) < 100
    QApplication.clipboard().setText("y" * 1_000_000)
    page(window).text.setFocus()
    QTest.keyClick(page(window).text, Key.Key_V, Modifier.ControlModifier)
    assert page(window).trouble.text() == "996000 letters of what was pasted had no room in a note"
    assert page(window).text.toPlainText() == "y" * 4000
    QTest.keyClick(page(window).text, Key.Key_Z, Modifier.ControlModifier)
    page(window).export_to(tmp_path / "out.json")
    (row,) = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["notes"]
    assert row["where"].startswith("Psoas major, right: ")
    assert "\u202e" not in row["text"]
    page(window)._put("")


def test_a_disk_that_refuses_leaves_place_and_words_for_another_try(window: Window) -> None:
    ask_for_a_note(window, place_of(window, "iliacus_left"))
    with full_disk():
        write(window, "stays")
    assert TOLD in page(window).trouble.text()
    assert (page(window).text.toPlainText(), len(heads(window))) == ("stays", 1)
    QTest.keyClick(page(window).text, Key.Key_Return, Modifier.ControlModifier)
    assert [note.text for note in notes(window).all()] == ["stays"]
    assert notes(window).all()[0].place is not None
    assert page(window).trouble.text() == ""


def test_a_damaged_file_is_told_of_and_new_pins_are_kept(open_window: Callable[..., Window], notes_file: Path) -> None:
    notes_file.parent.mkdir()
    notes_file.write_text('{"format": 1, "notes": [{"id": "a", "text": "x", "place": [1, 2]}]}', encoding="utf-8")
    window = open_window()
    window.actions_by_id["notes"].trigger()
    assert "notes-damaged-1.json" in page(window).trouble.text()
    pinned(window, "psoas_major_right", "new")
    assert Notes(notes_file).all()[0].place is not None


def test_saved_pictures_show_the_pins_that_are_shown(window: Window, tmp_path: Path) -> None:
    pinned(window, "psoas_major_right", "seen")
    window.state.select()
    with_pin = picture(window)
    window.commands.save_picture_as(tmp_path / "with.png")
    window.commands.finish()
    saved = QImage(str(tmp_path / "with.png")).convertToFormat(QImage.Format.Format_RGB32)
    assert differing(with_pin, saved) == 0
    window.actions_by_id["pins"].trigger()
    assert differing(with_pin, picture(window)) > 150
    window.actions_by_id["pins"].trigger()
