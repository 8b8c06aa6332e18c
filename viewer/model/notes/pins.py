"""Notes on places as pins: each with the number that its note keeps for life, with the first of their words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from viewer.model.atlas.atlas import Point
from viewer.model.notes.notes_file import Note

BEGINNING = 80  # letters of a note that stand for it where there is no room for more


@dataclass(frozen=True)
class Spot:
    """A place (body millimetres) on a structure of the scene."""

    structure: str
    place: Point


@dataclass(frozen=True)
class Pin:
    """A pin of a note (by its id; empty for a note still to be written) and what its head says.

    ``structure`` is what it sticks in, empty for a place alone; ``lit`` that its note is chosen.
    """

    note: str
    head: str
    place: Point
    structure: str = ""
    words: str = ""
    lit: bool = False


def pins(notes: Iterable[Note]) -> tuple[Pin, ...]:
    """The pins of those notes that have a place."""
    return tuple(
        Pin(note.id, str(note.number), note.place, note.structure, beginning(note.text))
        for note in notes
        if note.place is not None
    )


def beginning(text: str) -> str:
    """The first words of a text, on one line."""
    words = " ".join(text[: 4 * BEGINNING].split())
    return words if len(words) <= BEGINNING else f"{words[:BEGINNING]}…"


def in_words(place: Point) -> str:
    """Where a place lies, for people: "69 mm to the right, 38 mm to the front and 16 mm up from …"."""
    x, y, z = (round(part) for part in place)
    parts = (
        f"{abs(x)} mm to the {'left' if x >= 0 else 'right'}",
        f"{abs(y)} mm to the {'back' if y >= 0 else 'front'}",
        f"{abs(z)} mm {'up' if z >= 0 else 'down'}",
    )
    return f"{parts[0]}, {parts[1]} and {parts[2]} from midway between the heads of the femurs"
