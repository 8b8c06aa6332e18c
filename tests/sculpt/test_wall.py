"""The wall of the trunk and the diaphragm: layers in order, fibres in their direction, openings at their level."""

from __future__ import annotations

import numpy as np
import pytest

from meshes.sculpt import body
from meshes.sculpt.baking.recipes import recipes
from meshes.sculpt.muscles.sheets import crura, diaphragm, obliques, rectus, wall
from meshes.sculpt.skin import skin

FLANK = np.array([[75.0, 190.0]])  # degrees from the front, mm: between the costal margin and the iliac crest


def _direction(name: str, place: np.ndarray) -> np.ndarray:
    """The fibre's direction next to a place of the wall, as (forwards round the trunk, up)."""
    fibres = obliques.web(name)
    at = wall.places(fibres.points.reshape(-1, 3))
    step = np.gradient(at.reshape(*fibres.points.shape[:2], 2), axis=1).reshape(-1, 2)
    nearest = np.linalg.norm((at - place) * [2.2, 1.0], axis=1).argmin()
    flat = step[nearest] * [-2.2, 1.0]  # mm to a degree of the flank
    return np.asarray(flat / np.linalg.norm(flat))


def test_fibres_of_the_three_layers_cross() -> None:
    external, internal, transversus = (_direction(name, FLANK[0]) for name in obliques.MUSCLES)
    assert external[0] > 0.2
    assert external[1] < -0.6, "hands in the pockets: forwards and down"
    assert internal[0] > 0.2
    assert internal[1] > 0.6, "forwards and up"
    assert abs(transversus[1]) < 0.35, "level"


def test_layers_are_as_thick_as_men_at_rest_have_them() -> None:
    external, internal, transversus = (float(wall.thickness(layer, FLANK)[0]) for layer in wall.LAYERS)
    assert 6.0 <= external <= 8.0
    assert 8.5 <= internal <= 11.0
    assert 4.0 <= transversus <= 5.0
    assert 10.0 <= float(wall.thickness("internal", np.array([[20.0, 163.0]]))[0]) <= 12.5, "rectus at the navel"


def test_each_layer_lies_inside_the_one_before() -> None:
    turn, height = np.meshgrid(np.arange(0.0, 126.0, 5.0), np.arange(-10.0, 336.0, 15.0))
    places = np.column_stack([turn.ravel(), height.ravel()])
    depths = [wall.depth(layer, places) for layer in wall.LAYERS]
    assert len(depths) > 2
    for outer, inner, layer in zip(depths, depths[1:], wall.LAYERS, strict=False):
        assert (inner - outer - wall.thickness(layer, places)).min() > 0.5


@pytest.mark.parametrize("name", obliques.MUSCLES)
def test_the_wall_stays_inside_the_skin(name: str) -> None:
    points = obliques.web(name).points[::6, ::6].reshape(-1, 3)
    outer = wall.between(obliques.MUSCLES[name].layer, points, 0.0)
    assert skin.field()(outer).max() < -1.5


def test_rectus_is_crossed_three_times() -> None:
    middle = rectus.rectus_web().carried[45]
    tendon = middle[:, 0] > 0.8
    starts = np.flatnonzero(tendon[1:] & ~tendon[:-1])
    assert len(starts) == 3
    assert middle[:, 1].max() > 1.0, "the sheath is grown to it there"


def test_the_right_crus_reaches_the_third_lumbar_body_and_the_left_one_the_second() -> None:
    plates = body.plates()
    right, left = (crura.web(crura.CRURA[side]).points[:, 0, 2].min() for side in ("right", "left"))
    assert plates["L3_lower"].origin[2] < right < plates["L3_upper"].origin[2]
    assert plates["L3_upper"].origin[2] < left < plates["L2_upper"].origin[2]


def test_the_aorta_passes_at_the_last_thoracic_vertebra() -> None:
    arch = diaphragm.halves()[0].points[-1, 0]
    assert body.plates()["L1_upper"].origin[2] < arch[2] < body.plates()["T12_upper"].origin[2]
    front = body.vertebra("T12").to_body([0.0, -16.0, 0.0])
    assert front[1] - arch[1] > 20.0, "as wide as the aorta"


def test_the_right_dome_stands_higher_and_both_halves_meet() -> None:
    right, left = diaphragm.halves()
    assert 6.0 < right.points[:, :, 2].max() - left.points[:, :, 2].max() < 20.0
    assert np.abs(right.points[:, -1] - left.points[:, -1]).max() < 1e-6
    assert recipes()["diaphragm"].genus == 2, "vena cava and oesophagus; the aorta passes behind"


def test_muscles_hold_on_to_crest_pubis_and_rib() -> None:
    assert len(obliques.MUSCLES) == 3
    for name in obliques.MUSCLES:
        slips = recipes()[f"{name}_left"].slips
        assert slips is not None
        carriers = {slip.carrier for slip in slips()}
        assert "hip_bone_left" in carriers
        assert ("rib_12_left" in carriers) == (name != "transversus_abdominis")
