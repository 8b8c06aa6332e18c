"""Recipes of the leg below the knee: the upper third of tibia and fibula, and the ligament of the patella.

Tibia and fibula end in a gently rounded cut. All of it is tabled in the frame of the condyles, so it hangs from
the femur.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from meshes.sculpt.kernel.curves import spline
from meshes.sculpt.kernel.drape import Marks, paths
from meshes.sculpt.kernel.fields import Field, Points, Values, mirrored, smooth_max, smooth_noise, smooth_step
from meshes.sculpt.kernel.reliefs import Relief, rounded_and
from meshes.sculpt.kernel.surface import Surface, project, sculpt
from meshes.sculpt.kernel.sweeps import PolarSweep, stations
from meshes.sculpt.leg import femur, patella
from meshes.sculpt.leg.femur_frame import RADII, knee
from meshes.sculpt.recipe import Built, Recipe, paired
from meshes.sculpt.tables import read_numbers, read_points

EVERY_30 = tuple(f"a{angle:03d}" for angle in range(0, 360, 30))
KNEE_BOXES = {  # in the frame of the condyles
    "tibia": ((-48.0, -60.0, -156.0), (45.0, 34.0, -10.0)),
    "fibula": ((12.0, -12.0, -156.0), (56.0, 34.0, -28.0)),
    "patellar_ligament": ((-24.0, -75.0, -76.0), (30.0, -30.0, 8.0)),
}

Box = tuple[tuple[float, float, float], tuple[float, float, float]]


@cache
def numbers() -> dict[str, float]:
    """Cut, gaps and the ligament's measures, name -> value. Raises TableError."""
    required = ("cut", "cut_round", "knee_gap", "tibiofibular_gap", "ligament_thickness")
    return read_numbers("leg/leg.csv", required=(*required, *(f"ligament_width_{end}" for end in ("top", "bottom"))))


@cache
def _plateau() -> Relief:
    return Relief(list(read_points("leg/tibia_plateau.csv", ("out", "back", "up")).values()), smoothing=2.0)


@cache
def _tibia_solid() -> Field:
    """The tibia without its lines, in the frame of the condyles."""
    sweep = PolarSweep(stations(read_points("leg/tibia_shaft.csv", ("up", "out", "back", *EVERY_30)).values()))

    def field(points: Points) -> Values:
        top = _plateau().above(points[:, :2], points[:, 2])
        value = rounded_and(sweep(points), top, 3.5)
        return rounded_and(value, numbers()["cut"] - points[:, 2], numbers()["cut_round"])

    return field


@cache
def _tibia_lines() -> Marks:
    rows = paths(read_points("leg/tibia_lines.csv", ("out", "back", "up", "lift", "width")))
    return Marks(rows.values(), _tibia_solid())


@cache
def _tibia() -> Field:
    thigh_bone, frame = femur.field("femur_right"), knee()

    def local(points: Points) -> Values:
        value = _tibia_solid()(points)
        near = np.flatnonzero(np.abs(value) < 4.0)
        if len(near):
            value[near] -= _tibia_lines().lift(points[near]) + 0.06 * smooth_noise(points[near], 7.0, seed=41)
        return value

    placed = frame.place(local)
    return lambda points: smooth_max(placed(points), numbers()["knee_gap"] - thigh_bone(points), 1.0)


@cache
def _fibula() -> Field:
    sweep = PolarSweep(stations(read_points("leg/fibula_shaft.csv", ("up", "out", "back", *RADII)).values()))
    tibia = _tibia()

    def local(points: Points) -> Values:
        value = rounded_and(sweep(points), points[:, 2] - sweep.high, 3.0)
        value = rounded_and(value, numbers()["cut"] - points[:, 2], 0.6 * numbers()["cut_round"])
        return value - 0.07 * smooth_noise(points, 6.0, seed=42)

    placed = knee().place(local)
    return lambda points: smooth_max(placed(points), numbers()["tibiofibular_gap"] - tibia(points), 1.0)


@cache
def _ligament_path() -> Points:
    """The back of the patellar ligament from the patella's front to the tuberosity, in the knee's frame, (n, 3)."""
    named = patella.landmarks()
    above, apex = (knee().to_local(named[name]) for name in ("patella_front_low", "patella_apex"))
    tuberosity = landmarks_of_knee()["tibial_tuberosity"]
    middle = 0.4 * apex + 0.6 * tuberosity
    behind = [[0, 3.2, 0], [0, -1.5, 1], [0, 0, -8], [0, 1, 0], [0, 2, 3], [0, 3.2, -7]]
    knots = np.array([above, apex, apex, middle, tuberosity, tuberosity]) + np.array(behind)
    return spline(knots, step=0.5)[::-1]


