"""What organs share: they fill the room that everything else leaves them, and each has a colour of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from meshes.sculpt.kernel.fields import Field, Points, Values, smooth_max
from meshes.sculpt.kernel.grids import Grid
from meshes.sculpt.kernel.surface import Box, Surface, sample
from meshes.sculpt.muscles.sheets import wall
from meshes.sculpt.muscles.solidify import meshed, softened, thinned
from meshes.sculpt.muscles.topology import without_tunnels
from meshes.sculpt.neighbourhood.surrounded import Neighbour, bones
from meshes.sculpt.recipe import Built
from meshes.sculpt.skin.skin_masses import trunk_sweep

GAP, BONE_GAP, WALL_GAP = 0.5, 0.5, 1.5  # mm
BLUR = 0.1  # mm; how near to what stands there a gap may be filled
EDGE = 2.0  # mm; how round an organ is where something dents it
SIDES = ("right", "left")
PSOAS = tuple(
    f"{muscle}_{side}" for muscle in ("psoas_major", "psoas_minor", "iliacus", "quadratus_lumborum") for side in SIDES
)
VESSELS = (
    *("abdominal_aorta", "inferior_vena_cava"),
    *(
        f"{part}_iliac_{kind}_{side}"
        for part in ("common", "external", "internal")
        for kind in ("artery", "vein")
        for side in SIDES
    ),
)
WALL = tuple(f"{part}_{side}" for part in ("inguinal_ligament", "deep_circumflex_iliac_artery") for side in SIDES)
NERVES = tuple(
    f"{nerve}_nerve_{side}" for nerve in ("femoral", "lateral_femoral_cutaneous", "genitofemoral") for side in SIDES
)
NODES = ("lumbar_lymph_nodes", "external_iliac_lymph_nodes_right", "external_iliac_lymph_nodes_left")
ABOVE = (
    "diaphragm",
    *(
        f"{part}_{side}"
        for part in ("crus_of_diaphragm", "medial_arcuate_ligament", "lateral_arcuate_ligament")
        for side in SIDES
    ),
)


def obstacles(around: Sequence[str], built: Built, box: Box) -> Field:
    """Signed distance to bones, to what was sculpted before, and to the abdominal wall from within."""
    hard = bones(around, box)
    others = [Neighbour(surface, box) for surface in built.values()]
    near = [one for one in others if np.all(np.asarray(one.box[1]) - np.asarray(one.box[0]) > 0)]

    def field(points: Points) -> Values:
        value = np.minimum(hard(points) - BONE_GAP, _within_the_wall(points))
        for other in near:
            value = np.minimum(value, other(points) - GAP)
        return value

    return field


def _within_the_wall(points: Points) -> Values:
    """How far points (n, 3) lie within the inner face of the abdominal wall, in mm, (n,)."""
    at = wall.places(points)
    return -trunk_sweep()(points) - wall.depth("transversus", at) - wall.thickness("transversus", at) - WALL_GAP


@dataclass(frozen=True)
class Grain:
    """How an organ is drawn: ``spacing`` of its lattice in mm, how many ``triangles``, its ``colour`` (to 255)."""

    spacing: float
    triangles: int
    colour: tuple[float, float, float]


def fitted(shape: Field, taken: Field, box: Box, grain: Grain) -> Surface:
    """The surface of what is left of a shape, in one piece without tunnels."""

    def left(points: Points) -> Values:
        value = shape(points)
        near = value < 4.0
        value[near] = smooth_max(value[near], -taken(points[near]), EDGE)
        return value

    solid = Grid(*sample(left, box, grain.spacing))
    whole = without_tunnels(solid, lambda points: taken(points) < BLUR)
    made = thinned(meshed(softened(whole)), grain.triangles)
    return made.with_arrays(hue=np.tile(np.asarray(grain.colour, float), (len(made.points), 1)))


def laid(course: Points, taken: Field, clear: float) -> Points:
    """A course (n, 3), moved to the front where it would come nearer than ``clear`` mm to what is there."""
    steps = np.arange(0.0, 120.0, 1.0)
    placed = course.copy()
    for i, point in enumerate(course):
        column = point - steps[:, None] * np.array([0.0, 1.0, 0.0])
        free = taken(column) > clear
        placed[i] = column[free.argmax()] if free.any() else point
    return placed
