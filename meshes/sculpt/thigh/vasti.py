"""The three vasti around the shaft of the femur, as far as the patella."""

from __future__ import annotations

from meshes.sculpt.neighbourhood.layered import Plan, recipes

AROUND = ("femur_right", "patella_right")
MIDDLE = ("rectus_femoris_right", "adductor_magnus_right", "adductor_longus_right")

INTERMEDIUS = Plan(
    name="vastus_intermedius",
    tables=("thigh/vastus_intermedius.csv",),
    around=AROUND,
    yields_to=("psoas_major_right", "iliacus_right"),
    volume=(180.0, 350.0),
    seed=61,
    rows=18,
    layers=6,
    tendons=(3.0, 45.0),
    fade=60.0,
    triangles=16_000,
    spacing=1.2,
)
LATERALIS = Plan(
    name="vastus_lateralis",
    tables=("thigh/vastus_lateralis.csv",),
    around=("hip_bone_right", *AROUND),
    yields_to=("vastus_intermedius_right", *MIDDLE, "gluteus_medius_right", "gluteus_minimus_right"),
    volume=(600.0, 1050.0),
    below_skin=6.8,  # the iliotibial tract lies on it
    seed=62,
    rows=26,
    layers=5,
    tendons=(3.0, 30.0),
    fade=50.0,
    spacing=1.3,
    triangles=24_000,
)
MEDIALIS = Plan(
    name="vastus_medialis",
    tables=("thigh/vastus_medialis.csv",),
    around=AROUND,
    yields_to=(
        "vastus_intermedius_right",
        "vastus_lateralis_right",
        *MIDDLE,
        "adductor_brevis_right",
        "pectineus_right",
        "femoral_artery_right",
        "femoral_vein_right",
    ),
    volume=(250.0, 560.0),
    seed=63,
    sliver=1.8,
    rows=22,
    layers=5,
    tendons=(3.0, 14.0),
    fade=25.0,
    spacing=1.2,
    triangles=20_000,
)
RECIPES = (*recipes(INTERMEDIUS), *recipes(LATERALIS), *recipes(MEDIALIS))
