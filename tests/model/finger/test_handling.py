"""What a hand does with a finger, in which plane it is cut, and where it can begin."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as some

from viewer.model.atlas.atlas import Atlas
from viewer.model.finger.handling import dot, leaned, pushed, unit
from viewer.model.finger.planes import Plane, across
from viewer.model.finger.presets import presets
from viewer.model.finger.press import Press

PRESS = Press((0.0, -100.0, 120.0), (0.0, 1.0, 0.0), 10.0)
PART = some.floats(-1.0, 1.0)
WAYS = some.tuples(PART, PART, PART).filter(lambda way: math.hypot(*way) > 0.1).map(unit)


def test_pushing_ends_at_the_skin_and_where_no_finger_gets() -> None:
    assert pushed(PRESS, 5.0, 40.0).depth == 15.0
    assert pushed(PRESS, 50.0, 40.0).depth == 40.0
    assert pushed(PRESS, -50.0, 40.0).depth == 0.0
    assert pushed(PRESS, 1.0, -3.0).depth == 0.0


def test_leaning_aims_elsewhere_and_never_along_the_skin() -> None:
    right = leaned(PRESS, (0.2, 0.0, 0.0), (0.0, 1.0, 0.0))
    assert right.way == pytest.approx(unit((0.2, 1.0, 0.0)))
    assert leaned(PRESS, (9.0, 0.0, 0.0), (0.0, 1.0, 0.0)) == PRESS


@given(way=WAYS, plane=some.sampled_from(Plane))
def test_the_picture_s_right_is_square_to_any_way(way: tuple[float, float, float], plane: Plane) -> None:
    right = across(way, plane)
    assert math.hypot(*right) == pytest.approx(1.0)
    assert dot(right, way) == pytest.approx(0.0, abs=1e-9)


def test_from_the_front_the_person_s_left_is_at_the_right_and_the_head_at_the_left() -> None:
    assert across((0.0, 1.0, 0.0), Plane.ACROSS) == pytest.approx((1.0, 0.0, 0.0))
    assert across((0.0, 1.0, 0.0), Plane.ALONG) == pytest.approx((0.0, 0.0, -1.0))


def test_a_finger_can_begin_at_each_place_that_the_annotations_have_a_hand_at(atlas: Atlas) -> None:
    found = presets(atlas)
    titles = [one.title for one in found]
    assert len(set(titles)) == len(titles)
    assert "Psoas major, right: Halfway between navel and ASIS" in titles
    assert "Iliacus, left: Anterior superior iliac spine" in titles
    assert "Iliacus, right: Inguinal ligament" in titles
    assert {one.start[0] < 0 for one in found if one.structure.endswith("right")} == {True}
    assert {one.start[0] > 0 for one in found if one.structure.endswith("left")} == {True}
