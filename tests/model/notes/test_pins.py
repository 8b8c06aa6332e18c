"""Notes on places as pins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.model.notes.notes_file import Note
from viewer.model.notes.pins import BEGINNING, Pin, beginning, in_words, pins


def test_pins_bear_the_numbers_of_their_notes() -> None:
    notes = [
        Note("a", "First", "sacrum", (1.0, 2.0, 3.0), number=2),
        Note("b", "Without a place", "sacrum"),
        Note("c", "In the air", "", (4.0, 5.0, 6.0), number=5),
    ]
    assert pins(notes) == (
        Pin("a", "2", (1.0, 2.0, 3.0), "sacrum", "First"),
        Pin("c", "5", (4.0, 5.0, 6.0), "", "In the air"),
    )


@given(st.text(max_size=400))
def test_the_beginning_is_short_and_on_one_line(text: str) -> None:
    short = beginning(text)
    assert len(short) <= BEGINNING + 1
    assert len(short.splitlines()) <= 1
    assert " ".join(text.split()).startswith(short.removesuffix("…"))


def test_a_megabyte_has_a_beginning_too() -> None:
    assert beginning("word " * 200_000).startswith("word word")


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ((-69.2, -38.0, 16.4), "69 mm to the right, 38 mm to the front and 16 mm up"),
        ((0.2, 12.0, -7.6), "0 mm to the left, 12 mm to the back and 8 mm down"),
    ],
)
def test_a_place_is_told_in_words(place: tuple[float, float, float], words: str) -> None:
    assert in_words(place) == f"{words} from midway between the heads of the femurs"
