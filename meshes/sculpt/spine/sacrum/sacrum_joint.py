"""The sacro-iliac joint: the hip bone as the sacrum meets it, in the frame of the S1 plate, the same on both sides."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
from scipy.ndimage import map_coordinates, spline_filter

from meshes.sculpt import body
from meshes.sculpt.kernel.fields import Points, Values
from meshes.sculpt.pelvis import hip_bone
from meshes.sculpt.spine.sacrum.sacrum_mass import numbers, rounded

LOW, HIGH = (-76.0, -34.0, -84.0), (-32.0, 62.0, 20.0)  # where the right hip bone comes near the sacrum
STEP = 1.0  # mm between the knots at which the hip bone's field is looked up


@cache
def _knots() -> npt.NDArray[np.float64]:
    """The right hip bone's field on a lattice over LOW..HIGH, as knots of a cubic spline."""
    lines = [np.arange(low, high + STEP / 2, STEP) for low, high in zip(LOW, HIGH, strict=True)]
    lattice = np.stack(np.meshgrid(*lines, indexing="ij"), axis=-1)
    values = hip_bone.field("hip_bone_right")(body.sacral_plate().to_body(lattice.reshape(-1, 3)))
    return np.asarray(spline_filter(values.reshape(lattice.shape[:3]), order=3, mode="nearest"))


def hip_distance(points: Points) -> Values:
    """Distance to the hip bone of the point's side, (n,); good from 32 mm beside the midline outwards."""
    right = np.column_stack([-np.abs(points[:, 0]), points[:, 1:]])
    cells = (right - np.asarray(LOW)) / STEP
    return np.asarray(map_coordinates(_knots(), cells.T, order=3, prefilter=False, mode="nearest"))


def beside_hip_bone(points: Points, bone: Values) -> Values:
    """Bone values (n,) cut so that the joint's gap stays free before the hip bone, on both sides."""
    table, cut = numbers(), bone.copy()
    lateral = np.abs(points[:, 0]) > -HIGH[0]
    gap = table["ear_gap"] - hip_distance(points[lateral])
    cut[lateral] = rounded(bone[lateral], gap, table["ear_edge"])
    return cut
