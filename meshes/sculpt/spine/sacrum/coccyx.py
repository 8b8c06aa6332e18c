"""The coccyx: four fused segments that curve forward, with the cornua and transverse processes of the first."""

from __future__ import annotations

from functools import cache

import numpy as np

from meshes.sculpt import body
from meshes.sculpt.kernel.fields import Field, Points, Values, plane, smooth_max, smooth_min, smooth_noise, tube
from meshes.sculpt.kernel.sheets import Sections
from meshes.sculpt.kernel.surface import Surface, sculpt
from meshes.sculpt.recipe import Built, Recipe
from meshes.sculpt.spine.sacrum import sacrum
from meshes.sculpt.spine.sacrum.flat_tube import FlatTube
from meshes.sculpt.tables import read_points

SPACING = 0.6
TRIANGLES = 4_000
GAP = 1.4  # mm to the apex of the sacrum: a thin disc
_BOX = ((-26.0, -38.0, -152.0), (26.0, 26.0, -98.0))  # in the frame of the S1 plate
_PROFILE = ((-45.0, -160.0), (35.0, -90.0))  # y, z
_TRANSVERSE = ("transverse_inner", "transverse_root", "transverse_middle", "transverse_far", "transverse_tip")
_SECOND = ("second_inner", "second_root", "second_tip")
_CORNU = ("root", "middle", "tip")
ROUGHNESS = 0.16  # mm
LEAN, LEAN_WAVELENGTH = 0.5, 19.0  # mm by which its two sides differ, and over what distance


@cache
def local_field() -> Field:
    """Signed distance of the coccyx in the frame of the S1 plate."""
    segments = _segments()
    column, sacral = FlatTube(segments[:, [0, 1, 3, 4]], _PROFILE), sacrum.local_field()
    ends = _plane(segments[1, :2], segments[0, :2]), _plane(segments[-2, :2], segments[-1, :2])
    parts = (_process(_TRANSVERSE), _process(_SECOND), _cornu())

    def shape(points: Points) -> Values:
        drawn = _lopsided(segments, points)
        value = smooth_max(smooth_max(column.distance(drawn), ends[0](points), 2.0), ends[1](points), 3.0)
        folded = np.column_stack([np.abs(drawn[:, 0]), drawn[:, 1:]])
        for part in parts:
            value = smooth_min(value, part(folded), 3.5)
        return smooth_max(value - ROUGHNESS * smooth_noise(points, 5.0, 31), GAP - sacral(points), 1.0)

    return shape


def _segments() -> Points:
    """Sections of the four segments (n, 5): y, z, x, half width, half depth. Raises TableError."""
    return np.array(list(read_points("sacrum/coccyx.csv", ("y", "z", "x", "half_width", "half_depth")).values()))


def _lopsided(segments: Points, points: Points) -> Points:
    """Points (n, 3) brought to where the straight and even form would have them."""
    moved = points + LEAN * np.stack([smooth_noise(points, LEAN_WAVELENGTH, 32 + axis) for axis in range(3)], axis=1)
    moved[:, 0] -= np.interp(-points[:, 1], -segments[:, 0], segments[:, 2])
    return np.asarray(moved)


def _plane(through: Points, beyond: Points) -> Field:
    """What lies beyond a section of the midsagittal plane, given by two (y, z)."""
    return plane((0.0, *through.tolist()), (0.0, *(beyond - through).tolist()))


def _process(names: tuple[str, ...]) -> Field:
    """A flat process that runs sideways through named sections."""
    columns = ("x", "y", "z", "half_back", "half_up")
    named = read_points("sacrum/coccyx_parts.csv", columns, required=(*_TRANSVERSE, *_SECOND))
    return Sections(0, [named[name] for name in names], 2.6)


def _cornu() -> Field:
    """The horn that reaches up to that of the sacrum."""
    named = read_points("sacrum/coccyx_cornu.csv", ("x", "y", "z", "radius"), required=_CORNU)
    line = np.array([named[name] for name in _CORNU])
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
    found = {"base": [0.0, 8.0, -110.0], "transverse_process_right": [-16.5, 1.2, -116.4], "tip": [0.0, -21.6, -136.6]}
    return {name: body.sacral_plate().to_body(place) for name, place in found.items()}


def _make(_built: Built) -> Surface:
    return sculpt(field(), bounds(), SPACING, TRIANGLES)


RECIPES = (Recipe(id="coccyx", kind="bone", make=_make, genus=0, volume=(2.5, 9.0)),)
