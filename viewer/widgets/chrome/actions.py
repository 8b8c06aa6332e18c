"""Everything the program can do, as data: words, keys, place in the menus. The menus, the bar and the help read it.

The words are marked for translation here and translated where they are shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from viewer.arguments import STANDARD_VIEWS
from viewer.model.words import spoken, tr
from viewer.widgets.chrome import icons


@dataclass(frozen=True)
class Command:
    """One thing to do. ``name`` is what the window connects it by; ``tip`` says more than the menu's ``text``."""

    name: str
    text: str
    keys: tuple[str, ...] = ()
    tip: str = ""
    icon: str = ""
    switch: bool = False
    value: str = ""

    @property
    def id(self) -> str:
        """Unique among the commands."""
        return f"{self.name}:{self.value}" if self.value else self.name


_VIEWS = (
    (tr("Anterior view"), tr("See the body from the front")),
    (tr("Posterior view"), tr("See the body from the back")),
    (tr("Left view"), tr("See the body from the person's left")),
    (tr("Right view"), tr("See the body from the person's right")),
    (tr("Superior view"), tr("See the body from above")),
    (tr("Inferior view"), tr("See the body from below")),
)
VIEWS = tuple(
    Command("look_from", text, (str(key),), tip, value=name)
    for key, (name, (text, tip)) in enumerate(zip(STANDARD_VIEWS, _VIEWS, strict=True), start=1)
)

