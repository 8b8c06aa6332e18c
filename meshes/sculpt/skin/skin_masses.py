"""The large masses of the body surface: trunk, legs and buttocks, swept through sections and welded.

Trunk sections are half ellipse, half square; leg sections have eight radii each. A wide fillet welds the thighs to
the trunk, a narrow one keeps them apart, and the buttocks hang over the thighs with a crease.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from meshes.sculpt.kernel.fields import Field, Points, Values, ellipsoid, smooth_max, smooth_min
from meshes.sculpt.kernel.sweeps import PolarSweep
from meshes.sculpt.tables import read_numbers, read_points

TRUNK = ("z", "middle_y", "half_width", "front", "back", "square_front", "square_back")
DIRECTIONS = ("inner", "inner_back", "back", "outer_back", "outer", "outer_front", "front", "inner_front")
LEG = ("z", "middle_x", "middle_y", *DIRECTIONS)
TURNS = 48  # radii that a trunk section is swept with
BUTTOCK = (
    *("x", "y", "z", "across", "depth", "height"),
    *("weld_above", "weld_below", "weld_top", "weld_bottom", "cleft_weld"),
)
LEG_TOP = 50.0  # mm below the highest section of the leg, where the sweep has no break of slope yet
MIRROR = np.array([-1.0, 1.0, 1.0])


def masses(points: Points, hip_weld: float, thigh_weld: float) -> Values:
    """Signed distance to trunk, legs and buttocks, welded, (n,). Raises TableError."""
    legs = smooth_min(_leg(points), _leg(points * MIRROR), thigh_weld)
    body = smooth_min(_trunk(points), legs, hip_weld)
    table, side = _buttock(), _one_buttock()
    both = smooth_min(side(points), side(points * MIRROR), table["cleft_weld"])
    height = (points[:, 2] - table["weld_bottom"]) / (table["weld_top"] - table["weld_bottom"])
    share = np.clip(height, 0.0, 1.0)
    radius = table["weld_below"] + (table["weld_above"] - table["weld_below"]) * share * share * (3.0 - 2.0 * share)
    return _welded(body, both, radius)


def trunk_front(height: float) -> npt.NDArray[np.float64]:
    """The foremost point of the trunk's section at a height, (3,), before swellings and folds."""
    middle = trunk_sweep().centre([height])[0]
    return np.asarray(middle - np.array([0.0, float(trunk_sweep().radius([-np.pi / 2], [height])[0]), 0.0]))


@cache
def trunk_sweep() -> PolarSweep:
    """The trunk's sections alone, without legs and buttocks. Raises TableError."""
    sections = np.array(list(read_points("skin/skin_trunk.csv", TRUNK).values()))
    radii = [_radii(*section[2:]) for section in sections]
    return PolarSweep(np.column_stack([sections[:, 0], np.zeros(len(sections)), sections[:, 1], radii]), smooth=True)


def _radii(half_width: float, front: float, back: float, square_front: float, square_back: float) -> Values:
    """Radii of a section in TURNS directions from +x over +y."""
    turn = np.arange(TURNS) * 2 * np.pi / TURNS
    backwards = 0.5 + 0.5 * np.sin(turn)
    square = square_front + (square_back - square_front) * backwards
    depth = np.where(np.sin(turn) < 0, front, back)
    across, along = np.abs(np.cos(turn)) / half_width, np.abs(np.sin(turn)) / depth
    return np.asarray((across**square + along**square) ** (-1.0 / square))


def _trunk(points: Points) -> Values:
    return smooth_max(trunk_sweep()(points), trunk_sweep().low + 12.0 - points[:, 2], 26.0)


@cache
def _leg_sweep() -> PolarSweep:
    return PolarSweep(np.array(list(read_points("skin/skin_leg.csv", LEG).values())), smooth=True)


def _leg(points: Points) -> Values:
    """The right leg, its upper end rounded off inside of the trunk, well below the last of its sections."""
    return smooth_max(_leg_sweep()(points), points[:, 2] - _leg_sweep().high + LEG_TOP, 40.0)


@cache
def _buttock() -> dict[str, float]:
    return read_numbers("skin/skin_buttocks.csv", required=BUTTOCK)


@cache
def _one_buttock() -> Field:
    """The right buttock."""
    table = _buttock()
    centre, half = ([table[name] for name in names] for names in (("x", "y", "z"), ("across", "depth", "height")))
    return ellipsoid(centre, np.eye(3), half)


def _welded(a: Values, b: Values, radius: Values) -> Values:
    """Union with a fillet whose radius differs from point to point."""
    overlap = np.maximum(radius - np.abs(a - b), 0.0) / radius
    return np.asarray(np.minimum(a, b) - overlap**3 * radius / 6.0)
