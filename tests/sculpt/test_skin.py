"""The body surface: a lean man's girths, one closed body, and everything else inside it."""

from __future__ import annotations

import numpy as np
import pytest
import pyvista as pv
import trimesh

from meshes.sculpt import body
from meshes.sculpt.baking.bake import BAKED
from meshes.sculpt.baking.recipes import recipes
from meshes.sculpt.kernel.fields import gradient
from meshes.sculpt.kernel.surface import sculpt
from meshes.sculpt.leg import femur, patella
from meshes.sculpt.pelvis import hip_bone
from meshes.sculpt.skin import skin, skin_relief
from meshes.sculpt.spine.sacrum import coccyx, sacrum
from meshes.sculpt.spine.vertebrae import vertebrae
from viewer import paths
from viewer.model.annotations.load import load


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


def reach(x: float, z: float, way: float) -> float:
    """How far (mm) the skin reaches to the front (``way`` -1) or to the back (1) at a place of the frontal plane."""
    y = np.arange(170.0, -60.0, -0.1)
    column = np.column_stack([np.full_like(y, x), way * y, np.full_like(y, z)])
    return float(y[(skin.field()(column) < 0).argmax()])


@pytest.mark.parametrize(
    ("raised", "around", "way", "height"),
    [
        (((-34, 240),), ((0, 240), (-74, 240)), -1, 2.0),  # rectus between the white and the semilunar line
        (((-36, 205),), ((0, 205), (-84, 205)), 1, 5.0),  # erector spinae between the furrows
        (((-30, 104), (-62, 104)), ((-46, 104),), 1, 1.0),  # around the dimple over the back spine
        (((-60, 0),), ((0, 0),), 1, 15.0),  # buttocks beside the cleft
        (((-60, -40),), ((-60, -110),), 1, 12.0),  # buttock over the gluteal fold
        (((-78, -418),), ((-48, -424), (-107, -420)), -1, 8.0),  # patella
        (((-80, -482),), ((-80, -520),), -1, 3.0),  # tuberosity of the tibia
        (((-46, -416), (-106, -416)), ((-76, -428),), 1, 1.5),  # tendons beside the hollow of the knee
        (((-36, -362),), ((-36, -405),), -1, 6.0),  # drop of vastus medialis
        (((-5, -40),), ((-44, -30),), -1, 2.0),  # mound between the inguinal folds
    ],
)
def test_what_lies_under_the_skin_shows(
    raised: tuple[tuple[float, float], ...], around: tuple[tuple[float, float], ...], way: int, height: float
) -> None:
    high, low = ([reach(x, z, way) for x, z in places] for places in (raised, around))
    assert np.mean(high) - max(low) > height


@pytest.mark.parametrize(("end", "middle"), [("top", (0.0, 0.0)), ("bottom", (-74.0, 26.0))])
def test_the_ends_are_level_cuts(end: str, middle: tuple[float, float]) -> None:
    height = skin_relief.numbers()[end]
    turn = np.linspace(0, 2 * np.pi, 24)
    plane = np.column_stack([middle[0] + 32 * np.cos(turn), middle[1] + 32 * np.sin(turn), np.full_like(turn, height)])
    assert np.abs(skin.field()(plane)).max() < 0.1
    outward = np.array([0.0, 0.0, 1.0 if end == "top" else -1.0])
    assert np.allclose(gradient(skin.field(), plane), outward, atol=0.02)


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


def test_every_baked_structure_lies_under_the_skin() -> None:
    files = [path for path in sorted(BAKED.glob("*.vtp")) if ".proxy." not in path.name and path.stem != "skin"]
    assert files
    shallow = {path.stem: float(skin.field()(np.asarray(pv.read(path).points, float)).max()) for path in files}
    away = load(paths.annotations_file()).away
    room = {name: 1.4 if name in away and recipes()[name].kind != "nerve" else 4.0 for name in shallow}
    above = {"diaphragm"}  # its dome rises above the level at which the skin is cut
    assert {name: depth for name, depth in shallow.items() if depth > -room[name]}.keys() <= above
