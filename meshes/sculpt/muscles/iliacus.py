"""Iliacus: the fan that lines the iliac fossa, gathers beside psoas and ends on and below the lesser trochanter.

It arises from the upper two thirds of the fossa up to the inner lip of the crest, and from the ala of the sacrum with
its ligaments. Fibres from the crest lie on top, those from deeper in the fossa join under them.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial

import numpy as np
from scipy.stats import rankdata

from meshes.sculpt.kernel.curves import Outline
from meshes.sculpt.kernel.fields import Points, Values, smooth_step
from meshes.sculpt.kernel.grids import Grid
from meshes.sculpt.kernel.surface import Surface
from meshes.sculpt.muscles import anchors, psoas_major
from meshes.sculpt.muscles import origins as holds
from meshes.sculpt.muscles.fascicles import (
    Bundle,
    Gate,
    Indices,
    Threaded,
    bundle,
    joining,
    level_gates,
    rooted,
    settled,
    smoothed,
    thread,
)
from meshes.sculpt.muscles.muscle import JOINT, before, finished, freed, on_side, paling
from meshes.sculpt.muscles.origins import COLUMNS, Origins, joined, on_surface, spread
from meshes.sculpt.muscles.solidify import flesh, tubes
from meshes.sculpt.muscles.surroundings import Side, bones, settle
from meshes.sculpt.pelvis import hip_bone
from meshes.sculpt.recipe import Built, Recipe, Slip
from meshes.sculpt.tables import read_points

AROUND = ("sacrum", "hip_bone_right", "femur_right", "vertebra_L5")
BOX = ((-145.0, -85.0, -115.0), (-28.0, 62.0, 162.0))
SPACING = 0.8  # mm; lattice of the solid
BORDER = 2.0  # mm between origins along the edge of the fossa
INNER = 150  # fascicles from within the fossa
TRIANGLES = 60_000
HIGHEST, LOWEST = np.array([1.0, 1.5, -2.5]), np.array([-8.3, -18.3, -29.0])  # mm from the lesser trochanter's apex
THINNING = 1.5  # by how much fewer fascicles end low on the line than high: the muscle thins out onto the shaft
LAID = 18.0  # mm before its end over which a fascicle lies down on the bone
SOLE, LIFT = 0.7, 0.19  # mm it may stand off the bone at its end, and how fast it may rise from there
ASIDE = np.array([1.2, 1.8, 0.0])  # mm; half the breadth of the line along which the muscle ends
SEED: dict[Side, int] = {"right": 12, "left": 22}


@cache
def hard(side: Side = "right") -> Grid:
    """The bones around the muscle of a side, in the right one's place, as one lattice."""
    return bones(AROUND, BOX, side=side)


@cache
def origins(side: Side = "right") -> Origins:
    """The ends of all fascicles on the pelvis, in the right muscle's place: fossa, crest and ala."""
    points, _ = hip_bone.on_medial_sheet(np.vstack([_border(side), _within(side)]))
    fossa = Origins(points, ("hip_bone_right",) * len(points), ("iliac_fossa",) * len(points))
    rows = read_points("muscles/iliacus_slips.csv", COLUMNS)
    ala = [on_surface(name, spread(name, row, side), ("sacrum", "hip_bone_right"), side) for name, row in rows.items()]
    return joined([fossa, *ala])


def _border(side: Side) -> Points:
    """Places (n, 2) along the edge of the origin, unevenly spaced and a little drawn in, as real slips are."""
    edge = hip_bone.iliac_fossa_outline()
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(edge, axis=0), axis=1))])
    count = int(along[-1] / BORDER)
    at = (np.arange(count) + 0.3 * _scatter(side, count, 1)) * along[-1] / count
    places = np.column_stack([np.interp(at % along[-1], along, edge[:, axis]) for axis in (0, 1)])
    middle = edge.mean(axis=0)
    inward = (middle - places) / np.linalg.norm(middle - places, axis=1, keepdims=True)
    return np.asarray(places + inward * (1.2 + 0.9 * _scatter(side, count, 2))[:, None])


def _within(side: Side) -> Points:
    """Places (n, 2) spread evenly over the fossa, a little away from its edge."""
    edge = hip_bone.iliac_fossa_outline()
    low, high = edge.min(axis=0), edge.max(axis=0)
    many = low + (np.arange(1 + holds.LATER[side], 4000)[:, None] * np.array([0.7548776662, 0.5698402910]) % 1.0) * (
        high - low
    )
    inside = many[Outline(edge[::8]).distance(many) < -3.5]
    return np.asarray(inside[:INNER])


@cache
def _gates() -> list[Gate]:
    rows = read_points("muscles/iliacus_gates.csv", ("x", "y", "z", "long", "short", "angle"))
    return level_gates(np.column_stack([anchors.placed(rows), np.array(list(rows.values()))[:, 3:]]))


