"""The sacrum and the coccyx: sound surfaces, every hollow open, measured like a man's, and fitting their neighbours."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
import trimesh

from meshes.sculpt import body
from meshes.sculpt.baking.checks import check
from meshes.sculpt.kernel.surface import Surface, sculpt
from meshes.sculpt.pelvis import hip_bone
from meshes.sculpt.spine import facets
from meshes.sculpt.spine.sacrum import coccyx, sacrum, sacrum_canal, sacrum_joint, sacrum_sheets

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
    routes = sacrum_canal.routes(level)
    assert len(routes) == 2
    for route in routes:
        path = route * np.array([side, 1.0, 1.0])
        assert shape(path).min() > 1.0  # more than a millimetre of free room all along


def free_widths(level: str) -> tuple[float, float]:
    """Height and width (mm) of the left pelvic foramen, 2 mm behind the pelvic surface and along it."""
    mouth = sacrum_canal.routes(level)[0][-1]
    above, below = (sacrum_sheets.front().height(mouth[None, [0, 2]] + [[0.0, z]])[0] for z in (6.0, -6.0))
    up = np.array([0.0, above - below, 12.0]) / np.hypot(above - below, 12.0)
    start = mouth + 2.0 * np.array([0.0, up[2], -up[1]])
    reach, steps = [], np.arange(0.0, 12.0, 0.1)
    for way in (up, -up, np.array([1.0, 0.0, 0.0]), np.array([-1.0, 0.0, 0.0])):
        closed = sacrum.local_field()(start + steps[:, None] * way) < 0
        reach.append(float(steps[closed][0]) if closed.any() else 12.0)
    return reach[0] + reach[1], reach[2] + reach[3]


def test_pelvic_foramina_are_round_and_diminish_downwards() -> None:
    size = {}
    for level in sacrum_canal.LEVELS:
        height, width = free_widths(level)
        assert 0.75 < height / width < 1.35
        size[level] = (height + width) / 2
    assert 11.5 < size["S1"] < 14.5  # India, n 108: 13.0 x 12.2
    assert 11.5 < size["S2"] < 14.5  # 12.9 x 13.1
    assert min(size["S1"], size["S2"]) > size["S3"] > size["S4"]


def test_the_sides_follow_the_hip_bones_ear(monkeypatch: pytest.MonkeyPatch) -> None:
    here, height = sacrum_sheets.ear_shift(), np.array([-10.0, -40.0, -95.0])
    rim, up = hip_bone.auricular()
    monkeypatch.setattr(hip_bone, "auricular", lambda: (rim + np.array([3.0, 0.0, 0.0]), up))  # the right rim: x < 0
    forget: Callable[[], None] = sacrum_sheets.ear_shift.cache_clear
    forget()
    try:
        assert sacrum_sheets.ear_shift() == pytest.approx(here - 3.0, abs=0.01)
        moved = sacrum_sheets.widened(np.full(3, 50.0), height) - 50.0
    finally:
        forget()
    assert moved[:2] == pytest.approx(here - 3.0, abs=0.01)
    assert moved[2] == 0.0  # below S3 nothing joins the hip bone


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


def test_its_segments_diminish_and_are_joined_by_grooves_not_necks() -> None:
    shape = coccyx.local_field()
    across = np.linspace(-14.0, 14.0, 281)
    places = {"Co1": (0.9, -120.8), "1/2": (-0.9, -123.6), "Co2": (-2.8, -126.0), "2/3": (-8.1, -130.8)}
    places |= {"Co3": (-9.9, -132.0), "3/4": (-14.8, -134.8), "Co4": (-16.5, -135.4)}
    width = {
        name: (shape(np.column_stack([across, np.full(281, y), np.full(281, z)])) < 0).sum() * 0.1
        for name, (y, z) in places.items()
    }
    assert width["Co1"] > width["Co2"] > width["Co3"] > width["Co4"] > 5.0
    for above, joint, below in (("Co1", "1/2", "Co2"), ("Co2", "2/3", "Co3"), ("Co3", "3/4", "Co4")):
        assert width[joint] > 0.75 * min(width[above], width[below])


def test_the_two_sides_of_sacrum_and_coccyx_differ_a_little(coarse: Surface) -> None:
    low = coarse.points[PLATE.to_local(coarse.points)[:, 2] < -30.0]
    mirrored = low * np.array([-1.0, 1.0, 1.0])
    assert 0.1 < np.abs(sacrum.field()(mirrored)).mean() < 1.2


@pytest.mark.parametrize("module", [sacrum, coccyx])
def test_another_structure_is_refused(module: object) -> None:
    with pytest.raises(KeyError):
        module.field("femur_right")  # type: ignore[attr-defined]
    with pytest.raises(KeyError):
        module.bounds("femur_right")  # type: ignore[attr-defined]
