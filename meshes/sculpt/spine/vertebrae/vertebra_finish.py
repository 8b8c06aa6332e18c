"""What the surface of a vertebra is: cartilage, rough where sinews hold on, and never quite the same on both sides.

Points are in the body here, except in :func:`lopsided`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
import numpy.typing as npt

from meshes.sculpt.body import VERTEBRAE, plates, vertebra
from meshes.sculpt.kernel.curves import polyline_distance
from meshes.sculpt.kernel.fields import Field, Points, Values, smooth_noise
from meshes.sculpt.spine.facets import Joint, joint
from meshes.sculpt.spine.vertebrae.vertebra_body import chart
from meshes.sculpt.spine.vertebrae.vertebra_marks import joints_of, marks
from meshes.sculpt.spine.vertebrae.vertebra_own import rib_facet

Array = npt.NDArray[np.float64]

LEAN = 0.55  # mm by which the two sides of an arch differ
LEAN_WAVELENGTH = 42.0  # mm
RING = 3.6  # mm; the bony ring around the cartilage of an end plate
SEEDS = {level: 40 + place for place, level in enumerate(VERTEBRAE)}  # of each level's own irregularities
# Lines along which ligaments and tendons hold on (named points of the level), and how far around them, in mm.
_HOLDS = (
    (("spinous_tip_upper", "spinous_tip", "spinous_tip_lower"), 4.5),
    (("costal_tip_upper", "costal_tip", "costal_tip_lower"), 4.5),
    (("mammillary",), 3.5),
    (("spinous_tip_lower", "spinous_lower"), 2.5),
)


def lopsided(level: str, points: Points) -> Points:
    """Points of the vertebra's frame folded onto one side (across >= 0), a little and softly out of true."""
    seed = 3 * SEEDS[level]
    shift = np.stack([smooth_noise(points, LEAN_WAVELENGTH, seed + axis) for axis in range(3)], axis=1)
    shifted = points + LEAN * shift
    shifted[:, 0] = np.abs(shifted[:, 0])
    return shifted


@cache
def roughness(level: str) -> Callable[[Points], Values]:
    """Where tendons and ligaments roughen the bone, 0 to 1 (n,): tips of the processes and the rims of the body."""
    named, frame = marks(level), vertebra(level)
    lines = [(np.array([named[n] for n in names]), reach) for names, reach in _HOLDS if all(n in named for n in names)]

    def rough(points: Points) -> Values:
        local = frame.to_local(points)
        local[:, 0] = np.abs(local[:, 0])
        value = _rims(level, points)
        for line, reach in lines:
            away = polyline_distance(local, line)[0] if len(line) > 1 else np.linalg.norm(local - line[0], axis=1)
            value = np.maximum(value, _fade(away - reach, 2.5))
        return value * (1.0 - cartilage(level, points))

    return rough


def _rims(level: str, points: Points) -> Values:
    """A band below the rims of the body, where the outermost fibres of the discs take hold, 0 to 0.7."""
    value = np.zeros(len(points))
    for end, sign in (("upper", -1.0), ("lower", 1.0)):
        local = plates()[f"{level}_{end}"].to_local(points)
        band = _fade(np.abs(sign * local[:, 2] - 2.6) - 1.2, 1.8)
        value = np.maximum(value, 0.7 * band * _fade(np.abs(chart(f"{level}_{end}")[0](local[:, :2])) - 2.5, 1.5))
    return value


def cartilage(level: str, points: Points) -> Values:
    """Cartilage of the facets and of the end plates within their bony rings, 0 to 1, (n,), soft over 1 mm."""
    value = np.zeros(len(points))
    for end in ("upper", "lower"):
        local = plates()[f"{level}_{end}"].to_local(points)
        inside = _fade(chart(f"{level}_{end}")[0](local[:, :2]) + RING, 1.0)
        value = np.maximum(value, inside * _fade(np.abs(local[:, 2]) - 2.2, 0.6))
    for name in joints_of(level):
        value = np.maximum(value, _on_facet(joint(name), points))
    return np.maximum(value, _on_rib_facet(points)) if level == "T12" else value


def _on_rib_facet(points: Points) -> Values:
    local = vertebra("T12").to_local(points)
    return _fade(rib_facet()[1](np.column_stack([np.abs(local[:, 0]), local[:, 1:]])) - 0.15, 0.8)


def _on_facet(found: Joint, points: Points) -> Values:
    return _fade(found.within(points), 1.0) * _fade(np.abs(found.distance(points)) - found.gap, 0.6)


def _fade(distance: Values, width: float) -> Values:
    """1 inside, 0 outside, softly over ``width`` mm."""
    t = np.clip(0.5 - distance / width, 0.0, 1.0)
    return np.asarray(t * t * (3.0 - 2.0 * t))


def relief(level: str) -> Field:
    """How far the surface stands out of the drawn shape, in mm (n,): knobbly at attachments, smooth on cartilage."""
    rough, seed = roughness(level), SEEDS[level]

    def height(points: Points) -> Values:
        where = rough(points)
        bare = 1.0 - cartilage(level, points)
        fine = smooth_noise(points, 3.6, seed) + 0.7 * smooth_noise(points, 6.5, seed + 1)
        return np.asarray(bare * (0.05 * smooth_noise(points, 9.0, seed + 2) + 0.17 * where * fine))

    return height
