"""What a teacher can do before and in front of a class, as data."""

from __future__ import annotations

from viewer.language import mark
from viewer.widgets.chrome.command import Command

LESSON_FILES: tuple[Command | None, ...] = (
    Command("open_lesson", mark("Open a &lesson…"), ("Ctrl+O",), mark("A lesson from a file anywhere")),
    Command("save_lesson", mark("Sa&ve the lesson"), ("Ctrl+Shift+S",), mark("Scenes, captions and notes in one file")),
    Command("save_lesson_as", mark("Save the lesson &as…"), (), mark("The lesson in another file")),
    None,
    Command(
        "handout", mark("&Handout…"), ("Ctrl+P",), mark("The lesson on paper: pictures, captions, sources, as PDF")
    ),
    Command("take_model", mark("3D &model…"), (), mark("What is shown, for other programs and for 3D printing")),
    Command("take_page", mark("Page for a &browser…"), (), mark("What is shown, to be turned in any browser, offline")),
    Command("share", mark("Sha&re with the class…"), (), mark("Let the class open a page on their own devices")),
)

CLASS: tuple[Command | None, ...] = (
    Command(
        "projector",
        mark("&Projector"),
        ("F5", "Shift+F5"),
        mark(
            "The 3D view alone on the full screen, or on the projector beside this one; gives the lesson that is open"
        ),
        "projector",
    ),
    Command(
        "blank", mark("&Blank the screen"), (".",), mark("Nothing for the class to look at; any key brings it back")
    ),
    Command(
        "spotlight", mark("&Spotlight"), ("Shift+L",), mark("The pointer lights a place of the picture"), switch=True
    ),
    Command(
        "freeze",
        mark("&Freeze the projector"),
        ("Z",),
        mark("The class sees this picture until you let go"),
        switch=True,
    ),
    Command(
        "stage_screen", mark("Pro&jector on the other screen"), (), mark("Let the stage and your window change places")
    ),
    Command(
        "console",
        mark("&Console"),
        ("F7",),
        mark("For who teaches with two screens: notes, what comes next, answers, the time"),
        "console",
        switch=True,
    ),
    None,
    Command(
        "lessons", mark("&Lessons"), ("J",), mark("Scenes in order: make them here, give them"), "lessons", switch=True
    ),
    Command("add_scene", mark("&Add this scene"), ("K",), mark("What is shown now, as the next scene of the lesson")),
    Command("come_back", mark("&Come back to the lesson"), ("Backspace",), mark("The scene as it was planned")),
    None,
    Command(
        "ask_class", mark("Ask the &class"), ("U",), mark("Every name gone, until you reveal it"), "ask", switch=True
    ),
    Command("reveal", mark("&Reveal the name"), ("Y",), mark("The name of what is asked for")),
    Command("ask_next", mark("Ask for the &next"), ("Shift+Y",), mark("Another structure of those that are shown")),
    Command(
        "which_absent",
        mark("Which is a&bsent here?"),
        ("Shift+U",),
        mark("A body as it may come in at the door, without names: what does it lack?"),
        switch=True,
    ),
    None,
    Command("section", mark("S&ection"), ("S",), mark("Cut through everything"), "section", switch=True),
    Command(
        "section_way", mark("&Other way of the section"), ("Shift+S",), mark("Across, from the side, from the front")
    ),
    Command(
        "section_flip",
        mark("O&ther side of the section"),
        ("Ctrl+Shift+F",),
        mark("What was away comes back, the other side goes"),
        "flip",
    ),
    Command(
        "section_straight",
        mark("Look straight at t&he section"),
        ("Shift+F",),
        mark("Across the body as on a scan: from below, the person's right at the left"),
        "straight",
    ),
    Command(
        "section_on", mark("Section one level o&n"), ("Ctrl+PgDown",), mark("Down, to the left or to the back"), "lower"
    ),
    Command(
        "section_back",
        mark("Section one level bac&k"),
        ("Ctrl+PgUp",),
        mark("Up, to the right or to the front"),
        "higher",
    ),
    Command("section_in", mark("Section 2 mm &in"), ("]",), mark("Further into the body; } for 10 mm")),
    Command("section_out", mark("Section 2 mm o&ut"), ("[",), mark("Less of it away; { for 10 mm")),
    Command("section_far_in", mark("Section 10 mm in"), ("}",), mark("Further into the body")),
    Command("section_far_out", mark("Section 10 mm out"), ("{",), mark("Less of it away")),
    None,
    Command("draw", mark("&Draw"), ("V",), mark("Draw with mouse, pen or finger"), "draw", switch=True),
    Command(
        "draw_on_body", mark("Draw on the b&ody"), ("Shift+V",), mark("Lines stick to what they touch"), switch=True
    ),
    Command("wipe", mark("&Wipe the drawing"), ("X",), mark("Nothing drawn any more; undo brings it back")),
)
