"""Where each vessel finally runs: smoothly past its named places, clear of bones, muscles, nerves and other vessels.

Lines are led in the order of their table, for later ones give way to earlier ones. What is in the way counts on both
sides of the body, so that a vessel and its mirror image meet at the groin.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import numpy as np
import numpy.typing as npt
from scipy.ndimage import gaussian_filter1d, maximum_filter1d

from meshes.sculpt.kernel.curves import spline
from meshes.sculpt.kernel.fields import Field, Points, Values, smooth_noise
from meshes.sculpt.kernel.grids import FAR, distance_to
from meshes.sculpt.kernel.surface import Surface, unit
from meshes.sculpt.kernel.tubes import Branch
from meshes.sculpt.tables import Vector, read_numbers
from meshes.sculpt.vessels import vessel_places
from meshes.sculpt.vessels.vessel_places import FLIP, Place

TABLE = "vessels/vessels.csv"
STEP = 2.5  # mm between the samples that are moved about
FINE = 0.6  # mm between those of the finished line
ROUND = 10  # points around a sample at which the wall is felt
TURN = np.linspace(0.0, 2 * np.pi, ROUND, endpoint=False)
TURNS = 10  # in which a line is moved about
SQUEEZES = 5  # in which it is made narrower where there is no room
SOFT = 2.0  # samples over which a push spreads along a line
CLOSE = 12.0  # mm around a structure's box within which it is asked

Mask = npt.NDArray[np.bool_]


@cache
def numbers() -> dict[str, float]:
    """Clearances and unevenness. Raises TableError."""
    return read_numbers(TABLE, required=("bone_clearance", "soft_clearance", "vessel_clearance", "weld", "uneven"))


def around(solids: Mapping[str, Surface], clear: Mapping[str, float]) -> Field:
    """Signed distance to the nearest of ``solids``, or of their mirror images, each less the room it wants."""
    fields = [(distance_to(solid), solid.points.min(axis=0) - CLOSE, solid.points.max(axis=0) + CLOSE, clear[name])
              for name, solid in solids.items()]  # fmt: skip

    def field(points: Points) -> Values:
        values = np.full(len(points), FAR)
        for side in (points, points * FLIP):
            for one, low, high, room in fields:
                here = np.flatnonzero(np.all((side > low) & (side < high), axis=1))
                if len(here):
                    values[here] = np.minimum(values[here], one(side[here]) - room)
        return values

    return field


class Lines:
    """The lines of all vessels among what is ``fixed``: its signed distance, less the room that it wants."""

    def __init__(self, fixed: Field) -> None:
        self._fixed = fixed
        self._known: dict[str, Vector] = {}
        self._led: dict[str, Branch] = {}
        self._places: dict[str, dict[str, int]] = {}
        for name, places in vessel_places.lines().items():
            self._lead(name, places)

    def branch(self, line: str) -> Branch:
        """The tube of a line. Raises KeyError where there is none of that name."""
        return self._led[line]

    def springs(self, line: str) -> bool:
        """Whether a line springs from another. Raises KeyError."""
        return vessel_places.lines()[line][0].from_another

    def sample(self, line: str, place: str) -> int:
        """Which of a line's samples is nearest to a place of it. Raises KeyError."""
        return self._places[line][place]

    def point(self, place: str) -> Vector:
        """Where a place ("line: place") came to lie, (3,). Raises KeyError."""
        return self._known[place]

    def _lead(self, name: str, places: tuple[Place, ...]) -> None:
        knots = np.array([[*vessel_places.point(one, self._known), one.wide, one.thick] for one in places])
        samples = spline(knots, step=STEP)
        held = places[0].frame.partition(": ")[0] if places[0].from_another else ""
        settled = self._settled(samples, held)
        fine = spline(settled, step=FINE)
        nearest = [int(np.linalg.norm(samples[:, :3] - knot[:3], axis=1).argmin()) for knot in knots]
        at = [int(np.linalg.norm(fine[:, :3] - settled[i, :3], axis=1).argmin()) for i in nearest]
        self._places[name] = {one.name: i for one, i in zip(places, at, strict=True)}
        self._known.update({f"{name}: {one.name}": fine[i, :3] for one, i in zip(places, at, strict=True)})
        self._led[name] = _uneven(Branch(fine[:, :3], fine[:, 3], fine[:, 4]))

    def _settled(self, samples: Points, parent: str) -> Points:
        """Samples (n, 5) moved clear of all that was there before them, and made narrower where there is no room.

        The start stays in its ``parent``.
        """
        found, awake = samples.copy(), np.ones(len(samples), bool)
        run = np.concatenate([[0.0], np.linalg.norm(np.diff(samples[:, :3], axis=0), axis=1).cumsum()])
        free = np.clip(run / 8.0, 0.0, 1.0) if parent else np.ones(len(samples))
        off = run > (self._led[parent].wide.max() / 2 + samples[0, 3] if parent else -1.0)
        for turn in range(TURNS + SQUEEZES):
            room = self._felt(found, off, parent, awake)
            if turn < TURNS:
                push = self._push(found, room, off, parent)
                found[:, :3] += free[:, None] * gaussian_filter1d(push, SOFT, axis=0, mode="nearest")
            else:
                found[:, 3:] = _squeezed(found[:, 3:], room)
            awake = maximum_filter1d((room < 0).any(axis=1), 13)
            if not awake.any():
                break
        return found

    def _felt(self, samples: Points, off_parent: Mask, parent: str, awake: Mask) -> Values:
        """The room at ROUND points around each sample that is ``awake``, FAR around others, (n, ROUND)."""
        room = np.full((len(samples), ROUND), FAR)
        rings = wall(samples)[awake]
        room[awake] = self._room(rings.reshape(-1, 3), np.repeat(off_parent[awake], ROUND), parent).reshape(-1, ROUND)
        return room

    def _push(self, samples: Points, room: Values, off_parent: Mask, parent: str) -> Points:
        """Out of what is in the way, for each sample, (n, 3)."""
        sample, place = np.nonzero(room < 0)
        depth = -room[sample, place]
        off = off_parent[sample]
        slope = _slope(lambda points: self._room(points, np.tile(off, 6), parent), wall(samples)[sample, place])
        total, weight = np.zeros((len(samples), 3)), np.full(len(samples), 1e-9)
        np.add.at(total, sample, (depth * np.minimum(depth, 3.0))[:, None] * unit(slope))
        np.add.at(weight, sample, depth)
        return np.asarray(total / weight[:, None])

    def _room(self, points: Points, off_parent: Mask, parent: str) -> Values:
        values = self._fixed(points)
        for name, other in self._led.items():
            away = other.distance(points) - numbers()["vessel_clearance"]
            values = np.minimum(values, np.where(off_parent, away, FAR) if name == parent else away)
        return values


