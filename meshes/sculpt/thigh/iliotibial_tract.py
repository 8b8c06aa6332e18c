"""The iliotibial tract: the band of the fascia lata from the hip to the lateral condyle of the tibia.

It is a layer at a depth below the skin; where a muscle beneath comes nearer to the skin, it lies on that.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial

import numpy as np

from meshes.sculpt.kernel.bands import Line, along, band
from meshes.sculpt.kernel.fields import Field, Points, Values, cut, smooth_min
from meshes.sculpt.kernel.grids import Box
from meshes.sculpt.kernel.surface import Surface, project, sculpt
from meshes.sculpt.leg import femur, leg
from meshes.sculpt.muscles.anchors import placed
from meshes.sculpt.neighbourhood.surrounded import SKIN_GAP, neighbours
from meshes.sculpt.recipe import Built, Recipe
from meshes.sculpt.skin import skin
from meshes.sculpt.tables import read_points

TABLE = "thigh/iliotibial_tract.csv"
BONE_GAP, GAP = 0.3, 0.4  # mm
SPACING = 0.9  # mm
EASE = 6.0  # mm over which it passes from its depth onto a muscle
BENEATH: tuple[str, ...] = ()


def _depth(points: Points) -> Values:
    return -np.asarray(skin.field()(points))


@cache
def _rows() -> tuple[Points, Points]:
    """The table's places (n, 3) and its breadths, thicknesses and depths (n, 3)."""
    rows = read_points(TABLE, ("x", "y", "z", "wide", "thick", "depth"))
    return placed(rows), np.array(list(rows.values()))[:, 3:]


@cache
def _line() -> Line:
    """The middle line, settled between the two faces."""
    places, sizes = _rows()
    middle = Line.through(np.column_stack([places, sizes[:, :2]]))
    return replace(middle, points=project(lambda at: _over(at) - 1.0, middle.points, 20.0, 6))


def _over(points: Points) -> Values:
    """How far points (n, 3) lie over the level of the inner face, which rises and sinks along the course, (n,)."""
    places, sizes = _rows()
    return np.interp(-points[:, 2], -places[:, 2], sizes[:, 2]) - _depth(points)


def _support(beneath: list[Field], points: Points) -> Values:
    value = _over(points)
    for field in beneath:
        value = smooth_min(value, field(points) - GAP, EASE)
    return value


def _bones(points: Points) -> Values:
    fields = (femur.field("femur_right"), leg.field("tibia_right"), leg.field("fibula_right"))
    return np.asarray(np.min([field(points) for field in fields], axis=0) - BONE_GAP)


def _made(built: Built) -> Surface:
    line, box = _line(), _box()
    beneath: list[Field] = list(neighbours(list(built.items()), box))
    body = cut(band(partial(_support, beneath), 0.0, line, 1.0), _bones, 0.4)
    inner: Field = lambda points: SKIN_GAP - _depth(points)
    return along(line, sculpt(lambda points: np.maximum(body(points), inner(points)), box, SPACING, 8_000))


def _box() -> Box:
    reach = _line().values[:, :1] + 6.0
    return (_line().points - reach).min(axis=0), (_line().points + reach).max(axis=0)


RIGHT = Recipe("iliotibial_tract_right", "ligament", _made, 0, (25.0, 70.0), BENEATH)


def _mirrored(built: Built) -> Surface:
    return built[RIGHT.id].mirrored()


RECIPES = (RIGHT, replace(RIGHT, id="iliotibial_tract_left", make=_mirrored, needs=(RIGHT.id,)))
