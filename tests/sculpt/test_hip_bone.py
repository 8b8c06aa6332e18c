"""The hip bone and the symphysial disc: published distances, topology, volume, floor and joints."""

from itertools import pairwise

import numpy as np
import pytest
import trimesh

from meshes.sculpt import body
from meshes.sculpt.kernel.fields import gradient
from meshes.sculpt.kernel.surface import Surface, is_closed, project, sculpt, unit
from meshes.sculpt.pelvis import hip_bone, hip_relief, hip_socket, hip_solid, symphysis
from meshes.sculpt.tables import read_points

MEN = {  # manual landmarks of 13 men (VSD): mean and SD in mm; "_left" marks the other side
    ("asis", "asis_left"): (242.7, 14.9),
    ("psis", "psis_left"): (87.4, 7.1),
    ("aiis", "aiis_left"): (199.5, 11.3),
    ("pubic_tubercle", "pubic_tubercle_left"): (51.4, 5.0),
    ("ischial_spine", "ischial_spine_left"): (97.4, 5.7),
    ("piis", "piis_left"): (100.1, 4.3),
    ("asis", "psis"): (168.0, 8.3),
    ("asis", "aiis"): (43.6, 4.0),
    ("asis", "pubic_tubercle"): (132.2, 7.7),
    ("asis", "ischial_spine"): (150.4, 6.5),
    ("aiis", "ischial_spine"): (114.5, 5.0),
    ("pubic_tubercle", "ischial_spine"): (118.4, 6.7),
    ("psis", "piis"): (40.7, 2.6),
    ("piis", "ischial_spine"): (60.0, 5.4),
}
PROMONTORY = 17.0  # mm in front of the middle of the sacral plate: half of its depth


@pytest.fixture(scope="module")
def bone() -> Surface:
    return sculpt(hip_bone.field("hip_bone_right"), hip_bone.bounds("hip_bone_right"), 1.6, 12_000, relax_rounds=1)


def place(name: str) -> np.ndarray:
    side = "left" if name.endswith("_left") else "right"
    return hip_bone.landmarks(side)[name.removesuffix("_left")]


@pytest.mark.parametrize(("ends", "published"), MEN.items(), ids=lambda item: "-".join(map(str, item)))
def test_distance_lies_within_one_sd_of_the_men(ends, published):
    mean, spread = published
    assert np.linalg.norm(place(ends[0]) - place(ends[1])) == pytest.approx(mean, abs=spread)


def test_anterior_conjugate_lies_within_one_sd_of_the_men():
    promontory = body.sacral_plate().to_body([0.0, -PROMONTORY, 0.0])
    tubercles = (place("pubic_tubercle") + place("pubic_tubercle_left")) / 2
    assert np.linalg.norm(promontory - tubercles) == pytest.approx(124.9, abs=9.7)


@pytest.mark.parametrize("side", ["right", "left"])
def test_landmarks_lie_on_the_bone(side):
    points = {
        k: v for k, v in hip_bone.landmarks(side).items() if k not in {"acetabulum_centre", "inguinal_ligament_middle"}
    }
    away = np.abs(hip_bone.field(f"hip_bone_{side}")(np.stack(list(points.values()))))
    assert away.max() < 0.05


def test_anterior_pelvic_plane_is_close_to_vertical():
    spine, tubercle = place("asis"), place("pubic_tubercle")
    assert abs(np.degrees(np.arctan2(spine[1] - tubercle[1], spine[2] - tubercle[2]))) < 5


def test_bone_is_one_closed_body_with_one_hole(bone):
    mesh = trimesh.Trimesh(bone.points, bone.faces, process=False)
    assert is_closed(bone.points, bone.faces)
    assert mesh.euler_number == 0
    low, high = hip_bone.RECIPES[0].volume
    assert low < mesh.volume / 1000 < high


def test_bone_stays_within_its_bounds(bone):
    low, high = np.array(hip_bone.bounds("hip_bone_right"))
    assert (bone.points.min(axis=0) > low + 2).all()
    assert (bone.points.max(axis=0) < high - 2).all()


def test_left_bone_is_like_the_right_one_but_no_copy(bone):
    mirrored = bone.points * [-1.0, 1.0, 1.0]
    off = np.abs(hip_bone.field("hip_bone_left")(mirrored) - hip_bone.field("hip_bone_right")(bone.points))
    assert 0.05 < off.mean() < 0.3
    assert np.percentile(off, 98) < 1.5  # the iliac tuberosity differs most


def test_left_joints_are_those_of_the_right_bone(bone):
    local = hip_relief.frame().to_local(bone.points)
    cup = bone.points[hip_socket.lunate(local) > 0.95] * [-1.0, 1.0, 1.0]
    assert np.abs(hip_bone.field("hip_bone_left")(cup)).max() < 0.3


