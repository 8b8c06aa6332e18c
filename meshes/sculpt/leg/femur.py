"""Recipes of the femurs: shaft, upper end and condyles welded, marked with their lines, stood in the body."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from meshes.sculpt import body
from meshes.sculpt.kernel.fields import Field, Points, Values, mirrored, smooth_max
from meshes.sculpt.kernel.surface import Surface, project, sculpt
from meshes.sculpt.kernel.sweeps import PolarSweep, stations
from meshes.sculpt.leg import femur_distal, femur_proximal
from meshes.sculpt.leg.femur_distal import lower_end
from meshes.sculpt.leg.femur_frame import shaft_stations, thigh
from meshes.sculpt.leg.femur_marks import Finish
from meshes.sculpt.leg.femur_proximal import upper_end
from meshes.sculpt.recipe import Built, Recipe
from meshes.sculpt.tables import read_points

_REQUIRED = (
    *("greater_trochanter_tip", "greater_trochanter_lateral", "lesser_trochanter_apex", "lesser_trochanter_medial"),
    *(f"intertrochanteric_line_{part}" for part in ("top", "middle", "bottom")),
    *("pectineal_line", "linea_aspera_middle", "adductor_tubercle", "medial_epicondyle", "lateral_epicondyle"),
    *(f"{side}_condyle_{end}" for side in ("medial", "lateral") for end in ("distal", "posterior")),
)

UPPER_END, LOWER_END = -125.0, -355.0  # heights beyond which the shaft stands alone

SPACING, TRIANGLES = 1.1, 20_000

Box = tuple[tuple[float, float, float], tuple[float, float, float]]


@cache
def shaft() -> PolarSweep:
    """The shaft in the thigh's frame, without its lines."""
    return PolarSweep(stations(shaft_stations().values()))


@cache
def _finish(side: str) -> Finish:
    """A whole femur in the thigh's frame of a right one."""
    sweep = shaft()
    upper, lower = (
        upper_end(sweep, side),
        lower_end(lambda points: smooth_max(sweep(points), sweep.low - points[:, 2], 5.0)),
    )

    def solid(points: Points) -> Values:
        value = np.empty(len(points))
        high, low = points[:, 2] > UPPER_END, points[:, 2] < LOWER_END
        for part, here in ((upper, high), (lower, low), (sweep, ~(high | low))):
            value[here] = part(points[here])
        return value

    return Finish(solid, side)


@cache
def _bone(side: str) -> Field:
    """Signed distance of a femur, drawn in the place of the right one."""
    return thigh().place(_finish(side).field)


def field(structure_id: str) -> Field:
    """Signed distance of ``femur_right`` or ``femur_left`` in the body. Raises KeyError for another structure."""
    side = {"femur_right": "right", "femur_left": "left"}[structure_id]
    return _bone(side) if side == "right" else mirrored(_bone(side))


def landmarks(side: str = "right") -> dict[str, npt.NDArray[np.float64]]:
    """Named places of a femur in the body, name -> (3,): its head's centre and points on its surface."""
    names, points = _landmarks(side)
    placed = {"head_centre": body.hip_centre("right"), **dict(zip(names, points, strict=True))}
    flip = np.array([1.0 if side == "right" else -1.0, 1.0, 1.0])
    return {name: point * flip for name, point in placed.items()}


@cache
def _landmarks(side: str) -> tuple[tuple[str, ...], Points]:
    """Names, and points (n, 3) on the surface of the side's femur in the place of the right one."""
    rows = read_points("femur/femur_landmarks.csv", ("out", "back", "up"), required=_REQUIRED)
    given = thigh().to_body(np.array(list(rows.values())))
    return tuple(rows), project(_bone(side), given, reach=4.0, rounds=6)


def bounds(structure_id: str) -> Box:
    """The box that holds a femur with a margin, (low, high) in mm. Raises KeyError for another structure."""
    sign = {"femur_right": -1.0, "femur_left": 1.0}[structure_id]
    centre, places = body.hip_centre("right"), _landmarks("right")[1]
    low = np.minimum(centre - 30.0, places.min(axis=0) - 12.0)
    high = np.maximum(centre + 30.0, places.max(axis=0) + 12.0)
    across = np.sort(-sign * np.array([low[0], high[0]]))
    return (across[0], low[1], low[2]), (across[1], high[1], high[2])


def _make(side: str) -> Surface:
    """A femur in the place of the right one."""
    surface = sculpt(_bone(side), bounds("femur_right"), SPACING, TRIANGLES, relax_rounds=1)
    local = thigh().to_local(surface.points)
    cartilage = np.maximum(femur_proximal.cartilage(local, side), femur_distal.cartilage(local))
    return surface.with_arrays(cartilage=cartilage, rough=_finish(side).rough(local) * (1.0 - cartilage))


def _right(_: Built) -> Surface:
    return _make("right")


def _left(_: Built) -> Surface:
    return _make("left").mirrored()


RECIPES = (
    Recipe("femur_right", "bone", _right, 0, (420.0, 720.0)),
    Recipe("femur_left", "bone", _left, 0, (420.0, 720.0)),
)
