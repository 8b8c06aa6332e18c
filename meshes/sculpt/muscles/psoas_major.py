"""Psoas major: the cable beside the lumbar spine, from T12 over the brim and the hip joint to the lesser trochanter.

Two layers of slips: the superficial ones from the sides of the bodies and discs T12 to L5, with tendinous arches over
the waists of L1 to L4, and the deep ones from the front of the costal processes L1 to L5. None comes from the disc
between L5 and the sacrum.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial

import numpy as np

from meshes.sculpt import body
from meshes.sculpt.kernel.curves import spline
from meshes.sculpt.kernel.fields import Field, Points, Values, smooth_step, tube, union
from meshes.sculpt.kernel.grids import Grid
from meshes.sculpt.kernel.surface import Surface
from meshes.sculpt.muscles import anchors
from meshes.sculpt.muscles import origins as holds
from meshes.sculpt.muscles.fascicles import (
    STATIONS,
    Bundle,
    Threaded,
    bundle,
    joining,
    level_gates,
    rooted,
    settled,
    thread,
)
from meshes.sculpt.muscles.muscle import JOINT, before, finished, freed, on_side, paling
from meshes.sculpt.muscles.origins import COLUMNS, Origins, arch, by_name, carriers_of, joined, on_surface, spread
from meshes.sculpt.muscles.solidify import flesh, tubes
from meshes.sculpt.muscles.surroundings import Side, bones, settle
from meshes.sculpt.recipe import Built, Recipe, Slip
from meshes.sculpt.tables import read_points

AROUND = (
    *(f"vertebra_{level}" for level in body.VERTEBRAE),
    *(f"disc_{disc}" for disc in body.DISCS),
    *("sacrum", "hip_bone_right", "femur_right"),
)
BOX = ((-125.0, -85.0, -95.0), (-8.0, 62.0, 330.0))
SLIPS = "muscles/psoas_major_slips.csv"
SPACING = 0.8  # mm; lattice of the solid
BOW = 7.8  # mm by which a tendinous arch stands off the chord between the margins it springs from
CORD = 1.2  # mm; half breadth of an arch
LUMEN = 2.6  # mm; radius of the room for lumbar vessels between a waist and its arch
MOUTH = 3.3  # mm; the same where they enter it in front
TRIANGLES = 60_000
SEED: dict[Side, int] = {"right": 11, "left": 21}


@cache
def hard(side: Side = "right") -> Grid:
    """All bones and discs around the muscle of a side, in the right one's place, as one lattice."""
    return bones(AROUND, BOX, side=side)


@cache
def origins(side: Side = "right") -> Origins:
    """The ends of all fascicles on the spine, slip by slip, in the right muscle's place."""
    rows = read_points(SLIPS, COLUMNS)
    parts = []
    for name, row in rows.items():
        if name.endswith("_arch"):
            starts = arch(name, row, BOW, side)[1]
            parts.append(Origins(starts, ("",) * len(starts), (name,) * len(starts)))
        else:
            parts.append(on_surface(name, spread(name, row, side), carriers_of(name), side))
    return joined(parts)


@cache
def _threaded(side: Side) -> Threaded:
    rows = read_points("muscles/psoas_major_gates.csv", ("x", "y", "z", "long", "short", "angle"))
    gates = level_gates(np.column_stack([anchors.placed(rows), np.array(list(rows.values()))[:, 3:]]))
    starts = origins(side)
    run = np.where(starts.starting("_costal"), 13.0, 20.0) + 5.0 * _scatter(side, len(starts.points), 1)
    return thread(gates, starts.points, joining(gates, starts.points, run), lambda at: hard(side)(at) > 1.0)


def insertion(side: Side = "right") -> Points:
    """Where the fascicles end on the lesser trochanter, (n, 3): the order of the cable kept on its tip."""
    disk = _threaded(side).disk
    apex = anchors.lesser_trochanter()
    across, down = np.array([0.62, 0.5, 0.6]), np.array([0.35, -0.35, -0.87])
    patch = apex + np.array([1.7, 0.2, 3.0]) + 3.2 * disk[:, 1:] * across + 5.0 * disk[:, :1] * down
    return settle(patch, "femur_right", side)


