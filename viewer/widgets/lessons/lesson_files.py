"""The open lesson and its file: new, opened, saved, and never lost or written over something without asking."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from viewer.language import tr
from viewer.model.annotations.data_files import DataFileError
from viewer.model.annotations.faults import Fault
from viewer.model.lessons.lesson import Lesson
from viewer.model.lessons.lesson_file import our_folder, read_lesson, write_lesson
from viewer.model.lessons.shelf import own_folder
from viewer.model.regular_file import Stamp, stamp_of
from viewer.widgets.lessons import asking_first
from viewer.widgets.lessons.asking_first import ENDING, Answer
from viewer.widgets.lessons.desk import Desk

LONGEST_NAME = 60  # letters that a title gives to a file


class LessonFiles(QObject):
    """``message`` is for the status bar. ``remarked`` tells what of a file cannot be shown; nothing: all can.
    ``refused`` says in words why something could not be opened or saved; empty: it could.
    """

    message = Signal(str)
    remarked = Signal(object)
    refused = Signal(str)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._state, self._opened, self._settings = window, desk.state, desk.opened, desk.settings
        self._stamps: dict[Path, Stamp | None] = {}
        self._not_whole: set[Path] = set()
        """Files of which something could not be read: what that is must not be overwritten."""

    @property
    def title(self) -> str:
        """What the open lesson is called."""
        return self._opened.lesson.title or tr("Lesson without a title")

    # Another lesson -------------------------------------------------------------------------------------------

    def begin_new(self) -> None:
        """An empty lesson, once the open one is saved or given up."""
        if self.may_leave():
            self._opened.take_up(Lesson(), None, tr("new lesson"))
            self._tell_remarks(())

    def ask_and_open(self) -> None:
        """Ask for a file and take its lesson."""
        recent = [Path(path).parent for path in self._settings.recent_lessons]
        folder = next((one for one in (*recent, own_folder()) if one.is_dir()), Path.home())
        if file := asking_first.file_to_open(self._window, folder):
            self.open(file)

    def open(self, file: Path) -> bool:
        """Take the lesson of a file, as far as it can be shown; a copy of it where it came with the program.

        False where the open one is not given up, or nothing can be shown.
        """
        stamp, ours = stamp_of(file), _is_ours(file)
        try:
            read = read_lesson(file, self._state.atlas)
        except DataFileError as error:
            self.refused.emit(tr("Nothing of this lesson can be shown: {file}").format(file=file))
            self.remarked.emit(error.faults)
            return False
        if not self.may_leave():
            return False
        if not read.whole:
            self._not_whole.add(_real(file))
        self._opened.take_up(read.lesson, None if ours or not read.whole else file, tr("lesson opened"))
        self._stamps[_real(file)] = stamp
        if not ours:
            self._remember(file)
        self._tell_remarks(read.remarks)
        self.message.emit(tr("{title}: %n scene(s)", "", len(read.lesson.scenes)).format(title=self.title))
        return True

    def take_back(self, lesson: Lesson) -> bool:
        """A lesson that was never saved. False where the open one is not given up."""
        if not self.may_leave():
            return False
        self._opened.take_up(lesson, None, tr("lesson brought back"), kept=False)
        self._tell_remarks(())
        return True

    def may_leave(self) -> bool:
        """Whether the open lesson may be left: nothing is unsaved, or it was asked what is to become of it."""
        if not self._opened.unsaved:
            return True
        match asking_first.about_unsaved(self._window, self.title):
            case Answer.SAVE:
                return self.save()
            case Answer.DISCARD:
                return True
        return False

    # Saving ---------------------------------------------------------------------------------------------------

    def save(self) -> bool:
        """Keep the lesson in its file; one that has none, in one that is asked for. False where it is not kept."""
        file = self._opened.path
        if file is None:
            return self.save_as()
        known = self._stamps.get(_real(file))
        if stamp_of(file) not in (None, known):
            match asking_first.about_overwriting(self._window, file):
                case Answer.SAVE:
                    return self.save_as()
                case Answer.CANCEL:
                    return False
        return self._write(file)

    def save_as(self) -> bool:
        """Keep the lesson in a file that is asked for. False where it is not kept."""
        file = asking_first.file_to_save(self._window, self._proposed())
        return file is not None and self.save_to(file)

    def save_to(self, file: Path) -> bool:
        """Keep the lesson in this file. False where it is not kept; then it was said why."""
        if _real(file) in self._not_whole:
            told = tr("{file} could not be read whole, so it is not written over. Choose another name.")
        elif _is_ours(file):
            told = tr("{file} is in the program's own folder. Choose another folder.")
        else:
            return self._write(file)
        self.refused.emit(told.format(file=file))
        return False

    def _write(self, file: Path) -> bool:
        try:
            if file.parent == own_folder():
                file.parent.mkdir(parents=True, exist_ok=True)
            write_lesson(file, self._opened.lesson, self._state.atlas)
        except OSError as error:
            told = tr("The lesson could not be saved to {file}: {why}. It is still open, and nothing of it is lost.")
            self.refused.emit(told.format(file=file, why=error.strerror or error))
            return False
        self._stamps[_real(file)] = stamp_of(file)
        self._opened.kept(file)
        self._remember(file)
        self.refused.emit("")
        self.message.emit(tr("Saved: {file}").format(file=file))
        return True

    def _proposed(self) -> Path:
        """Beside the file that it has, else in the user's own folder, under its title."""
        name = re.sub(r"[^\w .-]+", "", self.title).strip(" .")[:LONGEST_NAME]
        if self._opened.path is not None:
            return self._opened.path
        own = own_folder()
        with suppress(OSError):
            own.mkdir(parents=True, exist_ok=True)
        return own / f"{name or tr('lesson')}{ENDING}"

    def _remember(self, file: Path) -> None:
        self._settings.recent_lessons = (str(file.absolute()), *self._settings.recent_lessons)

    def _tell_remarks(self, remarks: Sequence[Fault]) -> None:
        """Of the lesson that is open now; what was refused before it is past."""
        self.refused.emit("")
        self.remarked.emit(tuple(remarks))


def _real(file: Path) -> Path:
    return Path(file).resolve()


def _is_ours(file: Path) -> bool:
    return _real(file).parent == our_folder()
