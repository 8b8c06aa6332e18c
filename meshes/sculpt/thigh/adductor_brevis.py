"""Adductor brevis: behind pectineus and adductor longus, from the pubis to the upper part of the linea aspera."""

from __future__ import annotations

from meshes.sculpt.neighbourhood.gated import Plan, recipes

PLAN = Plan(
    name="adductor_brevis",
    tables=(
        "thigh/adductor_brevis_origin.csv",
        "thigh/adductor_brevis_gates.csv",
        "thigh/adductor_brevis_insertion.csv",
    ),
    around=("hip_bone_right", "femur_right"),
    yields_to=(
        "psoas_major_right",
        "psoas_major_left",
        "iliacus_right",
        "iliacus_left",
        "femoral_artery_right",
        "femoral_vein_right",
        "obturator_nerve_right",
    ),
    volume=(95.0, 135.0),
    seed=36,
    across=(0.0, 0.0, 1.0),
    tendons=(4.0, 8.0),
    pull=0.5,
    triangles=10_000,
)
RECIPES = recipes(PLAN)
