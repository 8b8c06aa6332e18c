from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drawing import spheres
from viewer.drawing.overlays import patches
from viewer.model.atlas import zones
from viewer.model.atlas.atlas import Zone

SQUARE = np.array([(-10.0, -10.0), (10.0, -10.0), (10.0, 10.0), (-10.0, 10.0)])
BODIES = {name: spheres.drawable(mesh) for name, mesh in spheres.bodies().items()}


@given(st.floats(-30, 30), st.floats(-30, 30))
def test_the_distance_to_a_square(x: float, y: float) -> None:
    found = patches.polygon_distance(np.array([[x, y]]), SQUARE)[0]
    beyond = np.abs([x, y]) - 10
    expected = np.linalg.norm(np.maximum(beyond, 0)) if beyond.max() > 0 else beyond.max()
    assert found == pytest.approx(expected, abs=1e-4)


def test_a_smoothed_outline_keeps_within_its_corners() -> None:
    outline = np.array(zones.outline(Zone("anterior", tuple(map(tuple, SQUARE.tolist())))))
    assert np.abs(outline).max() <= 10
    assert patches.polygon_distance(outline, SQUARE).max() <= 1e-6
    assert len(outline) == 16


def test_a_footprint_is_the_painted_part_of_the_bone_lifted() -> None:
    patch = patches.footprint_patch(BODIES["stone"], "footprint_rope_origin", lift=0.4)
    assert patch is not None
    near = np.linalg.norm(patch.points - spheres.FRONT_OF_THE_BONE, axis=1)
    assert 7.0 < near.max() < 12.0
    np.testing.assert_allclose(np.linalg.norm(patch.points - spheres.PLACES["stone"], axis=1), 20.4, atol=1e-3)
    edge = patch.arrays["edgeDistance"]
    np.testing.assert_allclose(edge, near - 8.0, atol=0.7)


def test_stripes_lie_diagonally_in_the_patch() -> None:
    patch = patches.footprint_patch(BODIES["stone"], "footprint_rope_origin", lift=0.4)
    assert patch is not None
    way = patches.diagonal(patch)
    np.testing.assert_allclose(np.abs(way), (np.sqrt(0.5), 0.0, np.sqrt(0.5)), atol=0.02)


def test_a_bone_without_the_array_has_no_footprint() -> None:
    assert patches.footprint_patch(BODIES["rope"], "footprint_rope_origin", lift=0.4) is None


def test_without_an_array_an_attachment_is_where_two_surfaces_touch() -> None:
    near = spheres.drawable(spheres.sphere((-30.0, -39.0, 0.0), 20.0, spheres.MUSCLE_COLOUR))
    patch = patches.contact_patch(BODIES["stone"], near, lift=0.4)
    assert patch is not None
    touching = patch.points[patch.arrays["edgeDistance"] < 0]
    assert np.linalg.norm(touching - spheres.FRONT_OF_THE_BONE, axis=1).max() < 10.0
    assert patches.contact_patch(BODIES["stone"], BODIES["rope"], lift=0.4) is None


@pytest.mark.parametrize(
    ("view", "axis", "sign"), [("anterior", 1, -1), ("posterior", 1, 1), ("left", 0, 1), ("right", 0, -1)]
)
def test_a_zone_lies_on_the_skin_that_faces_its_viewer(view: str, axis: int, sign: int) -> None:
    patch = patches.zone_patch(BODIES["hide"], Zone(view, tuple(map(tuple, (2 * SQUARE).tolist()))), (), lift=1.0)
    assert patch is not None
    inside = patch.arrays["edgeDistance"] < 0
    assert (sign * patch.points[inside, axis] > 60).all()
    assert np.abs(np.delete(patch.points[inside], axis, axis=1)).max() <= 21
    np.testing.assert_allclose(np.linalg.norm(patch.points, axis=1), 81.0, atol=0.1)


def test_a_zone_beside_the_body_paints_nothing() -> None:
    away = tuple(map(tuple, (SQUARE + 500).tolist()))
    assert patches.zone_patch(BODIES["hide"], Zone("anterior", away), (), lift=1.0) is None


def test_spared_zones_stay_free() -> None:
    wide, core = (Zone("anterior", tuple(map(tuple, (size * SQUARE).tolist()))) for size in (4, 2))
    patch = patches.zone_patch(BODIES["hide"], wide, (core,), lift=1.0)
    assert patch is not None
    painted = patch.points[patch.arrays["edgeDistance"] < 0]
    assert (patches.polygon_distance(painted[:, [0, 2]].astype(float), np.array(zones.outline(core))) > -1.0).all()
