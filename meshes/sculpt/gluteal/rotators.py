"""The short rotators behind the hip joint: piriformis and both obturators."""

from __future__ import annotations

from meshes.sculpt.neighbourhood.layered import Plan, recipes

PIRIFORMIS = Plan(
    name="piriformis",
    table="gluteal/piriformis.csv",
    around=("hip_bone_right", "femur_right", "sacrum"),
    yields_to=("gluteus_minimus_right",),
    volume=(30.0, 60.0),
    seed=54,
    rows=12,
    layers=4,
    tendons=(4.0, 26.0),
    triangles=10_000,
)
RECIPES = recipes(PIRIFORMIS)
