"""The upper end of the right femur, drawn in the thigh's frame: head, neck, trochanters and the fossa between them.

The block between shaft and neck is a relief between a front and a back sheet inside its silhouette; the greater
trochanter is a second, smaller relief that stands behind it and overhangs the trochanteric fossa; the neck is a
polar sweep about its own axis, so that it follows the neck-shaft angle.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from meshes.sculpt.curves import Outline
from meshes.sculpt.femur_frame import head_centre, neck_frame, numbers
from meshes.sculpt.fields import Field, Points, Values, ellipsoid, smooth_max, smooth_min, sphere, tube
from meshes.sculpt.reliefs import Relief, rounded_and
from meshes.sculpt.sweeps import PolarSweep, stations
from meshes.sculpt.tables import read_points

TABLES = (
    *("femur_neck.csv", "femur_trochanter_outline.csv", "femur_trochanter_front.csv", "femur_trochanter_back.csv"),
    *("femur_greater_outline.csv", "femur_greater_front.csv", "femur_greater_back.csv", "femur_lesser.csv"),
)
_NECK = ("above", "back_above", "back", "back_below", "below", "front_below", "front", "front_above")
LEAST_EDGE = 1.5  # mm; an edge is never sharper


@cache
def neck() -> Field:
    """The neck, from inside the head to inside the shaft."""
    sweep = PolarSweep(stations(np.insert(row, 1, (0.0, 0.0)) for row in _neck_rows()))
    placed = neck_frame().place(lambda points: _capped(sweep, points))
    return placed


def _neck_rows() -> list[npt.NDArray[np.float64]]:
    return list(read_points("femur_neck.csv", ("along", *_NECK)).values())


def _capped(sweep: PolarSweep, points: Points) -> Values:
    ends = np.maximum(points[:, 2] - sweep.high, sweep.low - points[:, 2])
    return smooth_max(sweep(points), ends, 6.0)


@cache
def head() -> Field:
    """The head: a ball, slightly flattened where it meets the neck, with the fovea."""
    table = numbers()
    radius = table["head_diameter"] / 2
    ball = sphere(head_centre(), radius)
    fovea = read_points("femur_lesser.csv", ("out", "back", "up", "radius"), required=("fovea",))["fovea"]
    direction = fovea[:3] / np.linalg.norm(fovea[:3])
    pit = ellipsoid(head_centre() + direction * (radius + 1.0), _around(direction), (4.6, fovea[3] * 1.25, fovea[3]))
    return lambda points: smooth_max(ball(points), -pit(points), 3.0)


def _around(direction: Points) -> Points:
    """Three unit rows, square to each other: ``direction``, level, and the rest."""
    level = np.cross(direction, [0.0, 0.0, 1.0])
    level /= np.linalg.norm(level)
    return np.stack([direction, np.cross(level, direction), level])


class Plate:
    """A solid between a front and a back sheet inside an outline seen from the front, with rounded edges."""

    def __init__(self, outline: str, front: str, back: str) -> None:
        self._outline = Outline(list(read_points(outline, ("out", "up", "edge")).values()))
        self._front, self._back = (
            Relief(list(read_points(name, ("out", "up", "depth")).values())) for name in (front, back)
        )

    def __call__(self, points: Points) -> Values:
        places = points[:, [0, 2]]
        behind = self._back.above(places, points[:, 1])
        before = -self._front.above(places, points[:, 1])
        beside = self._outline.distance(places)
        half = (self._back.height(places) - self._front.height(places)) / 2
        edge = np.maximum(np.minimum(self._outline.nearest(places), 0.92 * half), LEAST_EDGE)
        return rounded_and(np.maximum(behind, before), beside, edge)


@cache
def block() -> Field:
    """The intertrochanteric block: the top of the shaft under neck and trochanters."""
    return Plate("femur_trochanter_outline.csv", "femur_trochanter_front.csv", "femur_trochanter_back.csv")


@cache
def greater_trochanter() -> Field:
    """The greater trochanter behind the block, with the crest that overhangs the fossa."""
    return Plate("femur_greater_outline.csv", "femur_greater_front.csv", "femur_greater_back.csv")


@cache
def lesser() -> dict[str, npt.NDArray[np.float64]]:
    """Points with a radius: the lesser trochanter's cone, the trochanteric fossa, the fovea. Raises TableError."""
    names = ("fovea", "lesser_root", "lesser_middle", "lesser_apex", "fossa_top", "fossa_bottom")
    return read_points("femur_lesser.csv", ("out", "back", "up", "radius"), required=names)


def lesser_trochanter() -> Field:
    """The lesser trochanter: a blunt cone that leaves the shaft backwards and inwards."""
    rows = np.array([lesser()[name] for name in ("lesser_root", "lesser_middle", "lesser_apex")])
    return tube(rows[:, :3], rows[:, 3].tolist(), 3.0)


def fossa() -> Field:
    """The room of the trochanteric fossa, under the overhanging crest."""
    rows = np.array([lesser()[name] for name in ("fossa_top", "fossa_bottom")])
    return tube(rows[:, :3], rows[:, 3].tolist())


def upper_end(shaft: Field) -> Field:
    """Block and shaft, cross-faded below the trochanters, with trochanters, neck and head welded on."""
    parts = block(), greater_trochanter(), lesser_trochanter(), neck(), head(), fossa()

    def field(points: Points) -> Values:
        core, greater, lesser_cone, collum, ball, hollow = (part(points) for part in parts)
        fade = np.clip((points[:, 2] + 95.0) / 18.0, 0.0, 1.0)
        fade = fade * fade * (3 - 2 * fade)
        value = fade * core + (1 - fade) * shaft(points)
        value = smooth_min(value, greater, 4.0)
        value = smooth_min(value, collum, 7.0)
        value = smooth_max(value, -hollow, 4.0)
        value = smooth_min(value, lesser_cone, 9.0)
        return smooth_min(value, ball, 5.0)

    return field
