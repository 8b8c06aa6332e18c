"""The file of a user's notes: JSON, written all or nothing, and read without trusting a byte of it."""

from __future__ import annotations

import errno
import json
import math
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from viewer.language import tr
from viewer.model.atlas.atlas import Point
from viewer.model.notes.plain_text import plain
from viewer.model.regular_file import read_bytes
from viewer.model.whole_file import write_whole

FORMAT = 1
LONGEST_NOTE = 4_000
"""Letters that can be written."""
LONGEST_KEPT = LONGEST_NOTE + 500
"""Letters: words of another window have a line before them that says what they are."""
MOST_NOTES = 2_000
LARGEST_FILE = 20_000_000
"""Bytes."""
HIGHEST_NUMBER = 999_999
FARTHEST = 5_000.0
"""Millimetres from the middle of the body."""

_ID = re.compile(r"[A-Za-z0-9_]{1,64}")


class DamagedError(Exception):
    """The file holds no notes that could be read."""


@dataclass(frozen=True)
class Note:
    """A note on a structure, on a place of it, or (without a structure) on a place. ``written`` is a time in UTC.

    ``number`` is its own for life, from 1; 0 where a file gives none.
    """

    id: str
    text: str
    structure: str = ""
    place: Point | None = None
    written: str = ""
    number: int = 0


def as_json(notes: Iterable[Note]) -> str:
    """The notes as they are kept."""
    return (
        json.dumps({"format": FORMAT, "notes": [as_row(note) for note in notes]}, indent=2, ensure_ascii=False) + "\n"
    )


def read(file: Path) -> tuple[list[Note], int]:
    """The sound notes of a file, and how many entries are not. Raises OSError, DamagedError."""
    return parsed(content(file))


def content(file: Path) -> bytes:
    """The bytes of the file. Raises OSError, DamagedError."""
    try:
        return read_bytes(file, LARGEST_FILE)
    except OSError as error:
        if error.errno == errno.EFBIG:
            raise DamagedError(error.strerror) from error
        raise


def parsed(content: bytes) -> tuple[list[Note], int]:
    """As ``read``, of bytes. Raises DamagedError."""
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise DamagedError(tr("it is not JSON")) from error
    rows = data.get("notes") if isinstance(data, dict) and data.get("format") == FORMAT else None
    if not isinstance(rows, list):
        raise DamagedError(tr("it holds no list of notes"))
    found = [note for note in map(_note, rows[:MOST_NOTES]) if note]
    notes = {note.id: note for note in found}
    return numbered(notes.values()), len(rows) - len(notes)


def numbered(notes: Iterable[Note], highest: int = 0) -> list[Note]:
    """The notes, each with a number that no other has: what has none, or one that is taken, gets the next higher.

    ``highest`` is the highest number that was ever given.
    """
    given, result = set[int](), list[Note]()
    listed = list(notes)
    highest = max(highest, *(note.number for note in listed), 0)
    for note in listed:
        if note.number < 1 or note.number in given:
            highest += 1
            result.append(replace(note, number=highest))
        else:
            result.append(note)
        given.add(result[-1].number)
    return result


def write(file: Path, notes: Iterable[Note]) -> bytes:
    """Put the notes in the place of the file in one go: a crash leaves the old file or the new one. Raises OSError.

    Returns what the file holds now.
    """
    content = as_json(notes).encode("utf-8")
    write_whole(file, content)
    return content


def put_aside(file: Path) -> Path:
    """Give a damaged file a name of its own beside the old one, so that nothing in it is lost. Raises OSError.

    The old name stays too, until another file takes it, on every disk that lets a file have two.
    """
    number = 1
    while (aside := file.with_name(f"{file.stem}-damaged-{number}{file.suffix}")).exists():
        if aside.samefile(file):
            return aside
        number += 1
    try:
        os.link(file, aside)
    except OSError:
        os.replace(file, aside)
    return aside


def is_place(place: object) -> bool:
    """Whether a value is a place that can be in or around a body."""
    return (
        isinstance(place, list | tuple)
        and len(place) == 3
        and all(isinstance(x, int | float) and not isinstance(x, bool) for x in place)
        and all(math.isfinite(x) and abs(x) <= FARTHEST for x in place)
    )


def as_row(note: Note) -> dict[str, Any]:
    """A note as JSON."""
    place = {"place": list(note.place)} if note.place else {}
    structure = {"structure": note.structure} if note.structure else {}
    return {"id": note.id, "number": note.number, **structure, **place, "written": note.written, "text": note.text}


def _note(row: object) -> Note | None:
    """A note of the file, or None where it is not sound."""
    if not isinstance(row, dict) or not all(isinstance(row.get(key, ""), str) for key in ("structure", "written")):
        return None
    name, text, place = row.get("id"), row.get("text"), row.get("place")
    number = row.get("number", 0)
    if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number <= HIGHEST_NUMBER:
        number = 0
    if not isinstance(name, str) or not _ID.fullmatch(name) or not isinstance(text, str) or len(text) > LONGEST_KEPT:
        return None
    structure, words = row.get("structure", ""), plain(text)
    if not words or (structure and not _ID.fullmatch(structure)) or not (place is None or is_place(place)):
        return None
    x, y, z = map(float, place or (0, 0, 0))
    return Note(name, words, structure, (x, y, z) if place else None, plain(row.get("written", ""))[:40], number)
