"""A muscle of the neighbourhood from two sheets of guide fibres, its deep and its outer face.

Fans, plates and muscles that bend round a bone are told by the courses of a few fibres on either face. Fascicles lie
between them, in rows across the muscle and in layers through it. Both faces may dip into bones and deeper muscles:
what lies there is cut away, so that the muscle fits them closely. The right muscle is sculpted, the left one mirrored.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np

from meshes.sculpt.kernel.fields import Field, Points, Values, smooth_step
from meshes.sculpt.kernel.grids import Grid
from meshes.sculpt.kernel.surface import Box, Surface
from meshes.sculpt.muscles.fascicles import STATIONS, Bundle, Indices, rooted, settled
from meshes.sculpt.muscles.muscle import finished, freed, paling
from meshes.sculpt.muscles.origins import Origins, joined, on_own_bones, on_surface
from meshes.sculpt.muscles.solidify import flesh, tubes
from meshes.sculpt.muscles.surroundings import Side
from meshes.sculpt.neighbourhood import guides
from meshes.sculpt.neighbourhood.guides import NOTHING, Between
from meshes.sculpt.neighbourhood.surrounded import SKIN_GAP, Neighbour, bones, neighbours, skin_beyond, taken
from meshes.sculpt.recipe import Built, Recipe, Slip, paired

MARGIN = 14.0  # mm of lattice around a muscle
FOOT = 12.0  # mm over which a fascicle bends towards the place where it settles on its bone
FOOTPRINT = (36, 7)  # rows and layers of the places that stand for a footprint
FILL = 1.12  # how much broader than its share of the room a fascicle is drawn, so that neighbours meet


@dataclass(frozen=True)
class Plan:
    """What tells one muscle from another.

    ``tables`` are its files of guides, one for each head. ``around`` names bones it must stay out of, ``yields_to``
    the structures sculpted before it. ``rows`` and ``layers`` count its fascicles across and through it. ``tendons``
    (mm) is how long it is pale at its origin and before its insertion, ``fade`` over how many mm it turns pale.
    ``volume`` in cubic cm is the range believed, ``seed`` that of its unevenness. Edges thinner than twice ``sliver``
    mm are taken away. ``rim`` is the exponent of its section: 2 for an ellipse, more for a plate with rounded edges.
    ``cut`` (mm above the hips) is the level at which the model cuts it, if it does. Nothing of it comes nearer to the
    skin than ``below_skin`` mm.
    """

    name: str
    tables: tuple[str, ...]
    around: tuple[str, ...]
    yields_to: tuple[str, ...]
    volume: tuple[float, float]
    seed: int
    rows: int = 24
    layers: int = 4
    tendons: tuple[float, float] = (4.0, 20.0)
    fade: float = 20.0
    spacing: float = 1.0
    triangles: int = 18_000
    closing: float = 5.0
    groove: float = 0.25
    even: float = 1.6
    tip: float = 1.3
    sliver: float = 0.8
    genus: int = 0
    rim: float = 7.0
    cut: float | None = None
    below_skin: float = SKIN_GAP


def recipes(plan: Plan) -> tuple[Recipe, Recipe]:
    """The muscle of both sides."""
    make, slips_right = partial(_made, plan), partial(slips, plan, "right")
    right = Recipe(f"{plan.name}_right", "muscle", make, plan.genus, plan.volume, plan.yields_to, slips_right)
    return paired(right, partial(slips, plan, "left"))


def slips(plan: Plan, side: Side) -> list[Slip]:
    """Where the muscle holds on, on the bones of one side."""
    across, depth = _places(*FOOTPRINT, 0)
    found: list[Slip] = []
    for between in heads(plan):
        origin, insertion = (ends(between, across, depth, end) for end in (0, 1))
        found += [*origin.slips("origin", _radius(origin)), *insertion.slips("insertion", _radius(insertion))]
    return on_own_bones(side, found)


def heads(plan: Plan) -> list[Between]:
    """The guides of each of the muscle's heads."""
    return [guides.read(table, STATIONS) for table in plan.tables]


def _radius(held: Origins) -> float:
    """The radius in mm at which discs around the ends run together to one footprint."""
    spread = np.linalg.norm(held.points[:, None] - held.points[None], axis=2)
    np.fill_diagonal(spread, np.inf)
    return float(np.clip(1.2 * np.median(spread.min(axis=0)), 2.5, 5.0))


def ends(between: Between, across: Values, depth: Values, end: int) -> Origins:
    """One end (0 origin, 1 insertion) of courses, settled on the bones that carry it, or free."""
    points = between.at(across, depth)[:, -end]
    carriers = between.carrier(across, depth, end)
    parts = [_end(points[[c == kind for c in carriers]], kind) for kind in dict.fromkeys(carriers)]
    order = np.argsort(np.concatenate([[i for i, c in enumerate(carriers) if c == k] for k in dict.fromkeys(carriers)]))
    every = joined(parts)
    return Origins(every.points[order], _ordered(every.carrier, order), _ordered(every.slip, order))


