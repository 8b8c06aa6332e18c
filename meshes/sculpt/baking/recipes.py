"""All recipes, in the order in which the structures are listed."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from meshes.sculpt.recipe import Recipe

MODULES = (
    "spine.vertebrae.vertebrae",
    "spine.discs",
    "spine.sacrum.sacrum",
    "spine.sacrum.coccyx",
    "thorax.rib",
    "pelvis.hip_bone",
    "pelvis.symphysis",
    "leg.femur",
    "leg.patella",
    "leg.leg",
    "muscles.psoas_major",
    "muscles.psoas_minor",
    "muscles.iliacus",
    "muscles.sheets.obliques",
    "muscles.sheets.rectus",
    "muscles.sheets.crura",
    "muscles.sheets.diaphragm",
    "nerves.nerves",
    "vessels.vessels",
    "vessels.lymph_nodes",
    "skin.skin",
    "hip_joint.wrapping",
    "hip_joint.labrum",
    "ligaments.spanning",
    "ligaments.lying",
    "trunk.quadratus_lumborum",
    "trunk.multifidus",
    "trunk.erector_spinae",
    "thigh.adductor_brevis",
    "thigh.adductor_magnus",
    "thigh.pectineus",
    "gluteal.glutei",
    "gluteal.rotators",
    "thigh.vasti",
    "thigh.hamstrings",
    "thigh.adductor_longus",
    "thigh.gracilis",
    "thigh.rectus_femoris",
    "thigh.sartorius",
    "thigh.iliotibial_tract",
    "thigh.tensor_fasciae_latae",
    "organs.kidneys",
    "organs.hollow",
    "organs.tubes",
)


@cache
def recipes() -> dict[str, Recipe]:
    """Every recipe by structure id. Raises TableError where a table cannot be used."""
    every = [recipe for module in MODULES for recipe in import_module(f"meshes.sculpt.{module}").RECIPES]
    return {recipe.id: recipe for recipe in every}


@cache
def home(structure: str) -> str:
    """The module that holds a structure's recipe, named from this package on: "leg.femur"."""
    return next(
        module
        for module in MODULES
        if any(recipe.id == structure for recipe in import_module(f"meshes.sculpt.{module}").RECIPES)
    )
