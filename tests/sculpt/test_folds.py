"""No specks: every stored normal is borne out by the triangles around it, and no triangle lies folded on another."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import pyvista as pv
import trimesh

from meshes.sculpt.baking.bake import BAKED
from meshes.sculpt.baking.recipes import recipes
from meshes.sculpt.kernel import fields
from meshes.sculpt.kernel.folds import unfolded
from meshes.sculpt.kernel.surface import Surface, sculpt

FULL = sorted(path for path in BAKED.glob("*.vtp") if ".proxy." not in path.name)
PROXIES = sorted(BAKED.glob("*.proxy.vtp"))
STRAY = 60.0  # degrees between a normal and the nearest of its triangles' normals that show as a speck
RIMS = {
    "abdominal_aorta": 11, "adductor_brevis": 1, "anterior_longitudinal_ligament": 1, "common_iliac_artery": 9,
    "common_iliac_vein": 8, "crus_of_diaphragm": 4, "deep_circumflex_iliac_artery": 1, "diaphragm": 24,
    "external_iliac_artery": 4, "external_iliac_vein": 4, "external_oblique": 4, "femoral_artery": 2,
    "iliolumbar_artery": 7, "inferior_vena_cava": 7, "internal_iliac_artery": 1, "internal_iliac_vein": 5,
    "internal_oblique": 33, "lumbar_arteries": 6, "rectus_abdominis": 1, "transversus_abdominis": 145,
}  # fmt: skip
"""Sharp edges of cut vessels and thin sheets, counted: no more than these."""
FOLDED = 120.0  # degrees between neighbouring triangles that lie folded on each other


@cache
def baked(path: Path) -> trimesh.Trimesh:
    mesh = pv.read(path)
    return trimesh.Trimesh(np.asarray(mesh.points, float), mesh.regular_faces, process=False)


def strays(mesh: trimesh.Trimesh, at: npt.NDArray[np.float64]) -> int:
    """How many points have a normal ``at`` them (n, 3) that is more than STRAY degrees off all of their triangles."""
    best = np.full(len(at), -1.0)
    agreement = np.einsum("ijk,ik->ij", at[mesh.faces] / np.linalg.norm(at[mesh.faces], axis=2)[..., None],
                          mesh.face_normals)  # fmt: skip
    np.maximum.at(best, np.asarray(mesh.faces).ravel(), agreement.ravel())
    return int((best < np.cos(np.radians(STRAY))).sum())


def folds(mesh: trimesh.Trimesh) -> int:
    """How many pairs of neighbouring triangles look against each other by more than FOLDED degrees."""
    return int((mesh.face_adjacency_angles > np.radians(FOLDED)).sum())


@pytest.mark.parametrize("path", [*FULL, *PROXIES], ids=lambda path: path.stem)
def test_every_normal_is_borne_out_by_a_triangle(path: Path) -> None:
    at_cuts = 2 if recipes()[path.stem.removesuffix(".proxy")].kind == "artery" else 0
    assert strays(baked(path), np.asarray(pv.read(path).point_data["Normals"], float)) <= at_cuts


@pytest.mark.parametrize("path", FULL, ids=lambda path: path.stem)
def test_no_triangle_is_folded_onto_its_neighbour(path: Path) -> None:
    assert folds(baked(path)) <= allowed(path.stem)


def allowed(structure: str) -> int:
    """How many folds are none: where two branches part, walls face each other; rims of sheets and cuts are sharp."""
    return RIMS.get(structure.rpartition("_")[0], RIMS.get(structure, 6 if recipes()[structure].kind == "nerve" else 0))


def test_the_skin_is_smooth_to_the_eye() -> None:
    solid = baked(BAKED / "skin.vtp")
    at = np.asarray(pv.read(BAKED / "skin.vtp").point_data["Normals"], float)
    away = np.degrees(np.arccos(np.clip(np.einsum("ij,ij->i", at, solid.vertex_normals), -1, 1)))
    heights = solid.vertices[:, 2]
    open_skin = (heights > heights.min() + 12.0) & (heights < heights.max() - 12.0)  # the rims of the cuts are edges
    assert np.percentile(away[open_skin], 99.9) < 8.0
    assert away.max() < 45.0


def ball() -> Surface:
    return sculpt(fields.sphere((0, 0, 0), 10), ((-12, -12, -12), (12, 12, 12)), 1.5, 1200)


def test_a_corner_pulled_over_its_neighbours_is_laid_back() -> None:
    surface = ball()
    points = surface.points.copy()
    ring = points[surface.faces[(surface.faces == 0).any(axis=1)]].reshape(-1, 3)
    furthest = ring[np.linalg.norm(ring - points[0], axis=1).argmax()]
    points[0] += 1.6 * (furthest - points[0])
    folded = Surface(points, surface.faces, surface.normals)
    assert folds(trimesh.Trimesh(points, surface.faces, process=False)) > 0
    mended = unfolded(folded)
    assert folds(trimesh.Trimesh(mended.points, mended.faces, process=False)) == 0
    assert np.abs(np.linalg.norm(mended.points, axis=1) - 10).max() < 0.5


def test_a_normal_that_no_triangle_bears_out_is_replaced() -> None:
    surface = ball()
    at = surface.normals.copy()
    at[5] = -at[5]
    mended = unfolded(Surface(surface.points, surface.faces, at))
    assert mended.normals[5] @ surface.normals[5] > 0.95
    untouched = np.arange(len(at)) != 5
    assert np.array_equal(mended.points[untouched], surface.points[untouched])


def test_a_sound_surface_stays_as_it_is() -> None:
    surface = ball()
    assert np.array_equal(unfolded(surface).points, surface.points)
    assert np.array_equal(unfolded(surface).normals, surface.normals)