def wall(samples: Points) -> Points:
    """Points on the wall, ROUND around each of samples (n, 5), (n, ROUND, 3)."""
    branch = Branch(samples[:, :3], samples[:, 3], samples[:, 4])
    across = np.cross(branch.along, branch.face)
    wall = branch.wide[:, None, None] / 2 * np.cos(TURN)[None, :, None] * across[:, None]
    wall = wall + branch.thick[:, None, None] / 2 * np.sin(TURN)[None, :, None] * branch.face[:, None]
    return np.asarray(branch.line[:, None] + wall)


def _squeezed(sizes: Values, room: Values) -> Values:
    """Widths and thicknesses (n, 2) less what they stand in the way by, eased along the line."""
    lacking = np.maximum(-room, 0.0)
    for column, share in enumerate((np.cos(TURN), np.sin(TURN))):
        less = maximum_filter1d((lacking * share**2).max(axis=1), 3)
        sizes[:, column] -= np.minimum(1.2 * gaussian_filter1d(less, SOFT, mode="nearest"), 0.1 * sizes[:, column])
    return sizes


def _slope(field: Field, points: Points) -> Points:
    """Central differences of a field that is asked for all of them at once, (n, 3)."""
    steps = 0.4 * np.vstack([np.eye(3), -np.eye(3)])
    values = field((points[None] + steps[:, None]).reshape(-1, 3)).reshape(6, -1)
    return np.asarray(values[:3] - values[3:]).T


def _uneven(branch: Branch) -> Branch:
    """A wall that is very slightly uneven along its line."""
    share = 1.0 + numbers()["uneven"] * smooth_noise(branch.line, 13.0, seed=21)
    return Branch(branch.line, branch.wide * share, branch.thick * share)
