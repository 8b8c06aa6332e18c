"""Changes to notes, made to whatever another window has made of them meanwhile: nothing that was written is lost.

A change knows what it changes. Where that is no longer so, the newer words are those of the change, and the words that
stood there go on as a note of their own; a note with words that whoever deletes it has not seen stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import uuid4

from viewer.language import tr
from viewer.model.notes.notes_file import Note, numbered

NotesById = Mapping[str, Note]
"""Oldest first."""


@dataclass(frozen=True)
class Change:
    """What becomes of one note; None is no note. One of both is a note."""

    before: Note | None
    after: Note | None

    @property
    def note(self) -> str:
        """The id."""
        note = self.after or self.before
        assert note is not None
        return note.id


Changes = tuple[Change, ...]


def reverse(changes: Changes) -> Changes:
    """What takes the changes back."""
    return tuple(Change(change.after, change.before) for change in reversed(changes))


def difference(before: NotesById, after: NotesById) -> Changes:
    """What leads from some notes to others."""
    changes = (Change(before.get(name), after.get(name)) for name in {**before, **after})
    return tuple(change for change in changes if change.before != change.after)


def by_id(notes: Iterable[Note], highest: int = 0) -> dict[str, Note]:
    """The notes, in their order, each with a number of its own; new ones are above ``highest`` too."""
    return {note.id: note for note in numbered(notes, highest)}


def made(changes: Changes, there: NotesById, highest: int) -> dict[str, Note]:
    """The notes that there are once changes were made to those that are there now. ``highest`` as in ``by_id``."""
    notes = dict(there)
    for change in changes:
        notes = _made(change, notes)
    return by_id(notes.values(), highest)


def _made(change: Change, notes: dict[str, Note]) -> dict[str, Note]:
    now = notes.get(change.note)
    if now is None:
        return notes if change.after is None else _with(change.after, notes)
    if change.after is None:
        unseen = change.before is None or change.before.text != now.text
        return notes if unseen else {name: note for name, note in notes.items() if name != now.id}
    if change.before is None or now.text == change.after.text:
        return notes
    rewritten = {**notes, now.id: replace(now, text=change.after.text)}
    if now.text == change.before.text:
        return rewritten
    other = _other(now)
    return {**rewritten, other.id: other}


def _with(note: Note, notes: dict[str, Note]) -> dict[str, Note]:
    """A note comes back where its number belongs; one without a number, or whose number was given away, comes last."""
    rows = list(notes.values())
    if note.number < 1 or any(one.number == note.number for one in rows):
        return {**notes, note.id: replace(note, number=0)}
    place = next((place for place, one in enumerate(rows) if one.number > note.number), len(rows))
    return {one.id: one for one in (*rows[:place], note, *rows[place:])}


def _other(note: Note) -> Note:
    """The words that give way, as a note of their own; it gets the next number."""
    words = tr("This note was changed in two windows at once. The words of the other window:")
    text = note.text if note.text.startswith(words) else f"{words}\n{note.text}"
    return replace(note, id=uuid4().hex, text=text, number=0)
