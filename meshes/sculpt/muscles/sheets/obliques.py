"""The three flat muscles of the abdominal wall, one inside the other: external and internal oblique, transversus.

Each is a table of guide fibres laid on its layer of the wall. Above, where ribs are not part of the model, they are cut
at its upper edge or end along the costal margin.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial

from meshes.sculpt.kernel.grids import distance_to
from meshes.sculpt.kernel.surface import Surface
from meshes.sculpt.muscles.sheets import wall
from meshes.sculpt.muscles.sheets.guides import Web, rooting
from meshes.sculpt.muscles.sheets.plate import Edges, cleared, plate
from meshes.sculpt.muscles.sheets.wall_muscle import BONE_GAP, MUSCLE_GAP, hard, laid, paired, web_of
from meshes.sculpt.recipe import Built

DEEP = ("psoas_major_right", "iliacus_right")
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
    yields_to: tuple[str, ...]


MUSCLES = {
    "external_oblique": Muscle(
        "external", "wall/external_oblique.csv", 260, Edges(0.0, 2.0, 6.0, 2.0), 24_000, (90.0, 260.0), 31, (*DEEP, "transversus_abdominis_right", "internal_oblique_right")
    ),
    "internal_oblique": Muscle(
        "internal", "wall/internal_oblique.csv", 230, Edges(1.5, 4.0, 4.0, 4.0), 22_000, (90.0, 260.0), 32, (*DEEP, "transversus_abdominis_right")
    ),
    "transversus_abdominis": Muscle(
        "transversus", "wall/transversus.csv", 260, Edges(1.5, 2.0, 0.0, 3.0), 20_000, (50.0, 180.0), 33, DEEP
    ),
}


@cache
def web(name: str) -> Web:
    """The fibres of a right muscle, in the middle of its layer."""
    muscle = MUSCLES[name]
    return web_of(muscle.layer, muscle.table, ("tendon",), muscle.fibres, SAMPLES)


def _made(name: str, built: Built) -> Surface:
    muscle, fibres = MUSCLES[name], web(name)
    shift = rooting(fibres, hard())
    outer, inner = (laid(muscle.layer, fibres.points, share) + shift for share in (0.0, 1.0))
    whole = plate(fibres, (outer, inner), muscle.edges, muscle.triangles, muscle.seed)
    return cleared(whole, [(hard(), BONE_GAP), *((distance_to(built[one]), MUSCLE_GAP) for one in muscle.yields_to)])


RECIPES = tuple(
    recipe
    for name, muscle in MUSCLES.items()
    for recipe in paired(name, "muscle", partial(_made, name), muscle.volume, muscle.yields_to)
)
