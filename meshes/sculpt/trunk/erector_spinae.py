"""Erector spinae as one mass: from sacrum and iliac crest up behind ribs and transverse processes, cut above."""

from __future__ import annotations

from meshes.sculpt.neighbourhood.gated import Plan, recipes
from meshes.sculpt.neighbourhood.tendons import Sheet

PLAN = Plan(
    name="erector_spinae",
    tables=("trunk/erector_spinae_origin.csv", "trunk/erector_spinae_gates.csv", "trunk/erector_spinae_insertion.csv"),
    around=(
        "vertebra_T12",
        "vertebra_L1",
        "vertebra_L2",
        "vertebra_L3",
        "vertebra_L4",
        "vertebra_L5",
        "sacrum",
        "hip_bone_right",
        "rib_12_right",
    ),
    yields_to=(
        "multifidus_right",
        "quadratus_lumborum_right",
        "lateral_arcuate_ligament_right",
        "posterior_sacroiliac_ligament_right",
    ),
    volume=(330.0, 620.0),
    seed=53,
    genus=1,
    tendons=(30.0, 0.0),
    sheets=(Sheet("origin", (0.0, 1.0, 0.0), 120.0, 0.55),),
    fade=40.0,
    spacing=1.2,
    triangles=22_000,
)
RECIPES = recipes(PLAN)
