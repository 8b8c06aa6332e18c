from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.drawing import cameras
from viewer.drawing.frame import Frame
from viewer.model.session.view import Camera

START = Camera((0.0, -1000.0, 100.0), (0.0, 0.0, 100.0))
PIVOT = (40.0, 20.0, 60.0)
degrees = st.floats(-400, 400)
heights = st.floats(-0.5, 0.5)


@given(degrees, degrees)
def test_the_spine_stays_upright_while_tilt_is_locked(dx: float, dy: float) -> None:
    right, up, _ = cameras.axes(cameras.orbit(START, dx, dy, True, PIVOT))
    assert abs(right[2]) < 1e-9
    assert up[2] > -1e-9


@given(degrees, degrees, st.booleans())
def test_turning_keeps_the_pivot_where_it_is(dx: float, dy: float, locked: bool) -> None:
    turned = cameras.orbit(START, dx, dy, locked, PIVOT)
    assert math.dist(turned.position, PIVOT) == pytest.approx(math.dist(START.position, PIVOT))
    before, after = (Frame(camera, (800, 600)).to_display(PIVOT) for camera in (START, turned))
    np.testing.assert_allclose(before, after, atol=1e-6)


def test_what_is_seen_follows_the_pointer() -> None:
    front = (40.0, -40.0, 60.0)
    turned = cameras.orbit(START, 5.0, 3.0, True, PIVOT)
    (x0, y0, _), (x1, y1, _) = (Frame(camera, (800, 600)).to_display(front)[0] for camera in (START, turned))
    assert x1 > x0
    assert y1 > y0


def test_straight_above_is_as_far_as_it_climbs() -> None:
    above = cameras.orbit(START, 0.0, -500.0, True, PIVOT)
    assert cameras.axes(above)[2] == pytest.approx((0.0, 0.0, -1.0))
    back = cameras.orbit(above, 0.0, 90.0, True, PIVOT)
    assert back.position == pytest.approx(START.position)


def test_tilt_unlocked_turns_over_the_top() -> None:
    over = cameras.orbit(START, 0.0, -120.0, False, PIVOT)
    assert cameras.axes(over)[1][2] < 0


def test_a_camera_on_its_head_is_set_upright_by_the_next_locked_turn() -> None:
    head = cameras.orbit(START, 10.0, -160.0, False, PIVOT)
    right, up, _ = cameras.axes(cameras.orbit(head, 1.0, 0.0, True, PIVOT))
    assert right[2] == pytest.approx(0.0, abs=1e-9)
    assert up[2] > 0


@given(heights, heights, st.floats(-5, 5))
def test_zooming_keeps_what_is_under_the_cursor(x: float, y: float, steps: float) -> None:
    place = (400 + 600 * x, 300 + 600 * y)
    frame = Frame(START, (800, 600))
    start, end = frame.ray(*place)
    under = start + (end - start) * (1000 - frame.near) / (frame.far - frame.near)
    zoomed = Frame(cameras.zoom_at(START, x, y, steps), (800, 600))
    np.testing.assert_allclose(zoomed.to_display(under)[0, :2], place, atol=1e-6)


def test_zooming_ends_at_sensible_distances() -> None:
    assert cameras.distance(cameras.zoom_at(START, 0.3, 0.2, 500)) == pytest.approx(cameras.NEAREST)
    assert cameras.distance(cameras.zoom_at(START, 0.3, 0.2, -500)) == pytest.approx(cameras.FARTHEST)


@given(heights, heights)
def test_a_drag_carries_the_focus_along(dx: float, dy: float) -> None:
    shifted = Frame(cameras.pan(START, dx, dy), (800, 600))
    x, y, _ = shifted.to_display(START.focus)[0]
    assert (x, y) == pytest.approx((400 + 600 * dx, 300 + 600 * dy))


@given(
    st.lists(st.tuples(*[st.floats(-300, 300)] * 3), min_size=1, max_size=20),
    st.floats(0.4, 3.0),
)
def test_a_framed_camera_sees_every_point_and_stands_no_farther_than_needed(
    points: list[tuple[float, float, float]], aspect: float
) -> None:
    camera = cameras.framed(points, START, aspect, margin=0.1)
    seen = Frame(camera, (round(1000 * aspect), 1000)).to_display(points)
    shares = seen[:, :2] / (1000 * aspect, 1000)
    assert (seen[:, 2] > 0).all()
    assert shares.min() >= 0.1 - 2e-3
    assert shares.max() <= 0.9 + 2e-3
    np.testing.assert_allclose(cameras.axes(camera), cameras.axes(START), atol=1e-9)
    if seen[:, 2].min() > cameras.NEAREST + 1:
        assert np.isclose(shares, 0.1, atol=5e-3).any()


@given(degrees, st.floats(-89, 89), st.floats(0, 1))
def test_gliding_never_comes_too_near(dx: float, dy: float, share: float) -> None:
    end = cameras.orbit(START, dx, dy, True, START.focus)
    camera = cameras.between(START, end, share)
    assert cameras.distance(camera) == pytest.approx(1000.0)
    assert cameras.between(START, end, 0.0) == START
    assert cameras.between(START, end, 1.0) == end


def test_gliding_half_a_turn_passes_the_side() -> None:
    end = Camera((0.0, 1000.0, 100.0), (0.0, 0.0, 100.0))
    middle = cameras.between(START, end, 0.5)
    assert abs(middle.position[0]) == pytest.approx(1000.0)
    assert middle.up == pytest.approx((0.0, 0.0, 1.0))


def test_a_place_that_faces_the_viewer_is_flown_to_without_turning() -> None:
    flown = cameras.toward(START, (30.0, -40.0, 60.0), (0.0, -1.0, 0.0), 260.0)
    assert flown.focus == (30.0, -40.0, 60.0)
    assert cameras.axes(flown)[2] == pytest.approx(cameras.axes(START)[2])
    assert cameras.height_at_focus(flown) == pytest.approx(260.0)
    nearer = cameras.toward(flown, (0.0, 0.0, 0.0), None, 900.0)
    assert cameras.height_at_focus(nearer) == pytest.approx(260.0)  # never farther away than it was


@given(st.floats(0, 2 * math.pi), st.floats(-math.pi / 2, math.pi / 2))
def test_a_place_is_seen_from_outside_and_the_spine_upright(around: float, above: float) -> None:
    flat = math.cos(above)
    outward = (flat * math.cos(around), flat * math.sin(around), math.sin(above))
    flown = cameras.toward(START, PIVOT, outward, 260.0)
    right, _, forward = cameras.axes(flown)
    assert float(np.dot(forward, outward)) < 0
    assert abs(right[2]) < 1e-6
    assert abs(forward[2]) <= cameras.STEEPEST + 1e-6
