"""Has something made of a lesson, or of what is shown, which the other process reads from a file that is gone then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject

from viewer.language import tr
from viewer.model.lessons.lesson import Lesson, LessonScene
from viewer.model.lessons.lesson_file import write_lesson
from viewer.model.session.state import ViewState
from viewer.model.session.view import View
from viewer.widgets.takeaway.making import Making


def shown_now(state: ViewState) -> Lesson:
    """What is shown, as a lesson of one scene; a name that is withheld is not its title."""
    view = state.view
    names = () if view.unnamed else view.selection
    title = ", ".join(state.atlas.structures[one].title for one in names if one in state.atlas.structures)
    return one_scene(view, title)


def one_scene(view: View, title: str = "") -> Lesson:
    """A view as a lesson."""
    return Lesson(title or "Iliopsoas", scenes=(LessonScene(title or tr("What is shown"), replace(view, finger=None)),))


def errand(words: Sequence[str | Path], goal: Path, lesson: Lesson, state: ViewState, parent: QObject) -> Making:
    """What makes ``goal`` of a lesson when the program is asked for it with these words. Raises OSError."""
    folder = TemporaryDirectory(prefix="iliopsoas-")
    try:
        file = Path(folder.name) / "lesson.json"
        write_lesson(file, lesson, state.atlas)
    except BaseException:
        folder.cleanup()
        raise
    language = next((one.shown_in for one in state.atlas.structures.values()), "en")
    making = Making([*words, "--lesson", file, "--named-in", language], goal, parent)
    making.destroyed.connect(partial(TemporaryDirectory.cleanup, folder))  # held by it alone
    return making
