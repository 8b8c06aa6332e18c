"""Pectineus: the flat quadrangle from the pecten pubis to the line below the lesser trochanter."""

from __future__ import annotations

from meshes.sculpt.neighbourhood.gated import Plan, recipes

PLAN = Plan(
    name="pectineus",
    tables=("thigh/pectineus_origin.csv", "thigh/pectineus_gates.csv", "thigh/pectineus_insertion.csv"),
    around=("hip_bone_right", "femur_right"),
    yields_to=(
        "psoas_major_right",
        "psoas_major_left",
        "iliacus_right",
        "iliacus_left",
        "femoral_artery_right",
        "femoral_vein_right",
        "adductor_brevis_right",
        "obturator_internus_right",
        "pubofemoral_ligament_right",
    ),
    volume=(45.0, 85.0),
    stays_behind=("femoral_artery_right", "femoral_vein_right"),
    seed=31,
    tendons=(4.0, 10.0),
    triangles=10_000,
)
RECIPES = recipes(PLAN)
