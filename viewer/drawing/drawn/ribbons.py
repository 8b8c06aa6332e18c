"""Lines as bands of triangles with round joints and ends; where corners lie is told in halves of the line's width."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]

ROUND = 12
"""Corners of a joint."""
OVER = 0.3
"""By which a piece goes on beyond its ends, so that bends have no notches where there are no joints."""


@dataclass(frozen=True)
class Ribbon:
    """The corners (n,) of a line as numbers of its places, the place towards which each lies (n,), how far it is aside
    and along (n, 2), and the triangles (m, 3) between corners.
    """

    places: Numbers
    ahead: Numbers
    offsets: Floats
    triangles: Numbers


def ribbon(count: int, ends_only: bool = False) -> Ribbon:
    """The ribbon of a line through so many places, which may be one alone; joints everywhere, or at its ends only."""
    pieces, joints = _pieces(count), _joints(np.array(sorted({0, count - 1})) if ends_only else np.arange(count), count)
    return Ribbon(
        np.concatenate((pieces.places, joints.places)),
        np.concatenate((pieces.ahead, joints.ahead)),
        np.concatenate((pieces.offsets, joints.offsets)),
        np.concatenate((pieces.triangles, joints.triangles + len(pieces.places))),
    )


def _pieces(count: int) -> Ribbon:
    """A quad for each piece between two places. A corner at its end looks back, so aside changes sides there."""
    first = np.arange(count - 1)
    places = np.stack((first, first, first + 1, first + 1), axis=1)
    ahead = np.stack((first + 1, first + 1, first, first), axis=1)
    offsets = np.tile([(1.0, -OVER), (-1.0, -OVER), (-1.0, -OVER), (1.0, -OVER)], (count - 1, 1))
    triangles = np.array([(0, 1, 2), (1, 3, 2)]) + 4 * first[:, None, None]
    return Ribbon(places.ravel(), ahead.ravel(), offsets.reshape(-1, 2), triangles.reshape(-1, 3))


def _joints(at: Numbers, count: int) -> Ribbon:
    """A disc at each of these places, among so many."""
    turns = 2 * np.pi * np.arange(ROUND) / ROUND
    rim = np.column_stack((np.sin(turns), np.cos(turns)))
    offsets = np.tile(np.vstack(((0.0, 0.0), rim)), (len(at), 1))
    places = np.repeat(at, ROUND + 1)
    spokes = np.arange(ROUND)
    fan = np.column_stack((np.zeros(ROUND, int), spokes + 1, (spokes + 1) % ROUND + 1))
    triangles = (fan + (ROUND + 1) * np.arange(len(at))[:, None, None]).reshape(-1, 3)
    return Ribbon(places, np.minimum(places + 1, count - 1), offsets, triangles)
