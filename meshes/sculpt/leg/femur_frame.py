"""Where the parts of the right femur stand: the thigh's frame, the neck's frame, the frame of the condyles.

Everything about the femur is tabled in the thigh's frame: x outwards (lateral), y backwards, z up along the
mechanical axis, origin at the head's centre of the bone as tabled. Neck-shaft angle and anteversion turn the neck
on the shaft; then the whole bone is stood so that the head fills its socket and the knee stands below it.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from meshes.sculpt import body
from meshes.sculpt.body import Frame
from meshes.sculpt.kernel.surface import unit
from meshes.sculpt.tables import read_numbers, read_points

Vector = npt.NDArray[np.float64]

RADII = ("lateral", "back_lateral", "back_side", "back_medial", "medial", "front_medial", "front", "front_lateral")
SHAFT_TOP, SHAFT_LOW = "gluteal_tuberosity", "middle"  # the stations between which the shaft's axis is taken
_REQUIRED = (
    *("neck_shaft_angle", "anteversion", "neck_length", "head_diameter", "head_depth"),
    *(f"neck_base_{way}" for way in ("out", "back", "up")),
    *("lean_in", "lean_back", "joint_line_angle"),
    *(f"condyle_axis_{way}" for way in ("out", "back", "up")),
    *("notch_middle", "notch_half_width", "notch_widening", "notch_narrowing"),
)


@cache
def numbers() -> dict[str, float]:
    """The femur's measurements, name -> value. Raises TableError."""
    return read_numbers("femur/femur.csv", required=_REQUIRED)


@cache
def shaft_stations() -> dict[str, Vector]:
    """Level sections of the shaft: height, centre out and back, eight radii. Raises TableError."""
    return read_points("femur/femur_shaft.csv", ("up", "out", "back", *RADII), required=(SHAFT_TOP, SHAFT_LOW))


def shaft_axis() -> Vector:
    """Unit direction of the upper shaft, upwards, (3,), in the thigh's frame."""
    upper, lower = (shaft_stations()[name][[1, 2, 0]] for name in (SHAFT_TOP, SHAFT_LOW))
    return np.asarray((upper - lower) / np.linalg.norm(upper - lower))


def neck_direction() -> Vector:
    """Unit direction from the shaft into the head, (3,), in the thigh's frame.

    It stands at the neck-shaft angle to the shaft's axis, and turned forward by the anteversion out of the plane
    through the condyles.
    """
    table = numbers()
    turn = np.radians(table["anteversion"])
    level = np.array([-np.cos(turn), -np.sin(turn), 0.0])
    axis = shaft_axis()
    reach, lean = np.hypot(axis[2], axis @ level), np.arctan2(axis @ level, axis[2])
    steep = lean + np.arccos(np.clip(np.cos(np.radians(180.0 - table["neck_shaft_angle"])) / reach, -1.0, 1.0))
    return np.asarray(np.sin(steep) * level + np.array([0.0, 0.0, np.cos(steep)]))


def head_centre() -> Vector:
    """Centre of the head in the thigh's frame, (3,); near the origin for the angles as tabled."""
    table = numbers()
    base = np.array([table[f"neck_base_{way}"] for way in ("out", "back", "up")])
    return np.asarray(base + table["neck_length"] * neck_direction())


def neck_frame() -> Frame:
    """Frame of the neck: origin in the head's centre, x above the neck, y behind it, z along it to the shaft."""
    along = neck_direction()
    behind = np.array([0.0, 1.0, 0.0])
    behind = unit((behind - along * (along @ behind))[None])[0]
    above = np.cross(behind, along)
    above *= np.sign(above[2])
    return Frame(head_centre(), np.stack([above, behind, -along], axis=1))


def knee_frame() -> Frame:
    """Frame of the condyles: origin in the middle of the axis of their rear curves, x outwards along that axis."""
    table = numbers()
    tilt = np.radians(90.0 - table["joint_line_angle"])
    outward = np.array([np.cos(tilt), 0.0, np.sin(tilt)])
    upward = np.array([-np.sin(tilt), 0.0, np.cos(tilt)])
    origin = np.array([table[f"condyle_axis_{way}"] for way in ("out", "back", "up")])
    return Frame(origin, np.stack([outward, [0.0, 1.0, 0.0], upward], axis=1))


@cache
def thigh() -> Frame:
    """The thigh's frame in the body (right side): the head in its socket, the mechanical axis as in standing."""
    table = numbers()
    knee = np.array([0.0, 0.0, table["condyle_axis_up"]])
    here = _upright(head_centre() - knee, np.array([1.0, 0.0, 0.0]))
    lean = np.array([-np.tan(np.radians(table["lean_in"])), -np.tan(np.radians(table["lean_back"])), 1.0])
    there = _upright(lean, np.array([-1.0, 0.0, 0.0]))
    turn = there @ here.T
    return Frame(body.hip_centre("right") - turn @ head_centre(), turn)


@cache
def knee() -> Frame:
    """The frame of the condyles in the body (right side); patella and leg are tabled in it."""
    local = knee_frame()
    return Frame(thigh().to_body(local.origin), thigh().axes @ local.axes)


def _upright(up: Vector, outward: Vector) -> Vector:
    """Columns: ``outward`` made square to ``up``, the direction backwards, and ``up``, each of length one."""
    z = up / np.linalg.norm(up)
    x = outward - z * (outward @ z)
    x /= np.linalg.norm(x)
    y = np.cross(z, x)
    return np.stack([x, y * np.sign(y[1]), z], axis=1)
