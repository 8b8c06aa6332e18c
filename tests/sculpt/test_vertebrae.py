"""The vertebrae: sound, sized like a man's, alike on both sides but not the same, and clear of their neighbours."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from meshes.sculpt import body
from meshes.sculpt.baking.checks import check
from meshes.sculpt.kernel.fields import gradient
from meshes.sculpt.kernel.surface import Surface, sculpt
from meshes.sculpt.spine import facets
from meshes.sculpt.spine.vertebrae import vertebra_tables, vertebrae
from meshes.sculpt.spine.vertebrae.vertebra_finish import cartilage, roughness
from meshes.sculpt.spine.vertebrae.vertebra_marks import marks
from meshes.sculpt.tables import FOLDER, TableError, read_points
from tests.sculpt.measuring.measure import Solid
from tests.sculpt.measuring.measure_spine import Vertebra

JOINTS = body.DISCS[:-1]  # the sacrum's own tests look after the last
RECIPES = {recipe.id: recipe for recipe in vertebrae.RECIPES}
COARSE = 1.3  # mm


def coarse(level: str) -> Surface:
    name = f"vertebra_{level}"
    return sculpt(vertebrae.field(name), vertebrae.bounds(name), COARSE, triangles=40_000, relax_rounds=0)


@pytest.fixture(scope="module")
def third() -> Surface:
    return coarse("L3")


@pytest.fixture(scope="module")
def measured(third: Surface) -> Vertebra:
    return Vertebra.of(Solid(third.points, third.faces), tilt=-4.0)


def patch(joint: facets.Joint, share: float) -> np.ndarray:
    """Points (n, 3) spread over the inner part of a joint's surface."""
    across, up = np.meshgrid(np.linspace(-share, share, 5), np.linspace(-share, share, 5))
    turn = across.ravel() * joint.width / 2 / joint.radius
    local = [joint.radius * np.sin(turn), joint.radius * (np.cos(turn) - 1), up.ravel() * joint.height / 2]
    return joint.frame.to_body(np.stack(local, axis=1))


def test_a_vertebra_passes_every_check_of_a_bake(third: Surface) -> None:
    check(RECIPES["vertebra_L3"], third)


def test_its_size_is_that_of_the_mean_man(measured: Vertebra) -> None:
    front, back = measured.heights
    canal_width, canal_depth = measured.canal
    assert 44 <= measured.upper.width <= 49
    assert 34 <= measured.upper.depth <= 38
    assert 46 <= measured.lower.width <= 52
    assert 27.3 <= front <= 31.5
    assert 24 <= back <= 27.6
    assert 22 <= canal_width <= 28
    assert 16 <= canal_depth <= 20.4
    assert 84 <= measured.span <= 96


def test_its_plates_lie_where_the_body_puts_them(measured: Vertebra) -> None:
    for plate, name in ((measured.upper, "L3_upper"), (measured.lower, "L3_lower")):
        place = body.plates()[name]
        assert abs((plate.middle - place.origin) @ place.axes[:, 2]) < 1.5
        assert abs(plate.normal @ place.axes[:, 2]) > np.cos(np.radians(2))


@pytest.mark.parametrize("name", JOINTS)
def test_facets_meet_with_an_even_gap(name: str) -> None:
    joint = facets.joint(name)
    above, below = (vertebrae.field(f"vertebra_{level}") for level in name.split("_"))
    places = patch(joint, 0.55)
    gap = above(places) + below(places)
    assert gap.min() > 1.0
    assert 1.0 <= np.median(gap) <= 3.0


@pytest.mark.parametrize("name", JOINTS)
def test_spinous_processes_stay_apart(name: str) -> None:
    level, below = name.split("_")
    edge = np.array([marks(level)[mark] for mark in ("spinous_tip", "spinous_tip_lower", "spinous_lower")])
    path = body.vertebra(level).to_body(np.vstack([edge, (edge[:-1] + edge[1:]) / 2]))
    assert vertebrae.field(f"vertebra_{below}")(path).min() > 2.0


def test_the_slender_costal_processes_reach_furthest_at_l3() -> None:
    reach = {}
    for level in ("L1", "L2", "L3", "L4"):
        points = vertebrae.landmarks(level)
        reach[level] = points["upper_right"][0] - points["costal_process_tip_right"][0]
    assert max(reach, key=lambda level: reach[level]) == "L3"


def test_the_costal_process_of_l5_is_the_stoutest() -> None:
    inside = {}
    for level in ("L3", "L5"):
        middle = vertebrae.landmarks(level)["costal_process_front_right"]
        around = middle + np.stack(np.meshgrid([0.0], np.arange(-12, 13), np.arange(-12, 13)), -1).reshape(-1, 3)
        inside[level] = (vertebrae.field(f"vertebra_{level}")(around) < 0).sum()  # mm2 of its sagittal section
    assert inside["L5"] > 2 * inside["L3"]


@pytest.mark.parametrize("level", body.VERTEBRAE)
def test_landmarks_for_muscles_lie_on_the_bone_at_the_right(level: str) -> None:
    found = vertebrae.landmarks(level)
    on_bone = np.array([found[name] for name in ("waist_right", "waist_front", "costal_process_front_right")])
    assert np.abs(vertebrae.field(f"vertebra_{level}")(on_bone)).max() < 0.15
    assert all(point[0] < 0 for name, point in found.items() if name.endswith("_right"))


@pytest.mark.parametrize("level", ["T12", "L5"])
def test_a_field_measures_millimetres_near_the_surface(level: str) -> None:
    low, high = (np.array(corner) for corner in vertebrae.bounds(f"vertebra_{level}"))
    shape = vertebrae.field(f"vertebra_{level}")
    scattered = low + (high - low) * np.random.default_rng(3).random((4000, 3))
    near = scattered[np.abs(shape(scattered)) < 2.0]
    steepness = np.linalg.norm(gradient(shape, near), axis=1)
    assert np.percentile(steepness, 2) > 0.6
    assert np.percentile(steepness, 98) < 1.6


def test_left_and_right_differ_a_little(third: Surface) -> None:
    arch = third.points[body.vertebra("L3").to_local(third.points)[:, 1] > 25]
    difference = np.abs(vertebrae.field("vertebra_L3")(arch * np.array([-1.0, 1.0, 1.0])))
    assert 0.05 < difference.mean() < 1.0


def test_cartilage_lies_on_facets_and_plates_and_roughness_on_tips(third: Surface) -> None:
    joints = np.vstack([facets.joint(name).frame.origin for name in ("L2_L3", "L3_L4")])
    tip = vertebrae.landmarks("L3")["spinous_tip"][None, :]
    assert cartilage("L3", joints).min() > 0.9
    assert cartilage("L3", tip).max() == 0
    assert roughness("L3")(tip).min() > 0.9
    assert 0.05 < cartilage("L3", third.points).mean() < 0.4


def test_only_vertebrae_have_a_field() -> None:
    with pytest.raises(KeyError):
        vertebrae.field("vertebra_C1")


def test_a_missing_landmark_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(FOLDER / "vertebrae", tmp_path / "vertebrae")
    faulty = tmp_path / "vertebrae" / "vertebra_edges.csv"
    lines = faulty.read_text(encoding="utf-8").splitlines()
    faulty.write_text("\n".join(line for line in lines if not line.startswith("costal tip,")), encoding="utf-8")
    monkeypatch.setattr(vertebra_tables, "read_points", partial(read_points, folder=tmp_path))
    with pytest.raises(TableError, match=r"vertebra_edges\.csv: costal tip: is missing"):
        vertebra_tables.sheet_edge.__wrapped__("costal")
