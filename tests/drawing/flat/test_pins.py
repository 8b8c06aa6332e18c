"""Pins of notes: readable on any ground and in grey, gone with what they stick in, found where they are drawn."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.drawing import spheres
from tests.drawing.conftest import Opener, Picture, Stage
from viewer.drawing import style
from viewer.drawing.flat import pins
from viewer.drawing.frame import Frame
from viewer.model.notes.pins import Pin
from viewer.model.session.view import Camera, View

FRONT, BACK = (30.0, -20.0, 0.0), (30.0, 20.0, 0.0)
PIN = Pin("a", "1", FRONT, "rope", "words")
PLAIN = View(overlays=False)
FRAME = Frame(Camera((0.0, -500.0, 0.0), (0.0, 0.0, 0.0)), (400, 300))


def luminance(picture: Picture) -> Picture:
    return picture @ np.array([299, 587, 114]) // 1000


def differing(stage: Stage, view: View, shown: tuple[Pin, ...]) -> int:
    stage.present(pins=())
    before = stage.draw(view)
    stage.present(pins=shown)
    return int((np.abs(stage.draw(view) - before).max(axis=2) > 8).sum())


@pytest.mark.parametrize("dark", [True, False])
def test_head_number_and_rim_stand_out_in_grey_on_dark_and_on_paper(stage: Stage, dark: bool) -> None:
    stage.present(dark=dark)
    stage.present(pins=(PIN,))
    grey = luminance(stage.draw(PLAIN))
    (head,) = stage.scene._lettering._heads
    (x, y), (width, height) = head.middle, head.size
    inside = grey[int(y - height / 2 + 1) : int(y + height / 2 - 1), int(x - width / 2 + 1) : int(x + width / 2 - 1)]
    assert inside.min() < 60
    assert inside.max() > 220  # the number
    above = grey[int(y + height / 2) : int(y + height / 2 + 3), int(x)]
    assert above.max() > 180  # the rim


def test_a_pin_follows_the_visibility_of_what_it_sticks_in(stage: Stage) -> None:
    assert differing(stage, PLAIN, (PIN,)) > 150
    for view in (
        replace(PLAIN, hidden=frozenset({"rope"})),
        replace(PLAIN, absent=frozenset({"rope"})),
        replace(PLAIN, isolated=frozenset({"stone"})),
    ):
        assert differing(stage, view, (PIN,)) == 0
    assert differing(stage, PLAIN, (replace(PIN, structure="of another edition"),)) == 0
    assert differing(stage, PLAIN, (replace(PIN, structure=""),)) > 150


def test_an_edition_without_the_structure_shows_its_pin_no_more(stage: Stage) -> None:
    stage.present(pins=(PIN,))
    stage.draw(PLAIN)
    known = spheres.atlas()
    stage.scene.set_atlas(replace(known, structures={n: one for n, one in known.structures.items() if n != "rope"}))
    assert stage.draw(PLAIN) is not None
    assert stage.scene.under(*stage.scene.project(FRONT)).pin is None


def test_a_pin_is_found_where_it_is_drawn(stage: Stage) -> None:
    stage.present(pins=(PIN,))
    stage.draw(PLAIN)
    x, y = stage.scene.project(FRONT)
    (head,) = stage.scene._lettering._heads
    assert stage.scene.under(x, y).pin == PIN
    assert stage.scene.under(*head.middle).pin == PIN
    assert stage.scene.under(x + 40, y).pin is None
    stage.present(pins=())
    stage.draw(PLAIN)
    assert stage.scene.under(x, y).pin is None


def test_what_lies_behind_has_another_needle_also_after_a_move(stage: Stage) -> None:
    stage.present(pins=(PIN, replace(PIN, note="b", head="2", place=BACK)))
    stage.draw(PLAIN)
    behind = stage.scene._lettering._behind
    assert [behind[head.pin] for head in stage.scene._lettering._heads] == [False, True]
    stage.scene.set_moving(True)
    camera = stage.scene.viewpoints.standard_view("posterior")
    stage.draw(replace(PLAIN, camera=camera))
    stage.scene.set_moving(False)
    stage.draw(replace(PLAIN, camera=camera))
    behind = stage.scene._lettering._behind
    assert [behind[head.pin] for head in stage.scene._lettering._heads] == [True, False]


def test_a_ghost_hides_no_pin(stage: Stage) -> None:
    stage.present(pins=(replace(PIN, place=BACK),))
    stage.draw(replace(PLAIN, selection=("stone",), ghost=True))
    assert list(stage.scene._lettering._behind.values()) == [False]


def test_pins_at_one_place_stand_above_each_other() -> None:
    many = [Pin(str(number), str(number), (0.0, 0.0, 0.0)) for number in range(12)]
    heads = pins.lay_out(many, FRAME, 14.0)
    assert len(heads) == len(many)
    for number, head in enumerate(heads):
        for other in heads[:number]:
            apart = [abs(a - b) for a, b in zip(head.middle, other.middle, strict=True)]
            room = [(a + b) / 2 for a, b in zip(head.size, other.size, strict=True)]
            assert apart[0] >= room[0] or apart[1] >= room[1]


def test_pins_behind_the_viewer_and_beside_the_view_are_left_out() -> None:
    places = [(0.0, -600.0, 0.0), (4000.0, 0.0, 0.0), (0.0, 0.0, 0.0)]
    heads = pins.lay_out([Pin("a", "1", place) for place in places], FRAME, 14.0)
    assert [head.pin.place for head in heads] == [places[2]]


def test_the_last_row_reads_the_numbers_in_projector_mode(open_stage: Opener, folder) -> None:
    stage = open_stage(spheres.atlas(), folder, (1280, 720))
    stage.present(pins=(PIN,))
    stage.present(projector=True)
    stage.draw(PLAIN)
    (head,) = stage.scene._lettering._heads
    assert head.size[1] >= 0.06 * 720  # its digits are four tenths of that high and more


def test_pins_are_told_from_trigger_points_without_colour(stage: Stage) -> None:
    """A pin's head is dark where the mark of a trigger point is bright."""
    pin, mark = (sum(a * b for a, b in zip(c, (0.299, 0.587, 0.114), strict=True)) for c in (style.PIN, style.MARK))
    assert mark > 3 * pin
