"""Whatever the field, its surface is closed, looks outward and lies where the field is zero."""

from __future__ import annotations

import numpy as np
import trimesh
from hypothesis import given, settings
from hypothesis import strategies as st

from meshes.sculpt.kernel import fields
from meshes.sculpt.kernel.grids import distance_to
from meshes.sculpt.kernel.refined import refined
from meshes.sculpt.kernel.surface import Surface, is_closed, sculpt, unit, volume

coordinate = st.floats(-8, 8)


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(coordinate, coordinate, coordinate, st.floats(3, 8)), min_size=1, max_size=4))
def test_any_union_of_balls_that_touch_becomes_a_closed_surface(balls: list[tuple[float, float, float, float]]) -> None:
    shape = fields.union(2.0, fields.sphere((0, 0, 0), 7), *(fields.sphere(ball[:3], ball[3]) for ball in balls))
    surface = sculpt(shape, ((-22, -22, -22), (22, 22, 22)), 1.0, 3000)
    assert is_closed(surface.points, surface.faces)
    assert volume(surface.points, surface.faces) > 0.95 * 4 / 3 * np.pi * 7**3
    assert np.abs(shape(surface.points)).max() < 0.05
    assert len(surface.faces) <= 4000


def test_a_ring_keeps_its_hole() -> None:
    turn = np.linspace(0, 2 * np.pi, 25)
    ring = fields.tube(np.stack([20 * np.cos(turn), 20 * np.sin(turn), 0 * turn], axis=1), [4] * 25)
    surface = sculpt(ring, ((-26, -26, -7), (26, 26, 7)), 1.0, 2000)
    assert trimesh.Trimesh(surface.points, surface.faces, process=False).euler_number == 0


def test_a_mirrored_surface_still_looks_outward() -> None:
    surface = sculpt(fields.sphere((5, 0, 0), 6), ((-3, -8, -8), (13, 8, 8)), 1.0, 500)
    other = surface.mirrored()
    assert volume(other.points, other.faces) > 0
    assert np.einsum("ij,ij->i", other.normals, other.points - [-5, 0, 0]).min() > 0


def test_before_a_thin_plate_of_long_triangles_nothing_lies_in_it_once_they_are_refined() -> None:
    plate = trimesh.creation.box((60.0, 40.0, 2.0))
    coarse = Surface(plate.vertices, plate.faces, unit(plate.vertices))
    at = np.random.default_rng(1).uniform((-28.0, -18.0, 1.4), (28.0, 18.0, 1.4), (500, 3))
    fine = refined(coarse, 2.5)
    assert is_closed(fine.points, fine.faces)
    assert abs(volume(fine.points, fine.faces) - 60.0 * 40.0 * 2.0) < 0.1
    assert np.ptp(fine.points[fine.faces], axis=1).max() < 2 * 2.5
    np.testing.assert_allclose(distance_to(fine)(at), 0.4, atol=0.05)
    assert (np.abs(distance_to(coarse)(at) - 0.4) > 0.5).any()
