"""The baked neighbourhood: nothing stands in anything or outside the skin; a finger meets the layers in order."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
import pyvista as pv

from tests.sculpt.measuring.measure import Solid
from tests.sculpt.measuring.overlaps import overlaps
from viewer import paths
from viewer.model.annotations.load import load
from viewer.model.atlas.atlas import Atlas, Kind

FEW = 10  # points; so many of a rim of thousands may touch deeper than allowed
CUT_ABOVE = 334.0  # mm; where the skin is cut level
HALFWAY = (-61.0, 120.0)  # x and z of the place halfway from the navel to the right anterior superior iliac spine
WAY_IN = ("rectus_sheath_right", "transversus_abdominis_right", "small_bowel", "psoas_major_right")


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return load(paths.annotations_file())


@cache
def solid(name: str) -> Solid:
    return Solid.read(paths.meshes_folder() / f"{name}.vtp")


def of_kind(atlas: Atlas, *kinds: Kind) -> list[str]:
    return [name for name, one in atlas.structures.items() if one.kind in kinds]


def test_no_muscle_stands_in_bone_or_in_another_muscle(atlas: Atlas) -> None:
    right = [name for name in of_kind(atlas, Kind.MUSCLE, Kind.BONE) if not name.endswith("_left")]
    muscles = {name for name in right if atlas.structures[name].kind is Kind.MUSCLE}
    assert len(muscles) > 30
    found = [
        f"{depth:.2f} mm, {count} points of {one} in {other}"
        for depth, count, one, other in overlaps({name: solid(name) for name in right}, muscles)
        if count > FEW
    ]
    assert not found


def test_nothing_stands_outside_the_skin(atlas: Atlas) -> None:
    inner = [name for name in atlas.structures if name != "skin"]
    assert len(inner) > 150
    some = {name: solid(name).points[::20] for name in inner}
    at = {name: points[points[:, 2] < CUT_ABOVE] for name, points in some.items()}
    skin = pv.PolyData.from_regular_faces(solid("skin").points, solid("skin").faces)
    told = pv.PolyData(np.vstack(list(at.values()))).select_interior_points(skin, method="cell_locator")
    inside = np.split(told["selected_points"], np.cumsum([len(points) for points in at.values()])[:-1])
    assert not [name for name, of_one in zip(at, inside, strict=True) if not np.all(of_one)]


def test_a_finger_meets_the_layers_in_their_order() -> None:
    depths = [depth_of(name) for name in ("skin", *WAY_IN)]
    assert depths == sorted(depths)
    assert 35.0 < depths[-1] - depths[0] < 95.0


def depth_of(name: str) -> float:
    """How far back the front of a structure lies on the way straight in from the place halfway."""
    points = solid(name).points
    near = np.hypot(points[:, 0] - HALFWAY[0], points[:, 2] - HALFWAY[1]) < 4.0
    return float(points[near, 1].min())
