"""Recipes of the patellae: a lens between a domed front and a back with two joint facets, in front of the femur."""

from __future__ import annotations

from functools import cache

import numpy as np

from meshes.sculpt.body import Frame
from meshes.sculpt.kernel.fields import Field, Points, Values, mirrored, smooth_max, smooth_noise, smooth_step
from meshes.sculpt.kernel.reliefs import Between
from meshes.sculpt.kernel.surface import Surface, project, sculpt
from meshes.sculpt.leg import femur
from meshes.sculpt.leg.femur_frame import knee
from meshes.sculpt.recipe import Built, Recipe, paired
from meshes.sculpt.tables import read_numbers, read_points

RIGHT, LEFT = "patella_right", "patella_left"
_FORM = ("leg/patella_outline.csv", "leg/patella_front.csv", "leg/patella_back.csv")
VOLUME = (9.0, 24.0)
FACETS_END = -12.0  # mm below the middle: the apex has no joint surface
HALF_BOX = np.array([30.0, 20.0, 30.0])

Box = tuple[tuple[float, float, float], tuple[float, float, float]]


@cache
def numbers() -> dict[str, float]:
    """Where the patella stands, name -> value. Raises TableError."""
    return read_numbers("leg/patella.csv", required=("middle_out", "middle_back", "middle_up", "gap", "facet_drop"))


@cache
def frame() -> Frame:
    """The patella's frame in the body (right side): x outwards, y backwards, z up, origin in its middle."""
    middle = np.array([numbers()[f"middle_{way}"] for way in ("out", "back", "up")])
    return Frame(knee().to_body(middle), knee().axes)


@cache
def _form() -> Between:
    columns = ("out", "up", "edge"), ("out", "up", "depth"), ("out", "up", "depth")
    return Between(
        *(np.array(list(read_points(file, named).values())) for file, named in zip(_FORM, columns, strict=True))
    )


def _solid(points: Points) -> Values:
    """The patella at points (n, 3) of its own frame: drawn form, ribbed front, edge of the joint surface."""
    value = _form()(points)
    front = smooth_step((-2.0 - points[:, 1]) / 4.0)
    stretched = points * np.array([1.0, 1.0, 0.25])
    value -= 0.22 * front * smooth_noise(stretched, 2.6, seed=31) + 0.04 * smooth_noise(points, 6.0, seed=32)
    bare = smooth_step(_below_facets(points) / 1.5) * smooth_step(points[:, 1] / 3.0)
    return np.asarray(value + numbers()["facet_drop"] * bare)


def _below_facets(points: Points) -> Values:
    """How far points (n, 3) lie below the joint facets, whose lower border bows downwards, mm."""
    return np.asarray(FACETS_END + 0.012 * (points[:, 0] + 3.0) ** 2 - points[:, 2])


@cache
def _right() -> Field:
    placed, thigh_bone = frame().place(_solid), femur.field("femur_right")
    return lambda points: smooth_max(placed(points), numbers()["gap"] - thigh_bone(points), 1.0)


def field(structure_id: str) -> Field:
    """Signed distance of ``patella_right`` or ``patella_left`` in the body. Raises KeyError for another structure."""
    return {RIGHT: _right(), LEFT: mirrored(_right())}[structure_id]


def bounds(structure_id: str) -> Box:
    """The box that holds a patella with a margin, (low, high) in mm. Raises KeyError for another structure."""
    flip = np.array([{RIGHT: 1.0, LEFT: -1.0}[structure_id], 1.0, 1.0])
    low, high = frame().origin * flip - HALF_BOX, frame().origin * flip + HALF_BOX
    return (low[0], low[1], low[2]), (high[0], high[1], high[2])


def landmarks(side: str = "right") -> dict[str, Points]:
    """The middle of its front, its base, the low part of its front and its apex, in the body, name -> (3,)."""
    named = {
        "patella_centre": (0.0, -9.0, 0.0),
        "patella_base": (3.0, 0.0, 21.8),
        "patella_front_low": (1.0, -6.0, -9.0),
        "patella_apex": (1.3, 2.0, -23.5),
    }
    points = project(_right(), frame().to_body(np.array(list(named.values()))), reach=3.0, rounds=5)
    flip = np.array([1.0 if side == "right" else -1.0, 1.0, 1.0])
    return dict(zip(named, points * flip, strict=True))


def _make_right(_: Built) -> Surface:
    surface = sculpt(_right(), bounds(RIGHT), 0.9, 5_000)
    local = frame().to_local(surface.points)
    facing = frame().to_local(surface.points + surface.normals)[:, 1] - local[:, 1]
    cartilage = smooth_step(-_below_facets(local) / 1.2) * smooth_step((facing - 0.35) / 0.25)
    rough = smooth_step((-1.0 - local[:, 1]) / 4.0) * 0.5 + 0.4 * smooth_step((-14.0 - local[:, 2]) / 4.0)
    return surface.with_arrays(cartilage=cartilage, rough=np.clip(rough, 0.0, 1.0) * (1.0 - cartilage))


RECIPES = paired(Recipe(RIGHT, "bone", _make_right, 0, VOLUME))
