"""The hamstrings from the ischial tuberosity to the leg, the short head of biceps with them."""

from __future__ import annotations

from meshes.sculpt.neighbourhood.layered import Plan, recipes

AROUND = ("hip_bone_right", "femur_right", "tibia_right", "fibula_right")
DEEP = ("sciatic_nerve_right", "sacrotuberous_ligament_right", "adductor_magnus_right")

SEMIMEMBRANOSUS = Plan(
    name="semimembranosus",
    tables=("thigh/semimembranosus.csv",),
    around=AROUND,
    yields_to=(*DEEP, "femoral_artery_right", "femoral_vein_right", "gracilis_right", "vastus_medialis_right"),
    volume=(180.0, 320.0),
    seed=71,
    rows=10,
    layers=5,
    tendons=(100.0, 40.0),
    fade=40.0,
    spacing=1.2,
    rim=2.6,
    triangles=16_000,
)
BICEPS = Plan(
    name="biceps_femoris",
    tables=("thigh/biceps_femoris_long.csv", "thigh/biceps_femoris_short.csv"),
    around=AROUND,
    yields_to=(*DEEP, "semimembranosus_right", "vastus_lateralis_right"),
    volume=(220.0, 400.0),
    seed=72,
    rows=8,
    layers=6,
    tendons=(30.0, 55.0),
    fade=40.0,
    spacing=1.2,
    rim=2.6,
    triangles=18_000,
)
SEMITENDINOSUS = Plan(
    name="semitendinosus",
    tables=("thigh/semitendinosus.csv",),
    around=AROUND,
    yields_to=(*DEEP, "gracilis_right", "semimembranosus_right", "biceps_femoris_right"),
    volume=(130.0, 250.0),
    seed=73,
    rows=9,
    layers=5,
    tendons=(25.0, 110.0),
    fade=40.0,
    spacing=1.2,
    rim=2.6,
    triangles=16_000,
)
RECIPES = (*recipes(SEMIMEMBRANOSUS), *recipes(BICEPS), *recipes(SEMITENDINOSUS))
