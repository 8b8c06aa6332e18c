"""Bladder and small bowel, schematic: a half full sac behind the pubic bones, and a mass of coils before everything."""

from __future__ import annotations

import numpy as np

from meshes.sculpt.kernel.bands import Line
from meshes.sculpt.kernel.fields import Field, Points, Values, ellipsoid, smooth_max, smooth_min, union
from meshes.sculpt.kernel.surface import Surface
from meshes.sculpt.organs.fitted import PSOAS, VESSELS, WALL, Grain, fitted, obstacles
from meshes.sculpt.organs.tubes import AROUND, KIDNEYS, pipe
from meshes.sculpt.recipe import Built, Recipe
from meshes.sculpt.tables import read_points

BLADDER, BOWEL = Grain(1.2, 6_000, (222.0, 182.0, 140.0)), Grain(1.6, 14_000, (222.0, 158.0, 136.0))
LOOP = 13.0  # mm; radius of a coil
PITCH = 25.0  # mm from coil to coil
DEPTH = 7.5  # mm below the surface of the mass to which coils part


def _bladder(built: Built) -> Surface:
    row = read_points("organs/bladder.csv", ("x", "y", "z", "side", "back", "up", "lean"))["urinary_bladder"]
    turn = np.radians(row[6])
    axes = np.array([[1.0, 0.0, 0.0], [0.0, np.cos(turn), np.sin(turn)], [0.0, -np.sin(turn), np.cos(turn)]])
    box = row[:3] - 50.0, row[:3] + 50.0
    shape = ellipsoid(row[:3].tolist(), axes, row[3:6].tolist())
    return fitted(shape, obstacles(AROUND, built, box), box, BLADDER)


def _coils(low: Points, high: Points) -> Field:
    """Coils from side to side and from above downwards, each row bent in its own way."""
    generator = np.random.default_rng(5)
    heights = np.arange(high[2] - 8.0, low[2] + 8.0, -PITCH)
    places = []
    for number, height in enumerate(heights):
        across = np.linspace(low[0] + 12.0, high[0] - 12.0, 7)[:: 1 if number % 2 else -1]
        bend = 13.0 * generator.uniform(-1.0, 1.0, 7)
        places.append(np.column_stack([across, np.full(7, low[1] + LOOP), height + bend]))
    rows = np.vstack(places)
    return pipe(Line.through(np.column_stack([rows, np.full(len(rows), LOOP)])))


def bowel() -> tuple[Field, Points, Points]:
    """The mass of the coils as a field, and its box."""
    rows = np.array(list(read_points("organs/small_bowel.csv", ("x", "y", "z", "side", "back", "up")).values()))
    mass = union(30.0, *(ellipsoid(row[:3].tolist(), np.eye(3), row[3:].tolist()) for row in rows))
    low, high = (rows[:, :3] - rows[:, 3:]).min(axis=0), (rows[:, :3] + rows[:, 3:]).max(axis=0)
    coils = _coils(low, high)

    def field(points: Points) -> Values:
        inside = mass(points)
        return smooth_max(inside, smooth_min(coils(_flat(points, low[1])), inside + DEPTH, 5.0), 3.0)

    return field, low - 6.0, high + 6.0


def _flat(points: Points, front: float) -> Points:
    """Points (n, 3) as the coils meet them: rows lie behind one another too, each half a step lower."""
    layer = np.floor((points[:, 1] - front) / (2.0 * LOOP))
    return np.column_stack([points[:, 0], points[:, 1] - 2.0 * LOOP * layer, points[:, 2] - 0.5 * PITCH * layer])


def _bowel(built: Built) -> Surface:
    shape, low, high = bowel()
    return fitted(shape, obstacles(AROUND, built, (low, high)), (low, high), BOWEL)


COLONS = ("ascending_colon", "descending_colon", "sigmoid_colon", "vermiform_appendix", "urinary_bladder")
RECIPES = (
    Recipe("urinary_bladder", "organ", _bladder, 0, (35.0, 110.0), VESSELS),
    Recipe(
        "small_bowel",
        "organ",
        _bowel,
        0,
        (400.0, 1300.0),
        (*PSOAS, *VESSELS, *WALL, *KIDNEYS, *COLONS, "ureter_right", "ureter_left"),
    ),
)
