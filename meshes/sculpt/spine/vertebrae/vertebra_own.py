"""What only one level has: T12's thoracic processes and rib facet, and L5's stout costal process and its canal.

In the frame of the level, across >= 0.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from meshes.sculpt.kernel.fields import Field, Points, Values, ellipsoid, round_cone, smooth_min, sphere
from meshes.sculpt.kernel.sheets import Sections, Sheet
from meshes.sculpt.spine.vertebrae.vertebra_arch import shaft
from meshes.sculpt.spine.vertebrae.vertebra_tables import canal_wall
from meshes.sculpt.tables import Vector, read_points

SLANT = 0.28  # by how much L5's costal process rises for each mm to the back: its upper face slopes forwards
_EDGE = "base_inner inner_lower inner inner_upper tip_inner tip tip_outer outer_upper outer outer_lower base_outer base"
_DEPTHS = "tip upper_inner upper upper_outer middle_inner middle middle_outer lower_inner lower lower_outer base"
_KNOBS = "root superior lateral inferior rib_facet"
_SECTIONS = "body pedicle root near waist middle far tip"
_CORONAL = np.array([[1.0, 0.0, 0.0], [0.0, 0.0, 1.0], [0.0, 1.0, 0.0]])  # columns across, up, through (backwards)


@cache
def sacral_costal_process() -> Field:
    """L5's costal process: a stout pyramid that rises from the whole side of the pedicle; it slopes down forwards."""
    columns = ("across", "back", "up", "half_back", "half_up")
    rows = read_points("vertebrae/vertebra_own_sections.csv", columns, required=_SECTIONS.split())
    level = np.array([rows[name] for name in _SECTIONS.split()])
    level[:, 2] -= SLANT * level[:, 1]
    upright = Sections(0, level, 4.5)
    return lambda points: upright(points - SLANT * points[:, [1]] * np.array([0.0, 0.0, 1.0]))


@cache
def triangular_canal() -> Field:
    """L5's canal, negative inside: a rounded triangle between thick laminae."""
    return shaft(canal_wall("vertebrae/vertebra_own_canal.csv"))


@cache
def thoracic_processes() -> Field:
    """T12's upper articular process, in the coronal plane, its three tubercles and the facet for the last rib."""
    edge = read_points("vertebrae/vertebra_own_edges.csv", ("along", "up"), required=_EDGE.split())
    columns = ("along", "up", "middle", "half")
    depths = read_points("vertebrae/vertebra_own_depths.csv", columns, required=_DEPTHS.split())
    plate, knobs = Sheet(_CORONAL, [*edge.values()], [*depths.values()], 2.2), _tubercles()

    def field(points: Points) -> Values:
        return smooth_min(plate(points), knobs(points), 4.0)

    return field


def _knobs() -> dict[str, Vector]:
    return read_points("vertebrae/vertebra_own_knobs.csv", ("across", "back", "up", "radius"), required=_KNOBS.split())


def _tubercles() -> Field:
    required = ("root", "superior", "lateral", "inferior")
    rows = read_points("vertebrae/vertebra_own_knobs.csv", ("across", "back", "up", "radius"), required)
    root, *tips = (rows[name] for name in ("root", "superior", "lateral", "inferior"))
    cones = [round_cone(tuple(root[:3]), tuple(tip[:3]), root[3], tip[3]) for tip in tips]

    def field(points: Points) -> Values:
        value = cones[0](points)
        for cone in cones[1:]:
            value = smooth_min(value, cone(points), 6.0)
        return value

    return field


@cache
def rib_facet() -> tuple[Field, Field]:
    """The pad on T12's pedicle that carries the last rib's head, and the hollow cut into it."""
    middle = _knobs()["rib_facet"][:3]
    pad = ellipsoid(tuple(middle), np.eye(3), (2.6, 6.0, 5.4))
    hollow = sphere(tuple(middle + np.array([17.2, 0.0, 1.0])), 15.5)
    return pad, hollow
