"""The wall of the trunk as places: how far round from the front, how high, how deep below the surface of the body.

Its layers are given by one table: at each named place the depth of the outer face of external oblique, and how thick
external oblique (in front: the anterior layer of the rectus sheath), internal oblique (in front: rectus abdominis) and
transversus abdominis are there. The layers lie one on the other with even gaps, so they cannot cross.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

import numpy as np
import numpy.typing as npt

from meshes.sculpt.kernel.curves import sheet
from meshes.sculpt.kernel.fields import Points, Values
from meshes.sculpt.kernel.grids import Grid
from meshes.sculpt.kernel.surface import unit
from meshes.sculpt.skin.skin_masses import trunk_sweep
from meshes.sculpt.tables import TableError, read_points

Layer = Literal["external", "internal", "transversus"]
LAYERS: tuple[Layer, ...] = ("external", "internal", "transversus")
COLUMNS = ("turn", "z", "depth", *LAYERS)
POSSIBLE = ((0.0, 180.0), (-60.0, 360.0), (1.5, 60.0), (0.3, 15.0), (0.5, 20.0), (0.3, 10.0))  # of each column
GAP = 0.8  # mm between two layers
THINNEST = 0.7  # mm
DEGREE = 2.0  # mm around the trunk that one degree stands for in the table's splines
STEP = 4.0  # degrees and mm between the places where the splines are asked; between them values run evenly


@cache
def _chart() -> tuple[Grid, ...]:
    """Depth and thicknesses over turn (0 to 180 degrees) and height (-60 to 360 mm)."""
    rows = _rows()
    turn, height = np.meshgrid(np.arange(0.0, 181.0, STEP), np.arange(-60.0, 361.0, STEP), indexing="ij")
    at = np.column_stack([DEGREE * turn.ravel(), height.ravel()])
    charts = []
    for column in range(2, 2 + 1 + len(LAYERS)):
        values = sheet(rows[:, :2] * np.array([DEGREE, 1.0]), rows[:, column])(at).reshape(turn.shape)
        low = THINNEST if column > 2 else 2.0
        charts.append(Grid(np.maximum(values, low)[:, :, None].repeat(2, axis=2), np.array([0.0, -60.0, 0.0]), STEP))
    return tuple(charts)


def _rows() -> npt.NDArray[np.float64]:
    """The table's rows. Raises TableError for a place or thickness that cannot be."""
    table = read_points("wall/wall.csv", COLUMNS)
    faults = [
        f"wall.csv: {name}: {column} is {value:g}, expected {low:g} to {high:g}"
        for name, row in table.items()
        for column, value, (low, high) in zip(COLUMNS, row, POSSIBLE, strict=True)
        if not low <= value <= high
    ]
    if faults:
        raise TableError("\n".join(faults))
    return np.array(list(table.values()))


def _asked(chart: Grid, places: Points) -> Values:
    return chart(np.column_stack([places, np.zeros(len(places))]))


def thickness(layer: Layer, places: Points) -> Values:
    """Thickness of a layer at places (n, 2), in mm, (n,)."""
    return _asked(_chart()[1 + LAYERS.index(layer)], places)


def depth(layer: Layer, places: Points) -> Values:
    """How deep the outer face of a layer lies at places (n, 2), in mm below the trunk's surface, (n,)."""
    above = LAYERS[: LAYERS.index(layer)]
    return _asked(_chart()[0], places) + sum((thickness(one, places) + GAP for one in above), np.zeros(len(places)))


def places(points: Points) -> Points:
    """Turn from the front (degrees, to either side) and height of points (n, 3), (n, 2)."""
    away = points - trunk_sweep().centre(points[:, 2])
    return np.column_stack([np.degrees(np.arctan2(np.abs(away[:, 0]), -away[:, 1])), points[:, 2]])


def outward(points: Points) -> Points:
    """Level unit vectors (n, 3) away from the trunk's middle at points (n, 3)."""
    return unit(points - trunk_sweep().centre(points[:, 2]))


def placed(places: npt.ArrayLike, deep: npt.ArrayLike) -> Points:
    """Points (n, 3) of the right half at places (n, 2), ``deep`` (n,) mm below the trunk's surface."""
    at, depths = np.asarray(places, float), np.asarray(deep, float)
    angle = -0.5 * np.pi - np.radians(at[:, 0])
    centre, radius = trunk_sweep().centre(at[:, 1]), trunk_sweep().radius(angle, at[:, 1])
    outward = np.column_stack([np.cos(angle), np.sin(angle), np.zeros(len(at))])
    below = -trunk_sweep()(centre + (radius - 1.0)[:, None] * outward)  # true mm to one mm of radius
    return np.asarray(centre + (radius - depths / below)[:, None] * outward)


def between(layer: Layer, points: Points, share: float) -> Points:
    """Points (n, 3) moved straight in or out to ``share`` of a layer's thickness (0: its outer face, 1: its inner)."""
    at = places(points)
    return placed(at, depth(layer, at) + share * thickness(layer, at))
