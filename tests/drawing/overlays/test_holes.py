"""A footprint has one edge: seams and spots within it are no free bone, but the middle of a ring is."""

from __future__ import annotations

import numpy as np
import pytest

from viewer import paths
from viewer.drawing.mesh_files import MeshStore
from viewer.drawing.overlays.holes import DEEPEST, INSIDE, Floats, without_holes
from viewer.drawing.overlays.patches import QUARTER_MILLIMETRE

SIDE = 41
MIDDLE = SIDE // 2
FAR = 2 * DEEPEST


def sheet() -> np.ndarray:
    """A square of points 1 mm apart, as triangles."""
    row, column = (one.ravel() for one in np.mgrid[: SIDE - 1, : SIDE - 1])
    a = row * SIDE + column
    return np.concatenate([np.stack([a, a + 1, a + SIDE]).T, np.stack([a + 1, a + SIDE + 1, a + SIDE]).T])


def disc(radius: float) -> np.ndarray:
    """Signed distances (SIDE, SIDE) to a round footprint in the middle."""
    across = np.hypot(*(np.mgrid[:SIDE, :SIDE] - MIDDLE))
    return np.asarray(across - radius, np.float32)


def closed(distances: np.ndarray) -> Floats:
    return without_holes(sheet().astype(np.int32), distances.ravel().astype(np.float32)).reshape(SIDE, SIDE)


def test_a_spot_within_is_closed() -> None:
    told = disc(10.0)
    told[MIDDLE - 1 : MIDDLE + 2, MIDDLE - 1 : MIDDLE + 2] = 1.5
    assert (closed(told)[MIDDLE - 1 : MIDDLE + 2, MIDDLE - 1 : MIDDLE + 2] <= INSIDE).all()


def test_a_seam_that_hardly_touches_is_no_edge() -> None:
    told = disc(10.0)
    told[MIDDLE, MIDDLE - 5 : MIDDLE + 6] = -0.1
    assert (closed(told)[MIDDLE, MIDDLE - 5 : MIDDLE + 6] <= INSIDE).all()


def test_the_edge_stays_where_it_was() -> None:
    told = disc(10.3)
    assert ((closed(told) < 0) == (told < 0)).all()
    near = np.abs(told) < 0.7
    assert near.sum() > 50
    assert (closed(told)[near] == told[near]).all()


def test_the_middle_of_a_ring_stays_free() -> None:
    told = np.abs(disc(14.0)) - 2.0
    assert told[MIDDLE, MIDDLE] > DEEPEST
    assert ((closed(told) < 0) == (told < 0)).all()


def test_bone_that_nobody_holds_on_to_stays_free() -> None:
    assert (closed(np.full((SIDE, SIDE), FAR)) == FAR).all()


@pytest.mark.parametrize("side", ["right", "left"])
def test_the_print_of_iliacus_is_one_piece(side: str) -> None:
    bone = MeshStore(paths.meshes_folder()).load(f"hip_bone_{side}")
    told = bone.arrays[f"footprint_iliacus_{side}_origin"].astype(np.float32) * np.float32(QUARTER_MILLIMETRE)
    found = without_holes(bone.triangles, told)
    assert 40 < ((found < 0) & (told >= 0)).sum() < 0.25 * (told < 0).sum()
    assert ((found < 0) | (told >= 0)).all()
