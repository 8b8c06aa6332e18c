"""The end plates between which the discs lie: their outlines and their dished surfaces, from T12 to the sacrum.

A vertebra, the sacrum and the discs all ask here, so they meet. Everything is given in the frame of the plate,
``body.plates()[name]``: x to the left, y to the back, z upwards along its normal, millimetres.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from meshes.sculpt.body import VERTEBRAE
from meshes.sculpt.kernel.curves import Outline
from meshes.sculpt.tables import read_numbers, read_points

Array = npt.NDArray[np.float64]

PLATES = (*(f"{level}_{end}" for level in VERTEBRAE for end in ("upper", "lower")), "S1_upper")
RING = 2.0  # mm of rim that is level
SLOPE = 7.5  # mm over which the plate sinks from its rim towards its floor
_HALF = (
    *("front", "front_near", "front_shoulder", "front_side"),
    *("side", "back_side", "back_corner", "back_near", "back"),
)
_REQUIRED = (
    *(f"{what}_{plate}" for what in ("width", "depth", "notch") for plate in PLATES),
    *(f"oval_{level}" for level in (*VERTEBRAE, "S1")),
    *("rim_vertebra", "rim_S1", "floor_upper", "floor_lower", "floor_S1"),
)


@cache
def numbers() -> dict[str, float]:
    """The plates' measurements, name -> value. Raises TableError."""
    return read_numbers("vertebrae/plates.csv", required=_REQUIRED)


@cache
def corners(plate: str) -> Array:
    """The named points of a plate's edge, (16, 2), x and y in the plate's frame, front first, leftwards round.

    Raises KeyError for a plate that does not exist and TableError for a faulty table.
    """
    table = numbers()
    columns = ("square_across", "square_back", "oval_across", "oval_back", "notch")
    form = np.array([read_points("vertebrae/plate_forms.csv", columns, required=_HALF)[name] for name in _HALF])
    oval = table[f"oval_{plate.partition('_')[0]}"]
    across = (1 - oval) * form[:, 0] + oval * form[:, 2]
    back = (1 - oval) * form[:, 1] + oval * form[:, 3]
    half = np.stack(
        [
            table[f"width_{plate}"] / 2 * across / across.max(),
            table[f"depth_{plate}"] / 2 * back + table[f"notch_{plate}"] * form[:, 4],
        ],
        axis=1,
    )
    return np.vstack([half, half[-2:0:-1] * [-1.0, 1.0]])


@cache
def outline(plate: str) -> Outline:
    """The edge of a plate, for example ``L3_upper`` or ``S1_upper``, in its frame."""
    return Outline(corners(plate))


def surface_height(plate: str, points: Array) -> Array:
    """How far the plate's bony surface stands out of its plane towards the disc, (n,), at points (n, 2).

    The ring of the rim stands highest; within it the surface is a shallow plate, deepest in the middle. Beyond the
    edge it stays as high as the rim.
    """
    table = numbers()
    level, _, end = plate.partition("_")
    rim = table["rim_S1" if level == "S1" else "rim_vertebra"]
    floor = table["floor_S1" if level == "S1" else f"floor_{end}"]
    inward = np.clip(-outline(plate).distance(points) - RING, 0.0, None)
    near = 1.0 - np.exp(-((inward / SLOPE) ** 1.6))
    return np.asarray(rim - (rim + floor) * near)
