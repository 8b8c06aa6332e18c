"""Everything the program can do, as data: words, keys, place in the menus. Menus, bar and help read it.

The words are marked for translation here and translated where they are shown."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from viewer.arguments import STANDARD_VIEWS
from viewer.language import mark, tr
from viewer.widgets.chrome import icons
from viewer.widgets.chrome.class_commands import CLASS, LESSON_FILES
from viewer.widgets.chrome.command import Command

_VIEWS = (
    (mark("Anterior view"), mark("See the body from the front")),
    (mark("Posterior view"), mark("See the body from the back")),
    (mark("Left view"), mark("See the body from the person's left")),
    (mark("Right view"), mark("See the body from the person's right")),
    (mark("Superior view"), mark("See the body from above")),
    (mark("Inferior view"), mark("See the body from below")),
)
VIEWS = tuple(
    Command("look_from", text, (str(key),), tip, value=name)
    for key, (name, (text, tip)) in enumerate(zip(STANDARD_VIEWS, _VIEWS, strict=True), start=1)
)

MENUS: Mapping[str, tuple[Command | None, ...]] = {
    mark("&File"): (
        Command(
            "save_picture", mark("Save a &picture…"), ("Ctrl+S",), mark("Save the 3D view as a PNG picture"), "picture"
        ),
        Command("open_questions", mark("Open &questions…"), (), mark("Questions of a teacher, from a file")),
        None,
        Command("open_walk", mark("&Open a walk…"), (), mark("A walk of your own, from a file anywhere")),
        None,
        *LESSON_FILES,
        None,
        Command("quit", mark("&Quit"), ("Ctrl+Q",), mark("Close the program")),
    ),
    mark("&Edit"): (
        Command(
            "undo", mark("&Undo"), ("Ctrl+Z",), mark("Take back what was done last, camera and notes included"), "undo"
        ),
        Command("redo", mark("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), mark("Do again what was taken back"), "redo"),
        None,
        Command(
            "search", mark("&Search structures"), ("/", "Ctrl+F"), mark("Type a name to find a structure"), "search"
        ),
        Command(
            "read_facts",
            mark("&Read the facts"),
            ("F6",),
            mark("Focus the facts: Up and Down step, Ctrl+Enter follows; again closes them"),
            "facts",
        ),
        Command(
            "clear",
            mark("&Clear, or close the panel"),
            ("Esc",),
            mark("End what is asked or placed, close the panel that has the keyboard, or select nothing"),
        ),
    ),
    mark("&View"): (
        *VIEWS,
        None,
        Command("frame", mark("&Frame the selection"), ("F",), mark("Bring the selection close"), "frame"),
        Command(
            "start_over", mark("&Reset"), ("Home",), mark("Everything as at the start; undo brings it back"), "reset"
        ),
        None,
        Command("unlock_tilt", mark("Unlock &tilt"), ("T",), mark("Let the spine lean while turning"), switch=True),
        Command(
            "reduce_motion", mark("Reduce &motion"), (), mark("Cut to a new view instead of gliding there"), switch=True
        ),
    ),
    mark("&Structures"): (
        Command("hide", mark("&Hide the selection"), ("H",), mark("Put the selection away, or bring it back"), "hide"),
        Command(
            "isolate", mark("&Isolate the selection"), ("I",), mark("Show the selection alone"), "isolate", switch=True
        ),
        Command(
            "show_all", mark("Show &all"), ("Shift+H",), mark("Bring back what was put away; again, everything"), "show"
        ),
        None,
        Command(
            "peel", mark("&Peel a layer away"), ("P",), mark("Take away the outermost layer, from the skin inwards")
        ),
        Command("put_back", mark("Put the layer &back"), ("Shift+P",), mark("Put back the layer that was peeled last")),
        Command(
            "peel_from_skin", mark("Peel from the s&kin"), (), mark("Show everything first, with the skin around it")
        ),
        None,
        Command(
            "ghost",
            mark("&Ghost the rest"),
            ("G",),
            mark("Let everything but the selection recede"),
            "ghost",
            switch=True,
        ),
        Command("labels", mark("&Labels"), ("L",), mark("Write names beside the structures"), "labels", switch=True),
        Command(
            "overlays",
            mark("&Overlays"),
            ("O",),
            mark("Attachments, zones and trigger points"),
            "overlays",
            switch=True,
        ),
        None,
        Command(
            "step_variation",
            mark("Next &variation"),
            ("M",),
            mark("Both sides, left only, right only, absent, and round again"),
        ),
        Command(
            "choose_form", mark("&Forms…"), ("Shift+M",), mark("The form on each side: the usual one, or a rarer one")
        ),
        None,
        Command(
            "where_it_hurts",
            mark("&Where does it hurt?"),
            ("W",),
            mark("Point at the skin: which muscles refer pain there?"),
        ),
        Command("root_levels", mark("&Root levels"), ("N",), mark("What each level of the spinal cord reaches")),
    ),
    mark("S&tudy"): (
        Command(
            "class_of_bodies",
            mark("A &class of thirty…"),
            ("Ctrl+T",),
            mark("Draw thirty bodies: how many lack a muscle?"),
        ),
        Command(
            "compare",
            mark("Co&mpare two structures"),
            ("C",),
            mark("Two structures side by side, lit in the 3D view"),
            "compare",
            switch=True,
        ),
        Command(
            "walks",
            mark("&Guided walks"),
            ("B",),
            mark("Find it by touch, or move: consent, cautions and steps, shown in the 3D view"),
            "walks",
            switch=True,
        ),
        Command(
            "tell_apart",
            mark("Tell them &apart"),
            ("D",),
            mark("Cable or fan, medial or lateral: claims side by side, shown in the 3D view"),
        ),
        Command("next_step", mark("Ne&xt step"), ("PgDown",), mark("The next step of the walk")),
        Command("step_before", mark("Step &before"), ("PgUp",), mark("The step before in the walk")),
        Command("read_aloud", mark("&Read the step aloud"), ("R",), mark("With the system's voice, where it has one")),
        Command(
            "notes",
            mark("Your &notes"),
            ("Ctrl+N",),
            mark("Your own notes on the selection, kept apart from the data"),
            "notes",
            switch=True,
        ),
        Command(
            "note_here",
            mark("Note on a p&lace…"),
            ("A",),
            mark("Pin a note to the selection, or to the middle of the view"),
        ),
        Command(
            "pins",
            mark("P&ins of your notes"),
            ("Shift+A",),
            mark("Show in the 3D view where your notes are"),
            switch=True,
        ),
        Command(
            "train",
            mark("T&rain"),
            ("Q",),
            mark("Be asked: names, places, attachments, nerves, pain; answered on the body"),
            "train",
            switch=True,
        ),
        Command(
            "progress",
            mark("Your pr&ogress"),
            ("Shift+Q",),
            mark("What you know, what fades, and what to practise next"),
            "progress",
            switch=True,
        ),
        None,
        Command(
            "finger",
            mark("A &finger on the skin"),
            ("E",),
            mark("Press on the skin: what lies under the finger, how deep, and what to keep off"),
            "finger",
            switch=True,
        ),
        Command(
            "turn_section",
            mark("Other p&lane of the section"),
            ("Shift+E",),
            mark("Cut across the body along the finger's way, or along the body"),
            "plane",
        ),
        Command(
            "save_section", mark("Save the sectio&n…"), (), mark("The section as a PNG or SVG picture, with names")
        ),
        Command("copy_section", mark("Cop&y the section"), (), mark("The section as a picture to be pasted elsewhere")),
        None,
        Command("sources", mark("&Sources…"), ("Ctrl+R",), mark("Every source, with all that rests on it")),
    ),
    mark("&Class"): CLASS,
    mark("&Window"): (
        Command(
            "list",
            mark("&List of structures"),
            ("Ctrl+B",),
            mark("Fold the list to a strip, or unfold it"),
            switch=True,
        ),
        Command(
            "by_processor",
            mark("Draw without the &graphics card"),
            (),
            mark("For a graphics card that crashes; from the next start on the processor draws, slower"),
            switch=True,
        ),
        Command("float", mark("Page in a &window of its own"), (), mark("Move the panel's page to a second screen")),
        Command(
            "faults",
            mark("&Faults in the annotations"),
            ("F8",),
            mark("What is wrong with the file, and where"),
            "faults",
            switch=True,
        ),
    ),
    mark("&Help"): (
        Command("show_help", mark("&Keys and mouse"), ("?", "F1"), mark("All of this on one page"), "help"),
        None,
        Command("show_log", mark("Show the &log"), (), mark("What the program noted: starts, faults, what was slow")),
        Command(
            "copy_report",
            mark("&Copy a report"),
            (),
            mark("Versions, graphics and the last commands, to be sent; nothing of it says who you are"),
        ),
        None,
        Command("show_about", mark("&About Iliopsoas")),
    ),
}

MOUSE = (
    (mark("Drag"), mark("Turn")),
    (mark("Middle drag, or Shift and drag"), mark("Shift")),
    (mark("Wheel"), mark("Zoom to the pointer")),
    (mark("Click"), mark("Select; click on nothing to clear")),
    (mark("Ctrl and click"), mark("Add to the selection")),
    (mark("With a section: drag its frame"), mark("Move it; Alt and wheel, [ ] and { } move it too")),
    (mark("Right click, or the menu key"), mark("Menu of the structure, note on that place")),
    (mark("Click on a pin"), mark("Open its note")),
    (mark("Drag a name"), mark("Put it somewhere else; a double click lets it find its place again")),
    (mark("Alt and arrow keys"), mark("Move the name of the selection (in the 3D view); Alt and Home: back")),
    (mark("While drawing: left button, pen, finger"), mark("Draw; right button or two fingers: turn")),
    (mark("With the spotlight: Ctrl and the wheel"), mark("Its size")),
    (mark("Arrow keys, with Shift"), mark("Turn, shift (in the 3D view)")),
    (mark("+ and −"), mark("Zoom (in the 3D view)")),
    (
        mark("With the finger: press, drag"),
        mark("Lay it on the skin, aim it; beside the body or with the right button: turn"),
    ),
    (mark("With the finger: wheel, + and −"), mark("Push it deeper, let it out; Ctrl and wheel: zoom")),
    (mark("With the finger: arrow keys, with Shift"), mark("Move it on the skin, aim it; with Ctrl: turn")),
    (
        mark("Giving a lesson: page keys, Space, arrow keys"),
        mark("The next scene, the one before; Home and End: the first, the last"),
    ),
    (mark("Giving a lesson: a number, Enter"), mark("To that scene; Backspace comes back from a detour, B blanks")),
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
    action = QAction(tr(command.text), parent)
    action.setObjectName(command.name)
    action.setData(command.value)
    action.setShortcuts([QKeySequence(key) for key in command.keys])
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setCheckable(command.switch)
    plain = tr(command.text).replace("&", "").removesuffix("…")
    action.setToolTip(_tip(command, plain))
    action.setStatusTip(tr(command.tip))
    if command.icon:
        action.setIcon(icons.icon(command.icon))
    elif command.value:
        action.setIcon(icons.letter(command.value[0].upper()))
    return action


def _tip(command: Command, plain: str) -> str:
    keys = f" ({command.keys[0]})" if command.keys else ""
    return f"{plain}{keys}\n{tr(command.tip)}" if command.tip else f"{plain}{keys}"
