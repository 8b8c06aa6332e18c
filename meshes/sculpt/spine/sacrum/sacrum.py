"""The sacrum: five fused vertebrae with promontory, alae, four pairs of foramina, canal, crests and hiatus.

Drawn in the frame of its upper plate (``body.sacral_plate``) as the mass between four surfaces, with the articular
processes and cornua welded on and the canal with its foramina cut out, then placed in the body.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from meshes.sculpt import body
from meshes.sculpt.kernel.fields import Field, Points, Values, smooth_max, smooth_min
from meshes.sculpt.kernel.surface import Surface, sculpt
from meshes.sculpt.recipe import Built, Recipe
from meshes.sculpt.spine import plates
from meshes.sculpt.spine.sacrum import (
    sacrum_canal,
    sacrum_joint,
    sacrum_mass,
    sacrum_processes,
    sacrum_sheets,
    sacrum_surface,
)

SPACING = 0.9
CORNU_WELD = 6.0  # mm
MOUTH_EDGE = 2.2  # mm by which the edges of foramina, entrance and hiatus are rounded
TRIANGLES = 20_000
NEAR = 4.0  # mm; further outside of the bone neither hollows nor neighbours count
_LOCAL_BOX = ((-72.0, -32.0, -116.0), (72.0, 52.0, 24.0))


@cache
def local_field() -> Field:
    """Signed distance of the sacrum in the frame of the S1 plate."""
    mass, process, cornu = sacrum_mass.mass(), sacrum_processes.articular_process(), sacrum_processes.cornu()
    hollow, table = sacrum_canal.hollows(), sacrum_mass.numbers()

    def shape(points: Points) -> Values:
        drawn = sacrum_surface.lopsided(points)
        fused = smooth_min(mass(drawn), cornu(drawn), CORNU_WELD)
        solid = smooth_min(fused, process(points), table["process_weld"])
        near = solid < NEAR
        close = points[near]
        bone = smooth_max(solid[near] - sacrum_surface.unevenness(close), -hollow(drawn[near]), MOUTH_EDGE)
        solid[near] = sacrum_joint.beside_hip_bone(close, bone)
        return solid

    return shape


def field(structure: str = "sacrum") -> Field:
    """Signed distance of the sacrum in the body. Raises KeyError for another structure."""
    if structure != "sacrum":
        raise KeyError(structure)
    return body.sacral_plate().place(local_field())


def bounds(structure: str = "sacrum") -> body.Box:
    """A box of the body, ((x0, y0, z0), (x1, y1, z1)), that holds the sacrum. Raises KeyError for another structure."""
    if structure != "sacrum":
        raise KeyError(structure)
    return body.sacral_plate().box_around(_LOCAL_BOX)


def landmarks() -> dict[str, Points]:
    """Named points of the sacrum in the body, each (3,); the right one where there are two."""
    pelvic, dorsal = sacrum_sheets.front(), sacrum_sheets.back()

    def on_front(x: float, z: float) -> list[float]:
        return [-x, float(pelvic.height(np.array([[x, z]]))[0]), z]

    def on_back(x: float, z: float) -> list[float]:
        return [-x, float(dorsal.height(np.array([[x, z]]))[0]), z]

    found = {
        "promontory": [0.0, float(plates.corners(sacrum_sheets.PLATE)[:, 1].min()), 0.0],
        "ala_right": [-45.0, 3.0, -7.0],
        "s1_s2_front": on_front(0.0, -30.5),
        "s2_level": on_back(0.0, -47.0),
        "s3_front": on_front(0.0, -61.0),
        "foramen_s1_right": on_front(24.5, -32.5),
        "median_crest_s1": on_back(0.0, -23.0),
        "hiatus": on_back(0.0, -84.0),
        "inferior_lateral_angle_right": [-30.0, 6.5, -87.0],
        "apex": [0.0, 5.0, -106.0],
    }
    return {name: body.sacral_plate().to_body(place) for name, place in found.items()}


def _make(_built: Built) -> Surface:
    return sacrum_surface.marked(sculpt(field(), bounds(), SPACING, TRIANGLES))


RECIPES = (Recipe(id="sacrum", kind="bone", make=_make, genus=sacrum_canal.GENUS, volume=(110.0, 260.0)),)
