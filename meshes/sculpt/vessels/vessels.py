"""Arteries and veins from the aortic hiatus to the popliteal fossa, each structure a stretch of lines that run on.

Where one vessel ends and the next begins both are cut clean at the same place of the same line, so they fit.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from meshes.sculpt import body
from meshes.sculpt.kernel.fields import Field, Points, Values, smooth_max, smooth_min
from meshes.sculpt.kernel.surface import Surface
from meshes.sculpt.kernel.tubes import Branch, contoured
from meshes.sculpt.recipe import Built, Recipe
from meshes.sculpt.tables import read_words
from meshes.sculpt.vessels.vessel_lines import FINE, Lines, around, numbers

TABLE = "vessels/vessel_pieces.csv"
EDGE = 0.5  # mm to which the rim of a cut is rounded
SPARE = 6.0  # mm of a line beyond a cut, so that the cut is flat
JOINT = 0.1  # mm between vessels that were cut apart
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
    *("ilioinguinal_nerve_right", "obturator_nerve_right", "lumbosacral_trunk_right"),
)
FIXED = (*BONES, *MUSCLES, *NERVES)


@dataclass(frozen=True)
class Stretch:
    """A line from ``start`` to ``stop``, cut free of the wall of the line ``free_of`` ("-" for none).

    Both ends are places, or so many mm after one ("fork+11"), or "-" for the line's own end.
    """

    line: str
    start: str
    stop: str
    free_of: str


@cache
def stretches() -> dict[str, tuple[Stretch, ...]]:
    """What each structure is made of; left ones as the right ones. Raises TableError for a faulty table."""
    columns = [read_words(TABLE, column) for column in ("start", "stop", "free_of")]
    found: dict[str, tuple[Stretch, ...]] = {}
    for name in columns[0]:
        structure, _, line = name.partition(": ")
        stretch = Stretch(line, *(column[name] for column in columns))
        found[structure] = (*found.get(structure, ()), stretch)
        if structure.endswith("_right"):
            left = f"{structure.removesuffix('right')}left"
            found[left] = (*found.get(left, ()), _to_left(stretch))
    return found


def _to_left(stretch: Stretch) -> Stretch:
    line, free_of = (
        f"{name.removesuffix('right')}left" if name.endswith(" right") else name
        for name in (stretch.line, stretch.free_of)
    )
    return Stretch(line, stretch.start, stretch.stop, free_of)


def lines(built: Built) -> Lines:
    """All lines, led among the structures that were built before."""
    room = dict.fromkeys(BONES, numbers()["bone_clearance"]) | dict.fromkeys(
        (*MUSCLES, *NERVES), numbers()["soft_clearance"]
    )
    return Lines(around({name: built[name] for name in FIXED}, room))


def cut(every: Lines, stretch: Stretch) -> tuple[Branch, Field]:
    """The samples of a stretch with a little more at its ends, and the solid that is cut from them."""
    whole = every.branch(stretch.line)
    first = _sample(every, stretch.line, stretch.start, 0)
    last = _sample(every, stretch.line, stretch.stop, len(whole.line) - 1)
    more = round(SPARE / FINE)
    part = whole.part(max(first - more, 0), min(last + more, len(whole.line) - 1) + 1)
    planes = [(whole.line[last], whole.along[last])]
    if first > 0 or not every.springs(stretch.line):
        planes.append((whole.line[first], -whole.along[first]))
    off = every.branch(stretch.free_of).distance if stretch.free_of != "-" else None

    def field(points: Points) -> Values:
        value = part.distance(points)
        for through, outward in planes:
            value = smooth_max(value, (points - through) @ outward + JOINT / 2, EDGE)
        return smooth_max(value, JOINT - off(points), EDGE) if off else value

    return part, field


def _sample(every: Lines, line: str, place: str, end: int) -> int:
    if place == "-":
        return end
    name, _, further = place.partition("+")
    return every.sample(line, name) + round(float(further or 0) / FINE)


def sculpted(structure: str, every: Lines, spacing: float | None = None) -> Surface:
    """The surface of a vessel. Raises KeyError for another id."""
    parts = [cut(every, stretch) for stretch in stretches()[structure]]
    branches = [branch for branch, _ in parts]
    weld = numbers()["weld"]

    def shape(points: Points) -> Values:
        value = parts[0][1](points)
        for _, field in parts[1:]:
            value = smooth_min(value, field(points), weld)
        return value

    skin = sum(3.0 * branch.wide.mean() * FINE * len(branch.line) for branch in branches)
    triangles = int(np.clip(skin / TRIANGLE, LOWEST, HIGHEST))
    fine = spacing or (0.5 if max(branch.wide.max() for branch in branches) < 5.0 else 0.8)
    return contoured(shape, branches, fine, triangles, bodies(structure))


def bodies(structure: str) -> int:
    """Of how many pieces a structure consists."""
    return len(stretches()[structure]) if structure.startswith("lumbar_arteries") else 1


def _kind(structure: str) -> str:
    return "vein" if "vein" in structure or "cava" in structure else "artery"


def _recipe(structure: str) -> Recipe:
    def make(built: Built, structure: str = structure) -> Surface:
        return sculpted(structure, lines(built))

    return Recipe(structure, _kind(structure), make, 0, (0.1, 150.0), FIXED, bodies=bodies(structure))


RECIPES = tuple(_recipe(structure) for structure in stretches())
