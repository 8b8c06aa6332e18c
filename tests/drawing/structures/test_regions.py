"""The named places of the real atlas on the real meshes: each lies on its bone and stands where anatomy has it."""

from functools import cache

import numpy as np
import numpy.typing as npt
import pytest
import pyvista as pv
from trimesh import Trimesh, proximity

from tests.model.annotations.small_file import REAL, ROOT
from viewer.model.annotations.load import load

Array = npt.NDArray[np.float64]
REGIONS = load(REAL).regions
NEAR = 3.0  # mm from the surface


@cache
def surface(structure: str) -> Trimesh:
    mesh = pv.read(ROOT / "meshes" / "baked" / f"{structure}.vtp")
    return Trimesh(mesh.points, mesh.regular_faces, process=False)


def place(name: str, side: str = "right") -> Array:
    """(lateral, posterior, superior) of a region, whatever its side."""
    found = REGIONS.get(f"{name}_{side}") or REGIONS[name]
    return np.asarray(found.place) * [1.0 if side == "left" else -1.0, 1.0, 1.0]


@pytest.mark.parametrize("structure", sorted({region.structure for region in REGIONS.values()}))
def test_every_region_lies_on_its_structure(structure):
    here = {name: region.place for name, region in REGIONS.items() if region.structure == structure}
    away = proximity.closest_point(surface(structure), np.array(list(here.values())))[1]
    assert {name: far for name, far in zip(here, away.round(1), strict=True) if far > NEAR} == {}


HIGHER = [  # the first lies above the second
    ("iliac_crest", "posterior_superior_iliac_spine"),
    ("iliac_crest", "iliac_tubercle"),
    ("iliac_tubercle", "anterior_superior_iliac_spine"),
    ("posterior_superior_iliac_spine", "posterior_inferior_iliac_spine"),
    ("posterior_inferior_iliac_spine", "greater_sciatic_notch"),
    ("anterior_superior_iliac_spine", "anterior_inferior_iliac_spine"),
    ("anterior_inferior_iliac_spine", "iliopubic_eminence"),
    ("iliopubic_eminence", "pubic_tubercle"),
    ("greater_sciatic_notch", "ischial_spine"),
    ("ischial_spine", "lesser_sciatic_notch"),
    ("lesser_sciatic_notch", "ischial_tuberosity"),
    ("superior_pubic_ramus", "obturator_groove"),
    ("obturator_foramen", "inferior_pubic_ramus"),
    ("arcuate_line", "pecten_pubis"),
    ("femoral_neck", "intertrochanteric_line"),
    ("femoral_neck", "lesser_trochanter"),
    ("intertrochanteric_crest", "lesser_trochanter"),
    ("lesser_trochanter", "pectineal_line_of_femur"),
    ("pectineal_line_of_femur", "linea_aspera"),
    ("linea_aspera", "adductor_tubercle"),
    ("adductor_tubercle", "medial_epicondyle_of_femur"),
    ("base_of_patella", "apex_of_patella"),
    ("apex_of_patella", "tibial_tuberosity"),
    ("spinous_process_of_L3", "spinous_process_of_L4"),
    ("body_of_L5", "sacral_promontory"),
    ("ala_of_sacrum", "first_sacral_foramen"),
]
FURTHER_BACK = [
    ("posterior_superior_iliac_spine", "iliac_crest"),
    ("iliac_crest", "iliac_tubercle"),
    ("iliac_tubercle", "anterior_superior_iliac_spine"),
    ("anterior_inferior_iliac_spine", "anterior_superior_iliac_spine"),
    ("ischial_spine", "lesser_sciatic_notch"),
    ("ischial_spine", "greater_sciatic_notch"),
    ("pecten_pubis", "pubic_tubercle"),
    ("auricular_surface_of_ilium", "arcuate_line"),
    ("iliac_tuberosity", "auricular_surface_of_ilium"),
    ("lesser_trochanter", "femoral_neck"),
    ("lesser_trochanter", "intertrochanteric_line"),
    ("intertrochanteric_crest", "lesser_trochanter"),
    ("trochanteric_fossa", "intertrochanteric_line"),
    ("linea_aspera", "femoral_neck"),
    ("transverse_process_of_L4", "body_of_L4"),
    ("spinous_process_of_L4", "transverse_process_of_L4"),
    ("median_sacral_crest", "sacral_promontory"),
]
MORE_LATERAL = [
    ("iliac_tubercle", "anterior_superior_iliac_spine"),
    ("anterior_superior_iliac_spine", "anterior_inferior_iliac_spine"),
    ("anterior_inferior_iliac_spine", "iliopubic_eminence"),
    ("iliopubic_eminence", "superior_pubic_ramus"),
    ("superior_pubic_ramus", "pecten_pubis"),
    ("pecten_pubis", "pubic_tubercle"),
    ("pubic_tubercle", "pubic_crest"),
    ("pubic_crest", "symphysial_surface"),
    ("ischial_tuberosity", "ramus_of_ischium"),
    ("ramus_of_ischium", "inferior_pubic_ramus"),
    ("acetabular_rim", "acetabular_fossa"),
    ("greater_trochanter", "intertrochanteric_crest"),
    ("intertrochanteric_crest", "lesser_trochanter"),
    ("femoral_neck", "lesser_trochanter"),
    ("femoral_neck", "femoral_head"),
    ("femoral_head", "fovea_of_femoral_head"),
    ("gluteal_tuberosity", "pectineal_line_of_femur"),
    ("lateral_epicondyle_of_femur", "medial_epicondyle_of_femur"),
    ("lateral_condyle_of_femur", "medial_condyle_of_femur"),
    ("auricular_surface_of_ilium", "first_sacral_foramen"),
    ("ala_of_sacrum", "sacral_promontory"),
    ("transverse_process_of_L3", "transverse_process_of_L1"),
]


@pytest.mark.parametrize("side", ["right", "left"])
@pytest.mark.parametrize(
    ("order", "axis"), [(MORE_LATERAL, 0), (FURTHER_BACK, 1), (HIGHER, 2)], ids=["lateral", "posterior", "superior"]
)
def test_regions_stand_in_anatomical_order(order, axis, side):
    assert [pair for pair in order if place(pair[0], side)[axis] <= place(pair[1], side)[axis] + 0.5] == []


def test_both_sides_are_as_far_from_the_midline():
    unlike = {
        name
        for name, region in REGIONS.items()
        if name.endswith("_right")
        and np.linalg.norm(place(name.removesuffix("_right")) - place(name.removesuffix("_right"), "left")) > NEAR
    }
    assert unlike == set()


def test_the_head_of_the_femur_lies_in_its_socket():
    head, fossa = place("femoral_head"), place("acetabular_fossa")
    centre = np.array([87.0, 0.0, 0.0])
    assert np.linalg.norm(head - centre) == pytest.approx(24.0, abs=1.0)
    assert 24.0 < np.linalg.norm(fossa - centre) < 36.0
