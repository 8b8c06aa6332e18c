"""Two sheets of guide fibres, the deep and the outer face of a muscle, and any course between them.

A table names the points of each guide in order from origin to insertion: ``deep_1_1``, ``deep_1_2``, ..., then
``deep_2_1``, ... across the muscle, and the same of ``outer``. The column ``carrier`` names the bones on which the
first and last point of a guide lie, joined by ``+``; "none" stands for no bone, and in all rows between.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.interpolate import CubicSpline

from meshes.sculpt.kernel.curves import spline
from meshes.sculpt.kernel.drape import paths
from meshes.sculpt.kernel.fields import Points, Values
from meshes.sculpt.tables import TableError, read_points, read_words

NOTHING = "none"
NUDGE = 0.01  # share of the breadth and of the depth over which the spread of neighbouring courses is measured


@dataclass(frozen=True)
class Sheet:
    """One face: guides (g, s, 3) at ``places`` (g,) from 0 to 1 across, and the carriers of both their ends."""

    guides: Points
    places: Values
    carriers: tuple[tuple[str, str], ...]

    def at(self, across: Values) -> Points:
        """Courses (n, s, 3) at places (n,) across the sheet."""
        return np.asarray(CubicSpline(self.places, self.guides, bc_type="natural")(across))

    def carrier(self, across: Values, end: int) -> list[str]:
        """What carries one end (0 origin, 1 insertion) of courses: that of the nearest guide."""
        nearest = np.abs(across[:, None] - self.places).argmin(axis=1)
        return [self.carriers[i][end] for i in nearest]


@dataclass(frozen=True)
class Between:
    """All courses between a deep and an outer sheet."""

    deep: Sheet
    outer: Sheet

    def at(self, across: Values, depth: Values) -> Points:
        """Courses (n, s, 3) at places across (n,) and from deep, 0, to outer, 1, (n,)."""
        share = depth[:, None, None]
        return (1.0 - share) * self.deep.at(across) + share * self.outer.at(across)

    def carrier(self, across: Values, depth: Values, end: int) -> list[str]:
        """What carries one end (0 origin, 1 insertion) of each course."""
        deep, outer = self.deep.carrier(across, end), self.outer.carrier(across, end)
        return [o if d > 0.5 else i for i, o, d in zip(deep, outer, depth, strict=True)]

    def room(self, across: Values, depth: Values) -> Values:
        """Section (n, s) in square mm that one unit of breadth and depth has around each course."""
        sideways = self.at(across + NUDGE, depth) - self.at(across - NUDGE, depth)
        outward = self.at(across, depth + NUDGE) - self.at(across, depth - NUDGE)
        flow = np.gradient(self.at(across, depth), axis=1)
        flow = flow / np.maximum(np.linalg.norm(flow, axis=2, keepdims=True), 1e-9)
        return np.asarray(np.abs(np.einsum("nsd,nsd->ns", np.cross(sideways, outward), flow)) / (2.0 * NUDGE) ** 2)


def read(file: str, samples: int) -> Between:
    """The two sheets of a table. Raises TableError where the guides of both are not as many, or fewer than two."""
    rows, carriers = read_points(file), read_words(file, "carrier")
    guides = paths(rows)
    ends = {name: (carriers[f"{name}_1"], carriers[f"{name}_{len(points)}"]) for name, points in guides.items()}
    deep, outer = (_sheet(guides, ends, face, samples) for face in ("deep_", "outer_"))
    if len(deep.places) != len(outer.places) or len(deep.places) < 2:
        told = f"{len(deep.places)} deep guides and {len(outer.places)} outer ones, expected as many, at least 2"
        raise TableError(f"{file}: {told}")
    return Between(deep, outer)


def _sheet(guides: dict[str, Points], ends: dict[str, tuple[str, str]], face: str, samples: int) -> Sheet:
    named = [name for name in guides if name.startswith(face)]
    even = np.array([_even(guides[name], samples) for name in named])
    gaps = np.linalg.norm(np.diff(even, axis=0), axis=2).mean(axis=1)
    along = np.concatenate([[0.0], np.cumsum(gaps)])
    return Sheet(even, along / max(along[-1], 1e-9), tuple(ends[name] for name in named))


def _even(points: Points, samples: int) -> Points:
    """A smooth curve through points (k, 3), as evenly spaced samples (s, 3)."""
    curve = spline(points, closed=False, step=1.0)
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(curve, axis=0), axis=1))])
    places = np.linspace(0.0, along[-1], samples)
    return np.column_stack([np.interp(places, along, curve[:, axis]) for axis in range(3)])
