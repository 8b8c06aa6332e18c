"""What a muscle's surface knows of its fascicles: fibre direction, place along the fibre, streaks and striae."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from meshes.sculpt.kernel.fields import Points, Values, smooth_noise
from meshes.sculpt.kernel.grids import Grid, empty
from meshes.sculpt.kernel.surface import unit
from meshes.sculpt.muscles.fascicles import Bundle

NEAREST = 6
PACE = 1.4  # mm between looks along a fibre
LOOKS = 15  # to either side
COURSE = 2.5  # mm between lattice points that know the fibre direction
AROUND = 7.0  # mm around the fascicles where it is known


@dataclass(frozen=True)
class Fibres:
    """A bundle that can be asked at any point for what its nearest fascicles carry."""

    bundle: Bundle

    @cached_property
    def tree(self) -> cKDTree:
        """All samples of all fascicles."""
        return cKDTree(self.bundle.paths.reshape(-1, 3))

    @cached_property
    def course(self) -> tuple[Grid, Grid, Grid]:
        """The fibre direction on a lattice around the bundle, one grid for each component."""
        samples = self.bundle.paths.reshape(-1, 3)
        grid = empty((samples.min(axis=0) - AROUND, samples.max(axis=0) + AROUND), COURSE)
        lattice = grid.lattice()
        close = np.asarray(self.tree.query(lattice, distance_upper_bound=AROUND)[0]) < AROUND
        values = np.zeros((3, *grid.values.shape))
        index, weight = self.near(lattice[close])
        directions = self.bundle.directions().reshape(-1, 3)
        values[:, close.reshape(grid.values.shape)] = np.einsum("nk,nkd->dn", weight, directions[index])
        x, y, z = (Grid(value, grid.origin, COURSE) for value in values)
        return x, y, z

    def near(self, points: Points) -> tuple[npt.NDArray[np.int64], Values]:
        """For points (n, 3) the indices of the nearest samples (n, k) and their weights, which sum to one."""
        away, index = (np.asarray(found) for found in self.tree.query(points, k=NEAREST))
        weight = 1.0 / (away + 0.4) ** 2
        return index, weight / weight.sum(axis=1, keepdims=True)

    def carried(self, values: Values, near: tuple[npt.NDArray[np.int64], Values]) -> Values:
        """Per-sample values (n, s) or (n, s, 3), averaged at the points asked with :meth:`near`."""
        index, weight = near
        flat = values.reshape(-1, *values.shape[2:])
        return np.asarray(np.einsum("nk,nk...->n...", weight, flat[index]))

    def streaks(self, points: Points, wavelength: float, seed: int) -> Values:
        """Noise smeared along the fibres at points (n, 3): thin long streaks, mean 0, mostly within -1..1."""
        total = smooth_noise(points, wavelength, seed)
        for sign in (PACE, -PACE):
            here = points
            for _ in range(LOOKS):
                here = here + sign * unit(np.stack([axis(here) for axis in self.course], axis=1))
                total = total + smooth_noise(here, wavelength, seed)
        return np.asarray((total - total.mean()) / (2.0 * total.std() + 1e-12))
