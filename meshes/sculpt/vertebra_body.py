"""The body of a vertebra: a waist between two end plates with crisp rims, and the pores where its vessels pass.

Everything is in the vertebra's own frame, ``body.vertebra(level)``.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from meshes.sculpt.body import Frame, plates, vertebra
from meshes.sculpt.fields import Field, Points, Values, round_cone, smooth_noise
from meshes.sculpt.plates import corners, outline, surface_height
from meshes.sculpt.sheets import Chart, rounded_edge

Array = npt.NDArray[np.float64]

RIM_ROUNDING = 1.5  # mm
LIP = 0.6  # mm by which the rims stand out of the sides
LIP_HEIGHT = 2.6  # mm
DISC_BULGE = 2.0  # mm beyond the rims that are left to the discs
# How far the waist draws in, in mm, at the front, the side and the back; less behind, where the pedicles rise.
WAIST = {"front": 1.7, "side": 3.1, "back": 0.6}


@cache
def chart(plate: str) -> tuple[Chart, Chart]:
    """A plate's edge (signed distance) and the height of its surface over its plane, looked up smoothly."""
    low = corners(plate).min(axis=0) - 20.0
    return (
        Chart.sampled(outline(plate).distance, low, -low + 4.0),
        Chart.sampled(lambda places: surface_height(plate, places), low, -low + 4.0),
    )


@cache
def plate_frame(plate: str) -> Frame:
    """A plate's frame, seen from the vertebra it belongs to."""
    home, found = vertebra(plate.partition("_")[0]), plates()[plate]
    return Frame(home.to_local(found.origin), home.axes.T @ found.axes)


def vertebral_body(level: str) -> Field:
    """The body of a vertebra, negative inside. Raises TableError for a faulty table."""
    upper, lower = f"{level}_upper", f"{level}_lower"

    def field(points: Points) -> Values:
        above, below = (plate_frame(plate).to_local(points) for plate in (upper, lower))
        depth, height = -above[:, 2], below[:, 2]
        share = np.clip(height / np.maximum(depth + height, 1.0), 0.0, 1.0)
        sides = share * chart(upper)[0](above[:, :2]) + (1 - share) * chart(lower)[0](below[:, :2])
        sides += _waist(points, share) - (_lip(depth) + _lip(height)) * (1.0 + 0.5 * smooth_noise(points, 13.0, 5))
        ends = np.maximum(-depth - chart(upper)[1](above[:, :2]), -height - chart(lower)[1](below[:, :2]))
        return rounded_edge(sides, ends, np.full(len(points), RIM_ROUNDING))

    return field


def _waist(points: Points, share: Array) -> Values:
    """How far the side lies behind the line between the rims, in mm."""
    angle = np.arctan2(np.abs(points[:, 0]), -points[:, 1] + 2.0)
    ahead, behind = np.clip(np.cos(angle), 0, 1) ** 2, np.clip(-np.cos(angle), 0, 1) ** 2
    depth = WAIST["side"] + ahead * (WAIST["front"] - WAIST["side"]) + behind * (WAIST["back"] - WAIST["side"])
    return np.asarray(depth * (1.0 - np.abs(2.0 * share - 1.0) ** 2.4))


def _lip(depth: Array) -> Values:
    return np.asarray(LIP * np.exp(-((depth / LIP_HEIGHT) ** 2)))


def pores(level: str) -> list[Field]:
    """The basivertebral openings behind and small pores at the front and sides, as tools to cut with."""
    half = corners(f"{level}_lower").max(axis=0)
    back = corners(f"{level}_lower")[8, 1]
    found = [
        round_cone((x, back - 5.0, z), (x * 0.9, back + 1.5, z), 0.7, r)
        for x, z, r in ((-2.3, -0.6, 1.7), (2.5, -1.1, 1.6))
    ]
    for x, y, z, r in (
        (-0.93, -0.05, 1.0, 0.7),
        (0.92, 0.08, -1.2, 0.75),
        (-0.55, -0.8, -1.8, 0.6),
        (0.62, -0.74, 1.4, 0.6),
    ):
        spot = np.array([x * half[0], y * half[1], z])
        inward = np.array([x, y, 0.0]) / np.hypot(x, y)
        found.append(round_cone(tuple(spot - 5.0 * inward), tuple(spot + 2.0 * inward), 0.4, r + 0.35))
    return found


def disc_space(level: str) -> Field:
    """The room of the two neighbouring discs, positive inside: the arch must stay out of it."""
    frames = [
        (plate_frame(f"{level}_{end}"), chart(f"{level}_{end}"), sign) for end, sign in (("upper", 1), ("lower", -1))
    ]

    def room(points: Points) -> Values:
        found = np.full(len(points), -np.inf)
        for frame, (edge, surface), sign in frames:
            local = frame.to_local(points)
            over = sign * local[:, 2] - surface(local[:, :2])
            found = np.maximum(found, np.minimum(over, DISC_BULGE - edge(local[:, :2])))
        return found

    return room
