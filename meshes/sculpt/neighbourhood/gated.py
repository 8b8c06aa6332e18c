"""A muscle of the neighbourhood from three tables: where it arises, which gates it passes, where it ends.

Gates stand across the muscle's course, whichever way it runs. Fascicles keep the order of their table: the first rows
of the origins end in the first rows of the insertions, so rows are written in the same order, such as from the front
backwards; or each ends where it comes out of the last gate. Fascicles may join and leave on the way. The right muscle
is sculpted, the left one is its mirror image.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Literal

import numpy as np
from scipy.interpolate import PchipInterpolator
from scipy.optimize import linear_sum_assignment

from meshes.sculpt.kernel.fields import Points, Values, gradient
from meshes.sculpt.kernel.grids import Grid
from meshes.sculpt.kernel.surface import Box, Surface, unit
from meshes.sculpt.muscles import anchors
from meshes.sculpt.muscles import origins as holds
from meshes.sculpt.muscles.fascicles import Bundle, Gate, Indices, Threaded, bundle, rooted, settled, thread
from meshes.sculpt.muscles.muscle import finished, freed, paling
from meshes.sculpt.muscles.origins import COLUMNS, Origins, joined, on_surface, spread
from meshes.sculpt.muscles.solidify import flesh, tubes
from meshes.sculpt.muscles.surroundings import Side
from meshes.sculpt.neighbourhood.fans import fan
from meshes.sculpt.neighbourhood.surrounded import before, bones, neighbours, skin_beyond, taken
from meshes.sculpt.neighbourhood.tendons import Lean, Sheet, leaning, sheeted
from meshes.sculpt.recipe import Built, Recipe, Slip, paired
from meshes.sculpt.skin import skin
from meshes.sculpt.tables import TableError, read_points, read_words

GATE_STEP = 7.5  # mm between gates
MARGIN = 16.0  # mm of lattice around a muscle
NOTHING = "none"  # the carrier of an end that lies on no bone


@dataclass(frozen=True)
class Plan:
    """What tells one muscle from another.

    ``tables`` are its files of origins, gates and insertions. ``around`` names bones it must stay out of, ``yields_to``
    the structures sculpted before it; it does not come in front of those of them that it ``stays_behind``. ``across``
    is the direction that a gate's long axis has at an angle of 0; None lays it along the skin. ``tendons`` (mm) is how
    long it is pale at its origin and before its insertion, unless the tables tell it for each row in a column "tendon"
    (``own_tendons``); ``fade`` over how many mm it turns pale. ``run`` (mm) is how far fascicles go before they join
    the others, ``leave`` how far after they leave them. With a ``pull`` above 0 they keep nearer to the straight lines
    between their ends, as in a fan. ``ending`` tells whether they end in the order of the tables or "near" where they
    come from. ``volume`` in cubic cm is the range believed, ``seed`` that of its unevenness.
    """

    name: str
    tables: tuple[str, str, str]
    around: tuple[str, ...]
    yields_to: tuple[str, ...]
    volume: tuple[float, float]
    seed: int
    across: tuple[float, float, float] | None = (1.0, 0.0, 0.0)
    tendons: tuple[float, float] = (6.0, 30.0)
    own_tendons: bool = False
    sheets: tuple[Sheet, ...] = ()
    lean: Lean | None = None
    ending: Literal["in order", "near"] = "in order"
    fade: float = 25.0
    run: float = 12.0
    leave: float = 12.0
    pull: float = 0.0
    spacing: float = 1.0
    triangles: int = 20_000
    closing: float = 5.0
    groove: float = 0.25
    even: float = 1.6
    tip: float = 1.3
    genus: int = 0
    kind: str = "muscle"
    stays_behind: tuple[str, ...] = ()


def recipes(plan: Plan) -> tuple[Recipe, Recipe]:
    """The muscle of both sides."""
    make, slips_right = partial(_made, plan), partial(slips, plan, "right")
    right = Recipe(f"{plan.name}_right", plan.kind, make, plan.genus, plan.volume, plan.yields_to, slips_right)
    return paired(right, partial(slips, plan, "left"))


@cache
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
    """Where the muscle holds on, on the bones of one side, which are not quite each other's mirror image."""
    origin, _, insertion = plan.tables
    found = [*ends(origin).slips("origin", 3.2), *ends(insertion).slips("insertion", 3.0)]
    return holds.on_own_bones(side, found)


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


def _gate(row: Values, flow: Points, across: tuple[float, float, float] | None) -> Gate:
    """A gate across ``flow``: axes turned by the row's angle about it, from ``across`` on."""
    long = np.asarray(across) if across else np.cross(gradient(skin.field(), row[None, :3], 1.0)[0], flow)
    first = unit((long - (long @ flow) * flow)[None])[0]
    second = np.cross(flow, first)
    turn = np.radians(row[5])
    axes = np.array([np.cos(turn) * first + np.sin(turn) * second, np.cos(turn) * second - np.sin(turn) * first])
    return Gate(row[:3], axes, row[3:5])


