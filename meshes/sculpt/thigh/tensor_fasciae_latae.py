"""Tensor fasciae latae: from the front of the iliac crest down into the iliotibial tract."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from meshes.sculpt.kernel.refined import refined
from meshes.sculpt.kernel.surface import Surface
from meshes.sculpt.neighbourhood.gated import Plan, recipes
from meshes.sculpt.recipe import Built, Recipe

TRACT = "iliotibial_tract_right"
LONGEST = 2.5  # mm of an edge of the tract, whose flat faces are of triangles up to 30 mm long

PLAN = Plan(
    name="tensor_fasciae_latae",
    tables=(
        "thigh/tensor_fasciae_latae_origin.csv",
        "thigh/tensor_fasciae_latae_gates.csv",
        "thigh/tensor_fasciae_latae_insertion.csv",
    ),
    around=("hip_bone_right", "femur_right"),
    yields_to=(
        "iliacus_right",
        "iliacus_left",
        "rectus_femoris_right",
        "sartorius_right",
        "gluteus_medius_right",
        "gluteus_minimus_right",
        "vastus_lateralis_right",
        TRACT,
    ),
    volume=(60.0, 90.0),
    seed=38,
    across=None,
    tendons=(5.0, 14.0),
    ending="near",
    triangles=10_000,
)


def _beneath(make: Callable[[Built], Surface], built: Built) -> Surface:
    """The muscle cut free of a tract of small triangles; long ones would leave pits in it."""
    return make({**built, TRACT: refined(built[TRACT], LONGEST)})


def _recipes() -> tuple[Recipe, Recipe]:
    right, left = recipes(PLAN)
    return replace(right, make=partial(_beneath, right.make)), left


RECIPES = _recipes()
