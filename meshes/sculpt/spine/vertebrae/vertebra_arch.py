"""The arch of a lumbar vertebra, drawn once in detail: pedicle, lamina, articular, costal and spinous processes.

Everything here is in the frame of the drawn form (after L3) and on one side of it, across >= 0; the warp of
:mod:`meshes.sculpt.spine.vertebrae.vertebra_marks` carries it to each level and to both sides.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from meshes.sculpt.kernel.curves import Outline
from meshes.sculpt.kernel.fields import Field, Points, Values, ellipsoid, smooth_min
from meshes.sculpt.kernel.sheets import Chart, Sections, Sheet
from meshes.sculpt.spine.vertebrae.vertebra_tables import canal_wall, knob, pedicle_sections, sheet_depths, sheet_edge

Array = npt.NDArray[np.float64]

SUPERIOR_TURN = 28.0  # degrees between the superior process and the midline plane, seen from above
COSTAL_TURN = 26.0  # degrees by which the costal process leans backwards
ROUNDING = {"lamina": 3.2, "superior": 2.6, "costal": 2.6, "spinous": 2.6}  # mm


@cache
def _sheet(name: str) -> Sheet:
    return Sheet(_axes(name), sheet_edge(name), sheet_depths(name), ROUNDING[name])


def _axes(name: str) -> Array:
    """Columns: along, up and through, as across, back, up."""
    turn = np.radians({"superior": SUPERIOR_TURN, "costal": COSTAL_TURN}.get(name, 0.0))
    columns = {
        "lamina": ([1, 0, 0], [0, 0, 1], [0, 1, 0]),
        "spinous": ([0, 1, 0], [0, 0, 1], [1, 0, 0]),
        "superior": ([np.sin(turn), np.cos(turn), 0], [0, 0, 1], [np.cos(turn), -np.sin(turn), 0]),
        "costal": ([np.cos(turn), np.sin(turn), 0], [0, 0, 1], [-np.sin(turn), np.cos(turn), 0]),
    }[name]
    return np.array(columns, float).T


@cache
def arch(superior: bool = True, costal: bool = True, mammillary: float = 1.0) -> Field:
    """The arch without its body and not yet hollowed by the canal, negative inside.

    T12 has superior and costal processes of its own, L5 a costal one. ``mammillary``: size of that process, 0 to 1.
    """
    stalk, lamina, spinous = pedicle(), _sheet("lamina"), _sheet("spinous")

    def field(points: Points) -> Values:
        value = smooth_min(lamina(points), stalk(points), 5.0)
        if superior:
            value = smooth_min(value, superior_process(points, mammillary), 4.5)
        if costal:
            value = smooth_min(value, costal_process(points), 5.0)
        return smooth_min(value, spinous(points), 7.0)

    return field


@cache
def canal() -> Field:
    """The vertebral canal of the form, negative inside, open upwards and downwards."""
    return shaft(canal_wall())


def shaft(half: Array) -> Field:
    """What lies within half a wall (n, 2) seen from above and its mirror image, negative inside, without ends."""
    wall = Outline(np.vstack([half, half[-2:0:-1] * [-1.0, 1.0]]))
    seen_from_above = Chart.sampled(wall.distance, np.array([-30.0, 0.0]), np.array([30.0, 60.0]))
    return lambda points: seen_from_above(points[:, :2])


def superior_process(points: Points, mammillary: float = 1.0) -> Values:
    """The superior articular process with its mammillary process of the given size."""
    plate = _sheet("superior")(points)
    if mammillary <= 0:
        return plate
    middle, half = knob("mammillary")
    return smooth_min(plate, ellipsoid(tuple(middle), np.eye(3), tuple(mammillary * half))(points), 4.0)


def costal_process(points: Points) -> Values:
    """The costal process with the accessory process behind its root."""
    middle, half = knob("accessory")
    return smooth_min(_sheet("costal")(points), ellipsoid(tuple(middle), np.eye(3), tuple(half))(points), 4.0)


@cache
def pedicle() -> Field:
    """The pedicle, section by section from the body to the lamina."""
    return Sections(1, pedicle_sections(), 3.0)
