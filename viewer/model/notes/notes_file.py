"""The file of a user's notes: JSON, written all or nothing, and read without trusting a byte of it."""

from __future__ import annotations

import errno
import json
import math
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QIODevice, QSaveFile

from viewer.language import tr
from viewer.model.atlas.atlas import Point
from viewer.model.notes.plain_text import plain

FORMAT = 1
LONGEST_NOTE = 4_000
"""Letters."""
MOST_NOTES = 2_000
LARGEST_FILE = 20_000_000
"""Bytes."""
FARTHEST = 5_000.0
"""Millimetres from the middle of the body."""

_ID = re.compile(r"[A-Za-z0-9_]{1,64}")


class DamagedError(Exception):
    """The file holds no notes that could be read."""


@dataclass(frozen=True)
class Note:
    """A note on a structure, on a place of it, or (without a structure) on a place. ``written`` is a time in UTC."""

    id: str
    text: str
    structure: str = ""
    place: Point | None = None
    written: str = ""


def as_json(notes: Iterable[Note]) -> str:
    """The notes as they are kept."""
    return (
        json.dumps({"format": FORMAT, "notes": [as_row(note) for note in notes]}, indent=2, ensure_ascii=False) + "\n"
    )


def read(file: Path) -> tuple[list[Note], int]:
    """The sound notes of a file, and how many entries are not. Raises OSError, DamagedError."""
    with file.open("rb") as stream:
        content = stream.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise DamagedError(tr("it is larger than {size} MB").format(size=LARGEST_FILE // 1_000_000))
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise DamagedError(tr("it is not JSON")) from error
    rows = data.get("notes") if isinstance(data, dict) and data.get("format") == FORMAT else None
    if not isinstance(rows, list):
        raise DamagedError(tr("it holds no list of notes"))
    found = [note for note in map(_note, rows[:MOST_NOTES]) if note]
    notes = {note.id: note for note in found}
    return list(notes.values()), len(rows) - len(notes)


def write(file: Path, notes: Iterable[Note]) -> None:
    """Put the notes in the place of the file in one go: a crash leaves the old file or the new one. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    whole = QSaveFile(str(file))
    if not (whole.open(QIODevice.OpenModeFlag.WriteOnly) and _put(whole, as_json(notes)) and whole.commit()):
        raise OSError(errno.EIO, whole.errorString(), str(file))


def _put(target: QSaveFile, text: str) -> bool:
    content = text.encode("utf-8")
    return target.write(content) == len(content)


def put_aside(file: Path) -> Path:
    """Give a damaged file a name of its own beside the old one, so that nothing in it is lost. Raises OSError."""
    number = 1
    while (aside := file.with_name(f"{file.stem}-damaged-{number}{file.suffix}")).exists():
        number += 1
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
    return {"id": note.id, **structure, **place, "written": note.written, "text": note.text}


def _note(row: object) -> Note | None:
    """A note of the file, or None where it is not sound."""
    if not isinstance(row, dict) or not all(isinstance(row.get(key, ""), str) for key in ("structure", "written")):
        return None
    name, text, place = row.get("id"), row.get("text"), row.get("place")
    if not isinstance(name, str) or not _ID.fullmatch(name) or not isinstance(text, str) or len(text) > LONGEST_NOTE:
        return None
    structure, words = row.get("structure", ""), plain(text)
    if not words or (structure and not _ID.fullmatch(structure)) or not (place is None or is_place(place)):
        return None
    x, y, z = map(float, place or (0, 0, 0))
    return Note(name, words, structure, (x, y, z) if place else None, plain(row.get("written", ""))[:40])
