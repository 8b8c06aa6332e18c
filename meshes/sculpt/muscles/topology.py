"""Solids without tunnels: gaps that run right through a muscle are found by counting and closed, or else cut open."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np
import numpy.typing as npt
from scipy.ndimage import binary_fill_holes, find_objects, label

from meshes.sculpt.kernel.grids import Grid
from meshes.sculpt.muscles.fascicles import Free
from meshes.sculpt.muscles.solidify import away_from, handles

Mask = npt.NDArray[np.bool_]
PLUGS = (1.2, 2.0, 3.0, 4.5, 6.5)  # mm; half breadths of gaps that are tried, narrow ones first
BRIDGES = (0.5, 0.8, 1.1, 1.5)  # mm; half breadths of strands that may be cut
BRIDGE = 15.0  # cubic mm; the most that one cut may take away
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


def without_tunnels(body: Grid, blocked: Free) -> Grid:
    """The largest piece of a solid, cavities and tunnels filled except where ``blocked`` says no of a point."""
    pieces, count = label(body.values < 0)
    largest = pieces == np.bincount(pieces.ravel(), minlength=count + 1)[1:].argmax() + 1
    mask = np.asarray(binary_fill_holes(largest))
    for radius in PLUGS:
        if handles(_solid(body, mask)) == 0:
            return _solid(body, mask)
        for window, plug in _gaps(body, mask, radius, blocked):
            if euler(mask[window] | plug) > euler(mask[window]):
                mask[window] |= plug
        mask = np.asarray(binary_fill_holes(mask))
    return _solid(body, _opened(body, mask))


def _opened(body: Grid, mask: Mask) -> Mask:
    """Rings that no plug could fill, because bone stands in them, cut open where they are thinnest."""
    for radius in BRIDGES:
        if handles(_solid(body, mask)) == 0:
            break
        for window, bridge in _thin(body, mask, radius):
            before, after = mask[window], mask[window] & ~bridge
            small = bridge.sum() * body.spacing**3 < BRIDGE
            if small and euler(after) > euler(before) and label(after)[1] <= label(before)[1]:
                mask[window] &= ~bridge
    return mask


def _thin(body: Grid, mask: Mask, radius: float) -> Iterator[tuple[tuple[slice, ...], Mask]]:
    """What of a mask a ball of ``radius`` mm cannot reach from inside, piece by piece."""
    core = away_from(~mask, 2.0 * radius / body.spacing + 1.0) * body.spacing > radius
    thin = mask & (away_from(core, 2.0 * radius / body.spacing + 1.0) * body.spacing > radius)
    yield from _pieces(thin)


def _solid(body: Grid, mask: Mask) -> Grid:
    """The body with the cells of a mask inside and all others outside."""
    depth = INSIDE * body.spacing
    values = np.where(mask & (body.values >= 0), -depth, np.where(~mask & (body.values < 0), depth, body.values))
    return Grid(values, body.origin, body.spacing)


def _gaps(body: Grid, mask: Mask, radius: float, blocked: Free) -> Iterator[tuple[tuple[slice, ...], Mask]]:
    """What closing by ``radius`` mm adds, piece by piece: a window with a margin, and the piece in it."""
    outside = away_from(mask, radius / body.spacing + 2.0) * body.spacing
    added = (away_from(outside > radius, 2.0 * radius / body.spacing + 2.0) * body.spacing > radius) & ~mask
    there = np.argwhere(added)
    added[tuple(there.T)] = ~blocked(body.origin + body.spacing * there)
    yield from _pieces(added)


def _pieces(mask: Mask) -> Iterator[tuple[tuple[slice, ...], Mask]]:
    """The connected pieces of a mask, each with a window that leaves a margin around it."""
    pieces, _ = label(mask)
    for number, found in enumerate(find_objects(pieces), 1):
        window = tuple(slice(max(part.start - 2, 0), part.stop + 2) for part in found)
        yield window, pieces[window] == number
