"""A lesson's file: JSON that people can compare line by line; read as far as it can be shown, with all that cannot.

Unlike other files of data, a lesson is never refused over one mistake: a class is waiting.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from viewer.language import tr
from viewer.model.annotations.data_files import DataFileError, all_faults
from viewer.model.annotations.faults import MOST_LISTED, AnnotationsError, Fault
from viewer.model.annotations.json_lines import Document, parsed, read_document
from viewer.model.annotations.loose_json import LooseObject, items, named, objects, words
from viewer.model.atlas.atlas import Atlas
from viewer.model.lessons.lesson import Lesson, LessonScene
from viewer.model.lessons.lesson_faults import FORMAT, lesson_faults
from viewer.model.lessons.lines import in_lines
from viewer.model.lessons.salvage import before_the_cut
from viewer.model.lessons.scene_view import LONGEST_LINE, planned, scene_record, view_of_scene
from viewer.model.notes.plain_text import plain
from viewer.model.whole_file import write_whole

LARGEST_LESSON = 8_000_000
"""Bytes; a lesson of ten scenes has about a hundred thousand."""
MOST_SCENES = 200
LONGEST_CAPTION = 1_000
LONGEST_TEXT = 10_000
"""Letters of notes, and of what is said about a lesson."""
SCHEMA_NAME = "lesson.schema.json"
_CUT = "what stands before this place could be read, and nothing behind it"


@dataclass(frozen=True)
class ReadLesson:
    """A lesson as far as it can be shown; ``remarks`` tell what of its file cannot. ``whole``: nothing is missing, so
    that writing it back loses nothing.
    """

    lesson: Lesson
    remarks: tuple[Fault, ...] = ()
    whole: bool = True


def our_folder() -> Path:
    """The folder of the lessons that come with the program, with the schema."""
    return Path(__file__).resolve().parents[2] / "lessons"


def read_lesson(file: Path, atlas: Atlas) -> ReadLesson:
    """The lesson in a file. Raises DataFileError where there is nothing in it that could be shown."""
    document, faults = _document(file)
    wrong = all_faults(document, our_folder() / SCHEMA_NAME, partial(lesson_faults, atlas=atlas))
    found = [*faults, *document.located(list(islice(wrong, MOST_LISTED)))]
    lesson = _lesson(document.data, atlas)
    if found and not lesson.scenes:
        raise DataFileError(found)
    return ReadLesson(lesson, DataFileError(found).faults, not found)


def write_lesson(file: Path, lesson: Lesson, atlas: Atlas) -> None:
    """Let a file hold the lesson. Raises OSError, its ``strerror`` fit to be shown; then the file is as it was."""
    content = as_text(lesson, atlas).encode("utf-8")
    if len(content) > LARGEST_LESSON:
        most = f"{LARGEST_LESSON / 1e6:g}"
        raise OSError(errno.EFBIG, tr("it would be larger than {size} MB").format(size=most), str(file))
    write_whole(file, content)


def as_text(lesson: Lesson, atlas: Atlas) -> str:
    """The lesson as its file holds it."""
    told = {"title": lesson.title, "about": lesson.about}
    scenes = [_scene_record(scene, atlas) for scene in lesson.scenes]
    return in_lines({"format": FORMAT, **_without_empty(told), "scenes": scenes}) + "\n"


def _scene_record(scene: LessonScene, atlas: Atlas) -> dict[str, Any]:
    told = {"title": scene.title, "caption": scene.caption, "notes": scene.notes, "sources": list(scene.sources)}
    return {**_without_empty(told), "view": scene_record(scene.view, atlas)}


def _without_empty(told: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in told.items() if value}


# Reading ------------------------------------------------------------------------------------------------------


def _document(file: Path) -> tuple[Document, list[Fault]]:
    """The document, or what is left of it, and what is wrong with it although it can be read. Raises DataFileError."""
    try:
        return read_document(file, LARGEST_LESSON)
    except AnnotationsError as error:
        left = before_the_cut(file, LARGEST_LESSON)
        try:
            document, faults = parsed(file, left)
        except AnnotationsError:
            raise DataFileError(error.faults) from error
        return document, [*error.faults, *faults, Fault(file, (), error.faults[0].line, _CUT)]


def _lesson(data: object, atlas: Atlas) -> Lesson:
    if not isinstance(data, dict):
        return Lesson()
    scenes = (_scene(scene, atlas) for _, scene in objects(data, "scenes"))
    return Lesson(
        _text(data, "title", LONGEST_LINE),
        _text(data, "about", LONGEST_TEXT),
        tuple(islice((scene for scene in scenes if scene is not None), MOST_SCENES)),
    )


def _scene(data: LooseObject, atlas: Atlas) -> LessonScene | None:
    """None where it does not say what is shown."""
    view = named(data, "view")
    if not isinstance(view.get("shown"), list):
        return None
    return LessonScene(
        _text(data, "title", LONGEST_LINE),
        planned(view_of_scene(view, atlas), atlas),
        _text(data, "caption", LONGEST_CAPTION),
        _text(data, "notes", LONGEST_TEXT),
        tuple(_known(words(items(data, "sources")), atlas)),
    )


def _known(sources: Iterable[str], atlas: Atlas) -> Iterator[str]:
    return (name for name in dict.fromkeys(sources) if name in atlas.sources)


def _text(data: LooseObject, key: str, most: int) -> str:
    value = data.get(key)
    return plain(value[: 2 * most])[:most] if isinstance(value, str) else ""
