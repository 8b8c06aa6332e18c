"""Sartorius: the long strap from the anterior superior iliac spine round the inner side of the thigh to the tibia."""

from __future__ import annotations

from meshes.sculpt.neighbourhood.gated import Plan, recipes

PLAN = Plan(
    name="sartorius",
    tables=("thigh/sartorius_origin.csv", "thigh/sartorius_gates.csv", "thigh/sartorius_insertion.csv"),
    around=("hip_bone_right", "femur_right", "tibia_right"),
    yields_to=(
        "psoas_major_right",
        "psoas_major_left",
        "iliacus_right",
        "iliacus_left",
        "femoral_artery_right",
        "femoral_vein_right",
        "vastus_medialis_right",
        "semitendinosus_right",
        "pectineus_right",
        "adductor_longus_right",
        "adductor_magnus_right",
        "gracilis_right",
        "rectus_femoris_right",
        "inguinal_ligament_right",
    ),
    volume=(135.0, 185.0),
    seed=34,
    genus=0,
    across=None,
    tendons=(5.0, 75.0),
    ending="near",
    triangles=16_000,
)
RECIPES = recipes(PLAN)
