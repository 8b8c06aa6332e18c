"""Muscles between two sheets of guide fibres: the glutei, the short rotators, the vasti and the hamstrings."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from meshes.sculpt.gluteal import glutei, rotators
from meshes.sculpt.kernel.fields import Points
from meshes.sculpt.muscles.fascicles import STATIONS
from meshes.sculpt.muscles.surroundings import field
from meshes.sculpt.neighbourhood import guides, layered
from meshes.sculpt.neighbourhood.layered import Plan, heads, slips
from meshes.sculpt.tables import FOLDER, TableError
from meshes.sculpt.tables import read_points as points
from meshes.sculpt.tables import read_words as words
from meshes.sculpt.thigh import hamstrings, vasti

PLANS = (
    *(glutei.MINIMUS, glutei.MEDIUS, glutei.MAXIMUS, rotators.PIRIFORMIS, rotators.INTERNUS, rotators.EXTERNUS),
    *(vasti.INTERMEDIUS, vasti.LATERALIS, vasti.MEDIALIS),
    *(hamstrings.SEMIMEMBRANOSUS, hamstrings.BICEPS, hamstrings.SEMITENDINOSUS),
)
HELD = {
    "gluteus_minimus": {"hip_bone_right", "femur_right"},
    "gluteus_medius": {"hip_bone_right", "femur_right"},
    "gluteus_maximus": {"hip_bone_right", "sacrum", "coccyx", "femur_right"},
    "piriformis": {"sacrum", "femur_right"},
    "obturator_internus": {"hip_bone_right", "femur_right"},
    "obturator_externus": {"hip_bone_right", "femur_right"},
    "vastus_intermedius": {"femur_right", "patella_right"},
    "vastus_lateralis": {"femur_right", "patella_right"},
    "vastus_medialis": {"femur_right", "patella_right"},
    "semimembranosus": {"hip_bone_right", "tibia_right"},
    "biceps_femoris": {"hip_bone_right", "femur_right", "fibula_right"},
    "semitendinosus": {"hip_bone_right", "tibia_right"},
}


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
def test_slips_lie_on_the_bones_that_carry_them(plan: Plan) -> None:
    held = slips(plan, "right")
    assert {slip.carrier for slip in held} == HELD[plan.name]
    for slip in held:
        assert np.abs(field(slip.carrier)(slip.points)).max() < 1.0, f"{slip.end} on {slip.carrier}"


@pytest.mark.parametrize("plan", [glutei.MAXIMUS, hamstrings.BICEPS], ids=lambda plan: plan.name)
def test_left_slips_lie_on_the_left_bones_even_where_these_are_not_the_mirror_image(plan: Plan) -> None:
    held = slips(plan, "left")
    assert len(held) > 1
    for slip in held:
        assert not slip.carrier.endswith("_right")
        assert slip.points[:, 0].mean() > 0
        assert np.abs(field(slip.carrier)(slip.points)).max() < 1.0, f"{slip.end} on {slip.carrier}"


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
def test_the_deep_face_lies_deep_to_the_outer_one_along_the_belly(plan: Plan) -> None:
    across = np.linspace(0.05, 0.95, 7)
    assert heads(plan)
    for between in heads(plan):
        way = between.outer.at(across) - between.deep.at(across)
        sideways = np.gradient(between.at(across, np.full(7, 0.5)), axis=0)
        flow = np.gradient(between.at(across, np.full(7, 0.5)), axis=1)
        side = np.einsum("nsd,nsd->ns", np.cross(sideways, flow), way)[:, STATIONS // 3 : 2 * STATIONS // 3]
        assert (np.sign(side) == np.sign(side[0, 0])).all(), "the two faces cross"


def test_no_two_of_these_muscles_hold_on_to_the_same_part_of_the_wing() -> None:
    minimus, medius, maximus = (on_the_wing(plan) for plan in (glutei.MINIMUS, glutei.MEDIUS, glutei.MAXIMUS))
    assert minimus[:, 2].mean() < medius[:, 2].mean()
    assert np.percentile(medius[:, 1], 90) < np.percentile(maximus[:, 1], 50)


def on_the_wing(plan: Plan) -> Points:
    held = [slip for slip in slips(plan, "right") if (slip.end, slip.carrier) == ("origin", "hip_bone_right")]
    return np.vstack([slip.points for slip in held])


def test_a_free_end_holds_on_to_nothing() -> None:
    between = heads(glutei.MAXIMUS)[0]
    upper = layered.ends(between, np.array([0.0, 0.1]), np.array([0.9, 0.9]), 1)
    assert upper.carrier == ("", "")
    assert upper.slips("insertion", 2.0) == []


def test_the_room_between_the_sheets_is_the_section_of_the_muscle() -> None:
    between = heads(hamstrings.SEMITENDINOSUS)[0]
    depth, across = (part.ravel() for part in np.meshgrid(np.linspace(0.05, 0.95, 10), np.linspace(0.05, 0.95, 10)))
    courses, room = between.at(across, depth), between.room(across, depth)
    half = np.abs(courses[:, :, 2].mean(axis=0) + 160.0).argmin()
    corners = between.at(np.array([0.0, 1.0, 1.0, 0.0]), np.array([0.0, 0.0, 1.0, 1.0]))[:, half, :2]
    x, y = corners.T
    flat = 0.5 * abs(float(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))))
    assert room[:, half].mean() == pytest.approx(flat, rel=0.1), "square mm, where it runs straight down"


def test_sheets_of_unlike_guides_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (FOLDER / "gluteal/piriformis.csv").read_text()
    (tmp_path / "short.csv").write_text("\n".join(line for line in text.splitlines() if "outer_3" not in line))
    monkeypatch.setattr(guides, "read_points", lambda file: points(file, folder=tmp_path))
    monkeypatch.setattr(guides, "read_words", lambda file, column: words(file, column, folder=tmp_path))
    with pytest.raises(TableError, match="3 deep guides and 2 outer ones"):
        guides.read("short.csv", 20)
