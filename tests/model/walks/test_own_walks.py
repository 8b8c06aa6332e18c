"""The walks that come with the program and their drawings: each is used, says what it shows, and fits either side."""

from __future__ import annotations

import re

from docs.positions.__main__ import scenes
from viewer.model.atlas.atlas import Atlas
from viewer.model.walks.drawing import read_drawing
from viewer.model.walks.shelf import read_shelf
from viewer.model.walks.walk import Kind, Purpose
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


def test_no_walk_names_the_side_that_is_touched_because_it_is_mirrored(atlas: Atlas):
    walks = read_shelf(atlas).walks
    said = [one.text for walk in walks for step in walk.steps for one in step.says]
    titles = [file.read_text(encoding="utf-8").split("</title>")[0] for file in DRAWINGS.values()]
    assert len(said) > 200
    assert not [text for text in (*said, *titles) if re.search(r"\b(?:right|left) (?:side|leg|thigh|hip)\b", text)]


def test_every_step_of_a_walk_that_touches_says_what_is_right_and_what_is_wrong(atlas: Atlas):
    touching = [walk for walk in read_shelf(atlas).walks if walk.kind is Kind.TOUCH]
    silent = [
        (walk.id, step.id, missing)
        for walk in touching
        for step in walk.steps[:-1]
        for missing in {Purpose.FEEL, Purpose.WRONG} - {said.part for said in step.says}
    ]
    assert len(touching) == 4
    assert not silent
