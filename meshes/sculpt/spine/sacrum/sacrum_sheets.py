"""The four surfaces between which the sacrum's mass lies: pelvic, dorsal, upper and lateral, each a height field.

Seen along its own axis each surface has a single layer, so a few named heights and a thin-plate spline between
them draw it; crests, tubercles and transverse lines are bumps upon it. All is given in the frame of the S1 plate
(x to the left, y to the back, z along the plate's normal) and is the same on both sides.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
import numpy.typing as npt
from scipy.ndimage import map_coordinates, spline_filter

from meshes.sculpt import body
from meshes.sculpt.kernel.curves import Outline, sheet
from meshes.sculpt.kernel.fields import Points, Values
from meshes.sculpt.pelvis import hip_bone
from meshes.sculpt.spine import plates
from meshes.sculpt.tables import read_numbers, read_points

PLATE = "S1_upper"
STEP = 0.75  # mm between the knots of a tabulated height field
Box = tuple[tuple[float, float], tuple[float, float]]
_CORONAL = ((-76.0, -125.0), (76.0, 30.0))  # x, z
_AXIAL = ((-76.0, -40.0), (76.0, 60.0))  # x, y
SAGITTAL = ((-40.0, -125.0), (60.0, 30.0))  # y, z


class HeightField:
    """A surface over a plane: heights (n,) and the steepness sqrt(1 + slope^2) (n,) at places (n, 2).

    Outside of its box a place counts as the nearest one of the box.
    """

    def __init__(self, heights: npt.NDArray[np.float64], corner: tuple[float, float]) -> None:
        across, along = np.gradient(heights, STEP)
        self._corner = np.asarray(corner)
        self._knots = spline_filter(heights, order=3)
        self._steepness = np.sqrt(1.0 + across**2 + along**2)

    def height(self, places: Points) -> Values:
        """Heights, (n,), smooth to the second order."""
        return np.asarray(map_coordinates(self._knots, self._cells(places), order=3, prefilter=False, mode="nearest"))

    def steepness(self, places: Points) -> Values:
        """How many mm of height field one mm along its normal spans, (n,)."""
        return np.asarray(map_coordinates(self._steepness, self._cells(places), order=1, mode="nearest"))

    def _cells(self, places: Points) -> Points:
        return np.asarray(((places - self._corner) / STEP).T)


@cache
def front() -> HeightField:
    """Pelvic surface: y over (x, z). Raises TableError."""
    return _both_sides("sacrum/sacrum_front.csv", ("x", "z", "y"), _CORONAL, "sacrum/sacrum_front_relief.csv", -1.0)


@cache
def back() -> HeightField:
    """Dorsal surface: y over (x, z). Raises TableError."""
    return _both_sides("sacrum/sacrum_back.csv", ("x", "z", "y"), _CORONAL, "sacrum/sacrum_back_relief.csv", 1.0)


@cache
def top() -> HeightField:
    """Upper surface: z over (x, y). Raises TableError."""
    return _both_sides("sacrum/sacrum_top.csv", ("x", "y", "z"), _AXIAL)


@cache
def side() -> HeightField:
    """Lateral surface: distance from the midline over (y, z). Raises TableError."""
    named = np.array(list(read_points("sacrum/sacrum_side.csv", ("y", "z", "x")).values()))
    return tabulated(sheet(named[:, :2], widened(named[:, 2], named[:, 1]), smoothing=1.0), SAGITTAL)


@cache
def border() -> tuple[HeightField, HeightField]:
    """The bone seen from the front, over (x, z): distance to its outline and the radius of its border there.

    Raises TableError.
    """
    right = np.array(list(read_points("sacrum/sacrum_outline.csv", ("x", "z", "edge")).values()))
    right[:, 0] = np.where(right[:, 0] > 0, widened(right[:, 0], right[:, 1]), 0.0)
    outline = Outline(np.vstack([right, right[-2:0:-1] * [-1.0, 1.0, 1.0]]))
    return tabulated(outline.distance, _CORONAL), tabulated(outline.nearest, _CORONAL)


@cache
def plate_edge() -> HeightField:
    """Distance to the edge of the S1 plate, over (x, y)."""
    return tabulated(plates.outline(PLATE).distance, _AXIAL)


@cache
def plate_height() -> HeightField:
    """How high the bony surface of the S1 plate stands, over (x, y)."""
    return tabulated(lambda places: plates.surface_height(PLATE, places), _AXIAL)


@cache
def ear() -> HeightField:
    """Distance to the margin of the auricular surface, over (y, z), negative within: the mirror of the hip bone's."""
    rim, _ = hip_bone.auricular()
    return tabulated(Outline(body.sacral_plate().to_local(rim)[:, 1:]).distance, SAGITTAL)


@cache
def ear_shift() -> float:
    """How much further out (mm) the hip bone's auricular surface lies than it did for ``sacrum/sacrum_side.csv``."""
    rim, _ = hip_bone.auricular()
    found = np.abs(body.sacral_plate().to_local(rim)[:, 0]).mean()
    return float(found - read_numbers("sacrum/sacrum.csv", required=("ear_middle",))["ear_middle"])


def widened(across: Values, height: Values) -> Values:
    """Distances (n,) from the midline at heights z (n,), moved with the hip bone's ear; below S3 they stay."""
    share = np.clip((height + 78.0) / 24.0, 0.0, 1.0)
    return np.asarray(across + ear_shift() * share * share * (3.0 - 2.0 * share))


@cache
def crests() -> HeightField:
    """How high (mm) the relief of the dorsal surface stands out, over (x, z). Raises TableError."""
    return tabulated(lambda places: _bumps("sacrum/sacrum_back_relief.csv", places), _CORONAL)


def tabulated(heights: Callable[[Points], Values], box: Box) -> HeightField:
    """A function of places (n, 2), looked up in a table of its values over a box from then on."""
    (left, low), (right, high) = box
    across, along = np.arange(left, right + STEP, STEP), np.arange(low, high + STEP, STEP)
    places = np.stack(np.meshgrid(across, along, indexing="ij"), axis=-1)
    return HeightField(heights(places.reshape(-1, 2)).reshape(places.shape[:2]), box[0])


def _both_sides(
    table: str,
    columns: tuple[str, str, str],
    box: Box,
    relief: str = "",
    outward: float = 1.0,
) -> HeightField:
    """A height field through the table's points and their mirror images, with the bumps of a relief table on it."""
    named = np.array(list(read_points(table, columns).values()))
    lateral = named[named[:, 0] > 0]
    every = np.vstack([named, lateral * [-1.0, 1.0, 1.0]])
    base = sheet(every[:, :2], every[:, 2], smoothing=1.0)
    if not relief:
        return tabulated(base, box)
    return tabulated(lambda places: base(places) + outward * _bumps(relief, places), box)


def _bumps(table: str, places: Points) -> Values:
    """The sum of a table's bumps and of their mirror images at places (n, 2), mm outwards."""
    columns = ("x", "z", "height", "across", "along")
    total = np.zeros(len(places))
    for x, z, height, across, along in read_points(table, columns).values():
        for side_x in (x, -x) if x else (x,):
            away = ((places[:, 0] - side_x) / across) ** 2 + ((places[:, 1] - z) / along) ** 2
            total += height * np.exp(-away)
    return total
