"""What the muscles of the trunk's wall share: webs laid on a layer, the bone they hold on to, right and left."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np

from meshes.sculpt.kernel.fields import Points
from meshes.sculpt.kernel.grids import Grid
from meshes.sculpt.kernel.surface import Surface
from meshes.sculpt.muscles.sheets import wall
from meshes.sculpt.muscles.sheets.guides import Web, woven
from meshes.sculpt.muscles.surroundings import bones
from meshes.sculpt.recipe import Built, Recipe
from meshes.sculpt.tables import read_points

BOX = ((-160.0, -130.0, -40.0), (5.0, 80.0, 215.0))
BONE_GAP, MUSCLE_GAP = 0.3, 0.4  # mm


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
    """The right hip bone as one lattice."""
    return bones(("hip_bone_right",), BOX)


def paired(
    name: str,
    kind: str,
    make: Callable[[Built], Surface],
    volume: tuple[float, float],
    needs: tuple[str, ...] = (),
) -> tuple[Recipe, Recipe]:
    """The recipes of a right structure and of its mirror image."""
    right = Recipe(f"{name}_right", kind, make, 0, volume, needs)
    return right, Recipe(f"{name}_left", kind, lambda built: built[right.id].mirrored(), 0, volume, (right.id,))