MENUS: Mapping[str, tuple[Command | None, ...]] = {
    tr("&File"): (
        Command(
            "save_picture", tr("Save a &picture…"), ("Ctrl+S",), tr("Save the 3D view as a PNG picture"), "picture"
        ),
        None,
        Command("quit", tr("&Quit"), ("Ctrl+Q",), tr("Close the program")),
    ),
    tr("&Edit"): (
        Command(
            "undo", tr("&Undo"), ("Ctrl+Z",), tr("Take back what was done last, camera and notes included"), "undo"
        ),
        Command("redo", tr("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), tr("Do again what was taken back"), "redo"),
        None,
        Command("search", tr("&Search structures"), ("/", "Ctrl+F"), tr("Type a name to find a structure"), "search"),
        Command(
            "read_facts",
            tr("&Read the facts"),
            ("F6",),
            tr("Focus the facts: Up and Down step, Ctrl+Enter follows; again closes them"),
            "facts",
        ),
        Command(
            "clear",
            tr("&Clear, or close the panel"),
            ("Esc",),
            tr("End what is asked or placed, close the panel that has the keyboard, or select nothing"),
        ),
    ),
    tr("&View"): (
        *VIEWS,
        None,
        Command("frame", tr("&Frame the selection"), ("F",), tr("Bring the selection close"), "frame"),
        Command("start_over", tr("&Reset"), ("Home",), tr("Everything as at the start; undo brings it back"), "reset"),
        None,
        Command("unlock_tilt", tr("Unlock &tilt"), ("T",), tr("Let the spine lean while turning"), switch=True),
        Command(
            "reduce_motion", tr("Reduce &motion"), (), tr("Cut to a new view instead of gliding there"), switch=True
        ),
    ),
    tr("&Structures"): (
        Command("hide", tr("&Hide the selection"), ("H",), tr("Put the selection away, or bring it back"), "hide"),
        Command(
            "isolate", tr("&Isolate the selection"), ("I",), tr("Show the selection alone"), "isolate", switch=True
        ),
        Command("show_all", tr("Show &all"), ("Shift+H",), tr("Bring back everything that was put away"), "show"),
        None,
        Command(
            "ghost", tr("&Ghost the rest"), ("G",), tr("Let everything but the selection recede"), "ghost", switch=True
        ),
        Command("labels", tr("&Labels"), ("L",), tr("Write names beside the structures"), "labels", switch=True),
        Command(
            "overlays", tr("&Overlays"), ("O",), tr("Attachments, zones and trigger points"), "overlays", switch=True
        ),
        None,
        Command(
            "step_variation",
            tr("Next &variation"),
            ("M",),
            tr("Both sides, left only, right only, absent, and round again"),
        ),
        Command("choose_form", tr("&Forms…"), ("Shift+M",), tr("The form on each side: the usual one, or a rarer one")),
        None,
        Command(
            "where_it_hurts",
            tr("&Where does it hurt?"),
            ("W",),
            tr("Point at the skin: which muscles refer pain there?"),
        ),
        Command("root_levels", tr("&Root levels"), ("N",), tr("What each level of the spinal cord reaches")),
    ),
    tr("S&tudy"): (
        Command(
            "class_of_bodies", tr("A &class of thirty…"), ("Ctrl+T",), tr("Draw thirty bodies: how many lack a muscle?")
        ),
        Command(
            "compare",
            tr("Co&mpare two structures"),
            ("C",),
            tr("Two structures side by side, lit in the 3D view"),
            "compare",
            switch=True,
        ),
        Command(
            "palpation",
            tr("Finding it by &touch"),
            ("B",),
            tr("Consent, cautions and steps, shown in the 3D view"),
            "palpation",
            switch=True,
        ),
        Command(
            "notes",
            tr("Your &notes"),
            ("Ctrl+N",),
            tr("Your own notes on the selection, kept apart from the data"),
            "notes",
            switch=True,
        ),
        Command(
            "note_here",
            tr("Note on a p&lace…"),
            ("A",),
            tr("Pin a note to the selection, or to the middle of the view"),
        ),
        Command(
            "pins", tr("P&ins of your notes"), ("Shift+A",), tr("Show in the 3D view where your notes are"), switch=True
        ),
        None,
        Command("sources", tr("&Sources…"), ("Ctrl+R",), tr("Every source, with all that rests on it")),
    ),
    tr("&Window"): (
        Command("projector", tr("&Projector"), ("F5",), tr("The 3D view alone on the full screen"), "projector"),
        Command(
            "list", tr("&List of structures"), ("Ctrl+B",), tr("Fold the list to a strip, or unfold it"), switch=True
        ),
        Command("float", tr("Page in a &window of its own"), (), tr("Move the panel's page to a second screen")),
        Command(
            "faults",
            tr("&Faults in the annotations"),
            ("F8",),
            tr("What is wrong with the file, and where"),
            "faults",
            switch=True,
        ),
    ),
    tr("&Help"): (
        Command("show_help", tr("&Keys and mouse"), ("?", "F1"), tr("All of this on one page"), "help"),
        Command("show_about", tr("&About Iliopsoas")),
    ),
}

MOUSE = (
    (tr("Drag"), tr("Turn")),
    (tr("Middle drag, or Shift and drag"), tr("Shift")),
    (tr("Wheel"), tr("Zoom to the pointer")),
    (tr("Click"), tr("Select; click on nothing to clear")),
    (tr("Ctrl and click"), tr("Add to the selection")),
    (tr("Right click, or the menu key"), tr("Menu of the structure, note on that place")),
    (tr("Click on a pin"), tr("Open its note")),
    (tr("Arrow keys, with Shift"), tr("Turn, shift (in the 3D view)")),
    (tr("+ and −"), tr("Zoom (in the 3D view)")),
)


def build(parent: QObject) -> dict[str, QAction]:
    """A QAction for each command, by its id; the action's data is the command's value."""
    return {
        command.id: _action(command, parent)
        for commands in MENUS.values()
        for command in commands
        if command is not None
    }


def _action(command: Command, parent: QObject) -> QAction:
    action = QAction(spoken(command.text), parent)
    action.setObjectName(command.name)
    action.setData(command.value)
    action.setShortcuts([QKeySequence(key) for key in command.keys])
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setCheckable(command.switch)
    plain = spoken(command.text).replace("&", "").removesuffix("…")
    action.setToolTip(_tip(command, plain))
    action.setStatusTip(spoken(command.tip))
    if command.icon:
        action.setIcon(icons.icon(command.icon))
    elif command.value:
        action.setIcon(icons.letter(command.value[0].upper()))
    return action


def _tip(command: Command, plain: str) -> str:
    keys = f" ({command.keys[0]})" if command.keys else ""
    return f"{plain}{keys}\n{spoken(command.tip)}" if command.tip else f"{plain}{keys}"
