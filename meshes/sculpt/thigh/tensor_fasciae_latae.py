"""Tensor fasciae latae: from the front of the iliac crest down into the iliotibial tract."""

from __future__ import annotations

from meshes.sculpt.neighbourhood.gated import Plan, recipes

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
        "iliotibial_tract_right",
    ),
    volume=(60.0, 90.0),
    seed=38,
    across=None,
    tendons=(5.0, 14.0),
    ending="near",
    triangles=10_000,
)
RECIPES = recipes(PLAN)
