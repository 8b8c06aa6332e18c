"""The baked body beside published measurements, and how its parts meet: each figure is taken from the meshes alone."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from meshes.sculpt.baking.recipes import recipes
from tests.sculpt.measuring.measure import Solid
from tests.sculpt.measuring.measure_flesh import facet_gap, joint_gap, touch
from tests.sculpt.measuring.measurements import Body, Published, measured, published

VERTEBRAE = ("T12", "L1", "L2", "L3", "L4", "L5")
HANDLES = {**{f"vertebra_{level}": 1 for level in VERTEBRAE}, "hip_bone_right": 1, "hip_bone_left": 1, "sacrum": 17}
DISCS = ("T12_L1", "L1_L2", "L2_L3", "L3_L4", "L4_L5", "L5_S1")
MUSCLES = ("psoas_major_right", "iliacus_right", "psoas_minor_right")
CARRIERS = (
    *(f"vertebra_{level}" for level in VERTEBRAE), *(f"disc_{name}" for name in DISCS),
    "sacrum", "hip_bone_right", "femur_right",
)  # fmt: skip
ARCH = 18.0  # mm behind a plate's middle where the facet joints begin


@pytest.fixture(scope="module")
def body() -> Body:
    return Body()


@pytest.fixture(scope="module")
def found(body: Body) -> dict[str, float]:
    return measured(body)


@pytest.mark.parametrize("row", published(), ids=lambda row: row.name)
def test_a_measurement_lies_where_those_of_people_lie(row: Published, found: dict[str, float]) -> None:
    assert row.low <= found[row.name] <= row.high, f"published {row.value} {row.unit} ({row.source})"


def test_a_sphere_is_measured_as_a_sphere() -> None:
    turns = np.linspace(0, 2 * np.pi, 60, endpoint=False)
    rings = [np.stack([np.cos(turns) * r, np.sin(turns) * r, np.full(60, z)], axis=1) for r, z in _profile()]
    grid = np.arange(len(rings) * 60).reshape(-1, 60)
    a, b = grid[:-1], grid[1:]
    quads = np.stack([a, np.roll(a, -1, 1), np.roll(b, -1, 1), b], axis=-1).reshape(-1, 4)
    ball = Solid(np.vstack(rings), np.vstack([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]]))
    moved = _shifted(ball, 19.0)
    assert ball.volume == pytest.approx(4.19, rel=0.02)
    assert ball.deepest(moved) == pytest.approx(1.0, abs=0.1)
    assert ball.deepest(_shifted(ball, 21.0)) == 0
    assert joint_gap(ball, _shifted(ball, 22.0), 3.0).min() == pytest.approx(2.0, abs=0.1)


def _shifted(ball: Solid, away: float) -> Solid:
    return Solid(ball.points + np.array([away, 0.0, 0.0]), ball.faces)


def _profile() -> list[tuple[float, float]]:
    """Radius and height of the rings of a ball of 10 mm, its poles a hair wide."""
    return [(max(10 * np.sin(turn), 1e-3), -10 * np.cos(turn)) for turn in np.linspace(0, np.pi, 40)]


def test_each_structure_has_the_holes_it_must_have_and_no_other(body: Body) -> None:
    wanted = {name: recipes()[name].genus + 1 - recipes()[name].bodies for name in body.names}
    assert wanted == {**wanted, **HANDLES}
    assert {name: body[name].genus for name in body.names} == wanted


@pytest.mark.parametrize("muscle", MUSCLES)
def test_no_muscle_lies_in_a_bone_or_disc(muscle: str, body: Body) -> None:
    deep = {name: max(body[muscle].deepest(body[name]), body[name].deepest(body[muscle])) for name in CARRIERS}
    assert {name: depth for name, depth in deep.items() if depth > 0.3} == {}


@pytest.mark.parametrize("bone", ["hip_bone_left", "femur_left"])
@pytest.mark.parametrize("muscle", ["psoas_major_left", "iliacus_left"])
def test_a_left_muscle_does_not_lie_in_a_left_bone(muscle: str, bone: str, body: Body) -> None:
    assert max(body[muscle].deepest(body[bone]), body[bone].deepest(body[muscle])) <= 0.3


@pytest.mark.parametrize("pair", list(combinations(MUSCLES, 2)), ids="-".join)
def test_no_muscle_lies_in_another(pair: tuple[str, str], body: Body) -> None:
    one, other = body[pair[0]], body[pair[1]]
    assert max(one.deepest(other), other.deepest(one)) <= 0.3


@pytest.mark.parametrize("disc", DISCS)
def test_a_disc_fills_the_space_between_its_plates(disc: str, body: Body) -> None:
    bones = _neighbours(disc, body)
    assert len(bones) == 2
    for bone in bones:
        away = touch(body[f"disc_{disc}"], bone)
        assert len(away) > 150
        assert np.percentile(np.abs(away), 95) <= 0.5
        assert max(body[f"disc_{disc}"].deepest(bone), bone.deepest(body[f"disc_{disc}"])) <= 0.5


@pytest.mark.parametrize("disc", DISCS)
def test_facets_meet_across_one_to_three_millimetres(disc: str, body: Body) -> None:
    upper, lower = _neighbours(disc, body)
    gap = facet_gap(upper, lower, body.gaps[disc][0].middle[1] + ARCH)
    assert len(gap) > 30
    assert 1.0 <= np.percentile(gap, 5) <= np.median(gap) <= 3.0


@pytest.mark.parametrize(
    ("one", "reach", "bounds"),
    [("sacrum", 6.0, (1.0, 4.0)), ("hip_bone_left", 12.0, (4.0, 8.0)), ("femur_right", 5.5, (3.0, 5.0))],
)
def test_bones_meet_the_hip_bone_across_the_gap_of_their_joint(
    one: str, reach: float, bounds: tuple[float, float], body: Body
) -> None:
    gap = joint_gap(body[one], body["hip_bone_right"], reach)
    assert len(gap) > 100
    assert bounds[0] <= np.percentile(gap, 5) <= np.median(gap) <= bounds[1]


def _neighbours(disc: str, body: Body) -> tuple[Solid, Solid]:
    above, below = disc.split("_")
    return body[f"vertebra_{above}"], body["sacrum" if below == "S1" else f"vertebra_{below}"]
