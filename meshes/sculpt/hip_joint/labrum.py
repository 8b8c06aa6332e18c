"""The acetabular labrum: a ring of triangular section on the rim, which bridges the notch as transverse ligament."""

from __future__ import annotations

from functools import cache

import numpy as np

from meshes.sculpt.hip_joint.sleeve import BOUNDS, centre, sleeve
from meshes.sculpt.kernel.fields import Points, Values, smooth_max
from meshes.sculpt.kernel.surface import Surface, sculpt
from meshes.sculpt.leg import femur
from meshes.sculpt.pelvis import hip_bone
from meshes.sculpt.pelvis.hip_relief import frame
from meshes.sculpt.pelvis.hip_relief import numbers as hip_numbers
from meshes.sculpt.pelvis.hip_socket import axes, read_rim
from meshes.sculpt.recipe import Built, Recipe, paired
from meshes.sculpt.tables import read_numbers

GAP, BONE_GAP = 0.4, 0.3  # mm
SHALLOWEST = -7.5  # mm along the cup's axis: over the notch the ring goes on at this height
SIDES = 3.0  # mm; how far the ring's middle lies outside the cup


@cache
def numbers() -> dict[str, float]:
    """The labrum's measures. Raises TableError."""
    return read_numbers("hip_joint/labrum.csv")


def _ring(points: Points) -> Values:
    """A wedge on the rim, its edge towards the head."""
    seen = (points - centre()) @ frame().axes @ axes().T
    angle = np.degrees(np.arctan2(seen[:, 0], seen[:, 1])) % 360.0
    rows = np.stack(list(read_rim().values()))
    rim = np.maximum(np.interp(angle, rows[:, 0], rows[:, 1], period=360.0), SHALLOWEST)
    radius = hip_numbers()["cup_radius"]
    up = seen[:, 2] - rim
    out = np.linalg.norm(seen, axis=1) - radius
    height, base = numbers()["height"], numbers()["base"]
    narrowing = base * np.clip(1.0 - up / height, 0.15, 1.2)
    wedge = smooth_max(out - 0.55 * narrowing + 0.6, -2.2 - out, 0.8)
    return smooth_max(wedge, np.abs(up - height / 2.0 + 0.8) - height / 2.0 - 0.8, 1.0)


def _labrum(points: Points) -> Values:
    value = smooth_max(_ring(points), BONE_GAP - hip_bone.field("hip_bone_right")(points), 0.4)
    value = smooth_max(value, BONE_GAP - femur.field("femur_right")(points), 0.4)
    return smooth_max(value, GAP - sleeve(points), 0.4)


def _made(_: Built) -> Surface:
    made = sculpt(_labrum, BOUNDS, 0.6, 6_000)
    return made.with_arrays(cartilage=np.ones(len(made.points)))


RECIPES = paired(Recipe("acetabular_labrum_right", "labrum", _made, 1, (1.0, 8.0)))
