"""It hurts here: which muscles, why, and in which order; and the zones lie on the body."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.annotations.small_file import REAL, small, written
from viewer.model.annotations.load import load
from viewer.model.answers.referred_pain import Candidate, areas, who_refers_here, who_refers_to
from viewer.model.atlas import zones
from viewer.model.atlas.atlas import Referral, Side, Strength, Zone

ATLAS = load(REAL)
FORWARD, BACK, TO_RIGHT = (0.0, -1.0, 0.0), (0.0, 1.0, 0.0), (-1.0, 0.0, 0.0)
SQUARE = Zone("anterior", ((-50.0, -50.0), (50.0, -50.0), (50.0, 50.0), (-50.0, 50.0)))


def names(found: tuple[Candidate, ...]) -> list[str]:
    return [candidate.muscle.id for candidate in found]


def test_front_of_the_thigh_leads_back_to_iliopsoas() -> None:
    found = who_refers_here(ATLAS, (-80.0, -78.0, -40.0), FORWARD)
    assert set(names(found)[:2]) == {"psoas_major_right", "iliacus_right"}
    assert found[0].strength is Strength.ESSENTIAL
    assert found[0].zone.id.endswith("referral.thigh")
    assert found[0].why.startswith("Front of the thigh: essential area, ")
    assert found[0].why.endswith("mm inside its edge")


def test_the_left_side_names_the_left_muscles() -> None:
    found = who_refers_here(ATLAS, (80.0, -78.0, -40.0), FORWARD)
    assert found
    assert all(candidate.muscle.side is Side.LEFT for candidate in found)


def test_essential_comes_before_spill_over_and_the_middle_before_the_edge() -> None:
    for point, normal in (
        ((-40.0, -75.0, -60.0), FORWARD),
        ((-45.0, 90.0, 96.0), BACK),
        ((-165.0, 0.0, -28.0), TO_RIGHT),
    ):
        found = who_refers_here(ATLAS, point, normal)
        keys = [(one.strength is Strength.SPILLOVER, -one.nearness) for one in found]
        assert len(found) > 1
        assert keys == sorted(keys)
        assert len(set(names(found))) == len(found)


def test_the_outer_hip_asks_quadratus_and_tensor() -> None:
    found = names(who_refers_here(ATLAS, (-165.0, 8.0, -30.0), TO_RIGHT))
    assert found[0] == "quadratus_lumborum_right"
    assert "tensor_fasciae_latae_right" in found


def test_skin_that_faces_away_or_lies_on_the_other_thigh_is_not_meant() -> None:
    assert who_refers_here(ATLAS, (-80.0, 100.0, -40.0), BACK) == ()
    assert who_refers_here(ATLAS, (20.0, 0.0, -100.0), TO_RIGHT) == ()
    assert who_refers_here(ATLAS, (0.0, -100.0, 350.0), FORWARD) == ()


def test_absent_muscles_are_not_asked(tmp_path: Path) -> None:
    atlas = load(written(tmp_path, small()))
    point = (-70.0, -80.0, 10.0)
    assert names(who_refers_here(atlas, point, FORWARD)) == ["psoas_major_right"]
    assert who_refers_here(atlas, point, FORWARD, absent={"psoas_major_right"}) == ()


def test_every_area_can_be_asked_for_by_name() -> None:
    listed = areas(ATLAS)
    assert {referral.zone for _, referral in listed} == {
        referral.zone for muscle in ATLAS.known.values() for referral in muscle.referrals
    }
    for muscle, referral in listed:
        found = {candidate.muscle.id: candidate for candidate in who_refers_to(ATLAS, referral.id)}
        assert muscle.id in found, referral.id
        if found[muscle.id].zone is referral:
            assert found[muscle.id].nearness > 0.95 or zones.middle(referral.zone)[1] > 54


def test_only_zones_can_be_asked_for() -> None:
    with pytest.raises(KeyError):
        who_refers_to(ATLAS, "psoas_major_right.action.flex_thigh")
    with pytest.raises(KeyError):
        who_refers_to(ATLAS, "nothing")


def test_zones_are_seen_as_they_are_painted() -> None:
    from viewer.drawing.overlays import patches

    assert len(areas(ATLAS)) > 10
    for _, referral in areas(ATLAS)[:12]:
        zone = referral.zone
        painted = np.array(zones.outline(zone))
        places = np.array([[-120.0, 60.0], [-60.0, -40.0], [-20.0, 120.0], [10.0, -28.0]])
        mine = [zones.depth_in_plane(zone, (x, z)) for x, z in places.tolist()]
        assert np.allclose(-patches.polygon_distance(places, painted), mine, atol=1e-3)


def test_every_zone_lies_on_the_body_and_every_trigger_point_in_it() -> None:
    from meshes.sculpt.skin.skin import field

    assert len(areas(ATLAS)) > 10
    skin, depths = field(), np.linspace(-260.0, 260.0, 261)
    for _, referral in areas(ATLAS):
        (across, up), _ = zones.middle(referral.zone)
        ray = [(across, depth, up) if referral.zone.view in ("anterior", "posterior") else (depth, across, up)
               for depth in depths]  # fmt: skip
        assert (skin(np.array(ray)) < 0).any(), referral.id
    for muscle in ATLAS.known.values():
        for trigger in muscle.trigger_points:
            assert skin(np.array([trigger.place]))[0] < -5.0, trigger.id


def test_depth_and_middle_of_a_square() -> None:
    place, deep = zones.middle(SQUARE)
    assert math.hypot(*place) < 1.0
    assert deep == pytest.approx(50.0, abs=0.6)
    assert zones.depth_in_plane(SQUARE, (0.0, 70.0)) == pytest.approx(-20.0, abs=0.1)
    assert zones.depth_at(SQUARE, (0.0, -90.0, 0.0), FORWARD) == pytest.approx(50.0, abs=0.1)
    assert zones.depth_at(SQUARE, (0.0, -90.0, 0.0), (0.0, -0.2, 0.98)) == pytest.approx(6.0)


@given(st.tuples(*[st.floats(-400, 400)] * 3), st.floats(0, 6.283))
def test_any_point_is_answered(point: tuple[float, float, float], turn: float) -> None:
    found = who_refers_here(ATLAS, point, (math.cos(turn), math.sin(turn), 0.0))
    assert len(found) <= len(areas(ATLAS))
    for candidate in found:
        assert isinstance(candidate.zone, Referral)
        assert 0.0 < candidate.nearness <= 1.0
        assert candidate.depth > 0.0
