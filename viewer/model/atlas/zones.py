"""Where a point of the skin lies in a zone: how deep inside its edge, seen from the zone's side, as it is painted.

All in millimetres and without numpy, because a question about one point needs none.
"""

from __future__ import annotations

import math
from functools import lru_cache

from viewer.model.atlas.facts import Point, Zone

Place = tuple[float, float]
"""Across and up, as a zone's viewer sees them."""

TOWARD: dict[str, Point] = {
    "anterior": (0.0, 1.0, 0.0),
    "posterior": (0.0, -1.0, 0.0),
    "left": (-1.0, 0.0, 0.0),
    "right": (1.0, 0.0, 0.0),
}
"""By view, the direction from the viewer into the body."""

SMALLEST_FACING = 0.10
"""Skin that faces a zone's viewer less than this is past its horizon."""
HORIZON = 60.0
"""Millimetres of depth per unit of facing: a zone ends softly where the body turns away."""
_GRID = 14


def depth_at(zone: Zone, point: Point, normal: Point) -> float:
    """How deep (mm) skin at ``point`` with the outward unit ``normal`` lies inside a zone; negative outside."""
    if zone.view in ("left", "right") and (point[0] < 0.0) != (zone.view == "right"):
        return -math.inf  # the inner side of the other thigh faces the same way
    facing = -sum(one * other for one, other in zip(TOWARD[zone.view], normal, strict=True))
    return min(depth_in_plane(zone, seen(zone, point)), (facing - SMALLEST_FACING) * HORIZON)


def depth_in_plane(zone: Zone, place: Place) -> float:
    """How deep a place lies inside the outline of a zone, as its viewer sees it; negative outside."""
    corners = outline(zone)
    away, inside = math.inf, False
    for start, end in zip(corners, corners[1:] + corners[:1], strict=True):
        away = min(away, _distance(place, start, end))
        inside ^= _crossed(place, start, end)
    return away if inside else -away


@lru_cache(maxsize=2_000)
def middle(zone: Zone) -> tuple[Place, float]:
    """The place that lies deepest inside a zone, and how deep (found to a fraction of a millimetre)."""
    corners = outline(zone)
    low, high = (min(x for x, _ in corners), min(z for _, z in corners)), _highest(corners)
    best = max(_lattice(low, high), key=lambda place: depth_in_plane(zone, place))
    step = max(high[0] - low[0], high[1] - low[1]) / _GRID
    while step > 0.25:
        around = _lattice((best[0] - step, best[1] - step), (best[0] + step, best[1] + step), 4)
        best = max(around, key=lambda place: depth_in_plane(zone, place))
        step /= 2
    return best, depth_in_plane(zone, best)


def across(zone: Zone) -> int:
    """The body axis that runs across a zone's polygon: 0 (x) seen from front or back, 1 (y) from the sides."""
    return 0 if zone.view in ("anterior", "posterior") else 1


def seen(zone: Zone, point: Point) -> Place:
    """A body point as a zone's viewer sees it: (x, z) from front or back, (y, z) from a side."""
    return point[across(zone)], point[2]


@lru_cache(maxsize=2_000)
def outline(zone: Zone, rounds: int = 2) -> tuple[Place, ...]:
    """A zone's polygon with its corners cut round (Chaikin), as it is painted."""
    corners = zone.polygon
    for _ in range(rounds):
        following = corners[1:] + corners[:1]
        corners = tuple(cut for one, two in zip(corners, following, strict=True) for cut in _cut(one, two))
    return corners


def _cut(start: Place, end: Place) -> tuple[Place, Place]:
    (x, z), (to_x, to_z) = start, end
    return (0.75 * x + 0.25 * to_x, 0.75 * z + 0.25 * to_z), (0.25 * x + 0.75 * to_x, 0.25 * z + 0.75 * to_z)


def _distance(place: Place, start: Place, end: Place) -> float:
    """From a place to a stretch of outline."""
    way_x, way_z = end[0] - start[0], end[1] - start[1]
    x, z = place[0] - start[0], place[1] - start[1]
    along = max(0.0, min(1.0, (x * way_x + z * way_z) / max(way_x * way_x + way_z * way_z, 1e-12)))
    return math.hypot(x - along * way_x, z - along * way_z)


def _crossed(place: Place, start: Place, end: Place) -> bool:
    """Whether a ray from the place to the right crosses a stretch of outline."""
    x, z = place
    if (start[1] > z) == (end[1] > z):
        return False
    return x < start[0] + (z - start[1]) / (end[1] - start[1]) * (end[0] - start[0])


def _highest(corners: tuple[Place, ...]) -> Place:
    return max(x for x, _ in corners), max(z for _, z in corners)


def _lattice(low: Place, high: Place, count: int = _GRID) -> list[Place]:
    shares = [(number + 0.5) / count for number in range(count)]
    return [(low[0] + a * (high[0] - low[0]), low[1] + b * (high[1] - low[1])) for a in shares for b in shares]
