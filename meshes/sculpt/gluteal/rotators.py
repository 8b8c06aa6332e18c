"""The short rotators behind the hip joint: piriformis and both obturators."""

from __future__ import annotations

from meshes.sculpt.neighbourhood.layered import Plan, recipes

NERVES = ("sciatic_nerve_right", "superior_gluteal_nerve_right", "inferior_gluteal_nerve_right")
LIGAMENTS = ("hip_joint_capsule_right", "sacrospinous_ligament_right", "sacrotuberous_ligament_right")

PIRIFORMIS = Plan(
    name="piriformis",
    tables=("gluteal/piriformis.csv",),
    around=("hip_bone_right", "femur_right", "sacrum"),
    yields_to=(*NERVES, *LIGAMENTS, "gluteus_minimus_right"),
    volume=(30.0, 60.0),
    seed=54,
    rows=12,
    layers=4,
    tendons=(4.0, 26.0),
    rim=3.0,
    triangles=10_000,
)
INTERNUS = Plan(
    name="obturator_internus",
    tables=("gluteal/obturator_internus.csv",),
    around=("hip_bone_right", "femur_right"),
    yields_to=("sciatic_nerve_right", *LIGAMENTS, "piriformis_right", "ischiofemoral_ligament_right"),
    volume=(30.0, 75.0),
    seed=55,
    sliver=1.3,
    rows=16,
    layers=3,
    tendons=(3.0, 45.0),
    triangles=12_000,
)
EXTERNUS = Plan(
    name="obturator_externus",
    tables=("gluteal/obturator_externus.csv",),
    around=("hip_bone_right", "femur_right"),
    yields_to=(
        "sciatic_nerve_right",
        "hip_joint_capsule_right",
        "obturator_internus_right",
        "pectineus_right",
        "adductor_brevis_right",
        "adductor_magnus_right",
    ),
    volume=(20.0, 50.0),
    seed=56,
    rows=14,
    layers=3,
    tendons=(3.0, 30.0),
    triangles=10_000,
)
RECIPES = (*recipes(PIRIFORMIS), *recipes(INTERNUS), *recipes(EXTERNUS))
