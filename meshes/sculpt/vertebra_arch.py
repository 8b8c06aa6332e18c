"""The arch of a lumbar vertebra, drawn once in detail: pedicle, lamina, articular, costal and spinous processes.

Everything here is in the frame of the drawn form (after L3) and on one side of it, across >= 0; the warp of
:mod:`meshes.sculpt.vertebra_marks` carries it to each level and to both sides.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from meshes.sculpt.curves import Outline
from meshes.sculpt.fields import Field, Points, Values, ellipsoid, smooth_min
from meshes.sculpt.sheets import Chart, Sections, Sheet
from meshes.sculpt.tables import read_points

Array = npt.NDArray[np.float64]

TABLES = ("vertebra_edges.csv", "vertebra_depths.csv")
SHEETS = ("lamina", "superior", "costal", "spinous")
SUPERIOR_TURN = 28.0  # degrees between the superior process and the midline plane, seen from above
COSTAL_TURN = 26.0  # degrees by which the costal process leans backwards
# Seen from above: half the canal's wall, from its front to its roof.
_CANAL = (
    (0.0, 17.0),
    (5.0, 17.6),
    (8.8, 18.4),
    (11.6, 19.9),
    (12.6, 22.9),
    (11.2, 26.6),
    (7.0, 31.0),
    (2.6, 34.1),
    (0.0, 34.7),
)
# The pedicle's sections on its way back: back, across, up, half width, half height.
_PEDICLE = np.array(
    [
        (8.0, 13.6, 4.6, 5.6, 8.2),
        (14.0, 14.6, 4.4, 5.2, 7.8),
        (19.0, 15.8, 3.6, 4.2, 6.6),
        (23.0, 16.2, 3.1, 3.9, 6.1),
        (27.0, 16.6, 3.6, 4.4, 6.2),
        (33.0, 17.6, 4.6, 5.0, 6.0),
    ]
)


@cache
def _sheet(name: str) -> Sheet:
    edges = read_points("vertebra_edges.csv", ("along", "up"))
    depths = read_points("vertebra_depths.csv", ("along", "up", "middle", "half"))
    ring = [point for row, point in edges.items() if row.startswith(f"{name} ")]
    rows = [point for row, point in depths.items() if row.startswith(f"{name} ")]
    return Sheet(_axes(name), ring, rows, {"lamina": 3.2, "superior": 2.6, "costal": 2.6, "spinous": 2.6}[name])


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
    """The vertebral canal, negative inside, open upwards and downwards."""
    wall = Outline([*_CANAL, *((-x, y) for x, y in _CANAL[-2:0:-1])])
    low = np.array([-30.0, 0.0])
    seen_from_above = Chart.sampled(wall.distance, low, np.array([30.0, 60.0]))
    return lambda points: seen_from_above(points[:, :2])


def superior_process(points: Points, mammillary: float = 1.0) -> Values:
    """The superior articular process with its mammillary process of the given size."""
    plate = _sheet("superior")(points)
    if mammillary <= 0:
        return plate
    knob = ellipsoid((19.3, 42.4, 8.6), np.eye(3), (2.4 * mammillary, 2.9 * mammillary, 4.6 * mammillary))
    return smooth_min(plate, knob(points), 4.0)


def costal_process(points: Points) -> Values:
    """The costal process with the accessory process behind its root."""
    turn = _axes("costal").T
    accessory = ellipsoid((22.6, 33.4, 0.8), turn, (2.2, 2.6, 2.8))
    return smooth_min(_sheet("costal")(points), accessory(points), 4.0)


@cache
def pedicle() -> Field:
    """The pedicle, section by section from the body to the lamina."""
    return Sections(1, _PEDICLE, 3.0)
