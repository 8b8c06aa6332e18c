"""The capsule of the hip joint, its three ligaments and the iliopsoas bursa, each a layer on the one before it.

They are sculpted on the right and mirrored. None is thinner in truth than a blade, so each is drawn 1 to 5 mm thick.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

import numpy as np

from meshes.sculpt.hip_joint.sleeve import BOUNDS, neck, sleeve, wrapped
from meshes.sculpt.kernel.bands import Line, band, flattened
from meshes.sculpt.kernel.fields import Field, Points, Values, cut, union
from meshes.sculpt.kernel.surface import Surface, sculpt
from meshes.sculpt.leg import femur
from meshes.sculpt.pelvis import hip_bone
from meshes.sculpt.recipe import Built, Recipe, paired
from meshes.sculpt.tables import read_points

COLUMNS = ("x", "y", "z", "wide", "thick")
GAP, BONE_GAP = 0.4, 0.3  # mm
SPACING = 0.6  # mm
UPPER, LOWER = "hip_joint/iliofemoral_upper.csv", "hip_joint/iliofemoral_lower.csv"
PUBIC, ISCHIAL, BURSA = "hip_joint/pubofemoral.csv", "hip_joint/ischiofemoral.csv", "hip_joint/bursa.csv"


@cache
def _line(file: str) -> Line:
    return Line.through(np.array(list(read_points(file, COLUMNS).values())))


def _grown(field: Field, by: float) -> Field:
    return lambda points: field(points) - by


def _bones(points: Points) -> Values:
    bone = np.minimum(femur.field("femur_right")(points), hip_bone.field("hip_bone_right")(points))
    return np.asarray(bone - BONE_GAP)


def _free(body: Field, *others: Field) -> Field:
    """A layer kept clear of ``others``."""
    for other in others:
        body = cut(body, _grown(other, GAP), 0.4)
    return body


@cache
def _iliofemoral() -> Field:
    return cut(union(5.0, *(band(wrapped, GAP, _line(file)) for file in (UPPER, LOWER))), _bones, 0.4)


@cache
def _pubofemoral() -> Field:
    return _free(band(wrapped, GAP, _line(PUBIC)), _iliofemoral())


@cache
def _ischiofemoral() -> Field:
    return _free(band(wrapped, GAP, _line(ISCHIAL)), _iliofemoral())


@cache
def _bursa() -> Field:
    return band(union(8.0, wrapped, _iliofemoral(), _pubofemoral()), GAP, _line(BURSA))


def _capsule(_: Built) -> Surface:
    made = sculpt(cut(sleeve, _bones, 0.4), BOUNDS, SPACING, 8_000)
    return flattened(made, np.tile(neck(), (len(made.points), 1)))


def _strand(shape: Callable[[], Field], files: tuple[str, ...], _: Built) -> Surface:
    made = sculpt(shape(), BOUNDS, SPACING, 5_000)
    rows = [_line(file) for file in files]
    every = Line(np.vstack([one.points for one in rows]), np.vstack([one.directions() for one in rows]))
    return flattened(made, every.values[every.nearest(made.points)[1]])


def _pair(
    name: str, kind: str, make: Callable[[Built], Surface], genus: int, volume: tuple[float, float]
) -> tuple[Recipe, Recipe]:
    return paired(Recipe(f"{name}_right", kind, make, genus, volume))


RECIPES = (
    *_pair("hip_joint_capsule", "ligament", _capsule, 1, (12.0, 32.0)),
    *_pair("iliofemoral_ligament", "ligament", partial(_strand, _iliofemoral, (UPPER, LOWER)), 0, (3.0, 14.0)),
    *_pair("pubofemoral_ligament", "ligament", partial(_strand, _pubofemoral, (PUBIC,)), 0, (1.0, 6.0)),
    *_pair("ischiofemoral_ligament", "ligament", partial(_strand, _ischiofemoral, (ISCHIAL,)), 0, (1.5, 8.0)),
    *_pair("iliopsoas_bursa", "bursa", partial(_strand, _bursa, (BURSA,)), 0, (0.8, 6.0)),
)
