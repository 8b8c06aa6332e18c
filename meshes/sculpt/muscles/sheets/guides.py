"""Guide fibres: a few named courses from origin to insertion, woven into an even web of fibres.

A table names the points of each guide in order (``crest_1``, ``crest_2``, ...), and its guides in order across the
muscle. Along a guide and from guide to guide a smooth curve runs through the points, so every fibre of the web has its
own course between its neighbours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.interpolate import PchipInterpolator

from meshes.sculpt.kernel.drape import paths
from meshes.sculpt.kernel.fields import Points, Values, smooth_step
from meshes.sculpt.kernel.grids import Grid
from meshes.sculpt.tables import TableError

NEAR_BONE, ON_BONE = 6.0, 0.8  # mm; ends nearer to bone than the first are led on to it, as near as the second
CLOSER = 0.4  # share by which samples lie closer together at the ends than in the mean
SHORTEST = 2  # points of a guide
FADE = 14.0  # mm of a fibre that are bent for that


@dataclass(frozen=True)
class Web:
    """Fibres side by side: ``points`` (f, s, 3) from origin to insertion, ``carried`` (f, s, c) what they carry."""

    points: Points
    carried: Points

    def along(self) -> Values:
        """Length from the origin at every sample, (f, s)."""
        return _run(self.points)

    def breadth(self) -> Values:
        """Distance from the first fibre, measured from fibre to fibre at the same share of their length, (f, s)."""
        return _run(self.points.swapaxes(0, 1)).T

    def directions(self) -> Points:
        """Unit directions of the fibres, (f, s, 3)."""
        return unit_vectors(np.gradient(self.points, axis=1))

    def faces_out(self) -> Points:
        """Unit normals of the web, (f, s, 3): fibre direction x direction from fibre to fibre."""
        return unit_vectors(np.cross(np.gradient(self.points, axis=1), np.gradient(self.points, axis=0)))


def woven(rows: Mapping[str, npt.NDArray[np.float64]], fibres: int, samples: int) -> Web:
    """A web of ``fibres`` x ``samples`` points from a table's rows: x, y, z and what else is carried along."""
    stack = sampled(rows, samples)
    return across(stack, spacing(stack), fibres)


def sampled(rows: Mapping[str, npt.NDArray[np.float64]], samples: int) -> Points:
    """The guides themselves, evenly sampled, (g, s, 3 + c). Raises TableError for a guide of a single point."""
    short = [name for name, guide in paths(rows).items() if len(guide) < SHORTEST]
    if short:
        raise TableError(f"guide {', '.join(short)}: one point, expected two or more")
    return np.array([_even(guide, samples) for guide in paths(rows).values()])


def spacing(guides: Points) -> Values:
    """Where each guide lies between the first and the last, in mean mm across, (g,)."""
    gaps = np.linalg.norm(np.diff(guides[:, :, :3], axis=0), axis=2).mean(axis=1)
    return np.concatenate([[0.0], np.cumsum(gaps)])


def across(guides: Points, places: Values, fibres: int) -> Web:
    """A web of ``fibres`` through guides (g, s, 3 + c) that lie at ``places`` (g,) across."""
    table = PchipInterpolator(places, guides, axis=0)(places[-1] * shares(fibres))
    return Web(table[:, :, :3], table[:, :, 3:])


def rooting(web: Web, hard: Grid) -> Points:
    """How far each sample moves, (f, s, 3), so that fibres that end beside a bone end on it."""
    along = web.along()
    shift = np.zeros(web.points.shape)
    for end, away in ((0, along), (-1, along[:, -1:] - along)):
        tips = web.points[:, end]
        gap = np.where(hard(tips) < NEAR_BONE, hard(tips) - ON_BONE, 0.0)
        move = -gap[:, None] * hard.outward(tips)
        shift += (1.0 - smooth_step(away / FADE))[:, :, None] * move[:, None]
    return shift


def _even(guide: Points, samples: int) -> Points:
    """Samples evenly along a smooth curve through a guide's points (n, 3 + c)."""
    along = _run(guide[None, :, :3])[0]
    fine = PchipInterpolator(along, guide)(np.linspace(0.0, along[-1], 8 * samples))
    run = _run(fine[None, :, :3])[0]
    return np.asarray(PchipInterpolator(run, fine)(run[-1] * shares(samples)))


def shares(count: int) -> Values:
    """Shares from 0 to 1, (count,), closer together near both ends, where edges are rounded."""
    even = np.linspace(0.0, 1.0, count)
    return np.asarray(even - CLOSER * np.sin(2 * np.pi * even) / (2 * np.pi))


def _run(points: Points) -> Values:
    steps = np.linalg.norm(np.diff(points, axis=1), axis=2) + 1e-9
    return np.concatenate([np.zeros((len(steps), 1)), np.cumsum(steps, axis=1)], axis=1)


def unit_vectors(vectors: Points) -> Points:
    """Vectors (f, s, 3) of length one."""
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=2, keepdims=True), 1e-12))
