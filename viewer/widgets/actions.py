"""Everything the program can do, as data: words, keys, place in the menus. The menus, the bar and the help read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from viewer.arguments import STANDARD_VIEWS
from viewer.widgets import icons


@dataclass(frozen=True)
class Command:
    """One thing to do. ``name`` is the method of Commands that does it; ``tip`` says more than the menu's ``text``."""

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


_FROM = ("the front", "the back", "the person's left", "the person's right", "above", "below")
VIEWS = tuple(
    Command("look_from", f"{name.capitalize()} view", (str(key),), f"See the body from {side}", value=name)
    for key, (name, side) in enumerate(zip(STANDARD_VIEWS, _FROM, strict=True), start=1)
)

MENUS: Mapping[str, tuple[Command | None, ...]] = {
    "&File": (
        Command("save_picture", "Save a &picture…", ("Ctrl+S",), "Save the 3D view as a PNG picture", "picture"),
        None,
        Command("quit", "&Quit", ("Ctrl+Q",), "Close the program"),
    ),
    "&Edit": (
        Command("undo", "&Undo", ("Ctrl+Z",), "Go back one step, camera included", "undo"),
        Command("redo", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "Go forward again", "redo"),
        None,
        Command("search", "&Search structures", ("/", "Ctrl+F"), "Type a name to find a structure", "search"),
        Command(
            "read_facts", "&Read the facts", ("F6",), "The keyboard to the facts: Up and Down step, Ctrl+Enter follows"
        ),
        Command("clear", "&Clear the selection", ("Esc",), "Select nothing"),
    ),
    "&View": (
        *VIEWS,
        None,
        Command("frame", "&Frame the selection", ("F",), "Bring the selection close", "frame"),
        Command("start_over", "&Reset", ("Home",), "Everything as at the start; undo brings it back", "reset"),
        None,
        Command("unlock_tilt", "Unlock &tilt", ("T",), "Let the spine lean while turning", switch=True),
        Command("reduce_motion", "Reduce &motion", (), "Cut to a new view instead of gliding there", switch=True),
    ),
    "&Structures": (
        Command("hide", "&Hide the selection", ("H",), "Put the selection away, or bring it back", "hide"),
        Command("isolate", "&Isolate the selection", ("I",), "Show the selection alone", "isolate", switch=True),
        Command("show_all", "Show &all", ("Shift+H",), "Bring back everything that was put away", "show"),
        None,
        Command("ghost", "&Ghost the rest", ("G",), "Let everything but the selection recede", "ghost", switch=True),
        Command("labels", "&Labels", ("L",), "Write names beside the structures", "labels", switch=True),
        Command("overlays", "&Overlays", ("O",), "Attachments, zones and trigger points", "overlays", switch=True),
        None,
        Command(
            "step_variation", "Next &variation", ("M",), "Both sides, left only, right only, absent, and round again"
        ),
        Command("choose_form", "&Forms…", ("Shift+M",), "The form on each side: the usual one, or a rarer one"),
        None,
        Command("where_it_hurts", "&Where does it hurt?", ("W",), "Point at the skin: which muscles refer pain there?"),
        Command("root_levels", "&Root levels", ("N",), "What each level of the spinal cord reaches"),
    ),
    "S&tudy": (
        Command("class_of_bodies", "A &class of thirty…", ("Ctrl+T",), "Draw thirty bodies: how many lack a muscle?"),
        Command("compare", "Co&mpare two structures", ("C",), "Two structures side by side, lit in the 3D view"),
        Command("palpation", "Finding it by &touch", ("B",), "Consent, cautions and steps, shown in the 3D view"),
        Command("notes", "Your &notes", ("Ctrl+N",), "Your own notes on the selection, kept apart from the data"),
        Command("note_here", "Note on a p&lace…", ("A",), "Pin a note to the selection, or to the middle of the view"),
        Command("pins", "P&ins of your notes", ("Shift+A",), "Show in the 3D view where your notes are", switch=True),
        None,
        Command("sources", "&Sources…", ("Ctrl+R",), "Every source, with all that rests on it"),
    ),
    "&Window": (Command("projector", "&Projector", ("F5",), "The 3D view alone on the full screen", "projector"),),
    "&Help": (
        Command("show_help", "&Keys and mouse", ("?", "F1"), "All of this on one page", "help"),
        Command("show_about", "&About Iliopsoas"),
    ),
}

MOUSE = (
    ("Drag", "Turn"),
    ("Middle drag, or Shift and drag", "Shift"),
    ("Wheel", "Zoom to the pointer"),
    ("Click", "Select; click on nothing to clear"),
    ("Ctrl and click", "Add to the selection"),
    ("Right click, or the menu key", "Menu of the structure, note on that place"),
    ("Click on a pin", "Open its note"),
    ("Arrow keys, with Shift", "Turn, shift (in the 3D view)"),
    ("+ and −", "Zoom (in the 3D view)"),
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
    action = QAction(command.text, parent)
    action.setObjectName(command.name)
    action.setData(command.value)
    action.setShortcuts([QKeySequence(key) for key in command.keys])
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setCheckable(command.switch)
    plain = command.text.replace("&", "").removesuffix("…")
    action.setToolTip(_tip(command, plain))
    action.setStatusTip(command.tip)
    if command.icon:
        action.setIcon(icons.icon(command.icon))
    elif command.value:
        action.setIcon(icons.letter(command.value[0].upper()))
    return action


def _tip(command: Command, plain: str) -> str:
    keys = f" ({command.keys[0]})" if command.keys else ""
    return f"{plain}{keys}\n{command.tip}" if command.tip else f"{plain}{keys}"
