"""The discs: sound, filling the room between their two plates without entering the bones, wedged as their level is."""

from __future__ import annotations

import numpy as np
import pytest

from meshes.sculpt import body
from meshes.sculpt.baking.checks import check
from meshes.sculpt.body import DISCS
from meshes.sculpt.kernel.surface import Surface
from meshes.sculpt.spine import discs, plates
from meshes.sculpt.spine.discs import RECIPES, plates_of
from meshes.sculpt.spine.vertebrae import vertebrae


@pytest.fixture(scope="module")
def built() -> dict[str, Surface]:
    return {recipe.id: recipe.make({}) for recipe in RECIPES}


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.id)
def test_a_disc_passes_every_check_of_a_bake(recipe, built: dict[str, Surface]) -> None:  # type: ignore[no-untyped-def]
    check(recipe, built[recipe.id])
    assert (built[recipe.id].arrays["cartilage"] == 1.0).all()


@pytest.mark.parametrize("disc", DISCS)
def test_it_touches_both_plates_and_enters_no_bone(disc: str, built: dict[str, Surface]) -> None:
    surface = built[f"disc_{disc}"]
    assert len(plates_of(f"disc_{disc}")) == 2
    for plate in plates_of(f"disc_{disc}"):
        local = body.plates()[plate].to_local(surface.points)
        facing = np.abs(surface.normals @ body.plates()[plate].axes[:, 2]) > 0.9
        within = facing & (plates.outline(plate).distance(local[:, :2]) < -4.0) & (np.abs(local[:, 2]) < 3.0)
        level = plate.partition("_")[0]
        if level == "S1":
            off = local[within, 2] - plates.surface_height(plate, local[within, :2])
        else:
            off = vertebrae.field(f"vertebra_{level}")(surface.points[within])
            assert vertebrae.field(f"vertebra_{level}")(surface.points).min() > -0.5
        assert within.sum() > 100
        assert np.abs(off).max() < 0.5


@pytest.mark.parametrize("disc", DISCS)
def test_it_is_wedged_as_the_spine_bends(disc: str, built: dict[str, Surface]) -> None:
    _, lower = plates_of(f"disc_{disc}")
    local = body.plates()[lower].to_local(built[f"disc_{disc}"].points)
    middle = np.abs(local[:, 0]) < 6.0
    front, back = (
        np.ptp(local[middle & near, 2]) for near in (np.abs(local[:, 1] + 13) < 2, np.abs(local[:, 1] - 13) < 2)
    )
    wedge = np.degrees(np.arctan2(front - back, 26.0))
    assert wedge == pytest.approx(body.numbers()[f"wedge_disc_{disc}"], abs=3.5)


@pytest.mark.parametrize("disc", DISCS)
def test_it_bulges_a_little_beyond_its_plates(disc: str, built: dict[str, Surface]) -> None:
    upper, lower = plates_of(f"disc_{disc}")
    points = built[f"disc_{disc}"].points
    beyond = [plates.outline(plate).distance(body.plates()[plate].to_local(points)[:, :2]) for plate in (upper, lower)]
    assert 0.5 < np.minimum(*beyond).max() < 2.5


@pytest.mark.parametrize("disc", DISCS)
def test_the_layers_of_the_annulus_run_along_the_plates(disc: str, built: dict[str, Surface]) -> None:
    surface = built[f"disc_{disc}"]
    for plate, way in zip(plates_of(f"disc_{disc}"), (1.0, -1.0), strict=True):
        frame = body.plates()[plate]
        on_plate = (way * (surface.normals @ frame.axes[:, 2]) > 0.97) & (
            np.abs(frame.to_local(surface.points)[:, 2]) < 3
        )
        assert on_plate.sum() > 50
        assert np.ptp(surface.arrays["layer"][on_plate]) < 4.0
    assert np.ptp(surface.arrays["layer"]) > body.numbers()[f"height_disc_{disc}"] - 3.0


def test_only_discs_have_a_field() -> None:
    with pytest.raises(KeyError):
        discs.field("disc_L3_L5")
