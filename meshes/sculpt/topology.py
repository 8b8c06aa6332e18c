"""Solids without tunnels: gaps between fascicles that run right through a muscle are found by counting, and closed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np
import numpy.typing as npt
from scipy.ndimage import binary_fill_holes, distance_transform_edt, find_objects, label

from meshes.sculpt.grids import Grid

Mask = npt.NDArray[np.bool_]
PLUGS = (1.2, 2.0, 3.0, 4.5, 6.5)  # mm; half breadths of gaps that are tried, narrow ones first
INSIDE = 0.35  # cells; how far inside a filled cell counts


def euler(mask: Mask) -> int:
    """Euler number of cells that touch by their faces: bodies less tunnels plus cavities."""
    total = 0
    for axes in product((0, 1), repeat=3):
        part = mask
        for axis in np.flatnonzero(axes):
            part = part.take(range(1, part.shape[axis]), axis) & part.take(range(part.shape[axis] - 1), axis)
        total += (-1) ** sum(axes) * int(part.sum())
    return total


def without_tunnels(body: Grid, blocked: Mask) -> Grid:
    """The largest piece of a solid, its cavities and tunnels filled, except where ``blocked`` cells stand in the way."""
    pieces, count = label(body.values < 0)
    largest = pieces == np.bincount(pieces.ravel(), minlength=count + 1)[1:].argmax() + 1
    mask = np.asarray(binary_fill_holes(largest))
    for radius in PLUGS:
        if euler(mask) >= 1:
            break
        for window, plug in _gaps(mask, radius / body.spacing, blocked):
            if euler(mask[window] | plug) > euler(mask[window]):
                mask[window] |= plug
    mask = np.asarray(binary_fill_holes(mask))
    depth = INSIDE * body.spacing
    values = np.where(mask & (body.values >= 0), -depth, np.where(~mask & (body.values < 0), depth, body.values))
    return Grid(values, body.origin, body.spacing)


def _gaps(mask: Mask, radius: float, blocked: Mask) -> Iterator[tuple[tuple[slice, ...], Mask]]:
    """What closing by ``radius`` cells adds, piece by piece: a window with a margin, and the piece in it."""
    outside = np.asarray(distance_transform_edt(~mask))
    added = (np.asarray(distance_transform_edt(outside <= radius)) > radius) & ~mask & ~blocked
    pieces, _ = label(added)
    for number, found in enumerate(find_objects(pieces), 1):
        window = tuple(slice(max(part.start - 2, 0), part.stop + 2) for part in found)
        yield window, pieces[window] == number
