"""Muscles of the thigh hold on where they should, on both sides; sheets and leaning fibres do as they say."""

from __future__ import annotations

import numpy as np
import pytest
import pyvista as pv
from scipy.spatial import cKDTree

from meshes.sculpt.baking.bake import BAKED
from meshes.sculpt.baking.recipes import recipes
from meshes.sculpt.muscles.fascicles import Bundle
from meshes.sculpt.muscles.surroundings import field
from meshes.sculpt.neighbourhood import gated
from meshes.sculpt.neighbourhood.gated import Plan, ends, gates
from meshes.sculpt.neighbourhood.tendons import Lean, Sheet, leaning, sheeted
from meshes.sculpt.thigh import (
    adductor_brevis,
    adductor_longus,
    adductor_magnus,
    gracilis,
    pectineus,
    rectus_femoris,
    sartorius,
    tensor_fasciae_latae,
)

HELD = {
    adductor_brevis.PLAN: {("origin", "hip_bone"), ("insertion", "femur")},
    adductor_longus.PLAN: {("origin", "hip_bone"), ("insertion", "femur")},
    adductor_magnus.PLAN: {("origin", "hip_bone"), ("insertion", "femur")},
    gracilis.PLAN: {("origin", "hip_bone"), ("insertion", "tibia")},
    pectineus.PLAN: {("origin", "hip_bone"), ("insertion", "femur")},
    rectus_femoris.PLAN: {("origin", "hip_bone"), ("insertion", "patella")},
    sartorius.PLAN: {("origin", "hip_bone"), ("insertion", "tibia")},
    tensor_fasciae_latae.PLAN: {("origin", "hip_bone")},
}
PLANS = pytest.mark.parametrize("plan", HELD, ids=lambda plan: plan.name)


@PLANS
@pytest.mark.parametrize("side", ["right", "left"])
def test_slips_lie_on_their_bones(plan: Plan, side: str) -> None:
    make = recipes()[f"{plan.name}_{side}"].slips
    assert make
    slips = make()
    assert {(slip.end, slip.carrier) for slip in slips} == {(end, f"{bone}_{side}") for end, bone in HELD[plan]}
    for slip in slips:
        assert np.abs(field(slip.carrier)(slip.points)).max() < 1.0, slip.name


@PLANS
def test_as_many_fascicles_end_as_arise_and_gates_run_on_smoothly(plan: Plan) -> None:
    origin, insertion = ends(plan.tables[0]).points, ends(plan.tables[2]).points
    assert len(origin) == len(insertion)
    steps = np.linalg.norm(np.diff([gate.centre for gate in gates(plan)], axis=0), axis=1)
    straight = np.linalg.norm(gates(plan)[-1].centre - gates(plan)[0].centre)
    assert steps.max() < 9.0
    assert straight <= steps.sum() < 1.2 * straight


def test_the_hiatus_of_adductor_magnus_stays_free() -> None:
    slips = gated.slips(adductor_magnus.PLAN, "right")
    held = {slip.name: slip.points for slip in slips if slip.end == "insertion"}
    free = held["pelvis_supracondylar_line"][:, 2].min() - held["pelvis_adductor_tubercle"][:, 2].max()
    assert free > 60.0


@pytest.mark.parametrize("height", range(-340, -40, 20))
def test_sartorius_is_an_even_strap_down_to_the_knee(height: int) -> None:
    outline = pv.read(BAKED / "sartorius_right.vtp").slice("z", origin=(0.0, 0.0, height)).strip(join=True)
    ring = np.asarray(outline.points)[outline.lines[1:], :2]
    across = np.roll(ring, -1, axis=0)
    area = abs(np.sum(ring[:, 0] * across[:, 1] - ring[:, 1] * across[:, 0])) / 2.0
    assert outline.n_cells == 1
    assert 300.0 < area < 470.0


def test_no_pits_in_tensor_fasciae_latae_beneath_the_tract() -> None:
    muscle = pv.read(BAKED / "tensor_fasciae_latae_right.vtp")
    points, normals = np.asarray(muscle.points), np.asarray(muscle.point_data["Normals"])
    face = np.flatnonzero((normals[:, 0] < -0.3) & (points[:, 2] > -108.0) & (points[:, 2] < -20.0))
    around = cKDTree(points).query_ball_point(points[face], 4.0)
    facing = [np.array(near)[normals[near] @ normals[point] > 0.3] for point, near in zip(face, around, strict=True)]
    sunk = [np.median((points[n] - points[p]) @ normals[p]) for p, n in zip(face, facing, strict=True)]
    assert len(sunk) > 300
    assert max(sunk) < 0.6


def rows_of_fibres() -> Bundle:
    """Two layers of five fibres, 100 mm long, that run down; the second lies 10 mm further back."""
    down = np.linspace(0.0, -100.0, 110)
    starts = [(x, y) for y in (0.0, 10.0) for x in (-8.0, -4.0, 0.0, 4.0, 8.0)]
    paths = np.array([[(x, y, z) for z in down] for x, y in starts])
    return Bundle(paths, np.ones(paths.shape[:2]))


def test_a_sheet_covers_the_face_that_it_names() -> None:
    lengths = sheeted(rows_of_fibres(), "origin", np.full(10, 3.0), [Sheet("origin", (0.0, -1.0, 0.0), 60.0, 0.5)])
    assert lengths[:5].max() > 50.0
    assert (lengths[5:] == 3.0).all()


def test_leaning_fibres_part_from_the_middle_of_their_face_and_keep_their_paths() -> None:
    straight = rows_of_fibres()
    leant = leaning(straight, Lean((0.0, -1.0, 0.0), 14.0))
    middle = leant.directions()[:, 50]
    assert middle[0, 0] < -0.15 < 0.15 < middle[4, 0]
    assert abs(middle[5:, 0]).max() < 0.05
    assert (leant.paths == straight.paths).all()
