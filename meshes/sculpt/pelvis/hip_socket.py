"""The right acetabulum: a raised rim, the round cup, and in it the fossa that runs out through the notch.

The cup is looked at along its axis. A direction from the hip centre becomes a place (a, b) on a map of the cup:
a forward, b up towards the roof, both as arc length in mm from the cup's deepest point. The fossa's border is an
outline on that map; the lunate surface is what lies between it and the rim.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from meshes.sculpt.kernel.curves import Outline
from meshes.sculpt.kernel.fields import Field, Points, Values, smooth_max, smooth_min, smooth_noise, tube
from meshes.sculpt.pelvis.hip_relief import Relief, fade, frame, numbers
from meshes.sculpt.tables import read_points

NOTCH_WELD = 3.0  # mm
FLOOR = 3.0  # mm of bone that the cup leaves before the pelvis


@cache
def axes() -> npt.NDArray[np.float64]:
    """Rows: forward, up and outwards along the cup's axis, in the hip bone's local frame, (3, 3)."""
    tilt, turn = np.radians(numbers()["inclination"]), np.radians(numbers()["anteversion"])
    opening = np.array([-np.sin(tilt) * np.cos(turn), -np.sin(tilt) * np.sin(turn), -np.cos(tilt)]) @ frame().axes
    notch = np.radians(numbers()["notch_direction"])
    up = np.array([-np.sin(notch), np.cos(notch), 0.0])
    up -= (up @ opening) * opening
    up /= np.linalg.norm(up)
    return np.stack([np.cross(up, opening), up, opening])


@cache
def fossa() -> Outline:
    """The border of the acetabular fossa on the map of the cup."""
    return Outline(np.stack(list(read_points("pelvis/hip_fossa.csv", columns=("a", "b")).values())))


def on_map(points: Points) -> Points:
    """Where local points (n, 3) lie on the map of the cup, (n, 2)."""
    seen = points @ axes().T
    away = np.linalg.norm(points, axis=1)
    across = np.hypot(seen[:, 0], seen[:, 1])
    arc = numbers()["cup_radius"] * np.arccos(np.clip(-seen[:, 2] / np.maximum(away, 1e-9), -1.0, 1.0))
    return np.asarray(seen[:, :2] * (arc / np.maximum(across, 1e-9))[:, None])


def carved(points: Points, bone: Values, chart: Relief) -> Values:
    """The bone's field (n,) at local points (n, 3) with the rim raised and the cup hollowed out of ``chart``'s slab."""
    near = np.linalg.norm(points, axis=1) < numbers()["cup_radius"] + 16.0
    there = points[near]
    value = bone.copy()
    value[near] = smooth_max(smooth_min(bone[near], _rim(there), 6.0), -_cup(there, chart), numbers()["rim_edge"])
    return value


def _rim(points: Points) -> Values:
    """A shell round the cup up to its mouth, high and thick as ``pelvis/hip_rim.csv`` says, from the roof forwards."""
    seen = points @ axes().T
    rows = np.stack(list(read_rim().values()))
    angle = np.degrees(np.arctan2(seen[:, 0], seen[:, 1])) % 360.0
    height, thick = (np.interp(angle, rows[:, 0], rows[:, column], period=360.0) for column in (1, 2))
    ball = np.linalg.norm(points, axis=1) - numbers()["cup_radius"] - thick
    return smooth_max(ball, seen[:, 2] - height, 4.0)


@cache
def read_rim() -> dict[str, npt.NDArray[np.float64]]:
    """The rim by station: angle in degrees from the roof forwards, height along the axis, thickness of the wall."""
    return read_points("pelvis/hip_rim.csv", columns=("angle", "height", "wall"))


def _cup(points: Points, chart: Relief) -> Values:
    """What is taken away: a ball, deeper in the fossa, that never comes nearer than FLOOR to the inner sheet."""
    away = np.linalg.norm(points, axis=1) - numbers()["cup_radius"]
    near = np.abs(away - 2.0) < 7.0
    away[near] -= _fossa_depth(points[near])
    away = smooth_min(away, _notch()(points @ axes().T), NOTCH_WELD)
    guard = (chart.at("inner", points[:, :2]) + FLOOR - points[:, 2]) / chart.at("inner_slope", points[:, :2])
    return smooth_max(away, guard, 2.0)


@cache
def _notch() -> Field:
    """The channel of the acetabular notch, along the cup's own axes."""
    rows = np.stack(list(read_points("pelvis/hip_notch.csv", columns=("up", "out", "radius")).values()))
    return tube(np.column_stack([np.zeros(len(rows)), rows[:, :2]]), rows[:, 2].tolist())


def _inside_fossa(points: Points) -> Values:
    """How far inside the fossa's ragged border local points (n, 3) lie, mm."""
    return np.asarray(numbers()["fossa_ragged"] * smooth_noise(points, 7.0, seed=33) - fossa().distance(on_map(points)))


def _fossa_depth(points: Points) -> Values:
    inside = _inside_fossa(points)
    step = numbers()["fossa_step"] * fade(inside, -1.2, 1.8) + numbers()["fossa_dish"] * fade(inside, 0.5, 9.0)
    uneven = smooth_noise(points, 6.0, seed=31) + 0.5 * smooth_noise(points, 3.0, seed=32)
    return np.asarray(step + numbers()["fossa_rough"] * fade(inside, 0.0, 3.0) * uneven)


def lunate(points: Points) -> Values:
    """How much local points (n, 3) belong to the cartilage of the lunate surface, 0 to 1."""
    away = np.abs(np.linalg.norm(points, axis=1) - numbers()["cup_radius"])
    arc = np.linalg.norm(on_map(points), axis=1)
    rim = numbers()["cup_radius"] * np.pi / 2 - 1.0
    return np.asarray(fade(-away, -1.4, -0.6) * fade(-_inside_fossa(points), 0.6, 1.6) * fade(rim - arc, 0, 1))
