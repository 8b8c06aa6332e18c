"""The three flat muscles of the abdominal wall, one inside the other: external and internal oblique, transversus.

Each is a table of guide fibres laid on its layer of the wall. Above, where ribs are not part of the model, they are cut
at its upper edge or end along the costal margin.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial

import numpy as np

from meshes.sculpt.kernel.fields import Points
from meshes.sculpt.kernel.grids import Grid
from meshes.sculpt.kernel.surface import Surface
from meshes.sculpt.muscles.sheets import wall
from meshes.sculpt.muscles.sheets.guides import Web, woven
from meshes.sculpt.muscles.sheets.plate import Edges, cleared, plate
from meshes.sculpt.muscles.surroundings import bones
from meshes.sculpt.recipe import Built, Recipe
from meshes.sculpt.tables import read_points

BOX = ((-160.0, -130.0, -40.0), (5.0, 80.0, 215.0))
BONE_GAP = 0.3  # mm
SAMPLES = 130  # along every fibre


@dataclass(frozen=True)
class Muscle:
    """One of the three: its layer, its table, how many fibres are woven, its edges, and what must be true of it."""

    layer: wall.Layer
    table: str
    fibres: int
    edges: Edges
    triangles: int
    volume: tuple[float, float]
    seed: int


MUSCLES = {
    "external_oblique": Muscle(
        "external", "wall/external_oblique.csv", 260, Edges(0.0, 4.0, 7.0, 3.0), 24_000, (90.0, 260.0), 31
    ),
    "internal_oblique": Muscle(
        "internal", "wall/internal_oblique.csv", 230, Edges(3.0, 5.0, 5.0, 4.0), 22_000, (90.0, 260.0), 32
    ),
    "transversus_abdominis": Muscle(
        "transversus", "wall/transversus.csv", 260, Edges(4.0, 3.0, 0.0, 3.0), 20_000, (50.0, 180.0), 33
    ),
}


@cache
def web(name: str) -> Web:
    """The fibres of a right muscle, in the middle of its layer."""
    muscle = MUSCLES[name]
    rows = read_points(muscle.table, ("turn", "z", "tendon"))
    named = np.array(list(rows.values()))
    deep = wall.depth(muscle.layer, named[:, :2]) + 0.5 * wall.thickness(muscle.layer, named[:, :2])
    points = np.column_stack([wall.placed(named[:, :2], deep), named[:, 2]])
    raw = woven(dict(zip(rows, points, strict=True)), muscle.fibres, SAMPLES)
    return Web(_laid(muscle.layer, raw.points, 0.5), raw.carried)


def _laid(layer: wall.Layer, points: Points, share: float) -> Points:
    return wall.between(layer, points.reshape(-1, 3), share).reshape(points.shape)


@cache
def hard() -> Grid:
    """The right hip bone as one lattice."""
    return bones(("hip_bone_right",), BOX)


def _made(name: str, _: Built) -> Surface:
    muscle = MUSCLES[name]
    whole = plate(web(name), partial(wall.between, muscle.layer), muscle.edges, muscle.triangles, muscle.seed)
    return cleared(whole, [(hard(), BONE_GAP)])


def _left(name: str, built: Built) -> Surface:
    return built[f"{name}_right"].mirrored()


def _recipes(name: str) -> tuple[Recipe, Recipe]:
    volume = MUSCLES[name].volume
    right = Recipe(f"{name}_right", "muscle", partial(_made, name), 0, volume)
    return right, Recipe(f"{name}_left", "muscle", partial(_left, name), 0, volume, (right.id,))


RECIPES = tuple(recipe for name in MUSCLES for recipe in _recipes(name))
