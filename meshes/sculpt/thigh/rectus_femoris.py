"""Rectus femoris: two heads above the hip, a belly of two rows of fibres, a tendon to the base of the patella."""

from __future__ import annotations

from meshes.sculpt.neighbourhood.gated import Plan, recipes
from meshes.sculpt.neighbourhood.tendons import Lean, Sheet

PLAN = Plan(
    name="rectus_femoris",
    tables=("thigh/rectus_femoris_origin.csv", "thigh/rectus_femoris_gates.csv", "thigh/rectus_femoris_insertion.csv"),
    around=("hip_bone_right", "femur_right", "patella_right"),
    yields_to=(
        "psoas_major_right",
        "psoas_major_left",
        "iliacus_right",
        "iliacus_left",
        "femoral_artery_right",
        "femoral_vein_right",
        "vastus_intermedius_right",
        "hip_joint_capsule_right",
        "iliofemoral_ligament_right",
    ),
    volume=(230.0, 300.0),
    seed=32,
    genus=1,
    own_tendons=True,
    sheets=(Sheet("origin", (0.0, -1.0, 0.0), 190.0, 0.22), Sheet("insertion", (0.0, 1.0, 0.0), 215.0, 0.38)),
    lean=Lean((0.0, -1.0, 0.0), 14.0),
    triangles=18_000,
)
RECIPES = recipes(PLAN)
