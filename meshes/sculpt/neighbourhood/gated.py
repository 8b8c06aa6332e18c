"""A muscle of the neighbourhood from three tables: where it arises, which gates it passes, where it ends.

Gates stand across the muscle's course, whichever way it runs. Fascicles keep the order of their table: the first rows
of the origins end in the first rows of the insertions, so rows are written in the same order, such as from the front
backwards. Fascicles may join and leave on the way. The right muscle is sculpted, the left one is its mirror image.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from scipy.interpolate import PchipInterpolator

from meshes.sculpt.kernel.fields import Points, Values
from meshes.sculpt.kernel.grids import Box, Grid
from meshes.sculpt.kernel.surface import Surface, unit
from meshes.sculpt.muscles import anchors
from meshes.sculpt.muscles import origins as holds
from meshes.sculpt.muscles.fascicles import Bundle, Gate, Indices, bundle, rooted, settled, thread
from meshes.sculpt.muscles.muscle import finished, freed, paling
from meshes.sculpt.muscles.origins import COLUMNS, Origins, joined, on_surface, spread
from meshes.sculpt.muscles.solidify import flesh, tubes
from meshes.sculpt.muscles.surroundings import Side
from meshes.sculpt.neighbourhood.surrounded import Neighbour, bones, neighbours, skin_beyond, taken
from meshes.sculpt.recipe import Built, Recipe, Slip
from meshes.sculpt.tables import TableError, read_points, read_words

GATE_STEP = 7.5  # mm between gates
MARGIN = 16.0  # mm of lattice around a muscle
NOTHING = "none"  # the carrier of an end that lies on no bone


@dataclass(frozen=True)
class Plan:
    """What tells one muscle from another.

    ``tables`` are its files of origins, gates and insertions. ``around`` names bones it must stay out of, ``yields_to``
    the structures sculpted before it. ``across`` is the direction that a gate's long axis has at an angle of 0.
    ``tendons`` (mm) is how long it is pale at its origin and before its insertion, ``fade`` over how many mm it turns
    pale. ``run`` (mm) is how far fascicles go before they join the others, or after they leave them. ``volume`` in
    cubic cm is the range believed, ``scatter`` the seed of its unevenness.
    """

    name: str
    tables: tuple[str, str, str]
    around: tuple[str, ...]
    yields_to: tuple[str, ...]
    volume: tuple[float, float]
    seed: int
    across: tuple[float, float, float] = (1.0, 0.0, 0.0)
    tendons: tuple[float, float] = (6.0, 30.0)
    fade: float = 25.0
    run: float = 12.0
    spacing: float = 1.0
    triangles: int = 20_000
    closing: float = 5.0
    groove: float = 0.25
    even: float = 1.6
    tip: float = 1.3
    genus: int = 0


def recipes(plan: Plan) -> tuple[Recipe, Recipe]:
    """The muscle of both sides."""
    right, left = f"{plan.name}_right", f"{plan.name}_left"
    made = Recipe(
        right, "muscle", partial(_made, plan), plan.genus, plan.volume, plan.yields_to, partial(slips, plan, "right")
    )
    return made, replace(
        made, id=left, make=partial(_mirrored, right), needs=(right,), slips=partial(slips, plan, "left")
    )


def _mirrored(right: str, built: Built) -> Surface:
    return built[right].mirrored()


def ends(file: str) -> Origins:
    """The fascicle ends of one table, on the surface of the bones that its column ``carrier`` names, or free."""
    rows, carriers = read_points(file, COLUMNS), read_words(file, "carrier")
    return joined([_end(name, row, carriers[name]) for name, row in rows.items()])


def _end(name: str, row: Values, carrier: str) -> Origins:
    points = spread(name, row)
    points = points[np.argsort((points - points[0]) @ (anchors.frame(name).to_body(row[None, 3:6])[0] - points[0]))]
    if carrier == NOTHING:
        return Origins(points, ("",) * len(points), (name,) * len(points))
    return on_surface(name, points, carrier.split("+"))


def slips(plan: Plan, side: Side) -> list[Slip]:
    """Where the muscle holds on."""
    origin, _, insertion = plan.tables
    return holds.on_side(side, [*ends(origin).slips("origin", 3.2), *ends(insertion).slips("insertion", 3.0)])


def gates(plan: Plan) -> list[Gate]:
    """The muscle's gates, across its course, about every GATE_STEP mm."""
    rows = read_points(plan.tables[1], ("x", "y", "z", "long", "short", "angle"))
    table = np.column_stack([anchors.placed(rows), np.array(list(rows.values()))[:, 3:]])
    table[:, 5] = np.degrees(np.unwrap(np.radians(table[:, 5]), period=np.pi))
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(table[:, :3], axis=0), axis=1))])
    course = PchipInterpolator(along, table)
    places = np.linspace(0.0, along[-1], max(round(along[-1] / GATE_STEP), 2) + 1)
    return [_gate(row, flow, plan.across) for row, flow in zip(course(places), _flow(course(places)), strict=True)]


