"""From a web of fibres to a closed plate: two faces with shallow striae along the fibres, joined by a rim.

The faces are the web itself, moved out and in, so even an aponeurosis of less than a millimetre stays whole. Edges are
either rounded off or, where the model ends, cut clean.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from meshes.sculpt.kernel.fields import Field, Points, Values, gradient, smooth_noise
from meshes.sculpt.kernel.surface import Faces, Surface, normals, thin_out, unit, volume
from meshes.sculpt.muscles.sheets.guides import Web

FINE, COARSE = 1.7, 4.2  # mm; breadth of striae and of the streaks that go with them
DRAWN_OUT = 26.0  # how many times longer than broad a stria is
STRIA = 0.22  # mm; depth of the striae on flesh; on tendon a third of it
RIM = 0.25  # share of its thickness that a rounded edge keeps
Face = Callable[[Points, float], Points]


@dataclass(frozen=True)
class Edges:
    """How broadly (mm) each edge of a plate is rounded; 0 cuts it clean."""

    origin: float = 3.0
    insertion: float = 3.0
    first: float = 3.0
    last: float = 3.0


def plate(web: Web, face: Face, edges: Edges, triangles: int, seed: int) -> Surface:
    """The closed surface of a web; the first column it carries tells how tendinous it is, 0 to 1.

    ``face`` brings points (n, 3) to a share of the thickness, 0 for the outer face and 1 for the inner. Attaches
    "fibre", "arc", "tendon" and "streak".
    """
    half = 0.5 * _kept(web, edges)
    streak, tendon = _streaks(web, seed), np.clip(web.carried[:, :, 0], 0.0, 1.0)
    relief = STRIA * (1.0 - 0.67 * tendon) * streak * (half / half.max()) ** 2
    flat = web.points.reshape(-1, 3)
    middle, outer, inner = (face(flat, share).reshape(web.points.shape) for share in (0.5, 0.0, 1.0))
    sides = [middle + (2.0 * half)[:, :, None] * (side - middle) for side in (outer, inner)]
    out = _unit(outer - inner)
    points = np.concatenate([sides[0] + relief[:, :, None] * out, sides[1] - relief[:, :, None] * out])
    whole = _outward(points.reshape(-1, 3), _closed(*web.points.shape[:2]))
    arc = np.tile(np.linspace(0.0, 1.0, web.points.shape[1]), (web.points.shape[0], 1))
    arrays = {"fibre": web.directions(), "arc": arc, "tendon": tendon, "streak": np.clip(streak, -1.0, 1.0)}
    twice = {name: np.concatenate([values, values]) for name, values in arrays.items()}
    return _thinned(whole.with_arrays(**{n: v.reshape(len(whole.points), *v.shape[2:]) for n, v in twice.items()}), triangles)


def cleared(surface: Surface, obstacles: Sequence[tuple[Field, float]], rounds: int = 4) -> Surface:
    """The surface moved out of ``obstacles``, each a field with the gap (mm) to keep from it."""
    points = surface.points.copy()
    for _ in range(rounds):
        for field, gap in obstacles:
            short = gap - field(points)
            inside = short > 0
            if inside.any():
                away = unit(gradient(field, points[inside], 0.4))
                points[inside] += np.minimum(short[inside], 2.0)[:, None] * away
    return Surface(points, surface.faces, normals(points, surface.faces), surface.arrays)


def _kept(web: Web, edges: Edges) -> Values:
    """Share of the thickness at every sample (f, s): all of it, less along the rounded edges."""
    along, across = web.along(), web.across()
    sides = (
        (along, edges.origin),
        (along[:, -1:] - along, edges.insertion),
        (across, edges.first),
        (across[-1:] - across, edges.last),
    )
    share = np.ones(along.shape)
    for away, radius in sides:
        if radius > 0:
            missing = np.clip(1.0 - away / radius, 0.0, 1.0)
            share = np.minimum(share, np.maximum(np.sqrt(1.0 - missing**2), RIM))
    return share


def _streaks(web: Web, seed: int) -> Values:
    """Noise drawn out along the fibres, (f, s), about -1 to 1: each fibre has its own brightness."""
    along = web.along()
    across = np.broadcast_to(np.median(web.across(), axis=1)[:, None], along.shape)
    total = np.zeros(along.shape)
    for share, breadth, more in ((0.6, FINE, 0), (0.5, COARSE, 1)):
        at = np.stack([across / breadth, along / (DRAWN_OUT * breadth), np.zeros(along.shape)], axis=2)
        total += share * smooth_noise(at.reshape(-1, 3), 1.0, seed + more).reshape(along.shape)
    return total


def _closed(fibres: int, samples: int) -> Faces:
    """Triangles of two lattices (fibres x samples), joined around their rim; the first one is the outer face."""
    at = np.arange(fibres * samples).reshape(fibres, samples)
    a, b, c, d = at[:-1, :-1].ravel(), at[1:, :-1].ravel(), at[1:, 1:].ravel(), at[:-1, 1:].ravel()
    outer = np.vstack([np.column_stack([a, b, c]), np.column_stack([a, c, d])])
    ring = np.concatenate([at[:, 0], at[-1, 1:], at[-2::-1, -1], at[0, -2:0:-1]])
    after, below = np.roll(ring, -1), at.size
    rim = np.vstack([np.column_stack([after, ring, ring + below]), np.column_stack([after, ring + below, after + below])])
    return np.vstack([outer, outer[:, ::-1] + below, rim])


def _outward(points: Points, faces: Faces) -> Surface:
    """A closed surface whose faces look out, whichever way round its guides were named."""
    turned = faces if volume(points, faces) > 0 else faces[:, ::-1]
    return Surface(points, turned, normals(points, turned))


def _thinned(surface: Surface, triangles: int) -> Surface:
    """The surface with about ``triangles`` triangles, each point with the arrays of the nearest one."""
    points, faces = thin_out(surface.points, surface.faces, triangles)
    turned = normals(points, faces)
    nearest = cKDTree(np.hstack([surface.points, 0.4 * surface.normals])).query(np.hstack([points, 0.4 * turned]))[1]
    return Surface(points, faces, turned, {name: values[nearest] for name, values in surface.arrays.items()})


def _unit(vectors: Points) -> npt.NDArray[np.float64]:
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=2, keepdims=True), 1e-12))
