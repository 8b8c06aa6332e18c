"""The body of a vertebra: a waist between two end plates with crisp rims, and the pores where its vessels pass.

Everything is in the vertebra's own frame, ``body.vertebra(level)``.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from meshes.sculpt.body import Frame, plates, vertebra
from meshes.sculpt.kernel.fields import Field, Points, Values, round_cone, smooth_noise
from meshes.sculpt.kernel.sheets import Chart, rounded_edge
from meshes.sculpt.spine.plates import corners, outline, surface_height
from meshes.sculpt.tables import Vector, read_numbers, read_points

Array = npt.NDArray[np.float64]

_PORES = ("right_1", "left_1")  # every level has at least these beside those behind
DISC_BULGE = 2.0  # mm beyond the rims that are left to the discs
_PORE_COLUMNS = ("x", "y", "z", "radius")


@cache
def numbers() -> dict[str, float]:
    """How the bodies are shaped between their plates, name -> mm. Raises TableError."""
    required = ("waist_front", "waist_side", "waist_back", "lip", "lip_height", "rim_rounding")
    return read_numbers("vertebrae/vertebra_body.csv", required=required)


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
        return rounded_edge(sides, ends, np.full(len(points), numbers()["rim_rounding"]))

    return field


def _waist(points: Points, share: Array) -> Values:
    """How far the side lies behind the line between the rims, in mm."""
    front, side, back = (numbers()[f"waist_{where}"] for where in ("front", "side", "back"))
    angle = np.arctan2(np.abs(points[:, 0]), -points[:, 1] + 2.0)
    ahead, behind = np.clip(np.cos(angle), 0, 1) ** 2, np.clip(-np.cos(angle), 0, 1) ** 2
    depth = side + ahead * (front - side) + behind * (back - side)
    return np.asarray(depth * (1.0 - np.abs(2.0 * share - 1.0) ** 2.4))


def _lip(depth: Array) -> Values:
    return np.asarray(numbers()["lip"] * np.exp(-((depth / numbers()["lip_height"]) ** 2)))


def pores(level: str) -> list[Field]:
    """The basivertebral openings behind and small pores at the front and sides, as tools to cut with.

    Raises TableError where the table names none for a level.
    """
    edge = corners(f"{level}_lower")
    half = np.array([edge[:, 0].max(), -edge[:, 1].min()])
    table = read_points("vertebrae/vertebra_pores.csv", _PORE_COLUMNS, required=[f"{level}_{name}" for name in _PORES])
    return [_pore(row, half) for name, row in table.items() if name.startswith(f"{level}_")]


def _pore(row: Vector, half: Array) -> Field:
    """A funnel towards the middle of the body."""
    mouth = np.array([row[0] * half[0], row[1] * half[1], row[2]])
    inward = np.array([-row[0], -row[1], 0.0]) / np.hypot(row[0], row[1])
    return round_cone(tuple(mouth + 5.0 * inward), tuple(mouth - 2.0 * inward), 0.4, row[3])


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
