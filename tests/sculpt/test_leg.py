"""Patella, tibia, fibula and patellar ligament: closed bodies that stand right to each other."""

from __future__ import annotations

import numpy as np
import pytest
import trimesh

from meshes.sculpt.kernel.surface import Surface, project, sculpt
from meshes.sculpt.leg import femur, leg, patella
from meshes.sculpt.leg.femur_frame import knee

COARSE = {"patella": 1.6, "tibia": 2.6, "fibula": 1.8, "patellar_ligament": 1.4}


@pytest.fixture(scope="module")
def surfaces() -> dict[str, Surface]:
    """Each structure of the right side, coarsely."""
    homes = {name: patella if name == "patella" else leg for name in COARSE}
    return {
        name: sculpt(home.field(f"{name}_right"), home.bounds(f"{name}_right"), COARSE[name], 4_000, relax_rounds=0)
        for name, home in homes.items()
    }


@pytest.mark.parametrize("name", COARSE)
def test_each_is_one_closed_body_without_handles(surfaces: dict[str, Surface], name: str) -> None:
    mesh = trimesh.Trimesh(surfaces[name].points, surfaces[name].faces, process=False)
    assert mesh.is_watertight
    assert mesh.body_count == 1
    assert mesh.euler_number == 2
    assert mesh.volume > 0


def test_the_knee_keeps_room_for_its_cartilage(surfaces: dict[str, Surface]) -> None:
    thigh_bone = femur.field("femur_right")
    assert 3.0 < thigh_bone(surfaces["patella"].points).min() < 4.5
    assert 3.8 < thigh_bone(surfaces["tibia"].points).min() < 5.5


@pytest.mark.parametrize("out", [-30.0, -22.0, 18.0, 26.0])
def test_cartilage_and_menisci_have_four_to_eight_millimetres(out: float) -> None:
    """Where each condyle rests on the plateau, along the plumb line."""
    up = np.arange(-45.0, 10.0, 0.1)
    for back in (-10.0, -5.0, 0.0):
        line = knee().to_body(np.column_stack([np.full_like(up, out), np.full_like(up, back), up]))
        plateau = up[leg.field("tibia_right")(line) < 0].max()
        condyle = up[femur.field("femur_right")(line) < 0].min()
        assert 3.8 < condyle - plateau < 8.0, back


def test_the_ligament_sinks_into_bone_at_both_ends_only(surfaces: dict[str, Surface]) -> None:
    band = surfaces["patellar_ligament"].points
    in_patella, in_tibia = (home.field(f"{name}_right")(band) for home, name in ((patella, "patella"), (leg, "tibia")))
    up = knee().to_local(band)[:, 2]
    assert in_patella.min() < -1.0
    assert in_tibia.min() < -1.0
    middle = np.abs(up - (up.min() + up.max()) / 2) < 0.2 * np.ptp(up)
    assert np.minimum(in_patella, in_tibia)[middle].min() > 2.0


def test_the_iliotibial_tubercle_stands_out_on_the_lateral_condyle() -> None:
    place = knee().to_body(np.array([[25.0, -28.0, -40.0]]))
    top = project(leg.field("tibia_right"), place, 6.0, rounds=8)[0]
    foot = project(leg.field("tibia_right"), knee().to_body(np.array([[31.0, -18.0, -46.0]])), 6.0, rounds=8)[0]
    outward = np.array(knee().axes @ [0.62, -0.78, 0.0])
    assert (top - foot) @ outward > 4.0


def test_the_fibula_stands_close_to_the_tibia_without_touching(surfaces: dict[str, Surface]) -> None:
    assert 1.0 < leg.field("tibia_right")(surfaces["fibula"].points).min() < 3.5


def test_the_patella_stands_above_the_joint_line() -> None:
    apex = knee().to_local(patella.landmarks()["patella_apex"])
    lowest = min(knee().to_local(femur.landmarks()[f"{side}_condyle_distal"])[2] for side in ("medial", "lateral"))
    assert 6.0 < apex[2] - lowest < 15.0


def test_the_patella_is_as_large_as_in_men(surfaces: dict[str, Surface]) -> None:
    width, depth, height = np.ptp(knee().to_local(surfaces["patella"].points), axis=0)
    assert 42 < width < 51
    assert 18 < depth < 25
    assert 40 < height < 50


@pytest.mark.parametrize("name", ["tibia_left", "fibula_left", "patellar_ligament_left"])
def test_the_left_side_mirrors_the_right(name: str) -> None:
    right = leg.bounds(name.replace("left", "right"))
    points = np.random.default_rng(1).uniform(*right, (200, 3))
    flipped = points * np.array([-1.0, 1.0, 1.0])
    assert np.allclose(leg.field(name)(flipped), leg.field(name.replace("left", "right"))(points))


def test_an_unknown_structure_is_refused() -> None:
    with pytest.raises(KeyError):
        leg.field("talus_right")
    with pytest.raises(KeyError):
        patella.field("patella")
