"""Muscles as bundles of fascicles: each begins on a bone, passes gates side by side with the others, and ends on one.

A gate is an elliptic window that the muscle fills at one height. The fascicles present there share out whatever part
of it bones and neighbours leave free, in equal cells, and keep their places from gate to gate; slips that join later
push the others aside. So a muscle's sections have the areas its table says, and its surface shows true fibre paths.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from scipy.interpolate import PchipInterpolator
from scipy.spatial import cKDTree

from meshes.sculpt.kernel.fields import Points, Values
from meshes.sculpt.kernel.grids import Grid

Free = Callable[[Points], npt.NDArray[np.bool_]]
Indices = npt.NDArray[np.int64]
GOLDEN = np.pi * (3.0 - 5.0**0.5)
SEEDS = 1600  # points that stand for a gate's area
STATIONS = 110  # samples along every fascicle


@dataclass(frozen=True)
class Gate:
    """An elliptic window: ``centre`` (3,), unit ``axes`` (2, 3) of its plane, ``half`` axes (2,) in mm."""

    centre: Points
    axes: Points
    half: Values

    def flat(self, points: Points, flow: Points) -> Points:
        """Points (n, 3) slid along ``flow`` into the plane, as (n, 2) mm along the axes."""
        normal = np.cross(self.axes[0], self.axes[1])
        slide = ((self.centre - points) @ normal) / (flow @ normal)
        return np.asarray((points + slide[:, None] * flow - self.centre) @ self.axes.T)

    def body(self, flat: Points) -> Points:
        """Places (n, 2) mm in the plane as points (n, 3)."""
        return np.asarray(self.centre + flat @ self.axes)

    def drawn_in(self, flat: Points, limit: float = 0.97) -> Points:
        """Places (n, 2), those outside the ellipse moved straight in to its edge."""
        size = np.linalg.norm(flat / self.half, axis=1, keepdims=True)
        return np.asarray(flat * np.minimum(1.0, limit / np.maximum(size, 1e-9)))


@dataclass(frozen=True)
class Bundle:
    """Fascicles of one muscle: ``paths`` (n, s, 3) from origin to insertion and ``radii`` (n, s) in mm."""

    paths: Points
    radii: Values

    def __add__(self, other: Bundle) -> Bundle:
        """Both bundles as one."""
        return Bundle(np.vstack([self.paths, other.paths]), np.vstack([self.radii, other.radii]))

    def lengths(self) -> Values:
        """Arc length from the origin at every sample, (n, s)."""
        steps = np.linalg.norm(np.diff(self.paths, axis=1), axis=2)
        return np.concatenate([np.zeros((len(steps), 1)), np.cumsum(steps, axis=1)], axis=1)

    def distance(self, points: Points) -> Values:
        """About how far points (n, 3) lie from the fascicles' surface, negative inside, (n,)."""
        away, index = cKDTree(self.paths.reshape(-1, 3)).query(points, k=3)
        return np.asarray((away - self.radii.ravel()[index]).min(axis=1))

    def directions(self) -> Points:
        """Unit directions from origin to insertion, (n, s, 3)."""
        slope = np.gradient(self.paths, axis=1)
        return np.asarray(slope / np.maximum(np.linalg.norm(slope, axis=2, keepdims=True), 1e-9))


def level_gates(rows: npt.ArrayLike, step: float = 7.5) -> list[Gate]:
    """Horizontal gates about every ``step`` mm, smoothly between the rows.

    ``rows`` (n, 6) from above: centre x, y, z, long and short half axis, angle of the long axis from x in degrees.
    """
    table = np.array(rows, float)
    table[:, 5] = np.degrees(np.unwrap(np.radians(table[:, 5]), period=np.pi))
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(table[:, :3], axis=0), axis=1))])
    places = np.linspace(0.0, along[-1], round(along[-1] / step) + 1)
    return [_level(row) for row in PchipInterpolator(along, table)(places)]


def _level(row: Values) -> Gate:
    turn = np.radians(row[5])
    axes = np.array([[np.cos(turn), np.sin(turn), 0.0], [-np.sin(turn), np.cos(turn), 0.0]])
    return Gate(row[:3], axes, row[3:5])


def sunflower(count: int) -> Points:
    """Points spread evenly over the unit disk, (count, 2)."""
    i = np.arange(count) + 0.5
    radius = np.sqrt(i / count)
    return np.stack([radius * np.cos(i * GOLDEN), radius * np.sin(i * GOLDEN)], axis=1)


def share_out(gate: Gate, places: Points, free: Free, rounds: int = 14) -> tuple[Points, float]:
    """Give each of ``places`` (n, 2) an equal cell of the gate's free part, near where it was; and one cell's area.

    Lloyd's relaxation. Where nearly nothing is free, the whole window counts.
    """
    area = sunflower(SEEDS) * gate.half
    open_part = area[free(gate.body(area))]
    if len(open_part) < 0.1 * SEEDS:
        open_part = area
    sites, ground = places.copy(), cKDTree(open_part)
    for _ in range(rounds):
        owner = cKDTree(sites).query(open_part)[1]
        count = np.bincount(owner, minlength=len(sites))
        middle = np.stack([np.bincount(owner, open_part[:, i], len(sites)) for i in (0, 1)], axis=1)
        stranded = open_part[ground.query(sites)[1]]
        sites = np.where(count[:, None] > 0, middle / np.maximum(count, 1)[:, None], stranded)
    return sites, np.pi * float(np.prod(gate.half)) * len(open_part) / SEEDS / len(sites)


