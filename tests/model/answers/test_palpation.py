"""The way by touch: consent first, landmarks on the skin, the hand towards the muscle, the same on the left."""

from __future__ import annotations

import math
import re
from pathlib import Path

import numpy as np
import pytest

from tests.model.annotations.small_file import REAL, small, written
from viewer.model.annotations.load import load
from viewer.model.answers.describe import paragraphs
from viewer.model.answers.palpation import can_be_walked, layers, walk
from viewer.model.atlas.atlas import Atlas, Landmark, PalpationStep, Part
from viewer.model.session.view import View

MUSCLES = ("psoas_major_right", "psoas_major_left", "iliacus_right", "iliacus_left")


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return load(REAL)


def steps_with_places(atlas: Atlas) -> list[PalpationStep]:
    return [step for muscle in MUSCLES for step in walk(atlas, muscle) if step.marks or step.hand]


def test_psoas_and_iliacus_can_be_walked_to(atlas: Atlas) -> None:
    assert set(can_be_walked(atlas)) == set(MUSCLES)
    assert walk(atlas, "sacrum") == ()


def test_consent_and_cautions_come_before_any_step(atlas: Atlas) -> None:
    muscles = can_be_walked(atlas)
    assert {*muscles} >= {*MUSCLES}
    for muscle in muscles:
        parts = [step.part for step in walk(atlas, muscle)]
        assert parts == sorted(parts, key=list(Part).index)
        assert parts[0] is Part.CONSENT
        assert parts[-1] is Part.STOP
        assert parts.count(Part.CAUTION) >= 5
        assert parts.count(Part.STEP) >= 3


def test_steps_are_numbered_in_the_panel_after_the_cautions(atlas: Atlas) -> None:
    shown = paragraphs(atlas, "psoas_major_right")
    headings = [one.heading for one in shown]
    touch = shown[headings.index("Finding it by touch")]
    assert headings.index("Touch with care") == headings.index("Finding it by touch") - 1
    assert [line.text.split()[0] for line in touch.lines[:6]] == ["1.", "2.", "3.", "4.", "5.", "6."]
    assert not any(re.match(r"\d\.", line.text) for line in touch.lines[6:])


def test_landmarks_lie_on_the_skin_and_over_their_bones(atlas: Atlas) -> None:
    from meshes.sculpt.pelvis.hip_anchors import landmarks
    from meshes.sculpt.skin.skin import field

    skin, bone = field(), landmarks("right")
    marks = {mark.id: mark for step in steps_with_places(atlas)[::-1] for mark in step.marks}
    assert {"navel", "front_spine", "rectus_edge", "inguinal_ligament", "femoral_pulse"} <= set(marks)
    for mark in marks.values():
        away = skin(np.array(mark.places, float))
        assert np.abs(away).max() < 8.0, mark.id
    start = next(step for step in walk(atlas, "psoas_major_right") if step.id.endswith("palpation.2_start"))
    right = {mark.id: mark for mark in start.marks}
    assert math.dist(right["front_spine"].places[0], bone["asis"]) < 20.0
    ligament = next(
        mark for step in walk(atlas, "psoas_major_right") for mark in step.marks if mark.id == "inguinal_ligament"
    )
    assert math.dist(ligament.places[0], bone["asis"]) < 20.0
    assert math.dist(ligament.places[-1], bone["pubic_tubercle"]) < 22.0
    navel, spine = right["navel"].places[0], right["front_spine"].places[0]
    half = right["halfway"].places[0]
    assert all(abs((one + two) / 2 - between) < 1.5 for one, two, between in
               zip((navel[0], navel[2]), (spine[0], spine[2]), (half[0], half[2]), strict=True))  # fmt: skip


def test_the_hand_goes_inwards_from_the_skin(atlas: Atlas) -> None:
    from meshes.sculpt.skin.skin import field

    skin = field()
    hands = [step.hand for step in steps_with_places(atlas) if step.hand]
    assert hands
    for start, end in hands:
        outside, inside = skin(np.array([start, end], float))
        assert inside < -15.0
        assert inside < outside
        assert start[1] < end[1], "from the front backwards"


def test_the_left_mirrors_the_right(atlas: Atlas) -> None:
    for name in ("psoas_major", "iliacus"):
        assert len(walk(atlas, f"{name}_right")) > 8
        for one, other in zip(walk(atlas, f"{name}_right"), walk(atlas, f"{name}_left"), strict=True):
            assert one.text == other.text
            assert [shown.replace("right", "left") for shown in one.shown] == list(other.shown)
            for mine, yours in zip(one.marks, other.marks, strict=True):
                assert yours.places == tuple((-x, y, z) for x, y, z in mine.places)
            if one.hand and other.hand:
                assert other.hand == tuple((-x, y, z) for x, y, z in one.hand)
            assert (one.view, other.view) in {("right", "left"), (one.view, one.view)}
            assert one.view != "left"


def test_every_step_names_structures_of_the_scene(atlas: Atlas) -> None:
    for muscle in MUSCLES:
        assert len(walk(atlas, muscle)) > 8
        for step in walk(atlas, muscle):
            assert {*step.shown, *step.ghosted} <= set(atlas.structures)
            assert step.part is not Part.STEP or "skin" in step.shown


def test_a_step_sets_the_layers(tmp_path: Path) -> None:
    atlas = load(written(tmp_path, small()))
    consent, step = walk(atlas, "psoas_major_left")
    before = View(hidden=frozenset(("femur_left", "femur_right")), labels=True)
    assert layers(atlas, consent, before) is before
    view = layers(atlas, step, before)
    assert view.isolated == {"psoas_major_left", "femur_left", "vertebra_L1"}
    assert view.selection == ("psoas_major_left",)
    assert view.hidden == {"femur_right"}
    assert view.ghost
    assert view.labels
    assert step.view == "left"
    assert step.marks[1] == Landmark("fold", "Fold", ((100, -60, 70), (30, -60, -10)), ("gray",))
    gone = layers(atlas, step, View(absent=frozenset(("psoas_major_left",))))
    assert gone.selection == ()
