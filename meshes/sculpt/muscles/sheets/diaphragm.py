"""The diaphragm: two halves woven from the rim to the central tendon, grown together in the middle, with its openings.

The aorta passes behind the median arcuate ligament, between the crura, which are structures of their own; the vena cava
passes through the central tendon, the oesophagus between fibres of the crus.
"""

from __future__ import annotations

from functools import cache

import manifold3d
import numpy as np
from scipy.spatial import cKDTree

from meshes.sculpt.kernel.fields import Points
from meshes.sculpt.kernel.surface import Surface, compact, normals, thin_out
from meshes.sculpt.muscles.sheets.guides import Web, woven
from meshes.sculpt.muscles.sheets.plate import Edges, plate
from meshes.sculpt.recipe import Built, Recipe
from meshes.sculpt.tables import read_numbers, read_points

FIBRES, SAMPLES, TRIANGLES = 330, 80, 26_000
OVERLAP = 1.0  # mm by which each half reaches across the midline, where they are grown together
LONG = 60.0  # mm; length of the tools that cut the openings
OPENINGS = ("caval", "oesophageal")
SIDES = {"right": -1.0, "left": 1.0}


@cache
def numbers() -> dict[str, float]:
    """Openings and top, name -> value. Raises TableError."""
    each = ("x", "y", "z", "wide", "deep", "turn")
    return read_numbers("wall/diaphragm.csv", ("top", *(f"{name}_{what}" for name in OPENINGS for what in each)))


@cache
def web(side: str) -> Web:
    """The fibres of one half; each sample carries its thickness and how tendinous it is."""
    return woven(read_points(f"wall/diaphragm_{side}.csv", ("x", "y", "z", "thick", "tendon")), FIBRES, SAMPLES)


def half(side: str) -> Surface:
    """One half as a closed plate that reaches a little across the midline."""
    fibres = web(side)
    lift = 0.5 * fibres.carried[:, :, :1] * fibres.faces_out()
    outer, inner = (_reaching(fibres.points + sign * lift, SIDES[side]) for sign in (1.0, -1.0))
    pale = Web(fibres.points, fibres.carried[:, :, 1:])
    return plate(pale, (outer, inner), Edges(2.0, 0.0, 0.0, 0.0), 60_000, 36)


def _reaching(points: Points, side: float) -> Points:
    """Points (f, s, 3) of a half whose edges at the midline are drawn across it."""
    x = points[:, :, 0] * side
    drawn = np.where(x < 4.0, x - (OVERLAP + x.clip(max=0.0)) * (1.0 - x / 4.0).clip(0.0, 1.0), x)
    return np.concatenate([(side * drawn)[:, :, None], points[:, :, 1:]], axis=2)


def _opening(name: str) -> manifold3d.Manifold:
    """The elliptic rod that cuts an opening."""
    table = numbers()
    x, y, z, wide, deep, turn = (table[f"{name}_{what}"] for what in ("x", "y", "z", "wide", "deep", "turn"))
    rod = manifold3d.Manifold.cylinder(LONG, 1.0, 1.0, 48, True).scale((wide, deep, 1.0))
    return rod.rotate((turn, 0.0, 0.0)).translate((x, y, z))


def _solid(surface: Surface) -> manifold3d.Manifold:
    return manifold3d.Manifold(manifold3d.Mesh64(surface.points, surface.faces.astype(np.uint64)))


def _made(_: Built) -> Surface:
    halves = [half(side) for side in SIDES]
    whole = _solid(halves[0]) + _solid(halves[1])
    for name in OPENINGS:
        whole = whole - _opening(name)
    mesh = whole.trim_by_plane((0.0, 0.0, -1.0), -numbers()["top"]).to_mesh64()
    points, faces = compact(np.asarray(mesh.vert_properties)[:, :3], np.asarray(mesh.tri_verts).astype(np.int64))
    return _with_fibres(*thin_out(points, faces, TRIANGLES), halves)


def _with_fibres(points: Points, faces: np.ndarray, halves: list[Surface]) -> Surface:
    """The surface with what the nearest point of either half carries."""
    nearest = cKDTree(np.vstack([one.points for one in halves])).query(points)[1]
    arrays = {name: np.concatenate([one.arrays[name] for one in halves])[nearest] for name in halves[0].arrays}
    return Surface(points, faces, normals(points, faces), arrays)


RECIPES = (Recipe("diaphragm", "muscle", _made, 2, (150.0, 450.0)),)
