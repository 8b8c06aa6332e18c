"""Recipes of the twelfth ribs: a flat, pointed bar that slopes down from the facet on T12's side.

The rib is a flattened section swept along a curve through named stations. They stand in T12's frame, so the rib goes
where its vertebra goes; its head is cut to leave an even joint on the facet.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from meshes.sculpt.body import Box, vertebra
from meshes.sculpt.kernel.curves import spline
from meshes.sculpt.kernel.fields import Field, Points, Values, mirrored, smooth_max, smooth_noise, smooth_step
from meshes.sculpt.kernel.surface import Surface, sculpt, unit
from meshes.sculpt.recipe import Built, Recipe, paired
from meshes.sculpt.spine.vertebrae import vertebrae
from meshes.sculpt.tables import read_numbers, read_points

RIGHT, LEFT = "rib_12_right", "rib_12_left"
VOLUME = (5.0, 12.0)
SQUARENESS = 2.5  # power of the section's oval; 2 would be an ellipse
NEAR_JOINT = 22.0  # mm around the head within which T12 is asked for
MARGIN = 9.0  # mm
TOWARDS_RIGHT = np.array([-1.0, 1.0, 1.0])


@cache
def numbers() -> dict[str, float]:
    """Joint, tip and unevenness, name -> value. Raises TableError."""
    return read_numbers("thorax/rib.csv", required=("joint_gap", "cartilage_tip", "uneven"))


@cache
def _stations() -> npt.NDArray[np.float64]:
    """Places in the body, half height, half thickness and lean (degrees) along the right rib, (n, 6)."""
    columns = ("out", "back", "up", "half_height", "half_thickness", "lean")
    rows = np.array(list(read_points("thorax/rib_12.csv", columns, required=("head", "tip")).values()))
    places = vertebra("T12").to_body(rows[:, :3] * TOWARDS_RIGHT)
    return np.column_stack([places, rows[:, 3:]])


class _Bar:
    """The swept section: where points lie along the right rib, and how far outside they are."""

    def __init__(self) -> None:
        line = spline(_stations(), step=0.3)
        self.line, self._half = line[:, :3], line[:, 3:5]
        self.along = unit(np.gradient(self.line, axis=0))
        steps = np.linalg.norm(np.diff(self.line, axis=0), axis=1)
        self.length = np.concatenate([[0.0], np.cumsum(steps)])
        plumb = unit(np.array([0.0, 0.0, 1.0]) - self.along[:, [2]] * self.along)
        outside = np.cross(self.along, plumb)
        lean = np.radians(line[:, [5]])
        self._upwards = np.cos(lean) * plumb - np.sin(lean) * outside
        self.outside = np.cross(self.along, self._upwards)
        self._tree = cKDTree(self.line)

    def nearest(self, points: Points) -> npt.NDArray[np.int64]:
        """The sample of the middle line that is nearest to points (n, 3), (n,)."""
        return np.asarray(self._tree.query(points)[1])

    def distance(self, points: Points) -> Values:
        """Signed distance (n,), roughly, at points (n, 3)."""
        at = self.nearest(points)
        off, half = points - self.line[at], self._half[at]
        across = [np.einsum("ij,ij->i", off, way[at]) for way in (self._upwards, self.outside, self.along)]
        sizes = np.column_stack([half, 1.2 * half[:, 1]])
        shares = np.maximum(np.abs(np.column_stack(across)) / sizes, 1e-6)
        size = np.maximum((shares**SQUARENESS).sum(axis=1) ** (1.0 / SQUARENESS), 1e-3)
        slope = np.linalg.norm((shares / size[:, None]) ** (SQUARENESS - 1.0) / sizes, axis=1)
        return np.asarray((size - 1.0) / slope)


@cache
def bar() -> _Bar:
    """The right rib's sweep."""
    return _Bar()


@cache
def _right() -> Field:
    swept, last = bar(), vertebrae.field("vertebra_T12")
    head, gap = swept.line[0], numbers()["joint_gap"]

    def field(points: Points) -> Values:
        value = swept.distance(points) - numbers()["uneven"] * smooth_noise(points, 6.0, seed=51)
        near = np.linalg.norm(points - head, axis=1) < NEAR_JOINT
        value[near] = smooth_max(value[near], gap - last(points[near]), 0.8)
        return value

    return field


def field(structure_id: str) -> Field:
    """Signed distance of ``rib_12_right`` or ``rib_12_left`` in the body. Raises KeyError for another structure."""
    return {RIGHT: _right(), LEFT: mirrored(_right())}[structure_id]


def bounds(structure_id: str) -> Box:
    """The box that holds a rib with a margin, (low, high) in mm. Raises KeyError for another structure."""
    flip = {RIGHT: np.ones(3), LEFT: TOWARDS_RIGHT}[structure_id]
    line = bar().line * flip
    low, high = line.min(axis=0) - MARGIN, line.max(axis=0) + MARGIN
    return (low[0], low[1], low[2]), (high[0], high[1], high[2])


def landmarks(side: str = "right") -> dict[str, Points]:
    """The middle of the rib at its ``head``, ``angle``, ``middle`` and ``tip``, in the body, each (3,)."""
    flip = np.ones(3) if side == "right" else TOWARDS_RIGHT
    places = dict(zip(read_points("thorax/rib_12.csv", ("out", "back", "up")), _stations(), strict=True))
    return {name: places[name][:3] * flip for name in ("head", "angle", "middle", "tip")}


def _make_right(_: Built) -> Surface:
    surface = sculpt(_right(), bounds(RIGHT), 0.7, 4_500)
    swept = bar()
    at = swept.nearest(surface.points)
    to_tip = swept.length[-1] - swept.length[at]
    joint = smooth_step((numbers()["joint_gap"] + 0.5 - vertebrae.field("vertebra_T12")(surface.points)) / 0.4)
    cartilage = np.maximum(joint, smooth_step((numbers()["cartilage_tip"] - to_tip) / 2.0))
    outwards = np.einsum("ij,ij->i", surface.normals, swept.outside[at])
    return surface.with_arrays(cartilage=cartilage, rough=0.5 * smooth_step(outwards) * (1.0 - cartilage))


RECIPES = paired(Recipe(RIGHT, "bone", _make_right, 0, VOLUME))