def _passed(given: list[Gate], points: Points, run: float) -> Indices:
    """For each point (n, 3) how many gates lie before it, those within ``run`` mm beyond it counted, (n,)."""
    ahead = [(gate.centre - points) @ np.cross(gate.axes[0], gate.axes[1]) for gate in given]
    return np.asarray(np.sum(np.array(ahead) < run, axis=0), np.int64)


def fascicles(plan: Plan, hard: Grid, room: Grid) -> tuple[Bundle, Values]:
    """The muscle's fascicles, and how tendinous each of their samples is (n, s).

    ``hard`` are the bones, ``room`` all that is taken. Raises TableError where the tables give it more origins than
    insertions, or fewer.
    """
    origin, insertion = ends(plan.tables[0]), ends(plan.tables[2])
    if len(origin.points) != len(insertion.points):
        told = f"{len(origin.points)} fascicles arise and {len(insertion.points)} end, expected as many"
        raise TableError(f"{plan.tables[2]}: {told}")
    passed = gates(plan)
    joins = _passed(passed, origin.points, plan.run).clip(0, len(passed) - 2)
    stops = _passed(passed, insertion.points, -plan.leave).clip(joins + 1, len(passed))
    if plan.ending == "near":
        stops = np.full_like(stops, stops.min()).clip(joins + 1)
    led = _led(plan, (origin.points, insertion.points), joins, stops, room)
    if plan.ending == "near":
        insertion = _nearest(led, stops, insertion)
    scatter = np.random.default_rng(plan.seed).uniform(-1.0, 1.0, (4, len(origin.points)))
    tips = (plan.tip * (1.0 + 0.12 * scatter[0]), np.full(len(joins), plan.tip))
    drawn = bundle(
        _rooted(origin, hard), led, _rooted(insertion, hard), tips, np.asarray(len(passed) - stops, np.int64)
    )
    uneven = 1.12 * (1.0 + 0.12 * scatter[1])[:, None]
    red = settled(replace(drawn, radii=drawn.radii * uneven), room)
    first, last = (
        sheeted(red, end, (1.0 + 0.25 * scatter[2 + i]) * _tendons(plan, i, ends), plan.sheets)
        for i, (end, ends) in enumerate((("origin", origin), ("insertion", insertion)))
    )
    return leaning(red, plan.lean) if plan.lean else red, paling(red, first, last, plan.fade)


def _led(plan: Plan, lines: tuple[Points, Points], joins: Indices, stops: Indices, room: Grid) -> Threaded:
    if plan.pull > 0:
        return fan(gates(plan), lines, (joins, stops), lambda at: room(at) > 1.0, plan.pull)
    return thread(gates(plan), lines[0], joins, lambda at: room(at) > 1.0, stops)


def _nearest(led: Threaded, stops: Indices, insertion: Origins) -> Origins:
    """The insertions in such an order that each fascicle ends near where it comes out of its last gate."""
    out = led.places[np.arange(len(stops)), stops - 1]
    apart = (out - out.mean(axis=0))[:, None] - (insertion.points - insertion.points.mean(axis=0))[None]
    order = linear_sum_assignment((apart**2).sum(axis=2))[1]
    return Origins(
        insertion.points[order],
        tuple(insertion.carrier[i] for i in order),
        tuple(insertion.slip[i] for i in order),
    )


def _tendons(plan: Plan, end: int, given: Origins) -> Values:
    """How long the tendon of each fascicle is at an end (0 origin, 1 insertion), (n,)."""
    if not plan.own_tendons:
        return np.full(len(given.points), plan.tendons[end])
    rows = read_points(plan.tables[2 * end], ("tendon",))
    return np.array([rows[slip][0] for slip in given.slip])


def _rooted(given: Origins, hard: Grid) -> Points:
    held = np.array([carrier != "" for carrier in given.carrier])[:, None]
    return np.where(held, rooted(given.points, hard), given.points)


def _box(plan: Plan) -> Box:
    """The box that holds the muscle."""
    sizes = [np.abs(gate.axes).T @ gate.half for gate in gates(plan)]
    centres = [gate.centre for gate in gates(plan)]
    held = [ends(plan.tables[0]).points, ends(plan.tables[2]).points]
    low = np.vstack([*held, *(c - s for c, s in zip(centres, sizes, strict=True))]).min(axis=0)
    high = np.vstack([*held, *(c + s for c, s in zip(centres, sizes, strict=True))]).max(axis=0)
    return low - MARGIN, high + MARGIN


def _made(plan: Plan, built: Built) -> Surface:
    box = _box(plan)
    hard, beyond = bones(plan.around, box), skin_beyond(box)
    others = [*neighbours(list(built.items()), box), *before(built, plan.stays_behind, box)]
    red, pale = fascicles(plan, hard, taken(hard, others, beyond))
    body = flesh(tubes(red, plan.spacing), plan.closing, plan.groove, plan.even, sunk=0.35)
    free = freed(body, hard, beyond, *others, sliver=0.8)
    return finished(red, free, pale, plan.triangles, plan.seed)
