"""The body surface: a lean man's girths, one closed body, and everything else inside it."""

from __future__ import annotations

import numpy as np
import pytest
import pyvista as pv
import trimesh

from meshes.sculpt import body, coccyx, femur, hip_bone, patella, sacrum, skin, vertebrae
from meshes.sculpt.bake import BAKED
from meshes.sculpt.surface import sculpt


def girth(height: float, middle: tuple[float, float]) -> float:
    """Circumference (mm) of the section at a height, walked around from a point inside it."""
    turns = np.linspace(0, 2 * np.pi, 181)[:-1]
    reach = np.arange(5.0, 230.0, 0.5)
    rays = np.stack([np.cos(turns), np.sin(turns)], axis=1)
    at = np.array(middle) + rays[:, None] * reach[None, :, None]
    grid = np.concatenate([at.reshape(-1, 2), np.full((at.shape[0] * at.shape[1], 1), height)], axis=1)
    outside = skin.field()(grid).reshape(len(turns), -1) > 0
    edge = np.array(middle) + rays * reach[outside.argmax(axis=1)][:, None]
    return float(np.linalg.norm(np.diff(np.vstack([edge, edge[:1]]), axis=0), axis=1).sum())


@pytest.mark.parametrize(
    ("height", "middle", "low", "high"),
    [
        (200, (0, -10), 760, 860),  # waist
        (0, (0, 10), 900, 1000),  # hips
        (-210, (-91, 8), 470, 570),  # middle of the thigh
        (-430, (-72, 12), 340, 400),  # knee
        (-560, (-77, 20), 330, 390),  # calf
    ],
)
def test_girths_are_those_of_a_lean_man(height: float, middle: tuple[float, float], low: float, high: float) -> None:
    assert low < girth(height, middle) < high


def test_the_thighs_stand_apart_and_the_navel_is_hollow() -> None:
    inside = skin.field()
    assert inside(np.array([[0.0, 10.0, -150.0]]))[0] > 2
    navel = skin.landmarks()["navel"]
    around = navel + np.array([[25.0, 0, 0], [-25.0, 0, 0], [0, 0, 25.0], [0, 0, -25.0]])
    assert inside(navel[None])[0] > inside(around).mean() + 4


def test_a_coarse_surface_is_one_closed_body_without_handles() -> None:
    surface = sculpt(skin.field(), skin.bounds(), 12.0, 10**7, relax_rounds=1)
    mesh = trimesh.Trimesh(surface.points, surface.faces, process=False)
    assert mesh.is_watertight
    assert (mesh.body_count, mesh.euler_number) == (1, 2)


def test_landmarks_lie_on_the_skin() -> None:
    on_skin = np.array([point for name, point in skin.landmarks().items() if name != "navel"])
    assert np.abs(skin.field()(on_skin)).max() < 0.1


@pytest.mark.parametrize("side", ["right", "left"])
def test_bones_that_a_hand_can_find_lie_just_under_the_skin(side: str) -> None:
    hip, thigh, knee = hip_bone.landmarks(side), femur.landmarks(side), patella.landmarks(side)
    felt = [hip[name] for name in ("asis", "iliac_tubercle", "crest_summit", "psis", "pubic_tubercle")]
    depth = -skin.field()(np.array([*felt, *thigh.values(), *knee.values()]))
    assert depth.min() > 4.0
    assert (-skin.field()(np.array(felt))).max() < 45.0


def test_the_sacrum_and_every_spinous_process_lie_under_the_skin() -> None:
    spines = [place for level in body.VERTEBRAE for place in vertebrae.landmarks(level).values()]
    points = np.array([*spines, *sacrum.landmarks().values(), *coccyx.landmarks().values()])
    assert skin.field()(points).max() < -4.0


def test_every_baked_structure_lies_at_least_four_millimetres_under_the_skin() -> None:
    files = [path for path in sorted(BAKED.glob("*.vtp")) if ".light." not in path.name and path.stem != "skin"]
    assert files
    shallow = {path.stem: float(skin.field()(np.asarray(pv.read(path).points, float)).max()) for path in files}
    assert {name: depth for name, depth in shallow.items() if depth > -4.0} == {}
