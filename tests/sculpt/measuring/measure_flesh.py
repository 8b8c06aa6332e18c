"""Muscles measured: sections by level, the breadth of the tendon, and how muscles, joints and discs lie to others."""

from __future__ import annotations

import numpy as np

from tests.sculpt.measuring.measure import Array, Solid, area, flat, unit

LEVEL = np.array([0.0, 0.0, 1.0])


def level_area(muscle: Solid, height: float) -> float:
    """Square centimetres of a muscle's level section."""
    outline = flat(muscle.section(height * LEVEL, LEVEL), np.array([1.0, 0, 0]), np.array([0, 1.0, 0]))
    return area(outline) / 100


def depth(muscle: Solid, height: float) -> float:
    """From the front to the back of a muscle's level section."""
    return float(np.ptp(muscle.section(height * LEVEL, LEVEL)[..., 1]))


def narrowest(muscle: Solid, heights: tuple[float, float]) -> float:
    """The longer side of the slenderest of a muscle's cross sections between two heights."""
    return min(breadth(muscle, height) for height in np.linspace(*heights, 25))


def breadth(muscle: Solid, height: float) -> float:
    """The longer side of the section across a muscle's course at a height."""
    low, middle, high = (muscle.section(at * LEVEL, LEVEL).mean(axis=(0, 1)) for at in (height - 8, height, height + 8))
    course = unit(high - low)
    ends = muscle.section(middle, course).reshape(-1, 3)
    ends = ends[np.linalg.norm(ends - middle, axis=1) < 35]
    side = unit(np.cross(course, [0.0, 1.0, 0.0]))
    across = np.stack([ends @ side, ends @ np.cross(course, side)], axis=1)
    turns = np.radians(np.arange(0, 180, 5))
    return float(max(np.ptp(across @ [np.cos(turn), np.sin(turn)]) for turn in turns))


def nearest(surface: Solid, place: Array) -> float:
    """Millimetres from a place to the nearest point of a surface."""
    return float(surface.tree.query(place)[0])


def joint_gap(one: Solid, other: Solid, reach: float) -> Array:
    """Widths (k,) of the gap between surfaces that face each other, both ways."""
    return np.concatenate([one.facing(other, reach)[1], other.facing(one, reach)[1]])


def facet_gap(upper: Solid, lower: Solid, behind: float) -> Array:
    """Widths (k,) of the gap in the facet joints of two vertebrae, ``behind`` which y they lie."""
    places, gap = upper.facing(lower, 4.0, opposed=0.85)
    return gap[places[:, 1] > behind]


def touch(disc: Solid, bone: Solid) -> Array:
    """How far (k,) each point of a disc that looks at a bone lies from it; negative within it."""
    away, place = bone.tree.query(disc.points, distance_upper_bound=4.0)
    near = np.flatnonzero(np.isfinite(away))
    against = bone.outward[place[near]]
    facing = np.einsum("ij,ij->i", disc.outward[near], against) < -0.9
    way = disc.points[near] - bone.points[place[near]]
    return np.asarray(np.einsum("ij,ij->i", way, against)[facing])
