"""The iliotibial tract: the band of the fascia lata from the hip to the lateral condyle of the tibia.

It is a layer at a depth below the skin that the muscles beneath leave to it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np

from meshes.sculpt.kernel.bands import Line, band, flattened
from meshes.sculpt.kernel.fields import Points, Values, cut, union
from meshes.sculpt.kernel.grids import Grid
from meshes.sculpt.kernel.surface import Box, Surface, project, sculpt
from meshes.sculpt.muscles.anchors import placed
from meshes.sculpt.neighbourhood.surrounded import SKIN_GAP, bones, skin_beyond
from meshes.sculpt.recipe import Built, Recipe, paired
from meshes.sculpt.tables import read_points

TABLES = tuple(f"thigh/iliotibial_tract{part}.csv" for part in ("", "_front", "_back"))
BONE_GAP = 0.3  # mm
SPACING = 0.9  # mm
AROUND = 14.0  # mm of lattice around it
BONES = ("femur_right", "tibia_right", "fibula_right")


@cache
def _rows(table: str) -> tuple[Points, Points]:
    """A table's places (n, 3) and its breadths, thicknesses and depths (n, 3)."""
    rows = read_points(table, ("x", "y", "z", "wide", "thick", "depth"))
    return placed(rows), np.array(list(rows.values()))[:, 3:]


@cache
def _box() -> Box:
    places, sizes = (np.vstack(parts) for parts in zip(*map(_rows, TABLES), strict=True))
    reach = sizes[:, :1] + AROUND
    return (places - reach).min(axis=0), (places + reach).max(axis=0)


@cache
def _beyond() -> Grid:
    """Signed distance to all that lies outside the skin's inner side, negative there."""
    return skin_beyond(_box())


@cache
def _line(table: str) -> Line:
    """The middle line of a part, settled between its two faces."""
    places, sizes = _rows(table)
    middle = Line.through(np.column_stack([places, sizes[:, :2]]))
    return replace(middle, points=project(lambda at: _over(at) - 1.0, middle.points, 20.0, 6))


def _over(points: Points) -> Values:
    """How far points (n, 3) lie over the level of the inner face, which rises and sinks along the course, (n,)."""
    places, sizes = _rows(TABLES[0])
    level = np.interp(-points[:, 2], -places[:, 2], sizes[:, 2]) - SKIN_GAP
    return np.asarray(level - _beyond()(points))


def _made(_: Built) -> Surface:
    hard = bones(BONES, _box())
    body = union(1.0, *(band(_over, 0.0, _line(table), 1.0) for table in TABLES))
    free = cut(cut(body, lambda at: hard(at) - BONE_GAP, 0.4), _beyond())
    lines = [_line(table) for table in TABLES]
    every = Line(np.vstack([one.points for one in lines]), np.vstack([one.directions() for one in lines]))
    made = sculpt(free, _box(), SPACING, 8_000)
    return flattened(made, every.values[every.nearest(made.points)[1]])


RECIPES = paired(Recipe("iliotibial_tract_right", "ligament", _made, 0, (25.0, 70.0)))
