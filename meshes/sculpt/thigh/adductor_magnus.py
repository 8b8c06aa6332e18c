"""Adductor magnus: a fan from the ramus to the linea aspera, and a part from the tuberosity to the tubercle."""

from __future__ import annotations

from meshes.sculpt.neighbourhood.gated import Plan, recipes

PLAN = Plan(
    name="adductor_magnus",
    tables=(
        "thigh/adductor_magnus_origin.csv",
        "thigh/adductor_magnus_gates.csv",
        "thigh/adductor_magnus_insertion.csv",
    ),
    around=("hip_bone_right", "femur_right"),
    yields_to=(
        "pectineus_right",
        "psoas_major_right",
        "psoas_major_left",
        "iliacus_right",
        "iliacus_left",
        "femoral_artery_right",
        "femoral_vein_right",
        "adductor_brevis_right",
        "adductor_longus_right",
    ),
    volume=(500.0, 640.0),
    seed=37,
    own_tendons=True,
    leave=25.0,
    pull=0.5,
    triangles=24_000,
)
RECIPES = recipes(PLAN)