def _flow(rows: Points) -> Points:
    """The direction of the course at each gate, (n, 3), evened out a little."""
    flow = np.gradient(rows[:, :3], axis=0)
    even = np.vstack([flow[:1], (flow[:-2] + 2.0 * flow[1:-1] + flow[2:]) / 4.0, flow[-1:]])
    return unit(even)


def _gate(row: Values, flow: Points, across: tuple[float, float, float]) -> Gate:
    """A gate across ``flow``: axes turned by the row's angle about it, from ``across`` on."""
    first = np.asarray(across) - (np.asarray(across) @ flow) * flow
    first = first / np.linalg.norm(first)
    second = np.cross(flow, first)
    turn = np.radians(row[5])
    axes = np.array([np.cos(turn) * first + np.sin(turn) * second, np.cos(turn) * second - np.sin(turn) * first])
    return Gate(row[:3], axes, row[3:5])


def _passed(given: list[Gate], points: Points, run: float) -> Indices:
    """For each point (n, 3) how many gates lie before it, those within ``run`` mm beyond it counted, (n,)."""
    ahead = [(gate.centre - points) @ np.cross(gate.axes[0], gate.axes[1]) for gate in given]
    return np.asarray(np.sum(np.array(ahead) < run, axis=0), np.int64)


def fascicles(plan: Plan, others: list[Neighbour]) -> tuple[Bundle, Values]:
    """The muscle's fascicles, and how tendinous each of their samples is (n, s).

    Raises TableError where the tables give it more origins than insertions, or fewer.
    """
    origin, insertion = ends(plan.tables[0]), ends(plan.tables[2])
    if len(origin.points) != len(insertion.points):
        told = f"{len(origin.points)} fascicles arise and {len(insertion.points)} end, expected as many"
        raise TableError(f"{plan.tables[2]}: {told}")
    passed, box = gates(plan), _box(plan, origin.points, insertion.points)
    hard = bones(plan.around, box)
    room = taken(hard, others, skin_beyond(box))
    joins = _passed(passed, origin.points, plan.run).clip(0, len(passed) - 2)
    stops = _passed(passed, insertion.points, -plan.run).clip(joins + 1, len(passed))
    led = thread(passed, origin.points, joins, lambda at: room(at) > 1.0, stops)
    scatter = np.random.default_rng(plan.seed).uniform(-1.0, 1.0, (4, len(origin.points)))
    tips = (plan.tip * (1.0 + 0.12 * scatter[0]), np.full(len(joins), plan.tip))
    drawn = bundle(
        _rooted(origin, hard), led, _rooted(insertion, hard), tips, np.asarray(len(passed) - stops, np.int64)
    )
    uneven = 1.12 * (1.0 + 0.12 * scatter[1])[:, None]
    red = settled(replace(drawn, radii=drawn.radii * uneven), room)
    lengths = [(1.0 + 0.25 * scatter[2 + i]) * tendon for i, tendon in enumerate(plan.tendons)]
    return red, paling(red, lengths[0], lengths[1], plan.fade)


def _rooted(given: Origins, hard: Grid) -> Points:
    held = np.array([carrier != "" for carrier in given.carrier])[:, None]
    return np.where(held, rooted(given.points, hard), given.points)


def _box(plan: Plan, *points: Points) -> Box:
    """The box that holds the muscle."""
    sizes = [np.abs(gate.axes).T @ gate.half for gate in gates(plan)]
    centres = [gate.centre for gate in gates(plan)]
    low = np.vstack([*points, *(c - s for c, s in zip(centres, sizes, strict=True))]).min(axis=0)
    high = np.vstack([*points, *(c + s for c, s in zip(centres, sizes, strict=True))]).max(axis=0)
    return low - MARGIN, high + MARGIN


def _made(plan: Plan, built: Built) -> Surface:
    others = neighbours(list(built.items()))
    red, pale = fascicles(plan, others)
    box = red.paths.reshape(-1, 3).min(axis=0) - MARGIN, red.paths.reshape(-1, 3).max(axis=0) + MARGIN
    body = flesh(tubes(red, plan.spacing), plan.closing, plan.groove, plan.even, sunk=0.35)
    free = freed(body, bones(plan.around, box), skin_beyond(box), *others, sliver=0.8)
    return finished(red, free, pale, plan.triangles, plan.seed)
