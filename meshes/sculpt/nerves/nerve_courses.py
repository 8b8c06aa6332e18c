"""Where each branch of a nerve finally runs: smoothly past its named places, clear of bone, laid onto muscle.

Branches are led in the order of their table, because later ones leave from earlier ones.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt
from scipy.ndimage import gaussian_filter1d

from meshes.sculpt import body
from meshes.sculpt.kernel.curves import spline
from meshes.sculpt.kernel.fields import Field, Points, Values
from meshes.sculpt.kernel.surface import unit
from meshes.sculpt.kernel.tubes import Branch
from meshes.sculpt.muscles import surroundings
from meshes.sculpt.nerves import nerve_places
from meshes.sculpt.nerves.nerve_places import Place
from meshes.sculpt.tables import Vector, read_numbers

TABLE = "nerves/nerves.csv"
STEP = 2.0  # mm between the samples that are moved about
FINE = 0.4  # mm between those of the finished line
SOFT = 3.0  # samples over which a push spreads along a branch
FAIR = 2.5  # samples over which a turn is eased
ROUNDS, FAIRED = 8, 5  # in which a line is moved about; the first of them fair it
ROUND, STOUT = 1.2, 5.0  # mm; widths up to which a nerve is round, and from which it is as flat as it gets
NEAR_BONE = 8.0  # mm beyond its clearance within which a nerve is kept clear of bone
FAR = 30.0  # mm; the distance of what is not near
Mask = npt.NDArray[np.bool_]
HARD = (
    *(f"vertebra_{level}" for level in body.VERTEBRAE),
    *(f"disc_{disc}" for disc in body.DISCS),
    *("sacrum", "hip_bone_right", "femur_right"),
)


@cache
def numbers() -> dict[str, float]:
    """Thicknesses and clearances. Raises TableError."""
    kinds = {name.removesuffix("_right").partition("_root")[0] for name in nerve_places.courses()}
    flat = (f"flat_{'nerve_root' if kind == 'nerve' else kind}" for kind in sorted(kinds))
    return read_numbers(TABLE, required=("bone_clearance", "muscle_clearance", "muscle_entry", "weld", *flat))


def thickness(structure: str, wide: Values) -> Values:
    """How thick a nerve is where it is so ``wide`` (n,), mm: thin branches are round, stout ones flat."""
    flat = numbers()["flat_nerve_root" if "_root_" in structure else f"flat_{structure.removesuffix('_right')}"]
    return wide * (1.0 - (1.0 - flat) * np.clip((wide - ROUND) / (STOUT - ROUND), 0.0, 1.0))


def bones(points: Points) -> Values:
    """Distance of points (n, 3) to the nearest bone or disc, FAR where none is near, (n,)."""
    values = np.full(len(points), FAR)
    for name in HARD:
        low, high = np.asarray(surroundings.bounds(name), float)
        here = np.all((points > low) & (points < high), axis=1)
        if here.any():
            values[here] = np.minimum(values[here], surroundings.field(name)(points[here]))
    return values


class Courses:
    """The courses of nerves over what lies ``beneath`` them: the muscles' signed distance."""

    def __init__(self, beneath: Field) -> None:
        self._beneath = beneath
        self._known: dict[str, Vector] = {}
        self._led: dict[str, dict[str, Branch]] = {}

    def branches(self, structure: str) -> dict[str, Branch]:
        """The branches of a right nerve by name. Raises KeyError for another structure."""
        if structure not in self._led:
            led = self._led[structure] = {}
            for name, places in nerve_places.courses()[structure].items():
                led[name] = self._lead(structure, places)
        return self._led[structure]

    def point(self, place: str) -> Vector:
        """Where a named place came to lie, (3,). Raises KeyError where there is none of that name."""
        self.branches(place.partition(" ")[0])
        return self._known[place]

    def _lead(self, structure: str, places: Sequence[Place]) -> Branch:
        known = {place.frame: self.point(place.frame) for place in places if place.from_another}
        knots = np.array([[*nerve_places.point(place, known), place.wide, place.lay] for place in places])
        samples = spline(knots, step=STEP)
        thick = thickness(structure, samples[:, 3])
        line = self._settled(samples, thick, held=places[0].from_another)
        nearest = [int(np.linalg.norm(samples[:, :3] - knot[:3], axis=1).argmin()) for knot in knots]
        self._known.update({place.name: line[i] for place, i in zip(places, nearest, strict=True)})
        fine = spline(np.column_stack([line, samples[:, 3], thick]), step=FINE)
        return Branch(fine[:, :3], fine[:, 3], fine[:, 4])

    def _settled(self, samples: Points, thick: Values, held: bool) -> Points:
        """The line of samples (n, 5) faired, clear of bone, on or just inside the muscles; a ``held`` start stays."""
        line, wide, lay = samples[:, :3].copy(), samples[:, 3], samples[:, 4]
        free = np.clip(np.arange(len(line)) / 4.0, 0.0, 1.0)[:, None] if held else np.ones((len(line), 1))
        clear, height = numbers()["bone_clearance"] + wide / 2, numbers()["muscle_clearance"] + thick / 2
        height = np.where(lay < 0, -numbers()["muscle_entry"], height)
        tight = bones(line) < clear + NEAR_BONE
        for turn in range(ROUNDS):
            line = _faired(line) if turn < FAIRED else line
            push = _along(self._beneath, line, lambda away: np.abs(lay) * np.clip(height - away, -3.0, 3.0), lay != 0)
            if turn % 2:
                push += _along(bones, line, lambda away: np.clip(clear - away, 0.0, 3.0), tight)
            line = line + free * gaussian_filter1d(push, SOFT, axis=0, mode="nearest")
        return line


def _faired(line: Points) -> Points:
    """A line of samples (n, 3) with its sharpest turns eased; both ends stay."""
    held = np.minimum(np.arange(len(line)), np.arange(len(line))[::-1]) / 4.0
    eased = gaussian_filter1d(line, FAIR, axis=0, mode="nearest")
    return np.asarray(line + 0.5 * np.clip(held, 0.0, 1.0)[:, None] * (eased - line))


def _along(field: Field, line: Points, amount: Callable[[Values], Values], where: Mask) -> Points:
    """By ``amount`` of its values up a field's slope, at the samples ``where`` it counts, (n, 3)."""
    push = np.zeros_like(line)
    if where.any():
        away = np.full(len(line), FAR)
        away[where] = field(line[where])
        wanted = amount(away)
        moved = where & (away < FAR) & (np.abs(wanted) > 1e-3)
        if moved.any():
            push[moved] = wanted[moved, None] * unit(_slope(field, line[moved]))
    return push


def _slope(field: Field, points: Points) -> Points:
    """Central differences of a field, (n, 3), all asked for at once: many small questions cost bones more."""
    steps = 0.4 * np.vstack([np.eye(3), -np.eye(3)])
    values = field((points[None] + steps[:, None]).reshape(-1, 3)).reshape(6, -1)
    return np.asarray(values[:3] - values[3:]).T
