"""The crura of the diaphragm, and the arcuate ligaments that bridge psoas and quadratus lumborum beside them.

Each crus is a flat band on the front of the upper lumbar bodies, tendon below and flesh above, where it goes on into
the diaphragm; the right one reaches L3, the left one L2. The arcuate ligaments are narrow bands between bony points.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial

import numpy as np

from meshes.sculpt.kernel.fields import Points
from meshes.sculpt.kernel.grids import Grid, distance_to
from meshes.sculpt.kernel.surface import Surface
from meshes.sculpt.muscles.sheets.guides import Web, rooting, woven
from meshes.sculpt.muscles.sheets.plate import Edges, Obstacle, cleared, plate, sides
from meshes.sculpt.muscles.sheets.wall_muscle import BONE_GAP, MUSCLE_GAP, both, held
from meshes.sculpt.muscles.surroundings import bones
from meshes.sculpt.recipe import Built, Recipe, Slip
from meshes.sculpt.tables import read_points

AROUND = (*("vertebra_T12", "disc_T12_L1", "vertebra_L1", "disc_L1_L2", "vertebra_L2", "disc_L2_L3", "vertebra_L3"),)
BOX = ((-80.0, -40.0, 180.0), (45.0, 80.0, 330.0))


@dataclass(frozen=True)
class Band:
    """A narrow sheet with a thickness of its own: its table, fibres and samples, edges, what it yields to.

    A crus holds on to its ``carriers`` below the height ``top``.
    """

    table: str
    size: tuple[int, int]
    edges: Edges
    seed: int
    needs: tuple[str, ...] = ()
    carriers: tuple[str, ...] = ()
    top: float = 0.0


PSOAS = {side: (f"psoas_major_{side}", f"psoas_minor_{side}") for side in ("right", "left")}
BEHIND = ("anterior_longitudinal_ligament", "abdominal_aorta")
FRONT = Edges(1.5, 0.0, 2.5, 2.5)
NARROW = Edges(0.0, 0.0, 1.2, 1.2)
CRURA = {
    "right": Band(
        "wall/crus_right.csv",
        (32, 60),
        FRONT,
        37,
        (*PSOAS["right"], *BEHIND, "lumbar_arteries_right"),
        AROUND[2:],
        272.0,
    ),
    "left": Band(
        "wall/crus_left.csv", (32, 54), FRONT, 38, (*PSOAS["left"], *BEHIND, "lumbar_arteries_left"), AROUND[2:6], 272.0
    ),
}
ARCUATE = {
    "medial_arcuate_ligament": Band(
        "wall/medial_arcuate_ligament.csv", (14, 60), NARROW, 39, (*PSOAS["right"], "crus_of_diaphragm_right")
    ),
    "lateral_arcuate_ligament": Band("wall/lateral_arcuate_ligament.csv", (14, 56), NARROW, 40),
}


@cache
def hard() -> Grid:
    """The bodies, processes and discs from T12 to L3 as one lattice."""
    return bones(AROUND, BOX, 1.0)


@cache
def web(band: Band) -> Web:
    """The fibres of a band; each sample carries its thickness and, if its table says so, how tendinous it is."""
    columns = ("x", "y", "z", "thick", "tendon") if "crus" in band.table else ("x", "y", "z", "thick")
    return woven(read_points(band.table, columns), *band.size)


def _made(band: Band, built: Built) -> Surface:
    fibres = web(band)
    points: Points = fibres.points + rooting(fibres, hard())
    tendon = fibres.carried[:, :, 1:] if fibres.carried.shape[2] > 1 else np.ones(fibres.carried.shape)
    faces = sides(points, fibres, fibres.carried[:, :, 0])
    whole = plate(Web(points, tendon), faces, band.edges, band.seed)
    others = [Obstacle(distance_to(built[one]), MUSCLE_GAP) for one in band.needs]
    return cleared(whole, [*others, Obstacle(hard(), BONE_GAP)])


def slips(side: str) -> list[Slip]:
    """Where a crus arises: the fronts of bodies and discs that its fibres run down on."""
    band = CRURA[side]
    samples = web(band).points.reshape(-1, 3)[::3]
    return [held(f"front_of_{one}", "origin", one, samples[samples[:, 2] < band.top], 2.0) for one in band.carriers]


def _crus(side: str) -> Recipe:
    band = CRURA[side]
    return Recipe(
        f"crus_of_diaphragm_{side}", "muscle", partial(_made, band), 0, VOLUME, band.needs, partial(slips, side)
    )


def _ligament(name: str) -> Recipe:
    band = ARCUATE[name]
    return Recipe(f"{name}_right", "ligament", partial(_made, band), 0, (0.2, 2.0), band.needs)


VOLUME = (1.2, 20.0)  # cubic cm
RECIPES = (*map(_crus, CRURA), *(recipe for name in ARCUATE for recipe in both(_ligament(name))))
