"""Muscles: every slip lies on its bone, gates and ends stand in order, on both sides."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from meshes.sculpt.kernel.fields import Points
from meshes.sculpt.muscles import iliacus, psoas_major, psoas_minor
from meshes.sculpt.muscles.anchors import frame, lesser_trochanter, placed
from meshes.sculpt.muscles.origins import COLUMNS, Origins, arch, by_name, carriers_of
from meshes.sculpt.muscles.surroundings import field
from meshes.sculpt.recipe import Slip
from meshes.sculpt.tables import read_points

GATE_COLUMNS = ("x", "y", "z", "long", "short", "angle")


@pytest.mark.parametrize("table", ["muscles/psoas_major_gates.csv", "muscles/iliacus_gates.csv"])
def test_gates_descend_and_their_places_are_known(table: str) -> None:
    rows = read_points(table, GATE_COLUMNS)
    heights = placed(rows)[:, 2]
    assert (np.diff(heights) < -5).all()
    assert all(row[3] >= row[4] > 0 for row in rows.values())


def test_an_unknown_place_is_refused() -> None:
    with pytest.raises(KeyError):
        frame("shoulder_blade")


def test_slips_gather_by_name_and_carrier() -> None:
    ends = Origins(np.eye(3), ("femur_right", "", "femur_right"), ("a", "a", "b"))
    assert [(slip.name, slip.carrier, len(slip.points)) for slip in ends.slips("insertion", 2.0)] == [
        ("a", "femur_right", 1),
        ("b", "femur_right", 1),
    ]


@pytest.mark.parametrize(
    "ends",
    [psoas_major.origins, psoas_minor.origins, psoas_minor.pecten, iliacus.origins],
    ids=lambda ends: ends.__module__,
)
def test_slips_lie_on_the_bones_that_carry_them(ends: Callable[[], Origins]) -> None:
    slips = ends().slips("origin", 2.0)
    assert slips
    for slip in slips:
        assert np.abs(field(slip.carrier)(slip.points)).max() < 1.0, f"{slip.name} on {slip.carrier}"


def test_psoas_major_holds_on_to_every_level_but_not_to_the_last_disc() -> None:
    names = set(psoas_major.origins().slip)
    assert {f"L{level}_costal" for level in range(1, 6)} <= names
    assert {"T12_body", "T12_L1_disc", "L1_L2_disc", "L2_L3_disc", "L3_L4_disc", "L4_L5_disc"} <= names
    assert "disc_L5_S1" not in psoas_major.origins().carrier


@pytest.mark.parametrize(
    "slips", [psoas_major.slips, psoas_minor.slips, iliacus.slips], ids=lambda slips: slips.__module__
)
def test_left_slips_are_their_own_and_lie_on_the_left_bones(slips: Callable[..., list[Slip]]) -> None:
    right, left = gathered_by_name(slips(side="right")), gathered_by_name(slips(side="left"))
    assert left.keys() == right.keys()
    for slip in slips(side="left"):
        assert not slip.carrier.endswith("_right")
        assert np.abs(field(slip.carrier)(slip.points)).max() < 1.0, f"{slip.name} on {slip.carrier}"
    for name, points in left.items():
        turned = points * [-1.0, 1.0, 1.0]
        assert points[:, 0].min() > 0
        assert np.linalg.norm(turned.mean(axis=0) - right[name].mean(axis=0)) < 2.0, f"{name} is at another place"
        assert not np.allclose(turned, right[name], atol=0.05), f"{name} is a copy"


def gathered_by_name(slips: list[Slip]) -> dict[str, Points]:
    return {name: np.vstack([slip.points for slip in slips if slip.name == name]) for name in {s.name for s in slips}}


def test_the_uneven_spine_is_mirrored_for_the_left_and_paired_bones_keep_their_place() -> None:
    right_of_l3, in_the_wing = placed({"L3": np.array([-22.0, 0.0, 0.0])}), np.array([[-95.0, 0.0, 120.0]])
    assert field("vertebra_L3", "left")(right_of_l3) == field("vertebra_L3")(right_of_l3 * [-1.0, 1.0, 1.0])
    assert field("hip_bone_right", "left")(in_the_wing) == field("hip_bone_right")(in_the_wing)


def test_arches_spring_from_the_margins_and_leave_room_for_lumbar_vessels() -> None:
    arches = by_name(read_points("muscles/psoas_major_slips.csv", COLUMNS), "_arch")
    assert set(arches) == {f"L{level}_arch" for level in range(1, 5)}
    for name, row in arches.items():
        away = field(carriers_of(name)[0])(arch(name, row, psoas_major.BOW)[0])
        assert np.abs(away[[0, -1]]).max() < 0.1
        assert away[10] - psoas_major.CORD > 2 * psoas_major.LUMEN


@pytest.mark.parametrize("form", psoas_minor.FORMS)
def test_the_ends_of_a_fan_stand_in_order_from_the_inner_side(form: str) -> None:
    assert psoas_minor.FORMS[form]
    for head in psoas_minor.FORMS[form]:
        assert (np.diff(psoas_minor.pecten(head).points[:, 0]) < 1.0).all()


def test_iliacus_holds_on_to_fossa_crest_and_both_sides_of_the_sacro_iliac_joint() -> None:
    held = {(slip.name, slip.carrier) for slip in iliacus.slips()}
    assert {("iliac_fossa", "hip_bone_right"), ("pelvis_lower_ala", "sacrum"), ("pelvis_upper_ala", "sacrum")} <= held
    ends = iliacus.insertion() - lesser_trochanter()
    assert np.linalg.norm(ends, axis=1).min() < 4.0
    assert 20.0 < -ends[:, 2].min() < 30.0, "some fibres end about 25 mm below, on the shaft"
