"""Iliacus: the fan that lines the iliac fossa, gathers beside psoas and ends on and below the lesser trochanter.

It arises from the upper two thirds of the fossa up to the inner lip of the crest, and from the ala of the sacrum with
its ligaments. Fibres from the crest lie on top, those from deeper in the fossa join under them.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np

from meshes.sculpt import anchors, hip_bone, psoas_major
from meshes.sculpt.curves import Outline
from meshes.sculpt.fascicles import Bundle, Threaded, bundle, joining, level_gates, settled, thread
from meshes.sculpt.fields import Points, Values
from meshes.sculpt.grids import Grid, distance_to
from meshes.sculpt.muscle import finished, freed, paling
from meshes.sculpt.origins import COLUMNS, Origins, joined, mirrored, on_surface, spread
from meshes.sculpt.recipe import Built, Recipe, Slip
from meshes.sculpt.solidify import flesh, tubes
from meshes.sculpt.surface import Surface
from meshes.sculpt.surroundings import bones, settle
from meshes.sculpt.tables import read_points

AROUND = ("sacrum", "hip_bone_right", "femur_right", "vertebra_L5")
BOX = ((-145.0, -85.0, -115.0), (-28.0, 62.0, 162.0))
TABLES = ("iliacus_gates.csv", "iliacus_slips.csv", *psoas_major.TABLES)
SPACING = 0.8  # mm; lattice of the solid
BORDER = 2.6  # mm between origins along the edge of the fossa
INNER = 150  # fascicles from within the fossa
TRIANGLES = 60_000
SEED = 12


@cache
def hard() -> Grid:
    """The bones around the right muscle, as one lattice."""
    return bones(AROUND, BOX)


@cache
def origins() -> Origins:
    """The ends of all fascicles on the pelvis: fossa, crest and ala."""
    points, _ = hip_bone.on_medial_sheet(np.vstack([_border(), _within()]))
    fossa = Origins(points, ("hip_bone_right",) * len(points), ("iliac_fossa",) * len(points))
    rows = read_points(TABLES[1], COLUMNS)
    return joined([fossa, *(on_surface(name, spread(name, row), ("sacrum",)) for name, row in rows.items())])


def _border() -> Points:
    """Places (n, 2) along the edge of the origin, unevenly spaced and a little drawn in, as real slips are."""
    edge = hip_bone.iliac_fossa_outline()
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(edge, axis=0), axis=1))])
    count = int(along[-1] / BORDER)
    at = (np.arange(count) + 0.35 * _scatter(count, 1)) * along[-1] / count
    places = np.column_stack([np.interp(at % along[-1], along, edge[:, axis]) for axis in (0, 1)])
    middle = edge.mean(axis=0)
    inward = (middle - places) / np.linalg.norm(middle - places, axis=1, keepdims=True)
    return np.asarray(places + inward * (1.4 + 1.2 * _scatter(count, 2))[:, None])


def _within() -> Points:
    """Places (n, 2) spread evenly over the fossa, a little away from its edge."""
    edge = hip_bone.iliac_fossa_outline()
    low, high = edge.min(axis=0), edge.max(axis=0)
    many = low + (np.arange(1, 4000)[:, None] * np.array([0.7548776662, 0.5698402910]) % 1.0) * (high - low)
    inside = many[Outline(edge[::8]).distance(many) < -3.5]
    return np.asarray(inside[:INNER])


@cache
def _threaded() -> Threaded:
    rows = read_points(TABLES[0], ("x", "y", "z", "long", "short", "angle"))
    gates = level_gates(np.column_stack([anchors.placed(rows), np.array(list(rows.values()))[:, 3:]]))
    starts = origins().points
    psoas = psoas_major.fascicles()
    run = 14.0 + 4.0 * _scatter(len(starts), 3)
    return thread(
        gates, starts, joining(gates, starts, run), lambda at: (hard()(at) > 1.0) & (psoas.distance(at) > 0.8)
    )


def insertion() -> Points:
    """Where the fascicles end: beside the psoas tendon on the lesser trochanter and down the shaft below it, (n, 3)."""
    disk = _threaded().disk
    middle = anchors.lesser_trochanter() + np.array([-2.0, -6.5, -8.5])
    down, aside = np.array([-4.0, -4.0, -12.5]), np.array([-2.5, -4.0, 0.0])
    return settle(middle + disk[:, :1] * down - disk[:, 1:] * aside, "femur_right")


@cache
def fascicles() -> Bundle:
    """The right muscle's fascicles."""
    starts = origins()
    count = len(starts.points)
    tips = (1.2 + 0.25 * _scatter(count, 4), np.full(count, 0.7))
    given = bundle(starts.points, _threaded(), insertion(), tips)
    uneven = 1.06 * (1.0 + 0.22 * _scatter(count, 5))[:, None]
    return settled(replace(given, radii=given.radii * uneven), hard())


def _paleness(red: Bundle) -> Values:
    """Short tendon fibres towards the psoas tendon, fleshy ones at the side; hardly any pale at the fossa."""
    disk = _threaded().disk
    begins = 12.0 + 8.0 * disk[:, 0] + 5.0 * _scatter(len(disk), 6)
    edge = np.arange(len(disk)) < len(_border())
    tips = np.where(edge, 1.6 + 0.8 * _scatter(len(disk), 7), 0.0)
    return paling(red, tips, begins, fade=18.0)


def _scatter(count: int, seed: int) -> Values:
    """Even random numbers from -1 to 1, (count,)."""
    return np.random.default_rng(SEED * 100 + seed).uniform(-1.0, 1.0, count)


def _right(built: Built) -> Surface:
    red = fascicles()
    body = flesh(tubes(red, SPACING), closing=4.5, groove=0.35)
    free = freed(body, hard(), distance_to(built["psoas_major_right"]), sliver=1.0)
    return finished(red, free, _paleness(red), TRIANGLES, SEED)


def slips() -> list[Slip]:
    """Where the right muscle holds on: fossa and crest, ala, lesser trochanter and shaft."""
    shaft = Slip("lesser_trochanter_and_below", "insertion", "femur_right", insertion(), 2.4)
    return [*origins().slips("origin", 3.6), shaft]


def _left_slips() -> list[Slip]:
    return [mirrored(slip) for slip in slips()]


def _left(built: Built) -> Surface:
    return built["iliacus_right"].mirrored()


VOLUME = (140.0, 215.0)
RECIPES = (
    Recipe("iliacus_right", "muscle", _right, 0, VOLUME, ("psoas_major_right",), TABLES, slips),
    Recipe("iliacus_left", "muscle", _left, 0, VOLUME, ("iliacus_right",), TABLES, _left_slips),
)
