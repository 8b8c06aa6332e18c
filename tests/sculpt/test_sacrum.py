"""The sacrum and the coccyx: sound surfaces, every hollow open, measured like a man's, and fitting their neighbours."""

from __future__ import annotations

import numpy as np
import pytest
import trimesh

from meshes.sculpt import body, coccyx, facets, hip_bone, sacrum, sacrum_canal, sacrum_joint, sacrum_sheets
from meshes.sculpt.checks import check
from meshes.sculpt.surface import Surface, sculpt

PLATE = body.sacral_plate()


@pytest.fixture(scope="module")
def coarse() -> Surface:
    """The sacrum on a coarser grid than the baked one, for speed."""
    return sculpt(sacrum.field(), sacrum.bounds(), spacing=1.6, triangles=40_000, relax_rounds=0)


@pytest.fixture(scope="module")
def local(coarse: Surface) -> np.ndarray:
    return PLATE.to_local(coarse.points)


def test_the_sacrum_passes_every_check_of_a_bake(coarse: Surface) -> None:
    check(sacrum.RECIPES[0], coarse)


def test_eighteen_mouths_open_one_branching_tunnel(coarse: Surface) -> None:
    mesh = trimesh.Trimesh(coarse.points, coarse.faces, process=False)
    assert sacrum_canal.MOUTHS == 2 + 2 * 4 * 2  # entrance and hiatus; four pairs in front, four behind
    assert 2 - mesh.euler_number == 2 * (sacrum_canal.MOUTHS - 1)


@pytest.mark.parametrize("level", sacrum_canal.LEVELS)
@pytest.mark.parametrize("side", [-1.0, 1.0])
def test_a_foramen_is_open_from_the_canal_to_the_front_and_to_the_back(level: str, side: float) -> None:
    shape = sacrum.local_field()
    for route in sacrum_canal.routes(level):
        path = route * np.array([side, 1.0, 1.0])
        assert shape(path).min() > 1.0  # more than a millimetre of free room all along


def test_the_canal_is_open_from_the_entrance_to_the_hiatus() -> None:
    axis = sacrum_canal.axis()
    assert sacrum.local_field()(axis).min() > 2.0


def test_measurements_lie_among_those_of_people(local: np.ndarray) -> None:
    landmarks = {name: PLATE.to_local(point) for name, point in sacrum.landmarks().items()}
    width = np.ptp(local[:, 0])
    height = np.linalg.norm(landmarks["promontory"] - landmarks["apex"])
    chord = landmarks["apex"] - landmarks["promontory"]
    behind = np.cross(chord, landmarks["s3_front"] - landmarks["promontory"])[0] / np.linalg.norm(chord)
    assert 110 <= width <= 130
    assert 97 <= height <= 117
    assert 15 <= abs(behind) <= 26


def test_landmarks_lie_on_the_bone() -> None:
    named = sacrum.landmarks()
    on_surface = np.array([point for name, point in named.items() if "foramen" not in name and name != "hiatus"])
    assert np.abs(sacrum.field()(on_surface)).max() < 3.0


def test_the_sacroiliac_joint_is_a_gap_of_one_to_four_millimetres(coarse: Surface, local: np.ndarray) -> None:
    outward = (coarse.normals @ PLATE.axes)[:, 0] * np.sign(local[:, 0])
    lateral = np.abs(local[:, 0]) > sacrum_sheets.side().height(local[:, 1:]) - 5.0
    on_ear = lateral & (outward > 0.5) & (sacrum_sheets.ear().height(local[:, 1:]) < -3.0)
    gap = sacrum_joint.hip_distance(local[on_ear])
    assert on_ear.sum() > 100
    assert gap.min() > 1.0
    assert np.percentile(gap, 90) < 4.0


def test_the_joint_s_table_of_the_hip_bone_agrees_with_the_hip_bone(coarse: Surface, local: np.ndarray) -> None:
    right = local[:, 0] < -40.0
    exact = hip_bone.field("hip_bone_right")(coarse.points[right])
    near = np.abs(exact) < 5.0
    assert near.sum() > 100
    off = np.abs(sacrum_joint.hip_distance(local[right]) - exact)[near]
    assert np.percentile(off, 99) < 0.2
    assert off.max() < 0.5


def test_the_facets_leave_the_joint_with_l5_free() -> None:
    joint = facets.joint("L5_S1")
    middle = joint.frame.to_body([[0.0, 0.0, 0.0]])
    behind = joint.frame.to_body([[0.0, joint.gap / 2 + 2.0, 0.0]])
    assert sacrum.field()(middle)[0] > 0.3
    assert sacrum.field()(behind)[0] < 0.0


def test_the_coccyx_passes_every_check_and_hangs_below_the_sacrum() -> None:
    surface = sculpt(coccyx.field(), coccyx.bounds(), spacing=0.9, triangles=8_000, relax_rounds=0)
    check(coccyx.RECIPES[0], surface)
    gap = sacrum.field()(surface.points)
    assert 0.9 < gap.min() < 2.0
    assert 33 <= np.linalg.norm(coccyx.landmarks()["base"] - coccyx.landmarks()["tip"]) <= 45


@pytest.mark.parametrize("module", [sacrum, coccyx])
def test_another_structure_is_refused(module: object) -> None:
    with pytest.raises(KeyError):
        module.field("femur_right")  # type: ignore[attr-defined]
    with pytest.raises(KeyError):
        module.bounds("femur_right")  # type: ignore[attr-defined]
