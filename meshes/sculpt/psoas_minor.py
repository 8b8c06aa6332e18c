"""Psoas minor: a short belly from T12 and L1 on the front of psoas major, and a long flat tendon to the pecten.

The tendon winds to the inner side of psoas major, and at the brim it spreads: to the pecten and the iliopubic eminence,
and with its outer fibres into the iliac fascia. More than half of all people have none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import numpy as np
from scipy.interpolate import PchipInterpolator

from meshes.sculpt import anchors
from meshes.sculpt.fascicles import Bundle, Gate, Indices, bundle, joining, settled, smoothed, thread
from meshes.sculpt.fields import Field, Points, Values
from meshes.sculpt.grids import Grid, distance_to, empty
from meshes.sculpt.muscle import finished, freed, paling
from meshes.sculpt.origins import COLUMNS, Origins, carriers_of, joined, mirrored, on_surface, spread
from meshes.sculpt.recipe import Built, Recipe, Slip
from meshes.sculpt.solidify import flesh, tubes
from meshes.sculpt.surface import Surface, unit
from meshes.sculpt.surroundings import bones
from meshes.sculpt.tables import read_points

AROUND = ("vertebra_T12", "disc_T12_L1", "vertebra_L1", "disc_L1_L2", "vertebra_L2", "hip_bone_right")
BOX = ((-90.0, -70.0, -5.0), (-6.0, 30.0, 320.0))
TABLES = ("psoas_minor_course.csv", "psoas_minor_slips.csv")
SPACING = 0.55  # mm; lattice of the solid
STEP = 5.0  # mm between gates
EARLY = 18.0  # mm above their ends where strands to the fascia leave the tendon
TRIANGLES = 30_000
SEED = 13


@cache
def origins() -> Origins:
    """The upper ends of all fascicles, on bodies and disc."""
    rows = read_points(TABLES[1], COLUMNS)
    upper = {name: row for name, row in rows.items() if not name.startswith("pelvis")}
    return joined([on_surface(name, spread(name, row), carriers_of(name)) for name, row in upper.items()])


@cache
def pecten() -> Origins:
    """The lower ends that hold on to bone: pecten and iliopubic eminence, from the inner side outwards."""
    rows = read_points(TABLES[1], COLUMNS, required=("pelvis_pecten", "pelvis_fascia"))
    return on_surface("pelvis_pecten", spread("pelvis_pecten", rows["pelvis_pecten"]), ("hip_bone_right",))


def _fascia(beneath: Grid) -> Points:
    """The lower ends that fade into the iliac fascia, on the front of psoas, from the inner side outwards."""
    rows = read_points(TABLES[1], COLUMNS)
    return _laid(spread("pelvis_fascia", rows["pelvis_fascia"]), beneath, np.full(int(rows["pelvis_fascia"][7]), 0.9))


def course(beneath: Grid) -> list[Gate]:
    """Sections of the muscle every STEP mm along its way, laid onto what lies ``beneath``."""
    rows = read_points(TABLES[0], ("x", "y", "z", "wide", "thick"))
    knots = np.column_stack([anchors.placed(rows), np.array(list(rows.values()))[:, 3:]])
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(knots[:, :3], axis=0), axis=1))])
    samples = PchipInterpolator(along, knots)(np.linspace(0.0, along[-1], round(along[-1] / STEP) + 1))
    line = samples[:, :3]
    for _ in range(6):
        line = smoothed(_laid(line, beneath, samples[:, 4] + 0.5)[None], 2)[0]
    line = _laid(line, beneath, samples[:, 4] + 0.5)
    outward, ahead = beneath.outward(line), unit(np.gradient(line, axis=0))
    across = unit(np.cross(ahead, outward))
    lifted = np.cross(across, ahead)
    return [Gate(line[i], np.stack([across[i], lifted[i]]), samples[i, 3:]) for i in range(len(line))]


def _laid(points: Points, beneath: Grid, height: Values, rounds: int = 4) -> Points:
    """Points (n, 3) brought to ``height`` (n,) mm above a surface."""
    for _ in range(rounds):
        points = points + np.clip(height - beneath(points), -3.0, 3.0)[:, None] * beneath.outward(points)
    return points


def _beneath(others: Sequence[Field]) -> Grid:
    """What the muscle lies on: psoas major, iliacus and the bones, as one lattice."""
    hard = bones(AROUND, BOX)
    grid = empty(BOX, hard.spacing)
    values = [field(grid.lattice()).reshape(grid.values.shape) for field in others]
    return Grid(np.minimum.reduce([hard.values, *values]), grid.origin, grid.spacing)


def fascicles(beneath: Grid) -> Bundle:
    """The right muscle's fascicles, laid onto what lies ``beneath``."""
    starts, gates = origins(), course(beneath)
    count = len(starts.points)
    run = 14.0 + 3.0 * _scatter(count, 1)
    threaded = thread(gates, starts.points, joining(gates, starts.points, run), lambda at: np.ones(len(at), bool))
    bone, fascia = pecten().points, _fascia(beneath)
    order = np.argsort(threaded.disk[:, 0] * np.sign(gates[-1].axes[0, 0]))[::-1]
    ends, leaves = np.empty((count, 3)), np.zeros(count, np.int64)
    ends[order], leaves[order[len(bone) :]] = np.vstack([bone, fascia]), _early(gates, fascia)
    tips = (np.full(count, 0.8), np.full(count, 0.45))
    given = bundle(starts.points, threaded, ends, tips, leaves)
    uneven = 1.06 * (1.0 + 0.1 * _scatter(count, 2))[:, None]
    return settled(replace(given, radii=np.maximum(given.radii * uneven, 0.65)), beneath, rounds=4)


def _early(gates: Sequence[Gate], ends: Points) -> Indices:
    """How many of the last gates the fascicles to the fascia do not pass: those not high above their ends."""
    heights = np.array([gate.centre[2] for gate in gates])
    return np.full(len(ends), (heights < ends[:, 2].max() + EARLY).sum())


def _scatter(count: int, seed: int) -> Values:
    """Even random numbers from -1 to 1, (count,)."""
    return np.random.default_rng(SEED * 100 + seed).uniform(-1.0, 1.0, count)


def _right(built: Built) -> Surface:
    others = [distance_to(built[name]) for name in ("psoas_major_right", "iliacus_right")]
    beneath = _beneath(others)
    strands = fascicles(beneath)
    solid = freed(flesh(tubes(strands, SPACING, weld=0.35), closing=5.0, groove=0.08), bones(AROUND, BOX), *others)
    count = len(strands.paths)
    belly = strands.lengths()[:, -1] - 88.0 + 8.0 * _scatter(count, 3)
    return finished(strands, solid, paling(strands, np.full(count, 2.5), belly - 22.0, 22.0), TRIANGLES, SEED)


def slips() -> list[Slip]:
    """Where the right muscle holds on: bodies and disc above, pecten and eminence below."""
    return [*origins().slips("origin", 2.2), *pecten().slips("insertion", 1.6)]


def _left_slips() -> list[Slip]:
    return [mirrored(slip) for slip in slips()]


def _left(built: Built) -> Surface:
    return built["psoas_minor_right"].mirrored()


VOLUME = (3.0, 14.0)
BELOW = ("psoas_major_right", "iliacus_right")
RECIPES = (
    Recipe("psoas_minor_right", "muscle", _right, 0, VOLUME, BELOW, TABLES, slips),
    Recipe("psoas_minor_left", "muscle", _left, 0, VOLUME, ("psoas_minor_right",), TABLES, _left_slips),
)
