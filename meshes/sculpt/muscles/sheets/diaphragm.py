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
from meshes.sculpt.kernel.grids import distance_to
from meshes.sculpt.kernel.surface import Faces, Surface, compact, largest_piece, normals
from meshes.sculpt.muscles.origins import on_side
from meshes.sculpt.muscles.sheets import crura
from meshes.sculpt.muscles.sheets.guides import Web, across, sampled, shares, spacing
from meshes.sculpt.muscles.sheets.plate import STRIA, Edges, Obstacle, between, cleared, doubled, kept, outward, streaks
from meshes.sculpt.muscles.sheets.wall_muscle import BONE_GAP, MUSCLE_GAP, RIB, held
from meshes.sculpt.recipe import Built, Recipe, Slip
from meshes.sculpt.tables import read_numbers, read_points

FIBRES, SAMPLES, SEED = 116, 32, 36
RIM = Edges(1.2, 0.0, 0.0, 0.0)
LONG = 60.0  # mm; length of the tools that cut the openings
OPENINGS = ("caval", "oesophageal")
MIRROR = np.array([-1.0, 1.0, 1.0])
SIDES = ("right", "left")
NEIGHBOURS = (
    *("abdominal_aorta", "inferior_vena_cava"),
    *(
        f"{name}_{side}"
        for name in ("psoas_major", "crus_of_diaphragm", "medial_arcuate_ligament", "transversus_abdominis")
        for side in SIDES
    ),
)


@cache
def numbers() -> dict[str, float]:
    """Openings and top, name -> value. Raises TableError."""
    each = ("x", "y", "z", "wide", "deep", "turn")
    return read_numbers("wall/diaphragm.csv", ("top", *(f"{name}_{what}" for name in OPENINGS for what in each)))


@cache
def halves() -> tuple[Web, Web]:
    """The fibres of the right and the left half, from the front to the back; each sample carries thickness and tendon.

    Fibres of the same number end at the same place of the midline.
    """
    columns = ("x", "y", "z", "thick", "tendon")
    right, left = (sampled(read_points(f"wall/diaphragm_{side}.csv", columns), SAMPLES) for side in SIDES)
    places = 0.5 * (spacing(right) + spacing(left))
    return across(right, places, FIBRES), across(left, places, FIBRES)


def _lattice() -> Faces:
    """Triangles of the middle of the sheet: right fibres, then left ones, joined where they meet at the midline."""
    right = np.arange(FIBRES * SAMPLES).reshape(FIBRES, SAMPLES)
    left = right + right.size
    left[:, -1], left[0], left[-1] = right[:, -1], right[0], right[-1]
    found = np.vstack([between(right), between(left[::-1])])
    return np.asarray(found[(found[:, 0] != found[:, 1]) & (found[:, 1] != found[:, 2]) & (found[:, 2] != found[:, 0])])


def _rim() -> Faces:
    """The points around the rim, in order, (n,)."""
    first = np.arange(FIBRES) * SAMPLES
    return np.concatenate([first, (first + FIBRES * SAMPLES)[-2:0:-1]])


def sheet() -> Surface:
    """The whole sheet, closed, before its openings are cut."""
    both = halves()
    flat, faces = np.concatenate([web.points for web in both]).reshape(-1, 3), _lattice()
    carried = np.concatenate([web.carried for web in both]).reshape(-1, 2)
    streak = np.concatenate([streaks(web, SEED + n) for n, web in enumerate(both)]).ravel()
    share = np.concatenate([kept(web, RIM) for web in both]).ravel()
    half = 0.5 * carried[:, 0] * share + STRIA * (1.0 - 0.67 * carried[:, 1]) * streak * share**2
    lift = half[:, None] * normals(flat, faces)
    arrays = {
        "fibre": np.concatenate([web.directions() for web in both]).reshape(-1, 3),
        "arc": np.tile(shares(SAMPLES), 2 * FIBRES),
        "tendon": np.clip(carried[:, 1], 0.0, 1.0),
        "streak": np.clip(streak, -1.0, 1.0),
    }
    closed = outward(np.vstack([flat + lift, flat - lift]), doubled(faces, _rim(), len(flat)))
    return closed.with_arrays(**{name: np.concatenate([values, values]) for name, values in arrays.items()})


def _opening(name: str) -> manifold3d.Manifold:
    """The elliptic rod that cuts an opening."""
    table = numbers()
    x, y, z, wide, deep, turn = (table[f"{name}_{what}"] for what in ("x", "y", "z", "wide", "deep", "turn"))
    rod = manifold3d.Manifold.cylinder(LONG, 1.0, 1.0, 48, True).scale((wide, deep, 1.0))
    return rod.rotate((turn, 0.0, 0.0)).translate((x, y, z))


def _cut(whole: Surface) -> tuple[Points, Faces]:
    """The sheet with its openings, and without what lies above its top."""
    points, faces = compact(whole.points, whole.faces)
    solid = manifold3d.Manifold(manifold3d.Mesh64(points, faces.astype(np.uint64)))
    for name in OPENINGS:
        solid = solid - _opening(name)
    mesh = solid.trim_by_plane((0.0, 0.0, -1.0), -numbers()["top"]).to_mesh64()
    return largest_piece(np.asarray(mesh.vert_properties)[:, :3], np.asarray(mesh.tri_verts).astype(np.int64))


def _made(built: Built) -> Surface:
    whole = sheet()
    points, faces = _cut(whole)
    nearest = cKDTree(whole.points).query(points)[1]
    arrays = {name: values[nearest] for name, values in whole.arrays.items()}
    near = [Obstacle(distance_to(built[one]), MUSCLE_GAP) for one in NEIGHBOURS]
    return cleared(Surface(points, faces, normals(points, faces), arrays), [*near, Obstacle(crura.hard(), BONE_GAP)])


def slips() -> list[Slip]:
    """Where the rim holds on to bone that is part of the model: the twelfth ribs."""
    right, left = (web.points[:, 0] for web in halves())
    mirrored = on_side("left", [held("rib_12", "origin", RIB, left * MIRROR)])
    return [held("rib_12", "origin", RIB, right), *mirrored]


RECIPES = (Recipe("diaphragm", "muscle", _made, 2, (150.0, 450.0), NEIGHBOURS, slips),)
