"""Notes for others: as Markdown to read and print, as JSON for programs. Both name places in words.

A note is plain text, so everything in it that Markdown would act upon is escaped: what was typed is what is read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

from viewer.model.atlas.atlas import Atlas
from viewer.model.notes.notes_file import FORMAT, Note, as_row
from viewer.model.notes.pins import in_words
from viewer.model.whole_file import write_whole

_ACTS = re.compile(r"([\\`*_{}\[\]<>|~&:@#])")
_BEGINS = re.compile(r"^(\s*)([-+=]|\d+[.)])")
_ADDRESS = re.compile(r"\bwww\.", re.IGNORECASE)


def export(path: Path, notes: Sequence[Note], atlas: Atlas) -> None:
    """Write the notes, as JSON where the file's name ends so, else as Markdown. Raises OSError."""
    write = as_json if path.suffix == ".json" else as_markdown
    write_whole(path, write(notes, atlas).encode("utf-8"))


def as_markdown(notes: Sequence[Note], atlas: Atlas) -> str:
    """The notes under the names of their structures, in the order of the atlas; then those on places alone."""
    known = [name for name in atlas.known if any(note.structure == name for note in notes)]
    lost = dict.fromkeys(note.structure for note in notes if note.structure and note.structure not in atlas.known)
    parts = ["# Notes\n"]
    for name in (*known, *lost, ""):
        here = [note for note in notes if note.structure == name]
        if here:
            parts += [f"## {_title(name, atlas)}\n", *(_entry(note) for note in here)]
    return "\n".join(parts)


def as_json(notes: Sequence[Note], atlas: Atlas) -> str:
    """The notes as they are kept, each with ``where`` it is in words: the structure, and its place from the middle."""
    rows = [{**as_row(note), "where": _where(note, atlas)} for note in notes]
    return json.dumps({"format": FORMAT, "notes": rows}, indent=2, ensure_ascii=False) + "\n"


def _where(note: Note, atlas: Atlas) -> str:
    known = atlas.known.get(note.structure)
    title = known.title if known else note.structure
    return ": ".join(part for part in (title, in_words(note.place) if note.place else "") if part)


def _title(structure: str, atlas: Atlas) -> str:
    if not structure:
        return "Places in the body"
    return atlas.known[structure].title if structure in atlas.known else f"{_escaped(structure)} (unknown here)"


def _entry(note: Note) -> str:
    lines = "  \n".join(_escaped(line) for line in note.text.split("\n"))
    return f"{_head(note)}\n\n{lines}\n"


def _head(note: Note) -> str:
    place = "at {:.0f}, {:.0f}, {:.0f} mm: ".format(*note.place) + in_words(note.place) if note.place else ""
    return "*" + _escaped(", ".join(word for word in (note.written, place) if word) or "note") + "*"


def _escaped(line: str) -> str:
    safe = _ACTS.sub(r"\\\1", line.strip())
    safe = _BEGINS.sub(lambda found: found[1] + found[2][:-1] + "\\" + found[2][-1], safe)
    return _ADDRESS.sub(lambda found: found[0][:-1] + "\\.", safe)