@dataclass(frozen=True)
class Threaded:
    """Where fascicles pass the gates: ``places`` (n, g, 3), ``radii`` (n, g), valid from gate ``joins`` (n,) on.

    ``disk`` (n, 2) is each fascicle's place in the last gate, in half axes.
    """

    places: Points
    radii: Values
    joins: Indices
    disk: Points


def thread(gates: Sequence[Gate], starts: Points, joins: Indices, free: Free, stops: Indices | None = None) -> Threaded:
    """Lead fascicles from ``starts`` (n, 3) through the gates, each from gate number ``joins`` (n,) on.

    ``stops`` (n,) is the number of the first gate that each passes no more; without it all pass the last.
    """
    count = len(starts)
    last = np.full(count, len(gates)) if stops is None else stops
    places, radii = np.zeros((count, len(gates), 3)), np.zeros((count, len(gates)))
    flat = np.zeros((count, 2))
    for number, gate in enumerate(gates):
        flow = _flow(gates, number)
        came, present = joins == number, np.flatnonzero((joins <= number) & (number < last))
        if number:
            flat = flat / gates[number - 1].half * gate.half
        flat[came] = gate.drawn_in(gate.flat(starts[came], flow))
        if len(present):
            flat[present], cell = share_out(gate, flat[present], free)
            places[present, number] = gate.body(flat[present])
            radii[present, number] = np.sqrt(cell / np.pi)
    return Threaded(places, radii, joins, flat / gates[-1].half)


def _flow(gates: Sequence[Gate], number: int) -> Points:
    before, after = gates[max(number - 1, 0)], gates[min(number + 1, len(gates) - 1)]
    return after.centre - before.centre


def joining(gates: Sequence[Gate], starts: Points, run: Values) -> Indices:
    """For each start (n, 3) the first gate at least ``run`` (n,) mm further down, at most the last but one, (n,)."""
    heights = np.array([gate.centre[2] for gate in gates])
    below = heights[None, :] <= (starts[:, 2] - run)[:, None]
    return np.where(below.any(axis=1), below.argmax(axis=1), len(gates) - 2).clip(0, len(gates) - 2)


def bundle(
    starts: Points, threaded: Threaded, ends: Points, tips: tuple[Values, Values], leaves: Indices | None = None
) -> Bundle:
    """Fascicles from ``starts`` through their gates to ``ends`` (n, 3).

    ``tips`` are their radii at the two ends; ``leaves`` (n,) how many of the last gates each one does not pass.
    """
    drawn = []
    for i in range(len(starts)):
        stop = threaded.places.shape[1] - (0 if leaves is None else leaves[i])
        passed = slice(threaded.joins[i], stop)
        knots = np.vstack([starts[i], threaded.places[i, passed], ends[i]])
        radii = np.concatenate([[tips[0][i]], threaded.radii[i, passed], [tips[1][i]]])
        drawn.append(_resampled(np.column_stack([knots, radii])))
    samples = np.stack(drawn)
    return Bundle(samples[:, :, :3], samples[:, :, 3])


def _resampled(knots: Points) -> Points:
    """STATIONS samples evenly along a smooth curve through knots (k, 4), the fourth column carried along."""
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(knots[:, :3], axis=0), axis=1) + 1e-6)])
    return np.asarray(PchipInterpolator(along, knots)(np.linspace(0.0, along[-1], STATIONS)))


def settled(given: Bundle, hard: Grid, rounds: int = 6, clearance: float = 0.55) -> Bundle:
    """The bundle smoothed, and pushed out of ``hard`` until its fascicles clear it; both ends stay."""
    paths = given.paths.copy()
    length = given.lengths()
    room = np.minimum(length, length[:, -1:] - length) / 4.0
    want = np.clip(room, 0.0, 1.0) * (clearance * given.radii + 0.4)
    for turn in range(rounds):
        paths = smoothed(paths)
        if turn % 2:
            flat = paths.reshape(-1, 3)
            short = np.maximum(want.ravel() - hard(flat), 0.0)
            paths = paths + (np.minimum(short, 4.0)[:, None] * hard.outward(flat)).reshape(paths.shape)
            paths[:, 0], paths[:, -1] = given.paths[:, 0], given.paths[:, -1]
    return replace(given, paths=smoothed(paths, 1))


def rooted(points: Points, hard: Grid, depth: float = 1.2) -> Points:
    """Ends (n, 3) on a bone moved ``depth`` mm into it, so that what is cut off at its surface ends evenly there."""
    return points - depth * hard.outward(points)


def smoothed(paths: Points, rounds: int = 6) -> Points:
    """Paths (n, s, 3) relaxed by diffusion over about 3 mm, their ends kept."""
    step = np.linalg.norm(paths[:, -1] - paths[:, 0], axis=1) / paths.shape[1]
    pull = np.clip(0.5 * (2.5 / np.maximum(step, 0.1)) ** 2, 0.05, 0.5)[:, None, None]
    for _ in range(rounds):
        middle = (paths[:, :-2] + paths[:, 2:]) / 2.0
        paths = np.concatenate([paths[:, :1], paths[:, 1:-1] + pull * (middle - paths[:, 1:-1]), paths[:, -1:]], axis=1)
    return paths
