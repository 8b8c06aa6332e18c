"""The sacrum's skin of bone: where it is rough, where it is uneven, and where cartilage covers it."""

from __future__ import annotations

import numpy as np

from meshes.sculpt import body
from meshes.sculpt.kernel.fields import Points, Values, smooth_noise
from meshes.sculpt.kernel.surface import Surface
from meshes.sculpt.spine import facets
from meshes.sculpt.spine.sacrum import sacrum_sheets
from meshes.sculpt.spine.sacrum.sacrum_mass import numbers
from meshes.sculpt.spine.sacrum.sacrum_processes import JOINT

SOFT = 1.0  # mm over which a mask fades


def marked(surface: Surface) -> Surface:
    """The surface with "cartilage" and "rough" masks, (n,) each, 0 to 1."""
    local = body.sacral_plate().to_local(surface.points)
    facing = surface.normals @ body.sacral_plate().axes
    cartilage = np.maximum(np.maximum(_on_plate(local, facing), _on_ear(local, facing)), _on_facets(surface.points))
    return surface.with_arrays(cartilage=cartilage, rough=rough(local) * (1.0 - cartilage))


def lopsided(local: Points) -> Points:
    """Points (n, 3) softly out of true, so that the two sides differ; what joins other bones stays in place."""
    share = numbers()["asymmetry"] * (1.0 - _above(local[:, 2], -10.0, 12.0)) * (1.0 - _beside_ear(local))
    shift = np.stack([smooth_noise(local, 46.0, seed=21 + axis) for axis in range(3)], axis=1)
    return np.asarray(local + share[:, None] * shift)


def _beside_ear(local: Points) -> Values:
    return _above(np.abs(local[:, 0]), 40.0, 10.0) * _above(local[:, 2], -66.0, 12.0)


def unevenness(local: Points) -> Values:
    """How far the bone stands out, mm, at points (n, 3): low waves everywhere, rough where ligaments hold."""
    table = numbers()
    height = table["unevenness"] * smooth_noise(local, 38.0, seed=11)
    attached = rough(local)
    coarse = attached > 0
    height[coarse] += table["roughness"] * attached[coarse] * smooth_noise(local[coarse], 6.5, seed=12)
    behind = _above(local[:, 1], sacrum_sheets.back().height(local[:, [0, 2]]) - 4.0, 3.0)
    knobbly = smooth_noise(local, 13.0, seed=13) + 0.7 * smooth_noise(local, 5.0, seed=14)
    height += table["knobbliness"] * behind * knobbly
    return np.asarray(height * (1.0 - _above(local[:, 2], -4.0, 4.0) * _within_plate(local)))


def rough(local: Points) -> Values:
    """Sacral tuberosity and crests, (n,), 0 to 1."""
    y, z = local[:, 1], local[:, 2]
    profile, plan = local[:, 1:], local[:, [0, 2]]
    lateral = _above(np.abs(local[:, 0]), sacrum_sheets.side().height(profile) - 7.0, 3.0)
    behind_ear = _above(sacrum_sheets.ear().height(profile), 2.0, 2.0) * _above(y, 9.0, 4.0) * _above(z, -48.0, 8.0)
    crest = np.clip(sacrum_sheets.crests().height(plan) / 2.5, 0.0, 1.0)
    dorsal = _above(y, sacrum_sheets.back().height(plan) - 3.0, 2.0)
    return np.asarray(np.maximum(lateral * behind_ear, crest * dorsal))


def _on_plate(local: Points, facing: Points) -> Values:
    return _above(local[:, 2], -1.0, SOFT) * _within_plate(local) * _above(facing[:, 2], 0.6, 0.2)


def _within_plate(local: Points) -> Values:
    return _above(-sacrum_sheets.plate_edge().height(local[:, :2]), 1.2, SOFT)


def _on_ear(local: Points, facing: Points) -> Values:
    outward = facing[:, 0] * np.sign(local[:, 0])
    far_out = _above(np.abs(local[:, 0]), sacrum_sheets.side().height(local[:, 1:]) - 6.0, 2.0)
    return _above(-sacrum_sheets.ear().height(local[:, 1:]), 1.0, 2.0) * _above(outward, 0.6, 0.3) * far_out


def _on_facets(points: Points) -> Values:
    joint = facets.joint(JOINT)
    return _above(-joint.distance(points), -joint.gap / 2 - 0.6, 0.4) * _above(-joint.within(points), 0.0, SOFT)


def _above(values: Values, threshold: Values | float, soft: float) -> Values:
    """0 below a threshold, 1 above, fading over ``soft``."""
    share = np.clip((values - threshold) / soft + 0.5, 0.0, 1.0)
    return np.asarray(share * share * (3.0 - 2.0 * share))
