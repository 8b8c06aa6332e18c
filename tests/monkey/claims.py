"""What must hold of the window whatever was done to it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt

from viewer.drawing.overlays import overlays
from viewer.model.answers.body_words import title
from viewer.model.notes.notes import usual_file
from viewer.model.notes.notes_file import read
from viewer.model.session.view import UNLIT, View
from viewer.model.words import names_withheld
from viewer.widgets.structures.found_rows import ID
from viewer.window import Window

SWITCHES = {"ghost": "ghost", "labels": "labels", "overlays": "overlays"}


def broken(window: Window) -> Iterator[str]:
    """Every claim that does not hold now, in words."""
    for claim in (_scene, _list, _words, _switches, _pages, _notes, _camera):
        yield from claim(window)


def lost_by_undo(window: Window, steps: int) -> Iterator[str]:
    """So many steps back and forward again: the same is seen as before. Any number of them is 0."""
    state, actions = window.state, window.actions_by_id
    state.glance(None)
    before, back, most = _settled(window), 0, steps or 10_000
    while actions["undo"].isEnabled() and back < most:
        state.undo()
        back += 1
        yield from _scene(window)
    for _ in range(back):
        if not actions["redo"].isEnabled():
            yield f"after {back} steps back there are fewer forward"
        state.redo()
    if (after := _settled(window)) != before:
        yield f"{back} steps back and forward again lead elsewhere: {_difference(before, after)}"


def _settled(window: Window) -> View:
    """A camera under way becomes a step with the first step back, so it stands in this."""
    return replace(window.state.view, **(UNLIT if window.state.lit is None else {}))


def _difference(one: View, other: View) -> str:
    names = [name for name in View.__dataclass_fields__ if getattr(one, name) != getattr(other, name)]
    return "; ".join(f"{name}: {getattr(one, name)} / {getattr(other, name)}" for name in names)


def _scene(window: Window) -> Iterator[str]:
    """What is shown is what the state says."""
    scene, view = window.viewport.scene, window.state.view
    if scene is None:
        yield "there is no scene"
        return
    known = window.state.atlas.structures
    shown = {name for name, one in scene._standing.items() if one.actor.GetVisibility()}
    lit = overlays.wanted(window.state.atlas, view).nerves  # seen for as long as their fact is lit
    left = filter(scene._slicing.is_there, scene._standing)  # by a section
    wanted = {name for name in left if name in known and (view.shows(name) or name in lit)}
    if shown - wanted:
        yield f"shown and not wanted: {sorted(shown - wanted)}"
    if wanted - shown:
        yield f"wanted and not shown: {sorted(wanted - shown)}"
    if scene.problems:
        yield f"structures without a model: {scene.problems}"


def _list(window: Window) -> Iterator[str]:
    """Every tick is what the state says, and the rows of what is chosen are marked."""
    tree, view = window.structures.tree, window.state.view
    model = tree.model()
    marked = {row.data(ID) for row in tree.selectionModel().selectedIndexes()} & set(window.state.atlas.structures)
    listed = set()
    for group in (model.index(row, 0) for row in range(model.rowCount())):
        for row in (model.index(number, 0, group) for number in range(model.rowCount(group))):
            name = row.data(ID)
            listed.add(name)
            yield from _tick(window, name, row)
    if not marked <= set(view.selection):
        yield f"marked in the list and not chosen: {marked - set(view.selection)}"
    if not set(view.selection) & listed <= marked:
        yield f"chosen and not marked in the list: {(set(view.selection) & listed) - marked}"


def _tick(window: Window, name: str, row: QModelIndex) -> Iterator[str]:
    if name in window.state.atlas.structures:
        ticked = Qt.CheckState(row.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
        if ticked != window.state.view.shows(name):
            yield f"{name} is ticked wrongly"


def _words(window: Window) -> Iterator[str]:
    """Title and facts name what was chosen last; while names are withheld they name nothing."""
    view, atlas = window.state.view, window.state.atlas
    names = [title(atlas, view, name) for name in view.selection if not view.unnamed]
    expected = f"Iliopsoas – {names[-1]}" if names else "Iliopsoas"
    if window.windowTitle() != expected:
        yield f"the window's title is {window.windowTitle()!r} where {expected!r} is chosen"
    told = window.facts.toPlainText().split("\n")[0]
    if view.unnamed and told != names_withheld():
        yield f"the facts tell of {told!r} while names are withheld"
    if names and told != names[-1] and not told.startswith("Root level"):
        yield f"the facts tell of {told!r} where {names[-1]!r} is chosen"


def _switches(window: Window) -> Iterator[str]:
    view, actions = window.state.view, window.actions_by_id
    for name, aspect in SWITCHES.items():
        if actions[name].isChecked() != getattr(view, aspect):
            yield f"the switch of {name} says {actions[name].isChecked()}"
    if actions["isolate"].isChecked() != (view.isolated is not None):
        yield "the switch of isolate is wrong"


def _pages(window: Window) -> Iterator[str]:
    """Each page is where the panel says, and its command and button say so."""
    panel = window.panel
    commands = {name: action for name, action in window.actions_by_id.items() if action.data() == name}
    for name in (one.id for one in panel.pages.names()):
        for switch in (window.top.row.buttons.get(name), commands.get(name)):
            if switch is not None and switch.isChecked() != panel.shows(name):
                yield f"the button or the command of {name} is wrong"
    if panel.current in panel.floated and panel.current:
        yield f"{panel.current} is both in the panel and in a window of its own"
    if panel.current and not window.classroom.projector.on and panel.isHidden():
        yield f"{panel.current} is open and cannot be seen"


def _notes(window: Window) -> Iterator[str]:
    """What is kept is what is on the disk."""
    notes, file = window.notes.notes.all(), usual_file()
    kept = {note.id: note for note in read(file)[0]} if file.exists() else {}
    if kept != {note.id: note for note in notes}:
        yield f"{len(kept)} notes are on the disk, {len(notes)} are shown"


def _camera(window: Window) -> Iterator[str]:
    camera = window.state.view.camera
    if camera is None or not all(map(math.isfinite, (*camera.position, *camera.focus, *camera.up))):
        yield f"the camera stands at {camera}"
    elif math.dist(camera.position, camera.focus) < 1e-6:
        yield f"the camera looks at itself: {camera}"
