"""What ``make_pictures`` draws: which structures share a sheet, from which sides, and how tall their rows are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

TALL = 300  # pixels of a picture of one side
AROUND = ("anterior", "right", "posterior", "left")
ABOVE = ("anterior", "right", "posterior", "superior")
FROM = {
    "anterior": "from the front", "right": "from the right", "posterior": "from behind", "left": "from the left",
    "superior": "from above",
}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """The meshes to draw together, the sides to draw them from, and the height of the row in pixels."""

    meshes: tuple[str, ...]
    sides: tuple[str, ...] = AROUND
    tall: int = TALL


@dataclass(frozen=True)
class Sheet:
    """A picture: the name of its file, its heading and its rows."""

    name: str
    heading: str
    rows: tuple[Row, ...]


def _rows(*meshes: str, sides: tuple[str, ...] = AROUND, tall: int = TALL) -> tuple[Row, ...]:
    return tuple(Row((mesh,), sides, tall) for mesh in meshes)


def _of_the_right(*sheets: tuple[str, str, tuple[str, ...]]) -> Iterator[Sheet]:
    """Sheets of paired structures: name, heading, and what has a row of its own."""
    for name, heading, structures in sheets:
        yield Sheet(name, heading, _rows(*(f"{one}_right" for one in structures)))


def _both(*names: str) -> tuple[str, ...]:
    """The ids of both sides."""
    return tuple(f"{name}_{side}" for name in names for side in ("right", "left"))


ROOTS = tuple(f"nerve_root_{level}_right" for level in ("T12", "L1", "L2", "L3", "L4", "L5"))
ALL_DISCS = tuple(f"disc_{name}" for name in ("T12_L1", "L1_L2", "L2_L3", "L3_L4", "L4_L5", "L5_S1"))
SHEETS = (
    Sheet("vertebrae_upper", "Upper vertebrae", _rows("vertebra_T12", "vertebra_L1", "vertebra_L2", sides=ABOVE)),
    Sheet("vertebrae_lower", "Lower vertebrae", _rows("vertebra_L3", "vertebra_L4", "vertebra_L5", sides=ABOVE)),
    Sheet(
        "sacrum_and_discs",
        "Sacrum, coccyx and discs",
        (*_rows("sacrum", "coccyx"), Row(ALL_DISCS), Row(("pubic_symphysis",))),
    ),
    Sheet("hip_and_thigh", "Hip bone and thigh bone", _rows("hip_bone_right", "femur_right", tall=460)),
    Sheet("knee", "Knee", _rows("patella_right", "tibia_right", "fibula_right", "patellar_ligament_right")),
    Sheet("muscles", "Psoas major and iliacus", _rows("psoas_major_right", "iliacus_right", tall=460)),
    Sheet(
        "psoas_minor",
        "Psoas minor and its forms",
        _rows(
            *("psoas_minor_right", "psoas_minor_two_headed_right", "psoas_minor_fascia_only_right"),
            tall=400,
        ),
    ),
    Sheet(
        "nerves_upper",
        "Roots and upper nerves",
        (
            Row(ROOTS),
            *_rows("iliohypogastric_nerve_right", "ilioinguinal_nerve_right", "genitofemoral_nerve_right"),
        ),
    ),
    Sheet(
        "nerves_lower",
        "Lower nerves",
        _rows(
            *("lateral_femoral_cutaneous_nerve_right", "femoral_nerve_right"),
            *("obturator_nerve_right", "lumbosacral_trunk_right"),
        ),
    ),
    Sheet("skin", "Skin", _rows("skin", tall=560)),
    *_of_the_right(
        ("hip_joint", "Hip joint", ("hip_joint_capsule", "iliofemoral_ligament", "pubofemoral_ligament")),
        ("hip_joint_inside", "Labrum and bursa", ("ischiofemoral_ligament", "acetabular_labrum", "iliopsoas_bursa")),
        (
            "pelvic_ligaments",
            "Ligaments of the pelvis",
            ("inguinal_ligament", "sacrotuberous_ligament", "sacrospinous_ligament"),
        ),
        (
            "sacroiliac_ligaments",
            "Ligaments about the sacroiliac joint",
            ("anterior_sacroiliac_ligament", "posterior_sacroiliac_ligament", "iliolumbar_ligament"),
        ),
        ("flexors", "Flexors of the hip", ("rectus_femoris", "sartorius", "tensor_fasciae_latae", "iliotibial_tract")),
        ("adductors", "Adductors", ("pectineus", "adductor_longus", "adductor_brevis", "adductor_magnus", "gracilis")),
        ("glutei", "Gluteal muscles", ("gluteus_maximus", "gluteus_medius", "gluteus_minimus")),
        ("rotators", "Short rotators of the hip", ("piriformis", "obturator_internus", "obturator_externus")),
        ("hamstrings", "Hamstrings", ("biceps_femoris", "semitendinosus", "semimembranosus")),
        ("vasti", "Vasti", ("vastus_lateralis", "vastus_medialis", "vastus_intermedius")),
        ("wall", "Abdominal wall", ("external_oblique", "internal_oblique", "transversus_abdominis")),
        ("rectus", "Rectus abdominis and its sheath", ("rectus_abdominis", "rectus_sheath")),
        ("back", "Back and twelfth rib", ("quadratus_lumborum", "multifidus", "erector_spinae", "rib_12")),
        (
            "femoral_vessels",
            "Vessels of pelvis and thigh",
            ("external_iliac_artery", "external_iliac_vein", "femoral_artery", "femoral_vein"),
        ),
        (
            "gluteal_nerves",
            "Nerves behind the hip",
            ("sciatic_nerve", "superior_gluteal_nerve", "inferior_gluteal_nerve"),
        ),
    ),
    Sheet(
        "diaphragm",
        "Diaphragm and its ligaments",
        (
            *_rows("diaphragm"),
            Row(("crus_of_diaphragm_right", "crus_of_diaphragm_left")),
            Row(("medial_arcuate_ligament_right", "lateral_arcuate_ligament_right")),
            *_rows("anterior_longitudinal_ligament"),
        ),
    ),
    Sheet(
        "great_vessels",
        "Great vessels and lymph nodes",
        (
            Row(("abdominal_aorta", *_both("common_iliac_artery", "internal_iliac_artery"))),
            Row(("inferior_vena_cava", *_both("common_iliac_vein", "internal_iliac_vein"))),
            Row(_both("lumbar_arteries", "iliolumbar_artery", "ascending_lumbar_vein")),
            Row(("lumbar_lymph_nodes", *_both("external_iliac_lymph_nodes", "inguinal_lymph_nodes"))),
        ),
    ),
    Sheet(
        "organs",
        "Organs, schematic",
        (
            Row(_both("kidney", "ureter")),
            Row(("ascending_colon", "vermiform_appendix", "descending_colon", "sigmoid_colon")),
            *_rows("small_bowel", "urinary_bladder"),
        ),
    ),
)
