"""The three glutei: minimus and medius fan out from the wing to the greater trochanter, maximus lies over both."""

from __future__ import annotations

from meshes.sculpt.neighbourhood.layered import Plan, recipes

HIP = ("hip_bone_right", "femur_right")

MINIMUS = Plan(
    name="gluteus_minimus",
    tables=("gluteal/gluteus_minimus.csv",),
    around=HIP,
    yields_to=("superior_gluteal_nerve_right", "hip_joint_capsule_right"),
    volume=(70.0, 130.0),
    seed=51,
    rows=22,
    layers=3,
    tendons=(4.0, 22.0),
    triangles=12_000,
)
MEDIUS = Plan(
    name="gluteus_medius",
    tables=("gluteal/gluteus_medius.csv",),
    around=HIP,
    yields_to=("superior_gluteal_nerve_right", "gluteus_minimus_right", "piriformis_right"),
    volume=(260.0, 400.0),
    seed=52,
    rows=26,
    layers=5,
    tendons=(4.0, 16.0),
    triangles=20_000,
)
MAXIMUS = Plan(
    name="gluteus_maximus",
    tables=("gluteal/gluteus_maximus.csv",),
    around=("hip_bone_right", "femur_right", "sacrum", "coccyx"),
    yields_to=(
        "sciatic_nerve_right",
        "inferior_gluteal_nerve_right",
        "sacrospinous_ligament_right",
        "sacrotuberous_ligament_right",
        "posterior_sacroiliac_ligament_right",
        "gluteus_medius_right",
        "gluteus_minimus_right",
        "piriformis_right",
        "obturator_internus_right",
        "obturator_externus_right",
        "adductor_magnus_right",
        "vastus_lateralis_right",
        "semimembranosus_right",
        "biceps_femoris_right",
        "semitendinosus_right",
    ),
    below_skin=6.8,
    volume=(600.0, 1050.0),
    genus=1,
    seed=53,
    rows=20,
    layers=5,
    tendons=(5.0, 18.0),
    spacing=1.3,
    triangles=26_000,
    groove=0.8,
)
RECIPES = (*recipes(MINIMUS), *recipes(MEDIUS), *recipes(MAXIMUS))