@cache
def fascicles(side: Side = "right") -> Bundle:
    """The muscle's fascicles in the right one's place, arches not included."""
    starts = origins(side)
    count = len(starts.points)
    tips = (np.where(starts.starting("_costal"), 1.15, 1.3) + 0.15 * _scatter(side, count, 2), np.full(count, 1.6))
    held = np.array([carrier != "" for carrier in starts.carrier])[:, None]
    roots = np.where(held, rooted(starts.points, hard(side)), starts.points)
    given = bundle(roots, _threaded(side), rooted(insertion(side), hard(side)), tips)
    uneven = 1.14 * (1.0 + 0.14 * _scatter(side, count, 3))[:, None]
    slender = np.where(starts.starting("_costal")[:, None], 0.6 + 0.4 * smooth_step(given.lengths() / 30.0), 1.0)
    return settled(replace(given, radii=given.radii * uneven * slender), hard(side))


def arches(side: Side) -> Bundle:
    """The tendinous arches over the waists of L1 to L4, as thin cords."""
    rows = by_name(read_points(SLIPS, COLUMNS), "_arch")
    courses = [spline(arch(name, row, BOW, side)[0], step=0.1) for name, row in rows.items()]
    picked = [course[np.linspace(0, len(course) - 1, STATIONS).round().astype(int)] for course in courses]
    return Bundle(np.stack(picked), np.full((len(rows), STATIONS), CORD))


def _paleness(side: Side, red: Bundle) -> Values:
    """The tendon gathers on the inner and back side first; the front stays red until below the hip joint."""
    disk = _threaded(side).disk
    count = len(disk)
    begins = 48.0 + 26.0 * disk[:, 1] - 14.0 * disk[:, 0] + 14.0 * _scatter(side, count, 4)
    tips = np.where(origins(side).starting("_costal"), 4.0, 4.5) + 1.2 * _scatter(side, count, 5)
    return paling(red, tips, begins, fade=64.0)


def _scatter(side: Side, count: int, seed: int) -> Values:
    """Even random numbers from -1 to 1, (count,)."""
    return np.random.default_rng(SEED[side] * 100 + seed).uniform(-1.0, 1.0, count)


def _vessels(side: Side) -> Field:
    """The room that lumbar arteries and veins take on their way round the waists of L1 to L4, beneath the arches."""
    rows = read_points("muscles/lumbar_vessels.csv", ("x1", "y1", "z1", "x2", "y2", "z2", "x3", "y3", "z3"))
    return union(1.0, *(_vessel(name, row.reshape(3, 3), side) for name, row in rows.items()))


def _vessel(name: str, places: Points, side: Side) -> Field:
    on_bone = settle(anchors.frame(name).to_body(places), carriers_of(name)[0], side)
    course = spline(on_bone + LUMEN * hard(side).outward(on_bone), step=2.0)
    return tube(course, np.linspace(MOUTH, LUMEN, len(course)).tolist())


def _made(side: Side, built: Built) -> Surface:
    red, cords = fascicles(side), arches(side)
    every = red + cords
    pale = np.vstack([_paleness(side, red), np.ones(cords.radii.shape)])
    body = flesh(tubes(every, SPACING), closing=5.0, groove=0.1, even=1.6, sunk=0.75)
    solid = freed(body, hard(side), _vessels(side), *before(side, built))
    return on_side(side, finished(every, solid, pale, TRIANGLES, SEED[side]))


def slips(side: Side = "right") -> list[Slip]:
    """Where the muscle holds on: its slips on vertebrae and discs, and the lesser trochanter."""
    tendon = Slip("lesser_trochanter", "insertion", "femur_right", insertion(side), 2.2)
    return holds.on_side(side, [*origins(side).slips("origin", 2.4), tendon])


def _recipe(side: Side) -> Recipe:
    made, held, needs = partial(_made, side), partial(slips, side), tuple(f"{one}_{side}" for one in JOINT)
    return Recipe(f"psoas_major_{side}", "muscle", made, 0, (220.0, 300.0), needs, held)


RECIPES = (_recipe("right"), _recipe("left"))
