"""Psoas minor: a short belly from T12 and L1 on the front of psoas major, and a long flat tendon to the pecten.

The tendon winds to the inner side of psoas major, and at the brim it spreads: to the pecten and the iliopubic eminence,
and with its outer fibres into the iliac fascia. More than half of all people have none, and where it is present it may
have a second head or hold on to the fascia only: these forms are surfaces of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

import numpy as np
from scipy.interpolate import PchipInterpolator

from meshes.sculpt.kernel.fields import Points, Values
from meshes.sculpt.kernel.grids import Grid, distance_to, empty
from meshes.sculpt.kernel.surface import Surface, unit
from meshes.sculpt.muscles import anchors
from meshes.sculpt.muscles import origins as holds
from meshes.sculpt.muscles.fascicles import Bundle, Gate, Indices, bundle, joining, settled, smoothed, thread
from meshes.sculpt.muscles.muscle import finished, freed, on_side, paling
from meshes.sculpt.muscles.origins import COLUMNS, Origins, carriers_of, joined, on_surface, spread
from meshes.sculpt.muscles.solidify import flesh, tubes
from meshes.sculpt.muscles.surroundings import Side, bones
from meshes.sculpt.recipe import Built, Recipe, Slip
from meshes.sculpt.tables import read_points

AROUND = ("vertebra_T12", "disc_T12_L1", "vertebra_L1", "disc_L1_L2", "vertebra_L2", "hip_bone_right")
BOX = ((-95.0, -72.0, -5.0), (-6.0, 30.0, 320.0))
LIES_ON = ("psoas_major", "iliacus", "pubofemoral_ligament")
VOLUME = (2.0, 16.0)  # cubic cm
SPACING = 0.55  # mm; lattice of the solid
STEP = 5.0  # mm between gates
EARLY = 20.0  # mm above its end where each strand of the fan leaves the tendon
TRIANGLES = 30_000
SEED: dict[Side, int] = {"right": 13, "left": 23}


@dataclass(frozen=True)
class Head:
    """One belly with its tendon: the tables of its course and its slips, and how long it is red, in mm."""

    course: str
    slips: str
    belly: float


COMMON = Head("muscles/psoas_minor_course.csv", "muscles/psoas_minor_slips.csv", 88.0)
FORMS = {
    "psoas_minor": (COMMON,),
    "psoas_minor_two_headed": (
        COMMON,
        Head("muscles/psoas_minor_second_head_course.csv", "muscles/psoas_minor_second_head_slips.csv", 66.0),
    ),
    "psoas_minor_fascia_only": (
        Head("muscles/psoas_minor_fascia_only_course.csv", "muscles/psoas_minor_fascia_only_slips.csv", 88.0),
    ),
}


def origins(head: Head = COMMON, side: Side = "right") -> Origins:
    """The upper ends of a head's fascicles, on bodies and disc, in the right muscle's place."""
    rows = _rows(head, below=False)
    return joined([on_surface(name, spread(name, row, side), carriers_of(name), side) for name, row in rows.items()])


def pecten(head: Head = COMMON, side: Side = "right") -> Origins:
    """The lower ends that hold on to bone, pecten and iliopubic eminence, from the inner side outwards; maybe none."""
    row = _rows(head, below=True).get("pelvis_pecten")
    if row is None:
        return Origins(np.empty((0, 3)), (), ())
    return on_surface("pelvis_pecten", _in_order(row, spread("pelvis_pecten", row, side)), ("hip_bone_right",))


def _rows(head: Head, below: bool) -> dict[str, Values]:
    rows = read_points(head.slips, COLUMNS, required=("pelvis_fascia",))
    return {name: row for name, row in rows.items() if name.startswith("pelvis") == below}


def _fascia(head: Head, beneath: Grid, side: Side) -> Points:
    """The lower ends that fade into the iliac fascia, on the front of psoas, from the inner side outwards."""
    row = _rows(head, below=True)["pelvis_fascia"]
    ends = _in_order(row, spread("pelvis_fascia", row, side))
    return _laid(ends, beneath, np.full(len(ends), 0.9))


def _in_order(row: Values, points: Points) -> Points:
    """Points of a row of slips (n, 3) sorted along its line, so that strands of a fan do not cross."""
    return points[np.argsort(points @ (row[3:6] - row[:3]))]


def course(head: Head, beneath: Grid) -> list[Gate]:
    """Sections of a head every STEP mm along its way, laid onto what lies ``beneath``."""
    rows = read_points(head.course, ("x", "y", "z", "wide", "thick"))
    knots = np.column_stack([anchors.placed(rows), np.array(list(rows.values()))[:, 3:]])
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(knots[:, :3], axis=0), axis=1))])
    samples = PchipInterpolator(along, knots)(np.linspace(0.0, along[-1], round(along[-1] / STEP) + 1))
    line, height = samples[:, :3], samples[:, 4] + 0.5
    for _ in range(6):
        line = smoothed(_laid(line, beneath, height)[None], 2)[0]
    line = _laid(line, beneath, height)
    outward, ahead = beneath.outward(line), unit(np.gradient(line, axis=0))
    across = unit(np.cross(ahead, outward))
    lifted = np.cross(across, ahead)
    return [Gate(line[i], np.stack([across[i], lifted[i]]), samples[i, 3:]) for i in range(len(line))]


def _laid(points: Points, beneath: Grid, height: Values, rounds: int = 4) -> Points:
    """Points (n, 3) brought to ``height`` (n,) mm above a surface."""
    for _ in range(rounds):
        points = points + np.clip(height - beneath(points), -3.0, 3.0)[:, None] * beneath.outward(points)
    return points


@cache
def hard(side: Side = "right") -> Grid:
    """The bones and discs around the muscle of a side, in the right one's place, as one lattice."""
    return bones(AROUND, BOX, side=side)


