"""The upper end of the right femur, drawn in the thigh's frame: head, neck, trochanters and the fossa between them.

The block between shaft and neck is a relief between a front and a back sheet inside its silhouette; the greater
trochanter is a second, smaller relief that stands behind it and overhangs the trochanteric fossa; the neck is a
polar sweep about its own axis, so that it follows the neck-shaft angle.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
from scipy.interpolate import CubicSpline

from meshes.sculpt.kernel.fields import (
    Field,
    Points,
    Values,
    ellipsoid,
    smooth_max,
    smooth_min,
    smooth_noise,
    smooth_step,
    tube,
)
from meshes.sculpt.kernel.reliefs import Between
from meshes.sculpt.kernel.surface import unit
from meshes.sculpt.kernel.sweeps import PolarSweep, stations
from meshes.sculpt.leg.femur_frame import head_centre, neck_frame, numbers
from meshes.sculpt.tables import read_points

_NECK = ("above", "back_above", "back", "back_below", "below", "front_below", "front", "front_above")
CARTILAGE = 0.5  # mm that the cartilage stands above the bone beside it
MARGIN = 2.6  # mm over which that step runs out
RAGGED, RAGGED_OVER = 1.1, 6.0  # mm by which the cartilage's margin strays, over so many mm
SEEDS = {"right": 23, "left": 623}  # of that straying


@cache
def neck() -> Field:
    """The neck, from inside the head to inside the shaft."""
    sweep = PolarSweep(stations(np.insert(row, 1, (0.0, 0.0)) for row in _neck_rows()))
    return neck_frame().place(lambda points: _capped(sweep, points))


def _neck_rows() -> list[npt.NDArray[np.float64]]:
    return list(read_points("femur/femur_neck.csv", ("along", *_NECK)).values())


def _capped(sweep: PolarSweep, points: Points) -> Values:
    ends = np.maximum(points[:, 2] - sweep.high, sweep.low - points[:, 2])
    return smooth_max(sweep(points), ends, 6.0)


@cache
def head(side: str) -> Field:
    """The head: a ball whose cartilage ends in a low step before the neck, with the fovea."""
    radius, frame, pit = numbers()["head_diameter"] / 2, neck_frame(), _fovea()

    def field(points: Points) -> Values:
        local = frame.to_local(points)
        covered = smooth_step(0.5 + _past_margin(local, side) / MARGIN)
        ball = np.linalg.norm(local, axis=1) - radius + CARTILAGE * covered
        return smooth_max(ball, -pit(points), 2.5)

    return field


@cache
def _fovea() -> Field:
    """The pit of the head's ligament."""
    row = lesser()["fovea"]
    direction = unit(row[None, :3])[0]
    middle = head_centre() + direction * (numbers()["head_diameter"] / 2 + 1.0)
    return ellipsoid(middle.tolist(), _around(direction), (4.6, row[3], row[3] * 1.25))


@cache
def _margin() -> CubicSpline:
    """Where the head's cartilage ends along the neck, by the angle around it (radians)."""
    rows = np.array(list(read_points("femur/femur_head_margin.csv", ("angle", "along")).values()))
    rows = np.vstack([rows, rows[:1] + np.array([360.0, 0.0])])
    return CubicSpline(np.radians(rows[:, 0]), rows[:, 1], bc_type="periodic")


def _past_margin(local: Points, side: str) -> Values:
    """How far points (n, 3) of the neck's frame lie beyond the cartilage, along the neck, mm."""
    smooth = _margin()(np.arctan2(local[:, 1], local[:, 0]) % (2 * np.pi))
    return np.asarray(local[:, 2] - smooth - RAGGED * smooth_noise(local, RAGGED_OVER, SEEDS[side]))


def cartilage(points: Points, side: str) -> Values:
    """How far points (n, 3) of the thigh's frame, on the bone's surface, lie in the head's cartilage, 0 to 1, (n,)."""
    local = neck_frame().to_local(points)
    ball = numbers()["head_diameter"] / 2 - np.linalg.norm(local, axis=1)
    inside = smooth_step(0.5 - _past_margin(local, side)) * smooth_step((2.0 - ball) / 0.8)
    return np.asarray(inside * smooth_step(_fovea()(points) + 0.2))


def _around(direction: Points) -> Points:
    """Three unit rows, square to each other: ``direction``, level, and the rest."""
    level = np.cross(direction, [0.0, 0.0, 1.0])
    level /= np.linalg.norm(level)
    return np.stack([direction, level, np.cross(level, direction)])


def _between(outline: str, front: str, back: str) -> Between:
    """A solid between two sheets that are drawn as seen from the front."""
    rows = [
        np.array(list(read_points(name, columns).values()))
        for name, columns in (
            (outline, ("out", "up", "edge")),
            (front, ("out", "up", "depth")),
            (back, ("out", "up", "depth")),
        )
    ]
    return Between(*rows)


@cache
def block() -> Field:
    """The intertrochanteric block: the top of the shaft under neck and trochanters."""
    return _between(
        "femur/femur_trochanter_outline.csv", "femur/femur_trochanter_front.csv", "femur/femur_trochanter_back.csv"
    )


@cache
def greater_trochanter() -> Field:
    """The greater trochanter behind the block, with the crest that overhangs the fossa."""
    return _between("femur/femur_greater_outline.csv", "femur/femur_greater_front.csv", "femur/femur_greater_back.csv")


@cache
def lesser() -> dict[str, npt.NDArray[np.float64]]:
    """Points with a radius: the lesser trochanter's cone, the trochanteric fossa, the fovea. Raises TableError."""
    names = ("fovea", "lesser_centre", "lesser_middle", "lesser_apex", "fossa_top", "fossa_bottom")
    return read_points("femur/femur_lesser.csv", ("out", "back", "up", "radius"), required=names)


def lesser_trochanter() -> Field:
    """The lesser trochanter: a pyramid, longest along the shaft, whose blunt apex looks backwards and inwards."""
    centre, middle, apex = (lesser()[name] for name in ("lesser_centre", "lesser_middle", "lesser_apex"))
    outward = unit((apex - centre)[None, :3])[0]
    reach = float(np.linalg.norm(middle[:3] - centre[:3]) + middle[3])
    mound = ellipsoid(centre[:3].tolist(), _around(outward), (reach, 0.72 * centre[3], centre[3]))
    tip = tube(np.array([middle[:3], apex[:3]]), [middle[3], apex[3]])
    return lambda points: smooth_min(mound(points), tip(points), 7.0)


def fossa() -> Field:
    """The room of the trochanteric fossa, under the overhanging crest."""
    rows = np.array([lesser()[name] for name in ("fossa_top", "fossa_bottom")])
    return tube(rows[:, :3], rows[:, 3].tolist())


def upper_end(shaft: Field, side: str) -> Field:
    """Block and shaft, cross-faded below the trochanters, with trochanters, neck and head welded on."""
    parts = block(), greater_trochanter(), lesser_trochanter(), neck(), head(side), fossa()

    def field(points: Points) -> Values:
        core, greater, lesser_cone, collum, ball, hollow = (part(points) for part in parts)
        fade = smooth_step((points[:, 2] + 97.0) / 26.0)
        value = fade * core + (1 - fade) * shaft(points)
        value = smooth_min(value, greater, 4.0)
        value = smooth_min(value, collum, 8.0)
        value = smooth_max(value, -hollow, 4.0)
        value = smooth_min(value, lesser_cone, 9.0)
        return smooth_min(value, ball, 5.0)

    return field
