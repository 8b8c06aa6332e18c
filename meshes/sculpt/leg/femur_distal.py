"""The lower end of the right femur, drawn in the frame of its condyles: joint surface, sides and notch.

The joint surface is a sheet rolled around the axis of the condyles' rear curves: the patellar surface in front, a
condyle on either side below and behind. It is cut by the two sides of the bone, and the notch is carved out.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from meshes.sculpt.kernel.curves import Outline
from meshes.sculpt.kernel.fields import Field, Points, Values, smooth_max, smooth_min, smooth_step
from meshes.sculpt.kernel.reliefs import Relief, rounded_and
from meshes.sculpt.leg.femur_frame import knee_frame, numbers
from meshes.sculpt.tables import read_points

ARC = 0.4  # mm that stand for one degree when the joint surface is laid: the arc of a condyle of 23 mm
SEAM, SEAM_WIDTH, CROWN = -82.0, 36.0, 18.5  # degrees, degrees, mm: the sheet's ends meet above, inside the bone
CARTILAGE = 0.5  # mm that the cartilage stands above the bone beside it
MARGIN = 2.6  # mm over which that step runs out
CORNER = 15.0  # mm of fillet that fills the corner between the condyles and the shaft above them
ARCH_BELOW, ARCH_HEIGHT = 8.0, 20.0  # mm below the condyles' axis where the notch begins to close, over so many mm
CARTILAGE_DROP = 4.5  # mm below the joint surface, on the rounded edges, where cartilage ends


@cache
def _rolled() -> Relief:
    return Relief(
        _rows("femur/femur_condyles.csv", "angle", "out", "radius") * np.array([ARC, 1.0, 1.0]), smoothing=1.0
    )


@cache
def _border() -> Outline:
    return Outline(_rows("femur/femur_cartilage.csv", "angle", "out") * np.array([ARC, 1.0]))


@cache
def _sides() -> tuple[Relief, Relief]:
    lateral, medial = (_rows(f"femur/femur_{side}_face.csv", "back", "up", "out") for side in ("lateral", "medial"))
    return Relief(lateral), Relief(medial * np.array([1.0, 1.0, -1.0]))


@cache
def _notch_outline() -> Outline:
    return Outline(_rows("femur/femur_notch.csv", "back", "up"))


def _rows(file: str, *columns: str) -> npt.NDArray[np.float64]:
    return np.array(list(read_points(file, columns).values()))


def _unrolled(points: Points) -> tuple[Points, Values]:
    """Places (n, 2) on the unrolled joint surface, and distances (n,) from its axis."""
    angle = np.degrees(np.arctan2(-points[:, 2], -points[:, 1]))
    angle = (angle - SEAM) % 360.0 + SEAM
    return np.column_stack([angle * ARC, points[:, 0]]), np.hypot(points[:, 1], points[:, 2])


def joint_surface(points: Points) -> Values:
    """Distance above the rolled joint surface at points (n, 3) of the knee's frame, (n,)."""
    places, away = _unrolled(points)
    to_seam = np.minimum(places[:, 0] / ARC - SEAM, SEAM + 360.0 - places[:, 0] / ARC)
    sheet = smooth_step(to_seam / SEAM_WIDTH)
    above = _rolled().above(places, away) - CARTILAGE * _covered(places, MARGIN)
    return np.asarray(sheet * above + (1.0 - sheet) * (away - CROWN))


def _covered(places: Points, over: float) -> Values:
    """1 inside the border of the cartilage, 0 outside; it changes over so many mm."""
    return smooth_step(0.5 - _border().distance(places) / over)


def cartilage(points: Points) -> Values:
    """How far points (n, 3) of the thigh's frame, on the bone's surface, lie in the knee's cartilage, 0 to 1, (n,)."""
    local = knee_frame().to_local(points)
    return np.asarray(_covered(_unrolled(local)[0], 1.0) * smooth_step(joint_surface(local) + CARTILAGE_DROP + 0.5))


def sides(points: Points) -> Values:
    """Distance beyond the nearer side of the lower end at points (n, 3) of the knee's frame, (n,)."""
    lateral, medial = _sides()
    return np.maximum(lateral.above(points[:, 1:], points[:, 0]), medial.above(points[:, 1:], -points[:, 0]))


def notch(points: Points) -> Values:
    """The free room between the condyles at points (n, 3) of the knee's frame, (n,)."""
    table = numbers()
    half = table["notch_half_width"] + table["notch_widening"] * np.clip(points[:, 1], -14.0, 14.0)
    half *= 1.0 - table["notch_narrowing"] * smooth_step((points[:, 2] + ARCH_BELOW) / ARCH_HEIGHT)
    across = np.abs(points[:, 0] - table["notch_middle"]) - half
    return rounded_and(_notch_outline().distance(points[:, 1:]), across, 0.9 * half)


def lower_end(shaft: Field) -> Field:
    """Condyles and shaft welded, with the notch carved out, in the thigh's frame; ``shaft`` is in it too."""
    frame = knee_frame()

    def field(points: Points) -> Values:
        local = frame.to_local(points)
        beside, behind = sides(local), np.clip(local[:, 1], -20.0, 20.0)
        rolled, stem = joint_surface(local), shaft(points)
        ends = rounded_and(rolled, beside, np.clip(4.0 + 0.15 * behind, 3.5, 6.5))
        past = np.maximum(local[:, 2] - 34.0, local[:, 1] + 8.0)
        flare = smooth_max(stem, beside - 0.5 * (past + np.hypot(past, 8.0)), 8.0)
        corner = rounded_and(smooth_min(rolled, stem, CORNER), beside, 6.0)
        solid = smooth_min(smooth_min(ends, flare, 7.0), corner, 1.0)
        return rounded_and(solid, -notch(local), np.clip(3.5 + 0.12 * behind, 3.0, 5.0))

    return field
