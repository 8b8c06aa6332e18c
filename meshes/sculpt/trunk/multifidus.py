"""Multifidus: short bundles from sacrum and mammillary processes up to the spinous processes beside them."""

from __future__ import annotations

from meshes.sculpt.neighbourhood.gated import Plan, recipes

PLAN = Plan(
    name="multifidus",
    tables=("trunk/multifidus_origin.csv", "trunk/multifidus_gates.csv", "trunk/multifidus_insertion.csv"),
    around=(
        "vertebra_T12",
        "vertebra_L1",
        "vertebra_L2",
        "vertebra_L3",
        "vertebra_L4",
        "vertebra_L5",
        "sacrum",
        "hip_bone_right",
    ),
    yields_to=("posterior_sacroiliac_ligament_right",),
    volume=(70.0, 190.0),
    seed=52,
    tendons=(8.0, 12.0),
    triangles=18_000,
)
RECIPES = recipes(PLAN)
