"""What a muscle of the neighbourhood must stay clear of: bones, what was sculpted before it, and the skin from within.

Such muscles are sculpted on the right and mirrored. What stands on either side of the body, or across the middle, and
is not quite even, is met in both its forms at once: so the mirror image is clear of the left side's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from scipy.ndimage import distance_transform_edt

from meshes.sculpt.kernel.fields import Field, Points, Values
from meshes.sculpt.kernel.grids import FAR, Grid, distance_to, empty, gathered
from meshes.sculpt.kernel.surface import Box, Surface
from meshes.sculpt.kernel.voxels import held
from meshes.sculpt.muscles.surroundings import bounds, field
from meshes.sculpt.skin import skin

CLOSE = 2.5  # mm; where a neighbour's distance is asked of its triangles
LATTICE = 1.25  # mm; spacing of the lattices on which surroundings are kept
REACH = 14.0  # mm around a neighbour in which its distance is known
FRONT = 25.0  # mm before a structure that counts as in front of it
SKIN_LATTICE = 2.5  # mm
SKIN_GAP = 1.5  # mm of skin that nothing enters


def bones(structures: Iterable[str], box: Box) -> Grid:
    """Bones and discs inside ``box`` on one lattice, those of the middle together with their mirror images."""
    solids = []
    for name in structures:
        solids.append((field(name), bounds(name)))
        if not name.endswith("_right"):
            solids.append((field(name, "left"), bounds(name, "left")))
    return gathered(solids, box, LATTICE)


def skin_beyond(box: Box, gap: float = SKIN_GAP) -> Grid:
    """Signed distance to all that is skin or less than ``gap`` mm below its surface, negative there."""
    inside = gathered([(skin.field(), skin.bounds())], box, SKIN_LATTICE, reach=30.0)
    return Grid(-inside.values - gap, inside.origin, inside.spacing)


@dataclass(frozen=True)
class Neighbour:
    """A finished surface as an obstacle, all of it or as much as lies in a box."""

    surface: Surface
    within: Box | None = None

    @cached_property
    def box(self) -> Box:
        """Where it matters, (low, high) in mm."""
        low, high = self.surface.points.min(axis=0) - REACH, self.surface.points.max(axis=0) + REACH
        return (np.maximum(low, self.within[0]), np.minimum(high, self.within[1])) if self.within else (low, high)

    @cached_property
    def coarse(self) -> Grid:
        """Distance on a lattice around it, right to about half a cell."""
        grid = empty(self.box, LATTICE)
        inside = held(self.surface, grid.values.shape, grid.origin, LATTICE)
        away = distance_transform_edt(~inside) - distance_transform_edt(inside)
        return Grid((away + np.where(inside, 0.5, -0.5)) * LATTICE, grid.origin, LATTICE)

    def __call__(self, points: Points) -> Values:
        """Signed distance of points (n, 3), exact near the surface, (n,)."""
        values = np.full(len(points), FAR)
        low, high = self.coarse.origin, self.coarse.origin + LATTICE * (np.array(self.coarse.values.shape) - 1)
        here = np.flatnonzero(np.all((points > low) & (points < high), axis=1))
        values[here] = self.coarse(points[here])
        near = here[np.abs(values[here]) < CLOSE]
        if len(near):
            values[near] = self._exact(points[near])
        return values

    @cached_property
    def _exact(self) -> Field:
        return distance_to(self.surface)


def neighbours(built: Sequence[tuple[str, Surface]], within: Box | None = None) -> list[Neighbour]:
    """Obstacles of the right side: the right ones as they are, the left ones mirrored, those of the middle both.

    Only what comes into the box ``within`` is kept, where there is one.
    """
    found = []
    for name, surface in built:
        if not name.endswith("_left"):
            found.append(Neighbour(surface, within))
        if not name.endswith("_right"):
            found.append(Neighbour(surface.mirrored(), within))
    return [one for one in found if np.all(np.asarray(one.box[1]) - np.asarray(one.box[0]) > REACH)]


def before(built: Mapping[str, Surface], names: Iterable[str], within: Box) -> list[Neighbour]:
    """Obstacles of the right side that stand for all that lies in front of some structures, FRONT mm deep."""
    steps = np.linspace(0.0, FRONT, 6)[1:]
    forwards = np.array([0.0, -1.0, 0.0])
    moved = [(n, replace(built[n], points=built[n].points + step * forwards)) for n in names for step in steps]
    return neighbours(moved, within)


def taken(hard: Grid, others: Sequence[Neighbour], beyond: Grid) -> Grid:
    """All obstacles on the lattice of the bones, neighbours roughly: for leading fascicles past them."""
    points = hard.lattice()
    values = np.minimum(hard.values.ravel(), beyond(points))
    for other in others:
        low, high = other.coarse.origin, other.coarse.origin + LATTICE * (np.array(other.coarse.values.shape) - 1)
        here = np.all((points > low) & (points < high), axis=1)
        values[here] = np.minimum(values[here], other.coarse(points[here]))
    return Grid(values.reshape(hard.values.shape), hard.origin, hard.spacing)