@cache
def _threaded(side: Side) -> Threaded:
    gates = _gates()
    starts = origins(side).points
    psoas = psoas_major.fascicles(side)
    run = 14.0 + 4.0 * _scatter(side, len(starts), 3)
    return thread(
        gates, starts, joining(gates, starts, run), lambda at: (hard(side)(at) > 1.0) & (psoas.distance(at) > 0.8)
    )


def insertion(side: Side = "right") -> Points:
    """Where the fascicles end, (n, 3): in a line from the front of the lesser trochanter down the shaft below it."""
    disk = _threaded(side).disk
    down = rankdata(disk[:, :1], axis=0) / len(disk)  # evenly along the line, whatever room the last gate left
    line = anchors.lesser_trochanter() + HIGHEST + down**THINNING * (LOWEST - HIGHEST)
    return settle(line + disk[:, 1:] * ASIDE, "femur_right", side)


@cache
def fascicles(side: Side = "right") -> Bundle:
    """The muscle's fascicles, in the right one's place."""
    starts = origins(side)
    count = len(starts.points)
    tips = (1.5 + 0.25 * _scatter(side, count, 4), np.full(count, 0.9))
    ends = insertion(side)
    roots, ends_in = rooted(starts.points, hard(side), 0.6), rooted(ends, hard(side))
    given = bundle(roots, _threaded(side), ends_in, tips, _early(ends))
    uneven = 1.15 * (1.0 + 0.1 * _scatter(side, count, 5))[:, None]
    return _laid_down(settled(replace(given, radii=given.radii * uneven), hard(side)), hard(side))


def _laid_down(given: Bundle, bone: Grid) -> Bundle:
    """The bundle drawn towards the bone before its insertion, so that it thins out instead of ending as a wedge."""
    along, flat = given.lengths(), given.paths.reshape(-1, 3)
    left = along[:, -1:] - along
    far = np.maximum(bone(flat).reshape(left.shape) - SOLE - LIFT * left, 0.0)
    pull = far * (1.0 - smooth_step((left - LAID) / LAID))
    return replace(
        given, paths=smoothed(given.paths - pull[:, :, None] * bone.outward(flat).reshape(given.paths.shape))
    )


def _early(ends: Points) -> Indices:
    """How many of the last gates each fascicle does not pass: those not well above its end (n, 3), (n,)."""
    return np.asarray(np.sum([ends[:, 2] + 5.0 > gate.centre[2] for gate in _gates()], axis=0), np.int64)


def _paleness(side: Side, red: Bundle) -> Values:
    """Short tendon fibres beside the psoas tendon, fleshy ones below it; a pale rim along the crest, none deeper."""
    disk = _threaded(side).disk
    begins = 6.0 - 5.0 * disk[:, 0] + 3.0 * _scatter(side, len(disk), 6)
    starts = red.paths[:, 0]
    high = smooth_step((starts[:, 2] - np.percentile(starts[:, 2], 35)) / 30.0)
    rim = np.arange(len(disk)) < len(_border(side))
    length = np.where(origins(side).starting("_ala"), 4.0, np.where(rim & (high > 0.5), 3.0, 0.0))
    tips = length * (1.0 + 0.4 * _scatter(side, len(disk), 7))
    return paling(red, tips, begins, fade=17.0)


def _scatter(side: Side, count: int, seed: int) -> Values:
    """Even random numbers from -1 to 1, (count,)."""
    return np.random.default_rng(SEED[side] * 100 + seed).uniform(-1.0, 1.0, count)


def _made(side: Side, built: Built) -> Surface:
    red = fascicles(side)
    body = flesh(tubes(red, SPACING), closing=5.0, groove=0.18, even=1.8, sunk=0.35)
    free = freed(body, hard(side), *before(side, built), sliver=1.0)
    return on_side(side, finished(red, free, _paleness(side, red), TRIANGLES, SEED[side]))


def slips(side: Side = "right") -> list[Slip]:
    """Where the muscle holds on: fossa and crest, ala, lesser trochanter and shaft."""
    shaft = Slip("lesser_trochanter_and_below", "insertion", "femur_right", insertion(side), 2.4)
    return holds.on_side(side, [*origins(side).slips("origin", 3.6), shaft])


def _recipe(side: Side) -> Recipe:
    needs = tuple(f"{one}_{side}" for one in ("psoas_major", "anterior_sacroiliac_ligament", *JOINT))
    made = partial(_made, side)
    return Recipe(f"iliacus_{side}", "muscle", made, 0, VOLUME, needs, partial(slips, side))


VOLUME = (140.0, 215.0)
RECIPES = (_recipe("right"), _recipe("left"))
