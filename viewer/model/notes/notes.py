"""A teacher's own notes on structures and places: plain text in the user's folder, apart from the data.

Several windows may have the same notes open. Each sees what the others write, and what one does never undoes what
another has done.
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
from viewer.model.notes.note_changes import Change, Changes, reverse
from viewer.model.notes.notes_file import LONGEST_NOTE, Note, is_place
from viewer.model.notes.notes_store import NotesError, NotesStore
from viewer.model.notes.plain_text import plain

__all__ = ["Note", "Notes", "NotesError", "usual_file"]


class Notes(QObject):
    """The notes of one file.

    ``changed`` says whether it was another window. ``done`` tells of each deed: its words, and what takes it back and
    does it again. Both can be called in the order of one history only, and raise NotesError where the file cannot be
    written; then nothing has changed. ``told`` says, for the user, what else came of a deed because of what another
    window, or a damaged disk, had done.
    """

    changed = Signal(bool)
    done = Signal(str, object, object)
    told = Signal(str)

    def __init__(self, file: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = NotesStore(file or usual_file())

    @property
    def trouble(self) -> str:
        """Why not all of the file could be read, for the user; else nothing."""
        return self._store.trouble

    def all(self) -> tuple[Note, ...]:
        """Every note, oldest first."""
        return tuple(self._store.notes.values())

    def on(self, structure_id: str) -> tuple[Note, ...]:
        """The notes on a structure, oldest first."""
        return tuple(note for note in self.all() if note.structure == structure_id)

    def look(self) -> None:
        """Look once whether another window has written notes, and take them up."""
        if self._store.look():
            self.changed.emit(True)

    def add(self, text: str, structure_id: str = "", place: Point | None = None) -> Note:
        """Keep a new note. Raises NotesError where it is empty, too long, one too many, or cannot be written.

        Raises ValueError for a place that is none.
        """
        if place is not None and not is_place(place):
            raise ValueError(f"{place} is no place in the body")
        now = datetime.now(UTC).isoformat(timespec="seconds")
        note = Note(uuid4().hex, _words(text), structure_id, _tenths(place), now)
        self._do(Change(None, note), tr("note added"))
        return self._store.notes[note.id]

    def rewrite(self, note_id: str, text: str, over: str | None = None) -> Note:
        """Give a note other words. Raises KeyError, NotesError.

        ``over`` are the words that whoever wrote these has seen there; None takes those that are known here.
        """
        note = self._store.notes[note_id]
        seen = note if over is None else replace(note, text=over)
        after = replace(note, text=_words(text))
        if after != seen:
            self._do(Change(seen, after), tr("note changed"))
        return self._store.notes[note_id]

    def delete(self, note_id: str) -> None:
        """Delete a note; an unknown one is gone already. Raises NotesError."""
        if note_id in self._store.notes:
            self._do(Change(self._store.notes[note_id], None), tr("note deleted"))

    def _do(self, change: Change, words: str) -> None:
        came_to, told = self._put((change,))
        if came_to:
            self.done.emit(words, partial(self._put_again, reverse(came_to)), partial(self._put_again, came_to))
        if told:
            self.told.emit(told)

    def _put_again(self, changes: Changes) -> None:
        _, told = self._put(changes)
        if told:
            self.told.emit(told)

    def _put(self, changes: Changes) -> tuple[Changes, str]:
        """Written first, so that what is shown is what is on the disk. Returns what it came to, and words on that."""
        known, trouble = self._store.notes, self.trouble
        try:
            came_to = self._store.change(changes)
        except NotesError:
            if self._store.notes != known:
                self.changed.emit(True)
            raise
        if self._store.notes != known:
            self.changed.emit(False)
        told = (self.trouble if self.trouble != trouble else "", self._unexpected(changes, came_to))
        return came_to, " ".join(filter(None, told))

    def _unexpected(self, changes: Changes, came_to: Changes) -> str:
        """Words for what another window had done to the same notes."""
        asked = {change.note for change in changes}
        numbers = [str(change.after.number) for change in came_to if change.after and change.note not in asked]
        if numbers:
            told = tr("Another window changed this note too: its words are kept as note {numbers}")
            return told.format(numbers=", ".join(numbers))
        if any(change.after is None and change.note in self._store.notes for change in changes):
            return tr("Another window changed this note meanwhile: it stays")
        return ""


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
