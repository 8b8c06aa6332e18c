"""Rectus abdominis and the anterior layer of its sheath.

The muscle runs from the pubic crest up to the upper edge of the model, where it is cut; tendinous intersections cross
it. The sheath lies on it from the semilunar line, where the aponeuroses of the flat muscles join it, to the linea alba.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from meshes.sculpt.kernel.fields import Points, Values
from meshes.sculpt.kernel.grids import distance_to
from meshes.sculpt.kernel.surface import Surface
from meshes.sculpt.muscles.sheets import wall
from meshes.sculpt.muscles.sheets.guides import Web, rooting
from meshes.sculpt.muscles.sheets.plate import Edges, Obstacle, cleared, plate
from meshes.sculpt.muscles.sheets.wall_muscle import BONE_GAP, HIP, MUSCLE_GAP, both, hard, held, laid, web_of
from meshes.sculpt.recipe import Built, Recipe, Slip
from meshes.sculpt.tables import read_points

RECTUS, SHEATH = "wall/rectus_abdominis.csv", "wall/rectus_sheath.csv"
ACROSS = ("inner", "middle", "lateral", "breadth", "depth")
MIDDLE = 0.15  # degrees; nearer to the front than this nothing of the right half comes


@cache
def rectus_web() -> Web:
    """The fibres of the right muscle with its intersections: how tendinous, and how deep (mm) they are drawn in."""
    raw = web_of("internal", RECTUS, ("tendon",), 46, 130)
    pale, sunk = _intersections(raw.points[:, :, 2])
    return Web(raw.points, np.stack([np.maximum(raw.carried[:, :, 0], pale), sunk], axis=2))


def _intersections(height: Values) -> tuple[Values, Values]:
    """How tendinous the fibres (f, s) at these heights are because an intersection crosses them, and how sunk (mm)."""
    share = np.linspace(0.0, 1.0, len(height))
    pale, sunk = np.zeros(height.shape), np.zeros(height.shape)
    for number, row in enumerate(read_points("wall/rectus_intersections.csv", ACROSS).values()):
        zigzag = 1.7 * np.sin(19.0 * share + 2.1 * number) + 1.2 * np.sin((41.0 + 7.0 * number) * share + number)
        level = np.interp(share, [0.0, 0.5, 1.0], row[:3]) + zigzag
        bell = np.exp(-(((height - level[:, None]) / row[3]) ** 2))
        pale, sunk = np.maximum(pale, np.minimum(1.15 * bell, 1.0)), np.maximum(sunk, row[4] * bell)
    return pale, sunk


def _rectus(_: Built) -> Surface:
    fibres = rectus_web()
    shift = rooting(fibres, hard())
    outer, inner = (laid("internal", fibres.points, share) for share in (0.0, 1.0))
    ways = (inner - outer) / np.maximum(np.linalg.norm(inner - outer, axis=2, keepdims=True), 1e-9)
    outer = outer + fibres.carried[:, :, 1:2] * ways
    whole = plate(fibres, (outer + shift, inner + shift), Edges(3.0, 0.0, 5.0, 9.0), 34)
    return cleared(whole, [Obstacle(hard(), BONE_GAP)])


@cache
def sheath_web() -> Web:
    """The fibres of the right anterior layer; each sample carries how much thicker (mm) it is there."""
    return web_of("external", SHEATH, ("thicker",), 110, 38)


def _sheath(built: Built) -> Surface:
    fibres = sheath_web()
    outer, inner = (laid("external", fibres.points, share) for share in (0.0, 1.0))
    ways = (inner - outer) / np.maximum(np.linalg.norm(inner - outer, axis=2, keepdims=True), 1e-9)
    inner = _beside(inner + fibres.carried * ways)
    tendon = Web(fibres.points, np.ones(fibres.carried.shape))
    whole = plate(tendon, (_beside(outer), inner), Edges(1.5, 0.0, 0.0, 2.0), 35)
    return cleared(
        whole,
        [
            Obstacle(hard(), BONE_GAP),
            Obstacle(distance_to(built["rectus_abdominis_right"]), MUSCLE_GAP, wall.outward),
        ],
    )


def _beside(points: Points) -> Points:
    """Points (f, s, 3) that stay on the right of the midline."""
    return np.concatenate([np.minimum(points[:, :, :1], -0.25), points[:, :, 1:]], axis=2)


def slips() -> list[Slip]:
    """Where the right muscle arises: the pubic crest."""
    return [held("pubic_crest", "origin", HIP, rectus_web().points[:, 0], 4.0)]


RECIPES = (
    *both(Recipe("rectus_abdominis_right", "muscle", _rectus, 0, (90.0, 280.0), slips=slips)),
    *both(Recipe("rectus_sheath_right", "ligament", _sheath, 0, (10.0, 60.0), ("rectus_abdominis_right",))),
)
