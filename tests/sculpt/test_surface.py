"""Whatever the field, its surface is closed, looks outward and lies where the field is zero."""

from __future__ import annotations

import numpy as np
import trimesh
from hypothesis import given, settings
from hypothesis import strategies as st

from meshes.sculpt.kernel import fields
from meshes.sculpt.kernel.surface import is_closed, sculpt, volume

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
