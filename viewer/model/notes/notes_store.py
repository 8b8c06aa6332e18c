"""The notes of one file that several windows may have open: each change is made to what is in the file at that moment.

What cannot be read is never lost: a damaged file is put aside under another name before a new one is begun, and what
is gone from the disk while a window still has it is written again with the next change.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from viewer.language import tr
from viewer.model.file_lock import locked
from viewer.model.notes.note_changes import Changes, NotesById, by_id, difference, made
from viewer.model.notes.notes_file import MOST_NOTES, DamagedError, Note, content, parsed, put_aside, write
from viewer.model.regular_file import Stamp, stamp_of


class NotesError(Exception):
    """Why a note cannot be kept; the message can be shown."""


class NotesStore:
    """``notes`` are those known last. ``trouble`` says, for the user, why not all of the file could be read."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.notes: NotesById = {}
        self._highest = 0  # of the numbers that any note had
        self.trouble = ""
        self._looked_at: Stamp | None = None
        self._content: bytes | None = None  # of the file, where it held these notes and nothing else
        try:
            self._open()
        except NotesError as error:
            self.trouble = str(error)

    def look(self) -> bool:
        """Take up what another window has written; False where that is nothing.

        A file that is gone, damaged or being copied is left to the next change.
        """
        stamp = stamp_of(self.file)
        if stamp is None or stamp == self._looked_at:
            return False
        self._looked_at, before = stamp, self.notes
        try:
            found = content(self.file)
            sound, unsound = parsed(found)
        except (OSError, DamagedError):
            return False
        if not unsound:
            self._know(by_id(sound), found)
        return self.notes != before

    def change(self, changes: Changes) -> Changes:
        """Change the file. Returns what that came to there. Raises NotesError; then the file is as it was."""
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with locked(self.file):
                return self._change(changes)
        except OSError as error:
            told = tr("The notes cannot be written to {file}: {why}")
            raise NotesError(told.format(file=self.file, why=error.strerror)) from error

    def _change(self, changes: Changes) -> Changes:
        there = self._there()
        after = made(changes, there, self._highest)
        if len(after) > max(MOST_NOTES, len(there)):
            raise NotesError(tr("There are %n note(s) already; delete some to write more", "", len(there)))
        if after != there:
            self._write(after)
        return difference(there, after)

    def _open(self) -> None:
        self._looked_at = stamp_of(self.file)
        try:
            found = content(self.file)
            sound, unsound = parsed(found)
            self._know(by_id(sound), None if unsound else found)
        except FileNotFoundError:
            return
        except DamagedError:
            unsound = 1
        except OSError as error:
            raise self._unreadable(error) from error
        if unsound:
            self._rescue_now()

    def _rescue_now(self) -> None:
        try:
            with locked(self.file):
                self._there()
        except OSError as error:
            raise self._stuck(error) from error

    def _there(self) -> NotesById:
        """What is in the file, once that is sound, and known from now on. Raises NotesError."""
        try:
            found = content(self.file)
            if found == self._content:
                return self.notes
            sound, unsound = parsed(found)
        except FileNotFoundError:
            return self.notes
        except DamagedError as damage:
            return self._rescued((), str(damage))
        except OSError as error:
            raise self._unreadable(error) from error
        if unsound:
            return self._rescued(sound, tr("%n of its entr(y|ies) (is|are) not sound", "", unsound))
        self._know(by_id(sound), found)
        return self.notes

    def _rescued(self, sound: Iterable[Note], damage: str) -> NotesById:
        """Keep the damaged file under another name, and the sound notes, and those known, in a new one."""
        kept = by_id({**self.notes, **{note.id: note for note in sound}}.values())
        try:
            aside = put_aside(self.file)
            self._write(kept)
        except OSError as error:
            raise self._stuck(error) from error
        told = tr("The notes in {file} could not all be read ({damage}); that file is kept as {aside}")
        self.trouble = told.format(file=self.file, damage=damage, aside=aside.name)
        return kept

    def _write(self, notes: NotesById) -> None:
        written = write(self.file, notes.values())
        self._looked_at = stamp_of(self.file)
        self._know(notes, written)

    def _know(self, notes: NotesById, content: bytes | None) -> None:
        self.notes, self._content = notes, content
        self._highest = max(self._highest, *(note.number for note in notes.values()), 0)

    def _unreadable(self, error: OSError) -> NotesError:
        told = tr("The notes in {file} cannot be read: {why}")
        return NotesError(told.format(file=self.file, why=error.strerror))

    def _stuck(self, error: OSError) -> NotesError:
        told = tr("The notes in {file} are damaged and cannot be put aside: {why}")
        return NotesError(told.format(file=self.file, why=error.strerror))
