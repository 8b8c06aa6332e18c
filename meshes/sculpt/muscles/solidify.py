"""From fascicles to flesh: tubes welded into one solid with shallow grooves, cut by its neighbours, meshed."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from scipy.ndimage import distance_transform_edt, gaussian_filter

from meshes.sculpt.kernel.fields import Field, Points, Values, smooth_max, smooth_min
from meshes.sculpt.kernel.grids import FAR, Grid, empty
from meshes.sculpt.kernel.surface import Box, Faces, Surface, adjacency, contour, largest_piece, normals, thin_out
from meshes.sculpt.muscles.fascicles import Bundle

DEEP = 4.0  # mm below a closed surface to which its distance is right
EDGE = 1.6  # cells; how evenly an edge runs from which slivers were cut
SLAB = 48  # cells; thickness of the slabs in which distances are found
REACH = 3.0  # mm around a fascicle in which its distance is kept
Mask = npt.NDArray[np.bool_]
Window = tuple[slice, slice, slice]


def box_of(bundle: Bundle, margin: float = 8.0) -> Box:
    """The box around all fascicles, (low, high) in mm."""
    flat = bundle.paths.reshape(-1, 3)
    return flat.min(axis=0) - margin, flat.max(axis=0) + margin


def tubes(bundle: Bundle, spacing: float, weld: float = 0.7, margin: float = 8.0) -> Grid:
    """Signed distance to the fascicles, right to about REACH mm, on a lattice ``margin`` mm around their courses.

    ``weld`` (mm) tells how softly neighbours melt together.
    """
    grid = empty(box_of(bundle, margin), spacing)
    weight, scratch = np.zeros(grid.values.shape), np.full(grid.values.shape, np.inf)
    for path, radii in zip(bundle.paths, bundle.radii, strict=True):
        windows = list(_draw(scratch, grid, path, radii))
        for window in windows:
            weight[window] += np.exp(np.minimum(-scratch[window] / weld, 60.0))
            scratch[window] = np.inf
    near = weight > np.exp(-REACH / weld)
    values = np.full(grid.values.shape, FAR)
    values[near] = -weld * np.log(weight[near])
    return Grid(values, grid.origin, spacing)


def _draw(scratch: Values, grid: Grid, path: Points, radii: Values) -> Iterator[Window]:
    """Lower ``scratch`` to the distance from one fascicle, segment by segment; yields the windows touched."""
    reach = radii.max() + REACH
    local = (path - grid.origin) / grid.spacing
    for i in range(len(path) - 1):
        low = np.floor(np.minimum(local[i], local[i + 1]) - reach / grid.spacing).astype(int).clip(0)
        high = np.ceil(np.maximum(local[i], local[i + 1]) + reach / grid.spacing).astype(int) + 1
        window = (slice(low[0], high[0]), slice(low[1], high[1]), slice(low[2], high[2]))
        cells = np.ogrid[window]
        away = _cone(
            [axis * grid.spacing + grid.origin[n] for n, axis in enumerate(cells)], path[i : i + 2], radii[i : i + 2]
        )
        part = scratch[window]
        np.minimum(part, away[: part.shape[0], : part.shape[1], : part.shape[2]], out=part)
        yield window


def _cone(axes: list[Values], ends: Points, radii: Values) -> Values:
    """Distance to a round cone between two ``ends`` (2, 3), on open lattice axes."""
    along = ends[1] - ends[0]
    x, y, z = (axes[n] - ends[0, n] for n in range(3))
    t = np.clip((x * along[0] + y * along[1] + z * along[2]) / max(float(along @ along), 1e-9), 0.0, 1.0)
    square = (x - t * along[0]) ** 2 + (y - t * along[1]) ** 2 + (z - t * along[2]) ** 2
    return np.asarray(np.sqrt(square) - (radii[0] + t * (radii[1] - radii[0])))


def closed(mask: Mask, radius: float, spacing: float) -> Values:
    """Signed distance to a mask closed by a ball of ``radius`` mm (gaps narrower than the ball are filled)."""
    outside = away_from(mask, (radius + 1.0) / spacing) * spacing
    return radius - away_from(outside > radius, (radius + DEEP) / spacing) * spacing + 0.5 * spacing


def away_from(target: Mask, reach: float) -> Values:
    """Distance of each cell to the nearest cell of ``target``, in cells, at most about ``reach``.

    Works slab by slab and only where it matters, since muscles run obliquely through mostly empty lattices.
    """
    distance, margin = np.where(target, 0.0, reach), int(np.ceil(reach)) + 1
    for low in range(0, target.shape[2], SLAB):
        first = max(low - margin, 0)
        slab = target[:, :, first : low + SLAB + margin]
        if slab.any() and not slab.all():
            window = (*_window(slab, margin), slice(None))
            found = np.minimum(distance_transform_edt(~slab[window]), reach)
            kept = (*window[:2], slice(low, low + SLAB))
            distance[kept] = found[:, :, low - first : low - first + SLAB]
    return distance


def _window(slab: Mask, margin: int) -> tuple[slice, slice]:
    """The columns of a slab that lie within ``margin`` cells of the mask and are not all in it."""
    parts = []
    for axis in (0, 1):
        others = tuple(n for n in range(3) if n != axis)
        some, rest = np.flatnonzero(slab.any(axis=others)), np.flatnonzero(~slab.all(axis=others))
        low, high = max(some[0], rest[0]) - margin, min(some[-1], rest[-1]) + margin + 1
        parts.append(slice(max(low, 0), high))
    return parts[0], parts[1]


def flesh(fascicles: Grid, closing: float, groove: float, even: float = 0.8, sunk: float = 0.0) -> Grid:
    """A solid whose surface shows the fascicles, but whose grooves between them are only ``groove`` mm deep.

    ``even`` (mm) is how broadly the whole is smoothed, ``sunk`` (mm) how far fascicles that stand out are lowered.
    """
    core = gaussian_filter(closed(fascicles.values < 0, closing, fascicles.spacing), even / fascicles.spacing)
    return Grid(smooth_min(fascicles.values + sunk, core + groove, 0.6), fascicles.origin, fascicles.spacing)


def carved(body: Grid, neighbour: Field, gap: float, edge: float = 0.5) -> Grid:
    """What is left of a body that keeps ``gap`` mm away from a neighbour; the new rims are rounded by ``edge`` mm."""
    flesh_there = body.values < 2.0
    there = body.origin + body.spacing * np.argwhere(flesh_there)
    values = body.values.copy()
    values[flesh_there] = smooth_max(values[flesh_there], gap - neighbour(there), edge)
    return Grid(values, body.origin, body.spacing)


def without_slivers(body: Grid, radius: float) -> Grid:
    """What of a body a ball of ``radius`` mm can reach from inside: edges too thin to hold it are cut off."""
    if radius <= 0:
        return body
    reach = (2.0 * radius + 2.0) / body.spacing
    core = away_from(body.values >= 0, reach) * body.spacing > radius
    beyond = gaussian_filter(away_from(core, reach) * body.spacing - radius - 0.5 * body.spacing, EDGE)
    return Grid(smooth_max(body.values, beyond, 0.5), body.origin, body.spacing)


def softened(body: Grid) -> Grid:
    """The body without the finest edges of its lattice."""
    return Grid(gaussian_filter(np.clip(body.values, -3.0, 3.0), 0.6), body.origin, body.spacing)


def meshed(body: Grid) -> Surface:
    """The largest piece of a solid as a fine surface, freed of the lattice's steps."""
    points, faces = largest_piece(*contour(body.values, body.origin, body.spacing))
    points = taubin(points, faces, 4)
    return Surface(points, faces, normals(points, faces))


def taubin(points: Points, faces: Faces, rounds: int) -> Points:
    """Smooth without shrinking: each round one step in, one step out (Taubin 1995)."""
    links = adjacency(len(points), faces)
    count = np.asarray(links.sum(axis=1)).reshape(-1, 1)
    for step in (0.5, -0.53) * rounds:
        points = points + step * ((links @ points) / count - points)
    return points


def thinned(surface: Surface, triangles: int) -> Surface:
    """The same shape with about ``triangles`` triangles; arrays are not carried over."""
    points, faces = thin_out(surface.points, surface.faces, triangles)
    return Surface(points, faces, normals(points, faces))


def handles(body: Grid) -> int:
    """How many handles the surface of a solid's largest piece has (0 for a ball, 1 for a ring)."""
    points, faces = largest_piece(*contour(body.values, body.origin, body.spacing))
    return 1 - (len(points) - 3 * len(faces) // 2 + len(faces)) // 2
