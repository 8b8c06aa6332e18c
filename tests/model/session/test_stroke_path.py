"""A line of what a hand drew: smooth, short to tell, and where the hand was."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.model.atlas.atlas import Point
from viewer.model.session.stroke_path import FLAT_SLACK, MOST, line_of, simplified, smoothed

PLACES = st.lists(st.tuples(*[st.floats(-1.5, 1.5)] * 2, st.just(0.0)), min_size=1, max_size=60)


def circle(count: int, tremble: float = 0.0) -> list[Point]:
    turns = [2 * math.pi * i / count for i in range(count + 1)]
    radii = [0.2 + tremble * (-1) ** i for i in range(count + 1)]
    return [(r * math.cos(turn), r * math.sin(turn), 0.0) for r, turn in zip(radii, turns, strict=True)]


def test_a_circle_keeps_its_form_with_a_few_places() -> None:
    line = line_of(circle(400), on_body=False)
    assert 12 <= len(line) <= 80
    assert all(abs(math.hypot(x, y) - 0.2) <= 2 * FLAT_SLACK for x, y, _ in line)


def test_a_straight_line_needs_its_ends_alone() -> None:
    assert line_of([(0.01 * i, 0.02 * i, 0.0) for i in range(100)], on_body=False) == ((0, 0, 0), (0.99, 1.98, 0))


def test_a_tremble_is_smoothed() -> None:
    radii = [math.hypot(x, y) for x, y, _ in smoothed(circle(200, tremble=0.004))[3:-3]]
    assert max(radii) - min(radii) < 0.001


def test_a_point_stays_a_point() -> None:
    assert line_of([(3.14159, 2.0, 1.0)], on_body=True) == ((3.14, 2.0, 1.0),)


@given(PLACES)
def test_it_begins_and_ends_where_the_hand_did_and_is_never_long(places: list[Point]) -> None:
    line = line_of(places, on_body=False)
    assert len(line) <= MOST
    for told, was in ((line[0], places[0]), (line[-1], places[-1])):
        assert told == pytest.approx(was, abs=1e-5)


def test_a_scribble_without_end_is_told_in_so_many_places() -> None:
    scribble = [(math.sin(0.37 * i) * 0.5, math.cos(0.91 * i) * 0.5, 0.0) for i in range(1500)]
    assert len(simplified(scribble, FLAT_SLACK)) > MOST
    assert len(line_of(scribble, on_body=False)) <= MOST
