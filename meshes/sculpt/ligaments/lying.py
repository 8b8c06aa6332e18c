"""Ligaments that lie on bone: before the bodies of the vertebrae, and before and behind the sacroiliac joint."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np

from meshes.sculpt.kernel.bands import Line, band, flattened
from meshes.sculpt.kernel.fields import Field, Points, Values, smooth_max, smooth_min
from meshes.sculpt.kernel.surface import Surface, sculpt
from meshes.sculpt.neighbourhood.surrounded import bones, neighbours
from meshes.sculpt.recipe import Built, Recipe, paired
from meshes.sculpt.tables import read_points

OVER, GAP = 0.5, 0.4  # mm over bone; between soft parts
MARGIN = 26.0  # mm of lattice around a line
SPACING = 0.7  # mm
SPINE = (*(f"vertebra_{one}" for one in ("T12", "L1", "L2", "L3", "L4", "L5")), "sacrum")
DISCS = tuple(f"disc_{one}" for one in ("T12_L1", "L1_L2", "L2_L3", "L3_L4", "L4_L5", "L5_S1"))


@dataclass(frozen=True)
class Lying:
    """What tells one from another.

    ``table`` is the file of its middle line, ``under`` the groups of bones that it bridges, welded by ``weld`` mm;
    ``fibres`` the direction in which its bundles run, or none for along its line.
    """

    name: str
    table: str
    under: tuple[tuple[str, ...], ...]
    weld: float
    volume: tuple[float, float]
    yields_to: tuple[str, ...] = ()
    fibres: tuple[float, float, float] | None = None


ANTERIOR_LONGITUDINAL = Lying(
    "anterior_longitudinal_ligament",
    "ligaments/anterior_longitudinal_ligament.csv",
    (SPINE, DISCS),
    5.0,
    (6.0, 18.0),
)
ANTERIOR_SACROILIAC = Lying(
    "anterior_sacroiliac_ligament_right",
    "ligaments/anterior_sacroiliac_ligament.csv",
    (("sacrum",), ("hip_bone_right",)),
    12.0,
    (1.0, 6.0),
    ("iliolumbar_ligament_right",),
    (1.0, -0.3, -0.2),
)
POSTERIOR_SACROILIAC = Lying(
    "posterior_sacroiliac_ligament_right",
    "ligaments/posterior_sacroiliac_ligament.csv",
    (("sacrum",), ("hip_bone_right",)),
    18.0,
    (1.5, 9.0),
    ("sacrotuberous_ligament_right",),
    (0.8, 0.2, -0.6),
)


def _line(lying: Lying) -> Line:
    columns = ("x", "y", "z", "wide", "thick")
    return Line.through(np.array(list(read_points(lying.table, columns).values())))


def _support(lying: Lying, line: Line) -> Field:
    box = line.points.min(axis=0) - MARGIN, line.points.max(axis=0) + MARGIN
    grids = [bones(group, box) for group in lying.under]

    def field(points: Points) -> Values:
        value = grids[0](points)
        for other in grids[1:]:
            value = smooth_min(value, other(points), lying.weld)
        return value

    return field


def _made(lying: Lying, built: Built) -> Surface:
    line, others = _line(lying), neighbours(list(built.items()))
    lain = band(_support(lying, line), OVER, line, rounding=0.8)

    def free(points: Points) -> Values:
        value = lain(points)
        for other in others:
            value = smooth_max(value, GAP - other(points), 0.4)
        return value

    box = line.points.min(axis=0) - MARGIN + 6.0, line.points.max(axis=0) + MARGIN - 6.0
    made = sculpt(free, box, SPACING, 5_000)
    run = (
        line.directions()[line.nearest(made.points)[1]]
        if lying.fibres is None
        else np.tile(lying.fibres, (len(made.points), 1))
    )
    return flattened(made, run)


def _recipe(lying: Lying) -> Recipe:
    return Recipe(lying.name, "ligament", partial(_made, lying), 0, lying.volume, lying.yields_to)


RECIPES = (
    _recipe(ANTERIOR_LONGITUDINAL),
    *paired(_recipe(ANTERIOR_SACROILIAC)),
    *paired(_recipe(POSTERIOR_SACROILIAC)),
)
