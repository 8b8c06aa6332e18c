"""The three flat muscles of the abdominal wall, one inside the other: external and internal oblique, transversus.

Each is a table of guide fibres laid on its layer of the wall. Above, where ribs are not part of the model, they are cut
at its upper edge or end along the costal margin.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial

from meshes.sculpt.kernel.grids import distance_to
from meshes.sculpt.kernel.surface import Surface
from meshes.sculpt.muscles.sheets import wall, wall_muscle
from meshes.sculpt.muscles.sheets.guides import Web, rooting
from meshes.sculpt.muscles.sheets.plate import Edges, Obstacle, cleared, plate
from meshes.sculpt.muscles.sheets.wall_muscle import BONE_GAP, HIP, MUSCLE_GAP, RIB, both, hard, held, laid, web_of
from meshes.sculpt.recipe import Built, Recipe, Slip

DEEP = ("psoas_major_right", "iliacus_right", "deep_circumflex_iliac_artery_right")
CREST, RIBS, PUBIS = 70.0, 170.0, 10.0  # mm; fibres end on the crest between the first two, on the pubis below the last


@dataclass(frozen=True)
class Muscle:
    """One of the three: its layer, table, number of fibres and samples, edges, and what must be true of it."""

    layer: wall.Layer
    table: str
    size: tuple[int, int]
    edges: Edges
    volume: tuple[float, float]
    seed: int
    yields_to: tuple[str, ...]
    crest: tuple[str, wall_muscle.End]
    pubis: str


MUSCLES = {
    "external_oblique": Muscle(
        "external",
        "wall/external_oblique.csv",
        (124, 50),
        Edges(0.0, 2.0, 6.0, 2.0),
        (90.0, 260.0),
        31,
        (*DEEP, "transversus_abdominis_right", "internal_oblique_right", "inguinal_ligament_right"),
        ("iliac_crest_outer_lip", "insertion"),
        "pubic_tubercle",
    ),
    "internal_oblique": Muscle(
        "internal",
        "wall/internal_oblique.csv",
        (112, 50),
        Edges(1.5, 4.0, 4.0, 4.0),
        (90.0, 260.0),
        32,
        (*DEEP, "transversus_abdominis_right", "inguinal_ligament_right"),
        ("iliac_crest_middle_line", "origin"),
        "pubic_crest",
    ),
    "transversus_abdominis": Muscle(
        "transversus",
        "wall/transversus.csv",
        (132, 40),
        Edges(1.5, 2.0, 0.0, 3.0),
        (50.0, 180.0),
        33,
        DEEP,
        ("iliac_crest_inner_lip", "origin"),
        "pubic_crest_and_pecten",
    ),
}


@cache
def web(name: str) -> Web:
    """The fibres of a right muscle, in the middle of its layer."""
    muscle = MUSCLES[name]
    return web_of(muscle.layer, muscle.table, ("tendon",), *muscle.size)


def _made(name: str, built: Built) -> Surface:
    muscle, fibres = MUSCLES[name], web(name)
    shift = rooting(fibres, hard())
    outer, inner = (laid(muscle.layer, fibres.points, share) + shift for share in (0.0, 1.0))
    whole = plate(fibres, (outer, inner), muscle.edges, muscle.seed)
    ways = {one: None if one in DEEP else wall.outward for one in muscle.yields_to}
    others = [Obstacle(distance_to(built[one]), MUSCLE_GAP, way) for one, way in ways.items()]
    return cleared(whole, [*others, Obstacle(hard(), BONE_GAP)])


def slips(name: str) -> list[Slip]:
    """Where a right muscle holds on: a line of the iliac crest, the pubis, the twelfth rib if it reaches that."""
    (line, end), ends = MUSCLES[name].crest, web(name).points
    lower = ends[:, -1 if end == "insertion" else 0]
    found = [
        held(line, end, HIP, lower[(lower[:, 2] > CREST) & (lower[:, 2] < RIBS)]),
        held(MUSCLES[name].pubis, "insertion", HIP, ends[ends[:, -1, 2] < PUBIS, -1]),
    ]
    if name == "transversus_abdominis":
        return found
    return [
        *found,
        held("rib_12", "insertion" if end == "origin" else "origin", RIB, ends[:, 0 if end == "insertion" else -1]),
    ]


def _recipe(name: str) -> Recipe:
    muscle = MUSCLES[name]
    make, held_by = partial(_made, name), partial(slips, name)
    return Recipe(f"{name}_right", "muscle", make, 0, muscle.volume, muscle.yields_to, held_by)


RECIPES = tuple(recipe for name in MUSCLES for recipe in both(_recipe(name)))
