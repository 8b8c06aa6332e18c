"""What the muscles of the trunk's wall share: webs laid on a layer, the bone they hold on to, right and left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import Literal

import numpy as np

from meshes.sculpt.kernel.fields import Points
from meshes.sculpt.kernel.grids import Grid
from meshes.sculpt.muscles import origins, surroundings
from meshes.sculpt.muscles.sheets import wall
from meshes.sculpt.muscles.sheets.guides import Web, woven
from meshes.sculpt.recipe import Recipe, Slip, paired
from meshes.sculpt.tables import read_points

HIP, RIB = "hip_bone_right", "rib_12_right"
BOX = ((-160.0, -130.0, -40.0), (5.0, 80.0, 240.0))
BONE_GAP, MUSCLE_GAP = 0.3, 0.4  # mm
REACHES = 9.0  # mm; ends of fibres nearer to a bone than this hold on to it
End = Literal["origin", "insertion"]


def web_of(layer: wall.Layer, table: str, carried: tuple[str, ...], fibres: int, samples: int) -> Web:
    """The web of a table's guide fibres (turn, z, and the columns ``carried``), in the middle of a layer."""
    rows = read_points(table, ("turn", "z", *carried))
    named = np.array(list(rows.values()))
    deep = wall.depth(layer, named[:, :2]) + 0.5 * wall.thickness(layer, named[:, :2])
    points = np.column_stack([wall.placed(named[:, :2], deep), named[:, 2:]])
    raw = woven(dict(zip(rows, points, strict=True)), fibres, samples)
    return Web(laid(layer, raw.points, 0.5), raw.carried)


def laid(layer: wall.Layer, points: Points, share: float) -> Points:
    """Points (f, s, 3) brought to a share of a layer's thickness: 0 its outer face, 1 its inner."""
    return wall.between(layer, points.reshape(-1, 3), share).reshape(points.shape)


@cache
def hard() -> Grid:
    """The right hip bone and the end of the twelfth rib as one lattice."""
    return surroundings.bones((HIP, RIB), BOX)


def held(name: str, end: End, carrier: str, tips: Points, radius: float = 3.0) -> Slip:
    """A slip of all ``tips`` of fibres (n, 3) that reach a bone of the right side or the middle, laid on its surface.

    Raises ValueError where none does.
    """
    near = tips[surroundings.field(carrier)(tips) < REACHES]
    if not len(near):
        raise ValueError(f"{name}: no fibre ends within {REACHES:g} mm of {carrier}")
    return Slip(name, end, carrier, surroundings.settle(near, carrier), radius)


def both(right: Recipe) -> tuple[Recipe, Recipe]:
    """The recipes of both sides of what holds on in the same places."""
    return paired(right, None if right.slips is None else partial(_mirrored, right.slips))


def _mirrored(slips: Callable[[], Sequence[Slip]]) -> list[Slip]:
    return origins.on_side("left", slips())