def _beneath(bone: Grid, others: Sequence[Surface]) -> Grid:
    """What the muscle lies on, bones and the muscles behind it, as one lattice."""
    grid = empty(BOX, bone.spacing)
    values = [distance_to(other)(grid.lattice()).reshape(grid.values.shape) for other in others]
    return Grid(np.minimum.reduce([bone.values, *values]), grid.origin, grid.spacing)


def fascicles(head: Head, beneath: Grid, side: Side) -> Bundle:
    """A head's fascicles, laid onto what lies ``beneath``; its slip table must list as many ends as origins."""
    starts, gates = origins(head, side), course(head, beneath)
    count = len(starts.points)
    run = 14.0 + 3.0 * _scatter(side, count, 1)
    threaded = thread(gates, starts.points, joining(gates, starts.points, run), lambda at: np.ones(len(at), bool))
    lower = np.vstack([pecten(head, side).points, _fascia(head, beneath, side)])
    order = np.argsort(threaded.disk[:, 0] * np.sign(gates[-1].axes[0, 0]))[::-1]
    ends = np.empty((count, 3))
    ends[order] = lower
    tips = (np.full(count, 0.8), np.full(count, 0.55))
    given = bundle(starts.points, threaded, ends, tips, _early(gates, ends))
    uneven = 1.06 * (1.0 + 0.1 * _scatter(side, count, 2))[:, None]
    return settled(replace(given, radii=np.maximum(given.radii * uneven, 0.65)), beneath, rounds=12)


def _early(gates: Sequence[Gate], ends: Points) -> Indices:
    """How many of the last gates each fascicle does not pass: those not high above its end, (n,)."""
    return np.asarray(np.sum([gate.centre[2] < ends[:, 2] + EARLY for gate in gates], axis=0), np.int64)


def _paleness(side: Side, head: Head, strands: Bundle) -> Values:
    """Red over the length of the belly, then all tendon."""
    count = len(strands.paths)
    tendon = strands.lengths()[:, -1] - head.belly + 8.0 * _scatter(side, count, 3)
    return paling(strands, np.full(count, 2.5), tendon - 22.0, 22.0)


def _scatter(side: Side, count: int, seed: int) -> Values:
    """Even random numbers from -1 to 1, (count,)."""
    return np.random.default_rng(SEED[side] * 100 + seed).uniform(-1.0, 1.0, count)


def _made(form: str, side: Side, built: Built) -> Surface:
    others = [on_side(side, built[f"{name}_{side}"]) for name in LIES_ON]
    beneath = _beneath(hard(side), others)
    heads = [fascicles(head, beneath, side) for head in FORMS[form]]
    strands = Bundle(np.vstack([head.paths for head in heads]), np.vstack([head.radii for head in heads]))
    pale = np.vstack([_paleness(side, head, part) for head, part in zip(FORMS[form], heads, strict=True)])
    body = flesh(tubes(strands, SPACING, weld=0.35), closing=7.0, groove=0.08)
    free = freed(body, hard(side), *map(distance_to, others))
    return on_side(side, finished(strands, free, pale, TRIANGLES, SEED[side]))


def slips(form: str = "psoas_minor", side: Side = "right") -> list[Slip]:
    """Where the muscle holds on: bodies and disc above, pecten and eminence below."""
    upper, lower = (
        joined([origins(head, side) for head in FORMS[form]]),
        joined([pecten(head, side) for head in FORMS[form]]),
    )
    return holds.on_side(side, [*upper.slips("origin", 2.2), *lower.slips("insertion", 1.6)])


def _recipe(form: str, side: Side) -> Recipe:
    needs = tuple(f"{name}_{side}" for name in LIES_ON)
    made, held = partial(_made, form, side), partial(slips, form, side)
    return Recipe(f"{form}_{side}", "muscle", made, 0, VOLUME, needs, held)


RECIPES = tuple(_recipe(form, side) for form in FORMS for side in SEED)
