"""The drawings that come with the program: all are used, all say what they show, and a dark page can recolour them."""

from __future__ import annotations

import re

from docs.positions.__main__ import scenes
from viewer.model.atlas.atlas import Atlas
from viewer.model.walks.drawing import read_drawing
from viewer.model.walks.shelf import read_shelf
from viewer.model.walks.walk_file import our_folder

PALETTE = {"#1f2933", "#e8d5c4", "#c9d6df", "#d9d2c5", "#0f766e", "none"}
DRAWINGS = {file.stem: file for file in (our_folder() / "positions").iterdir()}


def test_every_drawing_is_made_by_the_program_that_draws_them_and_used_by_a_walk(atlas: Atlas):
    used = {step.position for walk in read_shelf(atlas).walks for step in walk.steps} - {""}
    assert DRAWINGS.keys() == used == dict(scenes()).keys()


def test_every_drawing_says_what_it_shows_and_keeps_to_five_colours():
    for name, file in DRAWINGS.items():
        text = read_drawing(file)
        assert re.search(r"<title>[A-Z][^<>]{15,}</title>", text), name
        assert set(re.findall(r'(?:fill|stroke)="([^"]*)"', text)) <= PALETTE, name
        assert 'viewBox="0 0 480 320"' in text, name
