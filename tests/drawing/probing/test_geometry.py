"""Lines, segments and planes against surfaces whose truth is known without a computer."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.drawing.mesh import Mesh
from viewer.drawing.probing.bunches import Body, Bunches
from viewer.drawing.probing.distances import to_triangles
from viewer.drawing.probing.outlines import clipped, outlines
from viewer.drawing.probing.passages import frame_across, passages

CORNERS = np.array([(x, y, z) for x in (0.0, 1.0) for y in (0.0, 1.0) for z in (0.0, 1.0)])
QUADS = ((0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3))
TRIANGLES = np.array([(a, b, c) for a, b, c, d in QUADS] + [(a, c, d) for a, b, c, d in QUADS])
FORWARD = np.array([0.0, 1.0, 0.0])
ANY_WAY = st.tuples(*[st.floats(-1, 1)] * 3).filter(lambda way: np.linalg.norm(way) > 0.1)


def box(low: float, high: float, inward: bool = False) -> np.ndarray:
    """The corners (12, 3, 3) of the triangles of a cube."""
    return (low + (high - low) * CORNERS)[TRIANGLES[:, ::-1] if inward else TRIANGLES]


def through(corners: np.ndarray, start: tuple[float, float, float], way: np.ndarray = FORWARD) -> list:
    found = passages(corners, np.zeros(len(corners), int), np.array(start), way)
    return [pytest.approx(one, abs=1e-3) for one in found.get(0, [])]


def test_a_cube_is_turned_outwards() -> None:
    corners = box(0.0, 1.0)
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    assert ((corners.mean(axis=1) - 0.5) * normals > -1e-9).all()


@pytest.mark.parametrize("start", [(3.0, -1.0, 3.0), (4.0, -1.0, 4.0), (3.1, -1.0, 3.9), (3.7, -1.0, 3.2)])
def test_it_is_met_once_where_the_line_runs_through_an_edge_between_two_triangles(
    start: tuple[float, float, float],
) -> None:
    assert through(box(2.0, 5.0), start) == [(3.0, 6.0)]


def test_a_line_through_a_corner_or_along_an_edge_is_within_or_not_but_never_half() -> None:
    for start in ((2.0, -1.0, 2.0), (5.0, -1.0, 3.0), (2.0, 0.0, 5.0)):
        assert through(box(2.0, 5.0), start) in ([], [(2.0 - start[1], 5.0 - start[1])])


@given(ANY_WAY, st.sampled_from(range(8)))
def test_what_goes_in_comes_out_wherever_a_corner_is_met(way: tuple[float, float, float], corner: int) -> None:
    unit = np.array(way) / np.linalg.norm(way)
    found = passages(box(0.0, 1.0), np.zeros(12, int), CORNERS[corner] - 3.0 * unit, unit).get(0, [])
    assert len(found) <= 1
    for enter, leave in found:
        assert enter <= leave
        assert 1.0 < enter < leave + 1e-9 < 5.0


def test_sheets_within_each_other_are_one_and_a_hollow_is_none() -> None:
    nested = np.concatenate((box(0.0, 9.0), box(2.0, 5.0)))
    assert through(nested, (3.3, -1.0, 3.4)) == [(1.0, 10.0)]
    hollow = np.concatenate((box(0.0, 9.0), box(2.0, 5.0, inward=True)))
    assert through(hollow, (3.3, -1.0, 3.4)) == [(1.0, 3.0), (6.0, 10.0)]
    apart = np.concatenate((box(0.0, 1.0), box(2.0, 5.0)))
    diagonal = np.ones(3) / np.sqrt(3.0)
    assert through(apart, (-1.0, -1.0, -1.0), diagonal) == [(3**0.5, 2 * 3**0.5), (3 * 3**0.5, 6 * 3**0.5)]


def test_thin_sheets_are_not_missed_between_triangles() -> None:
    mesh = _sheet()
    corners, places = mesh.points[mesh.triangles].astype(float), np.random.default_rng(5).integers(1, 39, (200, 2)) / 2
    met = [through(corners, (x, -1.0, z)) for x, z in places]  # through corners and edges of the grid
    assert met == [[(1.0, 1.05)]] * len(places)


def _sheet() -> Mesh:
    """A plate 20 mm wide and 0.05 mm thick, of many triangles."""
    import pyvista as pv

    grid = pv.Cube(bounds=(0, 20, 0, 0.05, 0, 20)).triangulate().subdivide(5).clean()
    return Mesh(np.asarray(grid.points, np.float32), np.asarray(grid.regular_faces, np.int32), {})


@given(ANY_WAY)
def test_a_way_has_two_at_right_angles(way: tuple[float, float, float]) -> None:
    unit = np.array(way) / np.linalg.norm(way)
    axes = np.stack((*frame_across(unit), unit))
    np.testing.assert_allclose(axes @ axes.T, np.eye(3), atol=1e-9)


def test_the_least_distance_is_that_of_many_points() -> None:
    chance = np.random.default_rng(6)
    shares = np.array([(a, b, 60 - a - b) for a in range(61) for b in range(61 - a)]) / 60
    for _ in range(60):
        corners, start = chance.normal(size=(1, 3, 3)) * 5, chance.normal(size=3) * 8
        way = chance.normal(size=3)
        way /= np.linalg.norm(way)
        gap, depth = to_triangles(corners, start, way, 6.0)
        points = shares @ corners[0]
        along = np.clip((points - start) @ way, 0.0, 6.0)
        apart = np.linalg.norm(points - start - along[:, None] * way, axis=1)
        if apart.min() > 0.5:  # what is crossed is told by the crossing
            assert gap == pytest.approx(apart.min(), abs=0.1)
            assert np.linalg.norm(points - start - depth * way, axis=1).min() == pytest.approx(gap, abs=0.1)


def area(line: np.ndarray) -> float:
    x, y = line.T
    return float(abs((x * np.roll(y, -1) - y * np.roll(x, -1)).sum()) / 2)


def test_a_plane_cuts_a_hollow_cube_in_two_closed_lines() -> None:
    points = np.concatenate((9.0 * CORNERS, 2.0 + 3.0 * CORNERS))
    numbers = np.concatenate((TRIANGLES, 8 + TRIANGLES[:, ::-1]))
    axes = tuple(np.eye(3)[i] for i in (0, 1, 2))
    found = outlines(numbers, points[numbers].astype(np.float32), np.array([1.0, 1.0, 3.3]), axes)
    assert sorted(area(line) for _, line in found) == pytest.approx([9.0, 81.0], rel=1e-4)
    assert {int(numbers[row].min() >= 8) for row, _ in found} == {0, 1}
    at_corners = outlines(numbers, points[numbers].astype(np.float32), np.array([0.0, 0.0, 2.0]), axes)
    assert max(area(line) for _, line in at_corners) == pytest.approx(81.0, rel=1e-4)


def test_what_is_cut_off_at_a_window_stays_closed() -> None:
    square = np.array([(-10.0, -10.0), (10.0, -10.0), (10.0, 10.0), (-10.0, 10.0)])
    assert area(clipped(square, (-4.0, -20.0, 5.0, 20.0))) == pytest.approx(9 * 20)
    assert area(clipped(square, (-4.0, -3.0, 5.0, 6.0))) == pytest.approx(81)
    assert len(clipped(square, (11.0, -3.0, 15.0, 6.0))) == 0
    np.testing.assert_array_equal(clipped(square, (-11.0, -11.0, 11.0, 11.0)), square)
    horseshoe = np.array([(0, 0), (9, 0), (9, 9), (6, 9), (6, 3), (3, 3), (3, 9), (0, 9)], float)
    assert area(clipped(horseshoe, (-1.0, 5.0, 10.0, 20.0))) == pytest.approx(24)


def test_bunches_lose_no_triangle_and_hold_what_is_theirs() -> None:
    mesh = _sheet()
    bunches = Bunches(mesh)
    every = bunches.triangles(np.arange(len(bunches.middles)))
    assert sorted(map(tuple, every.tolist())) == sorted(map(tuple, mesh.triangles.tolist()))
    body = Body({"one": bunches, "two": bunches})
    rows = np.array([1, 2, len(bunches.middles) + 5])
    found = body.found({name: rows[mine] for name, mine in body.each(rows)})
    assert found.names == ("one", "two")
    for row, owner in ((1, 0), (len(bunches.middles) + 5, 1)):
        inside = np.abs(found.of(owner).reshape(-1, 3) - body.middles[row]) <= body.halves[row]
        assert inside.all(axis=1).sum() >= 3 * 16
    assert found.points[found.owners == 1].min() >= len(mesh.points)
