"""Adductor longus: the triangle from the pubis to the linea aspera, inner border of the femoral triangle."""

from __future__ import annotations

from meshes.sculpt.neighbourhood.gated import Plan, recipes

PLAN = Plan(
    name="adductor_longus",
    tables=(
        "thigh/adductor_longus_origin.csv",
        "thigh/adductor_longus_gates.csv",
        "thigh/adductor_longus_insertion.csv",
    ),
    around=("hip_bone_right", "femur_right"),
    yields_to=(
        "psoas_major_right",
        "psoas_major_left",
        "iliacus_right",
        "iliacus_left",
        "femoral_artery_right",
        "femoral_vein_right",
        "adductor_brevis_right",
        "pectineus_right",
    ),
    volume=(125.0, 190.0),
    stays_behind=("femoral_artery_right", "femoral_vein_right"),
    seed=35,
    across=(0.0, 0.0, 1.0),
    tendons=(18.0, 8.0),
    pull=0.5,
    triangles=12_000,
)
RECIPES = recipes(PLAN)
