"""A teacher's own notes on structures and places: plain text in the user's folder, apart from the data.

What cannot be read is never lost: a damaged file is put aside under another name before a new one is begun.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QObject, QStandardPaths, Signal

from viewer.language import tr
from viewer.model.atlas.atlas import Point
from viewer.model.notes.notes_file import LONGEST_NOTE, MOST_NOTES, DamagedError, Note, is_place, put_aside, read, write
from viewer.model.notes.plain_text import plain

__all__ = ["Note", "Notes", "NotesError", "usual_file"]


_Notes = dict[str, Note]


class NotesError(Exception):
    """Why a note cannot be kept; the message can be shown."""


class Notes(QObject):
    """The notes of one file. ``trouble`` says, for the user, why not all of it could be read; else it is empty.

    ``done`` tells of each deed: its words, and what takes it back and does it again. Both can be called in the order
    of one history only, and raise NotesError where the file cannot be written; then nothing has changed.
    """

    changed = Signal()
    done = Signal(str, object, object)

    def __init__(self, file: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = file or usual_file()
        self.trouble = ""
        self._may_write = True
        self._notes = {note.id: note for note in self._read()}
        self._highest = max((note.number for note in self._notes.values()), default=0)

    def all(self) -> tuple[Note, ...]:
        """Every note, oldest first."""
        return tuple(self._notes.values())

    def on(self, structure_id: str) -> tuple[Note, ...]:
        """The notes on a structure, oldest first."""
        return tuple(note for note in self._notes.values() if note.structure == structure_id)

    def add(self, text: str, structure_id: str = "", place: Point | None = None) -> Note:
        """Keep a new note. Raises NotesError where it is empty, too long, one too many, or cannot be written.

        Raises ValueError for a place that is none.
        """
        if place is not None and not is_place(place):
            raise ValueError(f"{place} is no place in the body")
        if len(self._notes) >= MOST_NOTES:
            raise NotesError(tr("There are %n note(s) already; delete some to write more", "", MOST_NOTES))
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self._highest += 1
        note = Note(uuid4().hex, _words(text), structure_id, _tenths(place), now, self._highest)
        self._keep({**self._notes, note.id: note}, tr("note added"))
        return note

    def rewrite(self, note_id: str, text: str) -> Note:
        """Give a note other words. Raises KeyError, NotesError."""
        note = replace(self._notes[note_id], text=_words(text))
        self._keep({**self._notes, note_id: note}, tr("note changed"))
        return note

    def delete(self, note_id: str) -> None:
        """Delete a note; an unknown one is gone already. Raises NotesError."""
        self._keep({name: note for name, note in self._notes.items() if name != note_id}, tr("note deleted"))

    def _keep(self, notes: _Notes, words: str) -> None:
        before = self._notes
        if notes != before:
            self._put(notes)
            self.done.emit(words, partial(self._put, before), partial(self._put, notes))

    def _put(self, notes: _Notes) -> None:
        self._write(notes)
        self.changed.emit()

    def _write(self, notes: _Notes) -> None:
        """Written first, so that what is shown is what is on the disk."""
        if not self._may_write:
            raise NotesError(self.trouble)
        try:
            write(self.file, notes.values())
        except OSError as error:
            told = tr("The notes cannot be written to {file}: {why}").format(file=self.file, why=error.strerror)
            raise NotesError(told) from error
        self._notes = notes

    def _read(self) -> list[Note]:
        try:
            notes, unsound = read(self.file) if self.file.exists() else ([], 0)
            if unsound:
                self._rescue(notes, tr("%n of its entr(y|ies) (is|are) not sound", "", unsound))
        except DamagedError as damage:
            notes = []
            self._rescue(notes, str(damage))
        except OSError as error:
            notes, self._may_write = [], False
            told = tr("The notes in {file} cannot be read: {why}")
            self.trouble = told.format(file=self.file, why=error.strerror)
        return notes

    def _rescue(self, notes: list[Note], damage: str) -> None:
        """Keep the damaged file under another name, and the sound notes in a new one."""
        try:
            aside = put_aside(self.file)
            told = tr("The notes in {file} could not all be read ({damage}); that file is kept as {aside}")
            self.trouble = told.format(file=self.file, damage=damage, aside=aside.name)
            if notes:
                write(self.file, notes)
        except OSError as error:
            self._may_write = False
            told = tr("The notes in {file} are damaged and cannot be put aside: {why}")
            self.trouble = told.format(file=self.file, why=error.strerror)


def usual_file() -> Path:
    """Where the platform keeps programs' data of this user."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(folder) / "Iliopsoas" / "notes.json"


def _tenths(place: Point | None) -> Point | None:
    """A place to a tenth of a millimetre, which is finer than any hand points."""
    if place is None:
        return None
    x, y, z = place
    return round(x, 1), round(y, 1), round(z, 1)


def _words(text: str) -> str:
    words = plain(text)
    if not words:
        raise NotesError(tr("A note needs some words"))
    if len(words) > LONGEST_NOTE:
        told = tr("The note has %n letter(s); at most {most} can be kept", "", len(words))
        raise NotesError(told.format(most=LONGEST_NOTE))
    return words
