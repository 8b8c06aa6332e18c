"""The nerves of the right side, schematic: lumbar roots T12 to L5 out of their foramina, and what grows from them.

The plexus lies in the rear third of psoas; its nerves leave at the outer border (iliohypogastric, ilioinguinal, lateral
femoral cutaneous, femoral), through the front (genitofemoral) and at the inner border (obturator, lumbosacral trunk).
The sciatic and the gluteal nerves go on from where the lumbosacral trunk joins the sacral plexus.
"""

from __future__ import annotations

import numpy as np

from meshes.sculpt.kernel.fields import Field, Points, Values
from meshes.sculpt.kernel.grids import FAR, distance_to
from meshes.sculpt.kernel.surface import Surface
from meshes.sculpt.kernel.tubes import Branch, meshed
from meshes.sculpt.nerves.nerve_courses import Courses, numbers
from meshes.sculpt.recipe import Built, Recipe, paired

ROOTS = tuple(f"nerve_root_{level}" for level in ("T12", "L1", "L2", "L3", "L4", "L5"))
# The nerves of the plexus, and the muscles that each lies on or ends in.
MUSCLES: dict[str, tuple[str, ...]] = {
    "nerve_root_L1": ("psoas_minor_right",),
    "iliohypogastric_nerve": (),
    "ilioinguinal_nerve": ("iliacus_right",),
    "genitofemoral_nerve": ("psoas_major_right", "iliacus_right", "psoas_minor_right"),
    "lateral_femoral_cutaneous_nerve": ("psoas_major_right", "iliacus_right"),
    "femoral_nerve": ("psoas_major_right", "iliacus_right"),
    "obturator_nerve": (),
    "lumbosacral_trunk": (),
    "sciatic_nerve": (),
    "superior_gluteal_nerve": (),
    "inferior_gluteal_nerve": (),
}
SPACING = 0.5  # mm
TRIANGLE = 0.88  # square mm that a triangle covers, about, on a branch up to STOUT mm wide
STOUT = 8.0


def beneath(built: Built, muscles: tuple[str, ...]) -> Field:
    """Signed distance to the nearest of some muscles; FAR where there is none."""
    fields = [distance_to(built[muscle]) for muscle in muscles]

    def field(points: Points) -> Values:
        return np.asarray(np.minimum.reduce([np.full(len(points), FAR), *(one(points) for one in fields)]))

    return field


def sculpted(structure: str, courses: Courses, spacing: float = SPACING) -> Surface:
    """The surface of a right nerve on its course, contoured every ``spacing`` mm. Raises KeyError for another id."""
    branches = tuple(courses.branches(structure).values())
    return meshed(branches, numbers()["weld"], spacing, round(sum(_triangles(branch) for branch in branches)))


def _triangles(branch: Branch) -> float:
    """How many triangles a branch needs: stout ones, whose walls bend less, get along with larger ones."""
    skin = 2.4 * branch.wide[:-1] * np.linalg.norm(np.diff(branch.line, axis=0), axis=1)
    return float((skin / (TRIANGLE * np.maximum(1.0, branch.wide[:-1] / STOUT))).sum())


def _recipes(name: str) -> tuple[Recipe, Recipe]:
    right, muscles = f"{name}_right", MUSCLES.get(name, ())

    def make(built: Built) -> Surface:
        return sculpted(right, Courses(beneath(built, muscles)))

    return paired(Recipe(right, "nerve", make, 0, (0.1, 35.0), muscles))


RECIPES = tuple(recipe for name in dict.fromkeys((*ROOTS, *MUSCLES)) for recipe in _recipes(name))
