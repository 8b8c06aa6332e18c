"""The coccyx: four fused segments that curve forward, with the cornua and transverse processes of the first."""

from __future__ import annotations

from functools import cache

import numpy as np

from meshes.sculpt import body, sacrum
from meshes.sculpt.fields import Field, Points, Values, plane, smooth_max, smooth_min, tube
from meshes.sculpt.flat_tube import FlatTube
from meshes.sculpt.recipe import Built, Recipe
from meshes.sculpt.surface import Surface, sculpt
from meshes.sculpt.tables import read_points

SPACING = 0.6
TRIANGLES = 4_000
GAP = 1.4  # mm to the apex of the sacrum: a thin disc
_BOX = ((-26.0, -38.0, -152.0), (26.0, 26.0, -98.0))  # in the frame of the S1 plate
_PROFILE = ((-45.0, -160.0), (35.0, -90.0))  # y, z
_TABLES = ("coccyx.csv", "coccyx_parts.csv")
_PARTS = (
    ("transverse_root", "transverse_middle", "transverse_tip"),
    ("cornu_root", "cornu_middle", "cornu_tip"),
    ("second_process_root", "second_process_tip"),
)


@cache
def local_field() -> Field:
    """Signed distance of the coccyx in the frame of the S1 plate."""
    segments = np.array(list(read_points("coccyx.csv", ("y", "z", "half_width", "half_depth")).values()))
    column, sacral = FlatTube(segments, _PROFILE), sacrum.local_field()
    ends = _plane(segments[1, :2], segments[0, :2]), _plane(segments[-2, :2], segments[-1, :2])
    parts = [_part(names) for names in _PARTS]

    def shape(points: Points) -> Values:
        value = smooth_max(smooth_max(column.distance(points), ends[0](points), 2.0), ends[1](points), 3.0)
        folded = np.column_stack([np.abs(points[:, 0]), points[:, 1:]])
        for part in parts:
            value = smooth_min(value, part(folded), 3.0)
        return smooth_max(value, GAP - sacral(points), 1.0)

    return shape


def _plane(through: Points, beyond: Points) -> Field:
    """What lies beyond a section of the midsagittal plane, given by two (y, z)."""
    return plane((0.0, *through.tolist()), (0.0, *(beyond - through).tolist()))


def _part(names: tuple[str, ...]) -> Field:
    """Round cones through named points, flattened from front to back."""
    named = read_points("coccyx_parts.csv", ("x", "y", "z", "radius"), required=[n for part in _PARTS for n in part])
    line = np.array([named[name] for name in names])
    return tube(line[:, :3], line[:, 3].tolist(), 2.0)


def field(structure: str = "coccyx") -> Field:
    """Signed distance of the coccyx in the body. Raises KeyError for another structure."""
    if structure != "coccyx":
        raise KeyError(structure)
    return body.sacral_plate().place(local_field())


def bounds(structure: str = "coccyx") -> body.Box:
    """A box of the body, ((x0, y0, z0), (x1, y1, z1)), that holds the coccyx. Raises KeyError for another structure."""
    if structure != "coccyx":
        raise KeyError(structure)
    return body.sacral_plate().box_around(_BOX)


def landmarks() -> dict[str, Points]:
    """Named points of the coccyx in the body, each (3,)."""
    found = {"base": [0.0, 8.0, -110.0], "transverse_process_right": [-17.0, -3.0, -119.8], "tip": [0.0, -23.4, -140.2]}
    return {name: body.sacral_plate().to_body(place) for name, place in found.items()}


def _make(_built: Built) -> Surface:
    return sculpt(field(), bounds(), SPACING, TRIANGLES)


RECIPES = (Recipe(id="coccyx", kind="bone", make=_make, genus=0, volume=(2.5, 9.0), tables=_TABLES),)