def _ordered(words: tuple[str, ...], order: Indices) -> tuple[str, ...]:
    return tuple(words[i] for i in order)


def _end(points: Points, kind: str) -> Origins:
    if kind == NOTHING:
        return Origins(points, ("",) * len(points), (NOTHING,) * len(points))
    name, bones = kind.replace("_right", ""), kind.split("+")
    return on_surface(name, on_surface(name, points, bones).points, bones)  # again, for those that began far away


def _places(rows: int, layers: int, seed: int) -> tuple[Values, Values]:
    """Where fascicles stand: places across and in depth, layers staggered like bricks, a little uneven."""
    row, layer = (part.ravel() for part in np.meshgrid(np.arange(rows), np.arange(layers), indexing="ij"))
    uneven = 0.18 * np.random.default_rng(seed).uniform(-1.0, 1.0, (2, len(row)))
    stagger = np.where(layer % 2 == 0, -0.25, 0.25) if layers > 1 else 0.0
    return (row + 0.5 + stagger + uneven[0]) / rows, (layer + 0.5 + uneven[1]) / layers


def fascicles(plan: Plan, room: Grid, hard: Grid) -> tuple[Bundle, Values]:
    """The muscle's fascicles, and how tendinous each of their samples is (n, s)."""
    drawn = sum((_head(plan, between, hard) for between in heads(plan)[1:]), _head(plan, heads(plan)[0], hard))
    free = settled(drawn, room)
    scatter = np.random.default_rng(plan.seed).uniform(-1.0, 1.0, (2, len(free.paths)))
    lengths = [(1.0 + 0.25 * scatter[i]) * tendon for i, tendon in enumerate(plan.tendons)]
    return free, paling(free, lengths[0], lengths[1], plan.fade)


def _head(plan: Plan, between: Between, hard: Grid) -> Bundle:
    """The fascicles of one head, on their bones."""
    across, depth = _places(plan.rows, plan.layers, plan.seed)
    thick = (1.0 - np.abs(2.0 * across.clip(0.0, 1.0) - 1.0) ** plan.rim) ** (1.0 / plan.rim)
    depth = 0.5 + thick * (depth - 0.5)
    room = thick[:, None] * between.room(across, depth) / (plan.rows * plan.layers)
    radii = FILL * np.sqrt(room / np.pi)
    held = [_rooted(ends(between, across, depth, end), hard) for end in (0, 1)]
    return Bundle(_footed(between.at(across, depth), held), np.maximum(radii, plan.tip))


def _rooted(held: Origins, hard: Grid) -> Points:
    on_bone = np.array([carrier != "" for carrier in held.carrier])[:, None]
    return np.where(on_bone, rooted(held.points, hard), held.points)


def _footed(paths: Points, held: list[Points]) -> Points:
    """Paths (n, s, 3) bent at both ends to where they hold on."""
    along = Bundle(paths, np.ones(paths.shape[:2])).lengths()
    moved = paths.copy()
    for end, away in ((0, along), (1, along[:, -1:] - along)):
        move = held[end] - paths[:, -end]
        reach = np.maximum(FOOT, 2.0 * np.linalg.norm(move, axis=1))[:, None]
        moved += (1.0 - smooth_step(away / reach))[:, :, None] * move[:, None]
    return moved


def _box(plan: Plan) -> Box:
    """The box that holds the muscle."""
    faces = [face for head in heads(plan) for face in (head.deep, head.outer)]
    flat = np.vstack([face.guides.reshape(-1, 3) for face in faces])
    return flat.min(axis=0) - MARGIN, flat.max(axis=0) + MARGIN


def _made(plan: Plan, built: Built) -> Surface:
    others: list[Neighbour] = neighbours(list(built.items()), _box(plan))
    hard, beyond = bones(plan.around, _box(plan)), skin_beyond(_box(plan), plan.below_skin)
    red, pale = fascicles(plan, taken(hard, others, beyond), hard)
    body = flesh(tubes(red, plan.spacing, margin=MARGIN), plan.closing, plan.groove, plan.even, sunk=0.35)
    level: list[Field] = [] if plan.cut is None else [partial(_below, plan.cut)]
    return finished(
        red, freed(body, hard, beyond, *others, *level, sliver=plan.sliver), pale, plan.triangles, plan.seed
    )


def _below(level: float, points: Points) -> Values:
    """Signed distance to all that lies below a level."""
    return points[:, 2] - level
