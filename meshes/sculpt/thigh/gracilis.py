"""Gracilis: the thin strap on the inner side of the thigh, from the pubis to the tibia."""

from __future__ import annotations

from meshes.sculpt.neighbourhood.gated import Plan, recipes

PLAN = Plan(
    name="gracilis",
    tables=("thigh/gracilis_origin.csv", "thigh/gracilis_gates.csv", "thigh/gracilis_insertion.csv"),
    around=("hip_bone_right", "femur_right", "tibia_right"),
    yields_to=("adductor_brevis_right", "adductor_magnus_right", "adductor_longus_right"),
    volume=(85.0, 125.0),
    seed=34,
    across=(0.0, 1.0, 0.0),
    tendons=(6.0, 140.0),
    ending="near",
    triangles=12_000,
)
RECIPES = recipes(PLAN)
