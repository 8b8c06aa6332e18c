"""The hip bones: each sculpted as a relief with a carved acetabulum; the left one has its own unevenness.

``field`` and ``bounds`` serve neighbours as obstacle and anchor; landmarks, ear and fossa come from
:mod:`meshes.sculpt.pelvis.hip_anchors`.
"""

from __future__ import annotations

from meshes.sculpt.kernel.fields import Field, mirrored
from meshes.sculpt.kernel.surface import Surface, sculpt
from meshes.sculpt.pelvis.hip_anchors import (
    auricular,
    auricular_height,
    iliac_fossa_outline,
    landmarks,
    on_medial_sheet,
)
from meshes.sculpt.pelvis.hip_solid import BOUNDS, hip_bone, right_hip_bone
from meshes.sculpt.pelvis.hip_surface import marked
from meshes.sculpt.recipe import Built, Recipe

__all__ = (
    "RECIPES",
    "auricular",
    "auricular_height",
    "bounds",
    "field",
    "iliac_fossa_outline",
    "landmarks",
    "on_medial_sheet",
)

RIGHT, LEFT = "hip_bone_right", "hip_bone_left"
SPACING, TRIANGLES = 0.8, 25_000
Box = tuple[tuple[float, float, float], tuple[float, float, float]]


def field(structure_id: str) -> Field:
    """Signed distance of ``hip_bone_right`` or ``hip_bone_left`` in the body. Raises KeyError for another id."""
    side = {RIGHT: "right", LEFT: "left"}[structure_id]
    return hip_bone(side) if side == "right" else mirrored(hip_bone(side))


def bounds(structure_id: str) -> Box:
    """A box ((x0, y0, z0), (x1, y1, z1)) that holds the bone with a margin. Raises KeyError for another id."""
    (x0, y0, z0), (x1, y1, z1) = BOUNDS
    return {RIGHT: BOUNDS, LEFT: ((-x1, y0, z0), (-x0, y1, z1))}[structure_id]


def _right(_: Built) -> Surface:
    return marked(sculpt(right_hip_bone, BOUNDS, SPACING, TRIANGLES))


def _left(_: Built) -> Surface:
    return marked(sculpt(hip_bone("left"), BOUNDS, SPACING, TRIANGLES)).mirrored()


RECIPES = (
    Recipe(RIGHT, "bone", _right, genus=1, volume=(300.0, 360.0)),
    Recipe(LEFT, "bone", _left, genus=1, volume=(300.0, 360.0)),
)
