"""Recipes of the femurs: shaft, upper end and condyles welded, marked with their lines, stood in the body."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from meshes.sculpt import body
from meshes.sculpt.femur_frame import shaft_stations, thigh
from meshes.sculpt.femur_proximal import upper_end
from meshes.sculpt.fields import Field, Points, Values, mirrored
from meshes.sculpt.surface import project
from meshes.sculpt.sweeps import PolarSweep, stations
from meshes.sculpt.tables import read_points

_REQUIRED = (
    *("greater_trochanter_tip", "greater_trochanter_lateral", "lesser_trochanter_apex", "lesser_trochanter_medial"),
    *(f"intertrochanteric_line_{part}" for part in ("top", "middle", "bottom")),
    *("pectineal_line", "linea_aspera_middle", "adductor_tubercle", "medial_epicondyle", "lateral_epicondyle"),
    *(f"{side}_condyle_{end}" for side in ("medial", "lateral") for end in ("distal", "posterior")),
)

Box = tuple[tuple[float, float, float], tuple[float, float, float]]


@cache
def shaft() -> PolarSweep:
    """The shaft in the thigh's frame, without its lines."""
    return PolarSweep(stations(shaft_stations().values()))


@cache
def _right() -> Field:
    sweep = shaft()
    top = upper_end(sweep)

    def solid(points: Points) -> Values:
        value = np.empty(len(points))
        high = points[:, 2] > -125.0
        value[high] = top(points[high])
        value[~high] = np.maximum(sweep(points[~high]), -414.0 - points[~high, 2])
        return value

    return thigh().place(solid)


def field(structure_id: str) -> Field:
    """Signed distance of ``femur_right`` or ``femur_left`` in the body. Raises KeyError for another structure."""
    return {"femur_right": _right(), "femur_left": mirrored(_right())}[structure_id]


def landmarks(side: str = "right") -> dict[str, npt.NDArray[np.float64]]:
    """Named places of a femur in the body, name -> (3,): its head's centre and points on its surface."""
    names, points = _landmarks()
    placed = {"head_centre": body.hip_centre("right"), **dict(zip(names, points, strict=True))}
    flip = np.array([1.0 if side == "right" else -1.0, 1.0, 1.0])
    return {name: point * flip for name, point in placed.items()}


@cache
def _landmarks() -> tuple[tuple[str, ...], Points]:
    rows = read_points("femur_landmarks.csv", ("out", "back", "up"), required=_REQUIRED)
    given = thigh().to_body(np.array(list(rows.values())))
    return tuple(rows), project(_right(), given, reach=4.0, rounds=6)


def bounds(structure_id: str) -> Box:
    """The box that holds a femur with a margin, (low, high) in mm. Raises KeyError for another structure."""
    sign = {"femur_right": -1.0, "femur_left": 1.0}[structure_id]
    centre, places = body.hip_centre("right"), _landmarks()[1]
    low = np.minimum(centre - 30.0, places.min(axis=0) - 12.0)
    high = np.maximum(centre + 30.0, places.max(axis=0) + 12.0)
    across = np.sort(-sign * np.array([low[0], high[0]]))
    return (across[0], low[1], low[2]), (across[1], high[1], high[2])
