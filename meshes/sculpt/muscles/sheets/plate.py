"""From a web of fibres to a closed plate: two faces with shallow striae along the fibres, joined by a rim.

The faces are the web itself, moved out and in, so even an aponeurosis of less than a millimetre stays whole. Edges are
either rounded off or, where the model ends, cut clean.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from meshes.sculpt.kernel.fields import Field, Points, Values, gradient, smooth_noise
from meshes.sculpt.kernel.folds import borne_out
from meshes.sculpt.kernel.surface import Faces, Surface, normals, unit, volume
from meshes.sculpt.muscles.sheets.guides import Web, shares, unit_vectors

FINE, COARSE = 2.0, 4.8  # mm; breadth of striae and of the streaks that go with them
DRAWN_OUT = 22.0  # how many times longer than broad a stria is
STRIA = 0.22  # mm; depth of the striae on flesh; on tendon a third of it
RIM = 0.5  # share of its thickness that a rounded edge keeps


@dataclass(frozen=True)
class Edges:
    """How broadly (mm) each edge of a plate is rounded; 0 cuts it clean."""

    origin: float = 3.0
    insertion: float = 3.0
    first: float = 3.0
    last: float = 3.0


def plate(web: Web, sides: tuple[Points, Points], edges: Edges, seed: int) -> Surface:
    """The closed surface of a web; the first column it carries tells how tendinous it is, 0 to 1.

    ``sides`` are its outer and inner face, (f, s, 3) each. Attaches "fibre", "arc", "tendon" and "streak".
    """
    share, tendon = kept(web, edges), np.clip(web.carried[:, :, 0], 0.0, 1.0)
    streak = np.clip(streaks(web, seed), -1.0, 1.0)
    middle, half = 0.5 * (sides[0] + sides[1]), 0.5 * share[:, :, None] * (sides[0] - sides[1])
    relief = STRIA * (1.0 - 0.67 * tendon) * streak * share**2
    lift = half + relief[:, :, None] * unit_vectors(half)
    arc = np.tile(shares(web.points.shape[1]), (web.points.shape[0], 1))
    arrays = {"fibre": web.directions(), "arc": arc, "tendon": tendon, "streak": streak}
    flat = {name: np.concatenate([one, one]).reshape(-1, *one.shape[2:]) for name, one in arrays.items()}
    points = np.concatenate([middle + lift, middle - lift]).reshape(-1, 3)
    return outward(points, _closed(*share.shape)).with_arrays(**flat)


def sides(points: Points, web: Web, thick: Values) -> tuple[Points, Points]:
    """The two faces of a plate (f, s, 3) of a thickness (f, s) in mm whose middle is a web's ``points``."""
    lift = 0.5 * thick[:, :, None] * web.faces_out()
    return points + lift, points - lift


DEEPEST = 1.2  # mm; layers cannot lie deeper in one another: what seems to is beyond the sharp rim of a thin one


@dataclass(frozen=True)
class Obstacle:
    """A solid's field, the gap (mm) to keep from it, and which way (n, 3) leads out of it; else its slope does."""

    field: Field
    gap: float
    way: Callable[[Points], Points] | None = None


def cleared(surface: Surface, obstacles: Sequence[Obstacle], rounds: int = 8) -> Surface:
    """The surface moved out of ``obstacles``, the last of which counts most."""
    points = surface.points.copy()
    for _ in range(rounds):
        for one in obstacles:
            short = one.gap - one.field(points)
            inside = (short > 0) & (short < DEEPEST if one.way else True)
            if inside.any():
                away = one.way(points[inside]) if one.way else unit(gradient(one.field, points[inside], 0.4))
                points[inside] += np.clip(short[inside], 0.1, 2.0)[:, None] * away
    at = borne_out(points, surface.faces, normals(points, surface.faces))
    return Surface(points, surface.faces, at, surface.arrays)


def kept(web: Web, edges: Edges) -> Values:
    """Share of the thickness at every sample (f, s): all of it, less along the rounded edges."""
    along, across = web.along(), web.breadth()
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


def streaks(web: Web, seed: int) -> Values:
    """Noise drawn out along the fibres, (f, s), about -1 to 1: each fibre has its own brightness."""
    along = web.along()
    widest = web.breadth()[:, int(web.breadth()[-1].argmax())]
    across = np.broadcast_to(widest[:, None], along.shape)
    total = np.zeros(along.shape)
    for share, breadth, more in ((0.7, FINE, 0), (0.4, COARSE, 1)):
        at = np.stack([across / breadth, along / (DRAWN_OUT * breadth), np.zeros(along.shape)], axis=2)
        total += share * smooth_noise(at.reshape(-1, 3), 1.0, seed + more).reshape(along.shape)
    return total


def _closed(fibres: int, samples: int) -> Faces:
    """Triangles of two lattices (fibres x samples), joined around their rim; the first one is the outer face."""
    at = np.arange(fibres * samples).reshape(fibres, samples)
    ring = np.concatenate([at[:, 0], at[-1, 1:], at[-2::-1, -1], at[0, -2:0:-1]])
    return doubled(between(at), ring, at.size)


def between(at: Faces) -> Faces:
    """Triangles between the points of a lattice, whose numbers are ``at`` (f, s)."""
    a, b, c, d = at[:-1, :-1].ravel(), at[1:, :-1].ravel(), at[1:, 1:].ravel(), at[:-1, 1:].ravel()
    return np.vstack([np.column_stack([a, b, c]), np.column_stack([a, c, d])])


def doubled(faces: Faces, ring: Faces, count: int) -> Faces:
    """Triangles of both faces of a sheet of ``count`` points, and of the strip around its rim, ``ring`` in order."""
    after = np.roll(ring, -1)
    strip = [np.column_stack([after, ring, ring + count]), np.column_stack([after, ring + count, after + count])]
    return np.vstack([faces, faces[:, ::-1] + count, *strip])


def outward(points: Points, faces: Faces) -> Surface:
    """A closed surface whose faces look out, whichever way round its guides were named."""
    turned = faces if volume(points, faces) > 0 else faces[:, ::-1]
    return Surface(points, turned, normals(points, turned))
