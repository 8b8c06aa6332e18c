"""What is drawn on the finished hip bone in space: crests and hollows that the relief sees end on, and its foramina."""

from __future__ import annotations

from functools import cache

import numpy as np

from meshes.sculpt.kernel.drape import Marks, paths
from meshes.sculpt.kernel.fields import Field, Points, Values
from meshes.sculpt.kernel.pores import Pores
from meshes.sculpt.tables import read_points

NEAR = 4.0  # mm from the surface within which a mark is felt
SIDES = {"right": -1.0, "left": 1.0}


@cache
def _lines() -> dict[str, Points]:
    return paths(read_points("pelvis/hip_marks.csv", ("x", "y", "z", "lift", "width")))


def _pores(side: str) -> list[Points]:
    rows = read_points("pelvis/hip_pores.csv", ("side", "x", "y", "z", "radius", "depth", "lean"))
    return [row[1:] for row in rows.values() if row[0] == SIDES[side]]


class Finish:
    """The marks of a hip bone on ``solid``, drawn as a right one in the body; each ``side`` has its own foramina."""

    def __init__(self, solid: Field, side: str) -> None:
        self._solid = solid
        self._lines = Marks(_lines().values(), solid)
        self._pores = Pores(_pores(side), solid)

    def field(self, points: Points) -> Values:
        """The solid with its marks at points (n, 3), (n,)."""
        value = self._solid(points)
        near = np.flatnonzero(np.abs(value) < NEAR)
        if len(near):
            here = points[near]
            value[near] = self._pores.cut(here, value[near] - self._lines.lift(here))
        return value
