"""Two windows on the same notes: each shows what is written in the other, and nothing that is being typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests import windows
from viewer.model.notes.notes import Notes
from viewer.widgets.notes.notes_page import NotesPage
from viewer.window import Window

LEFT = Qt.MouseButton.LeftButton


def page(window: Window) -> NotesPage:
    opened = window.panel.open("notes")
    assert isinstance(opened, NotesPage)
    return opened


def rows(window: Window) -> list[str]:
    listed = page(window).list
    return [listed.item(row).text() for row in range(listed.count())]


def test_each_window_shows_what_is_written_in_the_other(
    open_window: Callable[..., Window], notes_file: Path, qtbot
) -> None:
    one, other = open_window(), open_window()
    windows.activate(one)
    place = tuple(one.viewport.scene._standing["sacrum"].mesh.points[0].tolist())
    page(one).text.setPlainText("from one")
    QTest.mouseClick(page(one).buttons["add"], LEFT)
    qtbot.waitUntil(lambda: rows(other) == ["from one"], timeout=20_000)
    note = other.notes.notes.add("from the other", "sacrum", place)
    qtbot.waitUntil(lambda: len(rows(one)) == 2, timeout=20_000)
    assert [pin.note for pin in one.viewport.presenting.now.pins] == [note.id]
    one.undoing.undo()
    qtbot.waitUntil(lambda: len(rows(other)) == 1, timeout=20_000)
    assert kept(notes_file) == ["from the other"]


def kept(file: Path) -> list[str]:
    return [note.text for note in Notes(file).all()]


def test_what_is_typed_stays_when_another_window_changes_the_note(
    open_window: Callable[..., Window], notes_file: Path, qtbot
) -> None:
    one, other = open_window(), open_window()
    windows.activate(one)
    note = one.notes.notes.add("begin")
    other.notes.notes.look()
    page(one).list.setCurrentRow(0)
    page(one).text.setPlainText("typed in one")
    other.notes.notes.rewrite(note.id, "kept in the other")
    qtbot.waitUntil(lambda: rows(one) == ["kept in the other"], timeout=20_000)
    assert page(one).text.toPlainText() == "typed in one"
    assert page(one).list.chosen() == note.id
    QTest.mouseClick(page(one).buttons["change"], LEFT)
    texts = kept(notes_file)
    assert texts[0] == "typed in one"
    assert texts[1].endswith("\nkept in the other")
    assert "kept as note 2" in one.statusBar().currentMessage()
    one.undoing.undo()
    assert kept(notes_file) == ["kept in the other"]
    assert page(one).text.toPlainText() == "kept in the other"
