"""Quadratus lumborum: the quadrangle from the iliac crest to the last rib and the transverse processes L1 to L4."""

from __future__ import annotations

from meshes.sculpt.neighbourhood.gated import Plan, recipes

PLAN = Plan(
    name="quadratus_lumborum",
    tables=(
        "trunk/quadratus_lumborum_origin.csv",
        "trunk/quadratus_lumborum_gates.csv",
        "trunk/quadratus_lumborum_insertion.csv",
    ),
    around=(
        "hip_bone_right",
        "rib_12_right",
        "vertebra_L1",
        "vertebra_L2",
        "vertebra_L3",
        "vertebra_L4",
        "vertebra_L5",
    ),
    yields_to=(
        *("psoas_major_right", "psoas_major_left", "iliacus_right", "iliacus_left", "iliolumbar_ligament_right"),
        *(f"{nerve}_nerve_{side}" for nerve in ("iliohypogastric", "ilioinguinal") for side in ("right", "left")),
        *("nerve_root_T12_right", "nerve_root_T12_left", "lateral_arcuate_ligament_right", "diaphragm"),
        *("transversus_abdominis_right", "internal_oblique_right", "external_oblique_right"),
    ),
    volume=(45.0, 110.0),
    seed=51,
    genus=2,
    tendons=(6.0, 8.0),
    triangles=14_000,
)
RECIPES = recipes(PLAN)
