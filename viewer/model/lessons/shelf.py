"""All lessons that can be taken up: those that come with the program, and those in the user's own folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from viewer.model.annotations.data_files import DataFileError, files_in
from viewer.model.annotations.faults import Fault
from viewer.model.atlas.atlas import Atlas
from viewer.model.lessons.lesson import Lesson
from viewer.model.lessons.lesson_file import our_folder, read_lesson
from viewer.model.notes import notes


@dataclass(frozen=True)
class Shelved:
    """A lesson and the file that it was read from; ``ours`` where it came with the program."""

    lesson: Lesson
    file: Path
    ours: bool

    @property
    def title(self) -> str:
        """What it is called; the name of its file where it has no title."""
        return self.lesson.title or self.file.stem


@dataclass(frozen=True)
class Shelf:
    """Lessons, those of the program first; and what is wrong with the files of which nothing can be shown."""

    lessons: tuple[Shelved, ...] = ()
    faults: tuple[Fault, ...] = ()


def read_shelf(atlas: Atlas, own: Path | None = None) -> Shelf:
    """The program's lessons in the order of their files' names, and those in the folder ``own`` by title."""
    faults: list[Fault] = []
    ours = list(_read(files_in(our_folder()), atlas, True, faults))
    others = list(_read(files_in(own) if own else (), atlas, False, faults))
    return Shelf((*ours, *sorted(others, key=lambda one: one.title.casefold())), tuple(faults))


def own_folder() -> Path:
    """Where a user's own lessons are kept unless told otherwise: beside the notes."""
    return notes.usual_file().parent / "lessons"


def _read(files: Iterable[Path], atlas: Atlas, ours: bool, faults: list[Fault]) -> Iterator[Shelved]:
    for file in files:
        try:
            yield Shelved(read_lesson(file, atlas).lesson, file, ours)
        except DataFileError as error:
            faults.extend(error.faults)
