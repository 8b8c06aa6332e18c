"""Psoas major: the cable beside the lumbar spine, from T12 over the brim and the hip joint to the lesser trochanter.

Two layers of slips: the superficial ones from the sides of the bodies and discs T12 to L5, with tendinous arches over
the waists of L1 to L4, and the deep ones from the front of the costal processes L1 to L5. None comes from the disc
between L5 and the sacrum.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np

from meshes.sculpt import anchors, body
from meshes.sculpt.curves import spline
from meshes.sculpt.fascicles import STATIONS, Bundle, Threaded, bundle, joining, level_gates, settled, thread
from meshes.sculpt.fields import Points, Values
from meshes.sculpt.grids import Grid
from meshes.sculpt.muscle import finished, freed, paling
from meshes.sculpt.origins import COLUMNS, Origins, arch, by_name, carriers_of, joined, mirrored, on_surface, spread
from meshes.sculpt.recipe import Built, Recipe, Slip
from meshes.sculpt.solidify import flesh, tubes
from meshes.sculpt.surface import Surface
from meshes.sculpt.surroundings import bones, settle
from meshes.sculpt.tables import read_points

AROUND = (
    *(f"vertebra_{level}" for level in body.VERTEBRAE),
    *(f"disc_{disc}" for disc in body.DISCS),
    *("sacrum", "hip_bone_right", "femur_right"),
)
BOX = ((-125.0, -85.0, -95.0), (-8.0, 62.0, 330.0))
TABLES = ("psoas_major_gates.csv", "psoas_major_slips.csv")
SPACING = 0.8  # mm; lattice of the solid
TRIANGLES = 60_000
SEED = 11


@cache
def hard() -> Grid:
    """All bones and discs around the right muscle, as one lattice."""
    return bones(AROUND, BOX)


@cache
def origins() -> Origins:
    """The ends of all fascicles on the spine, slip by slip."""
    rows = read_points(TABLES[1], COLUMNS)
    parts = []
    for name, row in rows.items():
        if name.endswith("_arch"):
            starts = arch(name, row, bow=1.5)[1]
            parts.append(Origins(starts, ("",) * len(starts), (name,) * len(starts)))
        else:
            parts.append(on_surface(name, spread(name, row), carriers_of(name)))
    return joined(parts)


@cache
def _threaded() -> Threaded:
    rows = read_points(TABLES[0], ("x", "y", "z", "long", "short", "angle"))
    gates = level_gates(np.column_stack([anchors.placed(rows), np.array(list(rows.values()))[:, 3:]]))
    starts = origins()
    run = np.where(starts.starting("_costal"), 13.0, 20.0) + 5.0 * _scatter(len(starts.points), 1)
    return thread(gates, starts.points, joining(gates, starts.points, run), lambda at: hard()(at) > 1.0)


def insertion() -> Points:
    """Where the fascicles end on the lesser trochanter, (n, 3): the order of the cable kept on its tip."""
    disk = _threaded().disk
    apex = anchors.lesser_trochanter()
    across, down = np.array([0.62, 0.5, 0.6]), np.array([0.35, -0.35, -0.87])
    patch = apex + np.array([1.7, 0.2, 4.6]) + 3.2 * disk[:, 1:] * across + 5.0 * disk[:, :1] * down
    return settle(patch, "femur_right")


@cache
def fascicles() -> Bundle:
    """The right muscle's fascicles, arches not included."""
    starts = origins()
    count = len(starts.points)
    tips = (1.15 + 0.2 * _scatter(count, 2), np.full(count, 0.75))
    given = bundle(starts.points, _threaded(), insertion(), tips)
    uneven = 1.06 * (1.0 + 0.2 * _scatter(count, 3))[:, None]
    return settled(replace(given, radii=given.radii * uneven), hard())


def arches() -> Bundle:
    """The tendinous arches over the waists of L1 to L4, as thin cords."""
    rows = by_name(read_points(TABLES[1], COLUMNS), "_arch")
    courses = [spline(arch(name, row, bow=1.5)[0], step=0.1) for name, row in rows.items()]
    picked = [course[np.linspace(0, len(course) - 1, STATIONS).round().astype(int)] for course in courses]
    return Bundle(np.stack(picked), np.full((len(rows), STATIONS), 1.0))


def _paleness(flesh_part: Bundle) -> Values:
    """The tendon gathers on the inner and back side first; the front stays red until below the hip joint."""
    disk = _threaded().disk
    starts = origins()
    count = len(disk)
    begins = 62.0 + 26.0 * disk[:, 1] - 14.0 * disk[:, 0] + 9.0 * _scatter(count, 4)
    tips = np.where(starts.starting("_costal"), 4.5, 2.0) + 1.2 * _scatter(count, 5)
    return paling(flesh_part, tips, begins, fade=38.0)


def _scatter(count: int, seed: int) -> Values:
    """Even random numbers from -1 to 1, (count,)."""
    return np.random.default_rng(SEED * 100 + seed).uniform(-1.0, 1.0, count)


def _right(_: Built) -> Surface:
    red, cords = fascicles(), arches()
    every = red + cords
    pale = np.vstack([_paleness(red), np.ones(cords.radii.shape)])
    solid = freed(flesh(tubes(every, SPACING), closing=3.0, groove=0.42), hard())
    return finished(every, solid, pale, TRIANGLES, SEED)


def slips() -> list[Slip]:
    """Where the right muscle holds on: its slips on vertebrae and discs, and the lesser trochanter."""
    ends = insertion()
    tendon = Slip("lesser_trochanter", "insertion", "femur_right", ends, 2.2)
    return [*origins().slips("origin", 2.4), tendon]


def _left_slips() -> list[Slip]:
    return [mirrored(slip) for slip in slips()]


def _left(built: Built) -> Surface:
    return built["psoas_major_right"].mirrored()


RECIPES = (
    Recipe("psoas_major_right", "muscle", _right, 0, (220.0, 300.0), tables=TABLES, slips=slips),
    Recipe(
        "psoas_major_left", "muscle", _left, 0, (220.0, 300.0), ("psoas_major_right",), tables=TABLES, slips=_left_slips
    ),
)
