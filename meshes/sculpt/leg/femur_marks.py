"""What is drawn on a femur: lines and lips as ridges, roughness where something holds on, and openings for vessels."""

from __future__ import annotations

from functools import cache

import numpy as np

from meshes.sculpt.kernel.drape import Marks, paths
from meshes.sculpt.kernel.fields import Field, Points, Values, smooth_noise
from meshes.sculpt.kernel.pores import Pores
from meshes.sculpt.tables import read_points

SIDES = {"right": -1.0, "left": 1.0}
SEEDS = {"right": 411, "left": 611}  # of the unevenness: no bone is quite like its fellow
SHARED, OWN = 0.7, 0.7  # parts of the unevenness that both sides share (muscles are mirrored) and that each has alone
ROUGH_LIFT = 0.28  # mm of unevenness where muscles and ligaments hold on
EVEN_LIFT = 0.05  # mm of unevenness of bare bone


@cache
def _paths() -> dict[str, Points]:
    return paths(read_points("femur/femur_lines.csv", ("out", "back", "up", "lift", "width")))


@cache
def _patches() -> Points:
    return np.array(list(read_points("femur/femur_rough.csv", ("out", "back", "up", "radius")).values()))


def _pores(side: str) -> list[Points]:
    rows = read_points("femur/femur_pores.csv", ("side", "out", "back", "up", "radius", "depth", "lean"))
    return [row[1:] for row in rows.values() if row[0] == SIDES[side]]


class Finish:
    """A femur's lines and openings on ``solid`` (thigh's frame of a right one), and its rough places.

    ``side`` is "right" or "left": each has its own openings and its own unevenness.
    """

    def __init__(self, solid: Field, side: str) -> None:
        self._solid, self._seed = solid, SEEDS[side]
        self._lines = Marks(_paths().values(), solid)
        self._pores = Pores(_pores(side), solid)

    def rough(self, points: Points) -> Values:
        """How rough the bone is at points (n, 3) near its surface, 0 to 1, (n,)."""
        return self._rough(points, self._lines.lift(points))

    def _rough(self, points: Points, lift: Values) -> Values:
        patches = _patches()
        away = np.min([np.linalg.norm(points - patch[:3], axis=1) / patch[3] for patch in patches], axis=0)
        return np.asarray(np.maximum(np.clip(lift / 1.3, 0.0, 1.0), np.exp(-1.4 * away**2)))

    def field(self, points: Points) -> Values:
        """The solid with its lines, openings and unevenness at points (n, 3), (n,)."""
        value = self._solid(points)
        near = np.flatnonzero(np.abs(value) < 4.0)
        if len(near):
            here = points[near]
            lift = self._lines.lift(here)
            uneven = EVEN_LIFT + ROUGH_LIFT * self._rough(here, lift)
            noise = SHARED * smooth_noise(here, 6.5, seed=11) + OWN * smooth_noise(here, 6.5, self._seed)
            raised = value[near] - lift - noise * uneven
            value[near] = self._pores.cut(here, raised)
        return value
