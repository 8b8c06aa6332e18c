"""What people do with the window, one thing after the other, to see what keeps it from answering."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog

from viewer.model.atlas.atlas import Kind
from viewer.widgets.chrome.languages import LanguageMenu
from viewer.widgets.study.compare_page import ComparePage
from viewer.window import Window

Action = tuple[str, Callable[[], object]]


def actions(window: Window, folder: Path) -> Iterator[Action]:
    """What people do, each with a name. What an action needs is done when it is asked for."""
    yield from _choosing(window)
    yield from _pages(window)
    yield from _searching(window)
    yield from _notes(window, folder)
    yield from _files(window, folder)


def _choosing(window: Window) -> Iterator[Action]:
    """One structure of each kind, its first facts lit, the pointer on each structure for the first time."""
    state = window.state
    first_of_kind = {one.kind: one for one in reversed(list(state.atlas.structures.values()))}
    for kind, structure in first_of_kind.items():
        yield f"select a {kind.value}", partial(state.select, structure.id)
    muscles = [one.id for one in state.atlas.structures.values() if one.kind is Kind.MUSCLE]
    yield "select all muscles", partial(state.select, *muscles)
    muscle = first_of_kind[Kind.MUSCLE]
    yield "select a muscle again", partial(state.select, muscle.id)
    for name, facts in (
        ("footprint", muscle.attachments),
        ("zone", muscle.referrals),
        ("point", muscle.trigger_points),
    ):
        for fact in facts[:1]:
            yield f"light a first {name}", partial(state.glance, fact.id)
    yield from _pointing(window)


def _pointing(window: Window) -> Iterator[Action]:
    """The pointer rests for the first time on each structure that is shown, where it is nearest to the middle."""
    scene, middle = window.viewport.scene, window.viewport.rect().center()
    assert scene is not None
    for name in filter(window.state.view.shows, window.state.atlas.structures):
        spot = scene.place_near(float(middle.x()), float(middle.y()), name)
        if spot is not None:
            yield f"point at {name}", partial(scene.under, *scene.project(spot.place))


def _pages(window: Window) -> Iterator[Action]:
    actions = window.actions_by_id
    for name in ("walks", "compare", "notes", "read_facts", "where_it_hurts", "root_levels", "note_here", "float"):
        yield f"command {name}", actions[name].trigger
    for name in ("sources", "class_of_bodies", "show_help", "show_about"):
        yield f"command {name}", actions[name].trigger
        yield f"leave {name}", partial(_close_dialogs, window)
    for name in ("ghost", "labels", "isolate", "show_all", "step_variation", "projector", "undo", "redo"):
        yield f"command {name}", actions[name].trigger
    yield "command projector again", actions["projector"].trigger
    page = window.panel.open("compare")
    yield "compare two others", partial(_compare, page)


def _compare(page: object) -> None:
    assert isinstance(page, ComparePage)
    page.first.setCurrentIndex(3)
    page.second.setCurrentIndex(0)
    page.show_both()


def _close_dialogs(window: Window) -> None:
    for dialog in window.findChildren(QDialog):
        dialog.close()


def _searching(window: Window) -> Iterator[Action]:
    field = window.structures.field
    for words in ("p", "ps", "pso", "psoas", "lesser trochanter", "flexion", ""):
        yield f"search {words!r}", partial(field.setText, words)


def _notes(window: Window, folder: Path) -> Iterator[Action]:
    notes = window.notes.notes
    yield "a first note", partial(notes.add, "Look here", "psoas_major_right", (60.0, -20.0, 40.0))
    for number in range(200):
        notes.add(f"Note {number} " + "with some words " * 20, "iliacus_right", (60.0, -20.0, float(number)))
    yield "one more of 200 notes", partial(notes.add, "Look here too", "psoas_major_right", (60.0, -20.0, 41.0))
    page = window.panel.open("notes")
    yield "export of 200 notes", partial(page.export_to, folder / "notes.md")  # type: ignore[attr-defined]


def _files(window: Window, folder: Path) -> Iterator[Action]:
    window.state.select("psoas_major_right")
    yield "save a picture", partial(window.commands.save_picture_as, folder / "picture.png")
    (languages,) = window.findChildren(LanguageMenu)
    for row in languages.actions():
        yield f"names in {row.data()}", row.trigger
    for name in ("dark", "light"):
        action = next(one for one in window.appearance.actions() if one.data() == name)
        yield f"dress {name}", action.trigger
    text = (folder / "annotations.json").read_text(encoding="utf-8")
    yield "annotations saved again", partial(_save, folder, text + "\n")
    yield "annotations with a fault", partial(_save, folder, text.replace('"id"', '"ib"', 1))
    yield "annotations mended", partial(_save, folder, text)


def _save(folder: Path, text: str) -> None:
    """As an editor does; the window looks for it often."""
    beside = folder / "annotations.new"
    beside.write_text(text, encoding="utf-8")
    beside.replace(folder / "annotations.json")
