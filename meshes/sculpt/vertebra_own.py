"""What only one level has: T12's thoracic processes and rib facet, and the stout costal process of L5.

In the frame of the level, across >= 0.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from meshes.sculpt.fields import Field, Points, Values, ellipsoid, round_cone, smooth_min, sphere
from meshes.sculpt.sheets import Sections, Sheet
from meshes.sculpt.tables import read_points

TABLES = ("vertebra_own_edges.csv", "vertebra_own_depths.csv", "vertebra_own_knobs.csv", "vertebra_own_sections.csv")
_CORONAL = np.array([[1.0, 0.0, 0.0], [0.0, 0.0, 1.0], [0.0, 1.0, 0.0]])  # columns across, up, through (backwards)


@cache
def sacral_costal_process() -> Field:
    """L5's costal process: a stout pyramid that rises from the whole side of the pedicle."""
    return Sections(0, list(read_points(TABLES[3], ("across", "back", "up", "half_back", "half_up")).values()), 4.5)


@cache
def thoracic_processes() -> Field:
    """T12's upper articular process, in the coronal plane, its three tubercles and the facet for the last rib."""
    edge = list(read_points(TABLES[0], ("along", "up")).values())
    depths = list(read_points(TABLES[1], ("along", "up", "middle", "half")).values())
    plate, knobs = Sheet(_CORONAL, edge, depths, 2.2), _tubercles()

    def field(points: Points) -> Values:
        return smooth_min(plate(points), knobs(points), 4.0)

    return field


def _tubercles() -> Field:
    rows = read_points(
        TABLES[2], ("across", "back", "up", "radius"), required=("root", "superior", "lateral", "inferior")
    )
    root, *tips = (rows[name] for name in ("root", "superior", "lateral", "inferior"))
    cones = [round_cone(tuple(root[:3]), tuple(tip[:3]), root[3], tip[3]) for tip in tips]

    def field(points: Points) -> Values:
        value = cones[0](points)
        for cone in cones[1:]:
            value = smooth_min(value, cone(points), 2.5)
        return value

    return field


@cache
def rib_facet() -> tuple[Field, Field]:
    """The pad on T12's pedicle that carries the last rib's head, and the hollow cut into it."""
    middle = read_points(TABLES[2], ("across", "back", "up", "radius"), required=("rib_facet",))["rib_facet"][:3]
    pad = ellipsoid(tuple(middle), np.eye(3), (2.6, 6.0, 5.4))
    hollow = sphere(tuple(middle + np.array([17.2, 0.0, 1.0])), 15.5)
    return pad, hollow