def test_outline_and_sheets_are_named_by_forty_points_at_most():
    for file, third in (
        ("pelvis/hip_outline.csv", "edge"),
        ("pelvis/hip_lateral.csv", "w"),
        ("pelvis/hip_medial.csv", "w"),
    ):
        assert 30 <= len(read_points(file, columns=("u", "v", third))) <= 40


@pytest.mark.parametrize(("side", "other", "sign"), [("right", "left", -1), ("left", "right", 1)])
def test_each_side_has_nutrient_foramina_of_its_own(side, other, sign):
    rows = np.stack(list(read_points("pelvis/hip_pores.csv", ("side", "x", "y", "z")).values()))
    here, there = hip_solid.hip_bone(side), hip_solid.hip_bone(other)
    mouths = project(there, rows[rows[:, 0] == sign][:, 1:], reach=4.0, rounds=6)
    inside = mouths - unit(gradient(there, mouths))
    assert len(mouths) >= 2
    assert (there(inside) < -0.5).all()
    assert (here(inside) > 0.0).all()


def test_lunate_surface_is_a_sphere_round_the_hip_centre(bone):
    local = hip_relief.frame().to_local(bone.points)
    cup = bone.points[hip_socket.lunate(local) > 0.95]
    design = np.column_stack([2 * cup, np.ones(len(cup))])
    (x, y, z, _), *_ = np.linalg.lstsq(design, (cup**2).sum(axis=1), rcond=None)
    assert np.linalg.norm([x, y, z] - body.hip_centre("right")) < 1
    assert np.linalg.norm(cup - [x, y, z], axis=1).mean() == pytest.approx(27.2, abs=0.3)


def test_floor_of_the_acetabulum_is_not_pierced():
    """Along the cup's axis and round it, there are 2 mm or more of bone between cup and pelvis."""
    depth = np.linspace(20.0, 60.0, 401)
    for forward, up in [(0, 0), (6, 0), (-6, 0), (0, 8), (0, -8), (8, 8), (-8, -8), (8, -8), (-8, 8)]:
        line = hip_relief.frame().to_body(np.column_stack([np.full(401, forward), np.full(401, up), -depth]))
        inside = hip_bone.field("hip_bone_right")(line) < 0
        assert inside.sum() * 0.1 >= 2.0


def test_ear_faces_inwards_and_lies_on_the_bone():
    rim, normal = hip_bone.auricular()
    assert np.abs(hip_bone.field("hip_bone_right")(rim)).max() < 0.1
    assert normal[0] > 0.8
    assert np.ptp(rim[:, 2]) == pytest.approx(55, abs=12)  # height: 56 in women, more in men


def test_iliac_fossa_anchor_gives_points_on_the_inner_surface():
    points, normals = hip_bone.on_medial_sheet(hip_bone.iliac_fossa_outline()[::20])
    assert np.abs(hip_bone.field("hip_bone_right")(points)).max() < 0.2
    assert np.linalg.norm(normals, axis=1) == pytest.approx(1.0)
    assert (normals[:, 0] > -0.2).mean() > 0.95


def test_wing_is_thin_in_the_middle_of_the_fossa():
    places = np.array([[-12.0, 102.0], [-10.0, 98.0]])
    chart = hip_relief.relief()
    thickness = (chart.at("outer", places) - chart.at("inner", places)) / chart.at("outer_slope", places)
    assert ((thickness > 2.3) & (thickness < 5.0)).all()


def test_disc_fills_the_gap_between_the_pubic_bones():
    disc = sculpt(symphysis.disc, symphysis.BOUNDS, 1.0, 2000)
    mesh = trimesh.Trimesh(disc.points, disc.faces, process=False)
    assert is_closed(disc.points, disc.faces)
    assert mesh.euler_number == 2
    low, high = symphysis.RECIPES[0].volume
    assert low < mesh.volume / 1000 < high
    assert 4.0 < np.ptp(disc.points[:, 0]) < 8.0
    assert hip_bone.field("hip_bone_right")(disc.points).min() > -0.2


def test_recipes_come_after_what_they_need():
    made = [recipe.id for recipe in hip_bone.RECIPES]
    assert made == ["hip_bone_right", "hip_bone_left"]
    assert all(set(later.needs) <= {earlier.id} for earlier, later in pairwise(hip_bone.RECIPES))


@pytest.mark.parametrize("module", [hip_bone, symphysis])
def test_unknown_structure_is_refused(module):
    with pytest.raises(KeyError):
        module.field("hip_bone_middle")
    with pytest.raises(KeyError):
        module.bounds("hip_bone_middle")
