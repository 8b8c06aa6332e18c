"""The twelfth rib: one closed flat bar of a man's length that meets T12's facet and stays under the skin."""

from __future__ import annotations

import numpy as np
import pytest

from meshes.sculpt.baking.checks import check
from meshes.sculpt.kernel.surface import Surface, sculpt
from meshes.sculpt.skin import skin
from meshes.sculpt.spine.vertebrae import vertebrae
from meshes.sculpt.thorax import rib


@pytest.fixture(scope="module")
def surface() -> Surface:
    return sculpt(rib.field(rib.RIGHT), rib.bounds(rib.RIGHT), 1.1, 4_500, relax_rounds=0)


def test_it_passes_every_check_of_a_bake(surface: Surface) -> None:
    check(rib.RECIPES[0], surface)


def test_it_is_ten_to_fourteen_centimetres_long_and_slopes_down_and_outwards() -> None:
    head, tip = (rib.landmarks()[name] for name in ("head", "tip"))
    assert 100 < rib.bar().length[-1] < 140
    assert head[2] - tip[2] > 60
    assert head[0] - tip[0] > 40


def test_its_head_meets_the_facet_of_the_last_thoracic_vertebra(surface: Surface) -> None:
    away = vertebrae.field("vertebra_T12")(surface.points)
    facing = surface.points[away < rib.numbers()["joint_gap"] + 0.3]
    assert away.min() == pytest.approx(rib.numbers()["joint_gap"], abs=0.3)
    assert np.ptp(facing[:, 1]) > 6
    assert np.ptp(facing[:, 2]) > 6


def test_it_stays_clear_of_the_first_lumbar_vertebra_and_of_the_skin(surface: Surface) -> None:
    assert vertebrae.field("vertebra_L1")(surface.points).min() > 3
    assert skin.field()(surface.points).max() < -1.5


def test_it_is_flat_and_tapers_to_its_tip(surface: Surface) -> None:
    swept = rib.bar()
    thick, wide = {}, {}
    for name in ("middle", "tip"):
        at = int(swept.nearest(rib.landmarks()[name][None])[0])
        off = surface.points[np.abs(swept.nearest(surface.points) - at) < 8] - swept.line[at]
        thick[name] = np.ptp(off @ swept.outside[at])
        wide[name] = np.ptp(off @ np.cross(swept.outside[at], swept.along[at]))
    assert wide["middle"] > 1.7 * thick["middle"]
    assert wide["tip"] < 0.6 * wide["middle"]


def test_an_unknown_rib_is_refused() -> None:
    with pytest.raises(KeyError):
        rib.field("rib_11_right")
