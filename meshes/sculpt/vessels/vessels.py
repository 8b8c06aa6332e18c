"""Arteries and veins from the aortic hiatus to the popliteal fossa, each structure a stretch of lines that run on.

Where one vessel ends and the next begins both are cut clean at the same place of the same line, so they fit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from meshes.sculpt import body
from meshes.sculpt.kernel.fields import Points, Values, smooth_min
from meshes.sculpt.kernel.surface import Surface, normals, unit
from meshes.sculpt.kernel.tubes import contoured
from meshes.sculpt.recipe import Built, Recipe
from meshes.sculpt.vessels.vessel_lines import FINE, Lines, around, numbers
from meshes.sculpt.vessels.vessel_pieces import Cut, cut, stretches

FINEST, COARSEST = (
    0.5,
    0.8,
)  # mm between the points of the lattice, for vessels up to SMALL mm across and for larger ones
SMALL = 5.0
RIM = 0.7  # of that spacing, within which a point goes to a rim
TRIANGLE = 2.2  # square mm that a triangle covers, about
LOWEST, HIGHEST = 3000, 8000  # triangles

BONES = (
    *(f"vertebra_{level}" for level in body.VERTEBRAE),
    *(f"disc_{disc}" for disc in body.DISCS),
    *("sacrum", "hip_bone_right", "femur_right"),
)
FORMS = ("psoas_minor", "psoas_minor_two_headed", "psoas_minor_fascia_only")
MUSCLES = tuple(f"{name}_{side}" for name in ("psoas_major", "iliacus", *FORMS) for side in ("right", "left"))
NERVES = (
    *(f"nerve_root_{level}_right" for level in body.VERTEBRAE),
    *("genitofemoral_nerve_right", "lateral_femoral_cutaneous_nerve_right", "femoral_nerve_right"),
    *("ilioinguinal_nerve_right", "obturator_nerve_right", "lumbosacral_trunk_right", "sciatic_nerve_right"),
    *("superior_gluteal_nerve_right", "inferior_gluteal_nerve_right"),
)
FIXED = (*BONES, *MUSCLES, *NERVES, "anterior_longitudinal_ligament")
_LED: dict[int, Lines] = {}  # the lines that were led last, by what they were led among: all vessels share them


def lines(built: Built) -> Lines:
    """All lines, led among the structures FIXED, which were built before."""
    key = hash(tuple(built[name].points.tobytes() for name in FIXED))
    if key not in _LED:
        room = dict.fromkeys(FIXED, numbers()["soft_clearance"]) | dict.fromkeys(BONES, numbers()["bone_clearance"])
        _LED.clear()
        _LED[key] = Lines(around({name: built[name] for name in FIXED}, room))
    return _LED[key]


def sculpted(structure: str, every: Lines) -> Surface:
    """The surface of a vessel. Raises KeyError for another id."""
    cuts = [cut(every, stretch) for stretch in stretches()[structure]]
    tubes, weld = [one.tube for one in cuts], numbers()["weld"]
    spacing = FINEST if max(tube.wide.max() for tube in tubes) < SMALL else COARSEST

    def shape(points: Points) -> Values:
        value = cuts[0].distance(points)
        for one in cuts[1:]:
            value = smooth_min(value, one.distance(points), weld)
        return value

    def on_rims(points: Points) -> Points:
        for one in cuts:
            points = one.on_rims(points, RIM * spacing)
        return points

    skin = sum(3.0 * tube.wide.mean() * FINE * len(tube.line) for tube in tubes)
    triangles = int(np.clip(skin / TRIANGLE, LOWEST, HIGHEST))
    return _with_clear_rims(contoured(shape, tubes, spacing, triangles, on_rims), cuts)


def _with_clear_rims(surface: Surface, cuts: Sequence[Cut]) -> Surface:
    """The surface with normals from its triangles, those at rims midway between wall and end, whatever their sizes."""
    ends = np.zeros(len(surface.faces), bool)
    for one in cuts:
        ends |= one.on_ends(surface.points)[surface.faces].all(axis=1)
    sides = (normals(surface.points, surface.faces[which]) for which in (ends, ~ends))
    return replace(surface, normals=unit(sum(sides, np.zeros_like(surface.points))))


def bodies(structure: str) -> int:
    """Of how many pieces a structure consists."""
    return len(stretches()[structure]) if structure.startswith("lumbar_arteries") else 1


def _made(structure: str, built: Built) -> Surface:
    return sculpted(structure, lines(built))


def _recipe(structure: str) -> Recipe:
    kind = "vein" if "vein" in structure or "cava" in structure else "artery"
    return Recipe(structure, kind, partial(_made, structure), 0, (0.1, 90.0), FIXED, bodies=bodies(structure))


RECIPES = tuple(_recipe(structure) for structure in stretches())