@cache
def _ligament() -> Field:
    """A flat band whose ends thin out and sink into the patella's front and the tibial tuberosity."""
    table, path = numbers(), _ligament_path()
    heights = path[:, 2]

    def local(points: Points) -> Values:
        z = np.clip(points[:, 2], heights[0], heights[-1])
        share = (z - heights[0]) / (heights[-1] - heights[0])
        aside = points[:, 0] - np.interp(z, heights, path[:, 0])
        ahead = np.interp(z, heights, path[:, 1]) - points[:, 1] + (0.012 + 0.022 * (1 - share)) * aside**2
        half = (table["ligament_width_bottom"] * (1 - share) + table["ligament_width_top"] * share) / 2
        to_end = np.clip(np.minimum(share, 1 - share) / 0.2, 0.0, 1.0)
        half = half * (0.4 + 0.6 * np.sqrt(1.0 - (1.0 - to_end) ** 2))
        thin = table["ligament_thickness"] / 2 * (0.42 + 0.58 * smooth_step(to_end))
        band = rounded_and((np.abs(aside) - half) * 0.8, np.abs(ahead - thin) - thin, 0.9 * thin)
        ends = np.maximum(points[:, 2] - heights[-1], heights[0] - points[:, 2])
        return rounded_and(band, ends, 1.0) - 0.1 * smooth_noise(points * np.array([1.0, 1.0, 0.12]), 1.6, seed=43)

    return knee().place(local)


_RIGHT = {"tibia": _tibia, "fibula": _fibula, "patellar_ligament": _ligament}


def field(structure_id: str) -> Field:
    """Signed distance of a tibia, fibula or patellar ligament in the body. Raises KeyError for another structure."""
    name, side = structure_id.rsplit("_", 1)
    solid = _RIGHT[name]()
    return {"right": solid, "left": mirrored(solid)}[side]


def bounds(structure_id: str) -> Box:
    """The box that holds a structure of the leg, (low, high) in mm. Raises KeyError for another structure."""
    name, side = structure_id.rsplit("_", 1)
    flip = np.array([{"right": 1.0, "left": -1.0}[side], 1.0, 1.0])
    low, high = (np.array(corner) for corner in KNEE_BOXES[name])
    picks = np.array([[i, j, k] for i in (0, 1) for j in (0, 1) for k in (0, 1)], bool)
    corners = knee().to_body(np.where(picks, high, low)) * flip
    least, most = corners.min(axis=0), corners.max(axis=0)
    return (least[0], least[1], least[2]), (most[0], most[1], most[2])


@cache
def landmarks_of_knee() -> dict[str, Points]:
    """Named places of the right leg in the frame of the condyles, name -> (3,)."""
    named = {"tibial_tuberosity": (5.0, -51.0, -58.0), "fibula_apex": (32.3, 18.2, -34.5)}
    surfaces = {"tibial_tuberosity": _tibia(), "fibula_apex": _fibula()}
    frame = knee()
    return {
        name: frame.to_local(project(surfaces[name], frame.to_body(np.array([place])), 4.0, rounds=5))[0]
        for name, place in named.items()
    }


def landmarks(side: str = "right") -> dict[str, Points]:
    """``tibial_tuberosity`` and ``fibula_apex`` in the body, each (3,)."""
    flip = np.array([1.0 if side == "right" else -1.0, 1.0, 1.0])
    return {name: knee().to_body(place) * flip for name, place in landmarks_of_knee().items()}


def _make_tibia(_: Built) -> Surface:
    surface = sculpt(_tibia(), bounds("tibia_right"), 1.2, 9_000)
    local = knee().to_local(surface.points)
    above = _plateau().above(local[:, :2], local[:, 2])
    to_middle = np.minimum(np.hypot((local[:, 0] + 25) / 14, (local[:, 1] + 3) / 21), 9.0)
    to_middle = np.minimum(to_middle, np.hypot((local[:, 0] - 20) / 13, (local[:, 1] + 7) / 18))
    cartilage = smooth_step((1.0 - to_middle) * 12.0) * smooth_step((above + 2.5) / 1.0)
    rough = np.clip(np.abs(_tibia_lines().lift(local)) / 1.4, 0.0, 1.0) * (1.0 - cartilage)
    return surface.with_arrays(cartilage=cartilage, rough=rough)


def _make_fibula(_: Built) -> Surface:
    surface = sculpt(_fibula(), bounds("fibula_right"), 1.0, 4_000)
    high = knee().to_local(surface.points)[:, 2]
    return surface.with_arrays(rough=0.7 * smooth_step((high + 66.0) / 24.0))


def _make_ligament(_: Built) -> Surface:
    surface = sculpt(_ligament(), bounds("patellar_ligament_right"), 0.9, 3_000)
    down = knee().axes @ np.array([0.0, 0.0, -1.0])
    return surface.with_arrays(fibre=np.tile(down, (len(surface.points), 1)))


RECIPES = (
    *paired(Recipe("tibia_right", "bone", _make_tibia, 0, (120.0, 320.0))),
    *paired(Recipe("fibula_right", "bone", _make_fibula, 0, (12.0, 40.0))),
    *paired(Recipe("patellar_ligament_right", "ligament", _make_ligament, 0, (4.0, 14.0))),
)
