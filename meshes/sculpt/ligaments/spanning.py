"""Ligaments that span from bone to bone: inguinal, sacrospinous, sacrotuberous, iliolumbar; sculpted as muscles are."""

from __future__ import annotations

from dataclasses import replace

from meshes.sculpt.neighbourhood.gated import Plan, recipes

SOFT = ("psoas_major_right", "psoas_major_left", "iliacus_right", "iliacus_left")
INGUINAL = Plan(
    name="inguinal_ligament",
    kind="ligament",
    tables=(
        "ligaments/inguinal_ligament_origin.csv",
        "ligaments/inguinal_ligament_gates.csv",
        "ligaments/inguinal_ligament_insertion.csv",
    ),
    around=("hip_bone_right",),
    yields_to=(*SOFT, "inguinal_lymph_nodes_right", "inguinal_lymph_nodes_left"),
    volume=(1.2, 6.0),
    seed=71,
    across=(0.0, 0.0, 1.0),
    tendons=(0.0, 0.0),
    run=5.0,
    spacing=0.6,
    triangles=4_000,
    closing=2.0,
    groove=0.12,
    even=0.8,
    tip=0.8,
)
SACROSPINOUS = replace(
    INGUINAL,
    name="sacrospinous_ligament",
    tables=(
        "ligaments/sacrospinous_ligament_origin.csv",
        "ligaments/sacrospinous_ligament_gates.csv",
        "ligaments/sacrospinous_ligament_insertion.csv",
    ),
    around=("hip_bone_right", "sacrum", "coccyx"),
    yields_to=(),
    volume=(1.5, 7.0),
    seed=72,
)
SACROTUBEROUS = replace(
    SACROSPINOUS,
    name="sacrotuberous_ligament",
    tables=(
        "ligaments/sacrotuberous_ligament_origin.csv",
        "ligaments/sacrotuberous_ligament_gates.csv",
        "ligaments/sacrotuberous_ligament_insertion.csv",
    ),
    yields_to=("sacrospinous_ligament_right",),
    volume=(4.0, 20.0),
    seed=73,
    across=(1.0, 0.0, 0.0),
)
ILIOLUMBAR = replace(
    INGUINAL,
    name="iliolumbar_ligament",
    tables=(
        "ligaments/iliolumbar_ligament_origin.csv",
        "ligaments/iliolumbar_ligament_gates.csv",
        "ligaments/iliolumbar_ligament_insertion.csv",
    ),
    around=("hip_bone_right", "sacrum", "vertebra_L5", "vertebra_L4"),
    yields_to=(),
    volume=(0.6, 5.0),
    seed=74,
)
RECIPES = tuple(recipe for plan in (INGUINAL, SACROSPINOUS, SACROTUBEROUS, ILIOLUMBAR) for recipe in recipes(plan))
