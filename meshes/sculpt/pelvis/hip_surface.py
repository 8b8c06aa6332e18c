"""What each point of the right hip bone is covered with: joint cartilage, or rough bone where muscles attach."""

from __future__ import annotations

import numpy as np

from meshes.sculpt.kernel.curves import polyline_distance
from meshes.sculpt.kernel.fields import Points, Values
from meshes.sculpt.kernel.surface import Surface
from meshes.sculpt.pelvis.hip_relief import area, fade, frame, line, relief
from meshes.sculpt.pelvis.hip_socket import lunate
from meshes.sculpt.pelvis.symphysis import beyond_face, face, in_face

ROUGH_OUTSIDE, ROUGH_INSIDE = ("tuberosity",), ("iliac_tuberosity",)


def marked(surface: Surface) -> Surface:
    """The right hip bone with the arrays "cartilage" and "rough", 0 to 1."""
    local = frame().to_local(surface.points)
    cartilage = np.maximum.reduce([lunate(local), _ear(local), _symphysial_face(surface)])
    return surface.with_arrays(cartilage=cartilage, rough=_rough(local) * (1.0 - cartilage))


def _outwards(local: Points) -> Values:
    """0 on the inner sheet, 1 on the outer one."""
    inner, outer = relief().at("inner", local[:, :2]), relief().at("outer", local[:, :2])
    return fade((local[:, 2] - inner) / np.maximum(outer - inner, 1.0), 0.4, 0.6)


def _ear(local: Points) -> Values:
    return fade(-area("ear").distance(local[:, :2]), -0.2, 0.8) * (1.0 - _outwards(local))


def _symphysial_face(surface: Surface) -> Values:
    points = surface.points
    return fade(-face().distance(in_face(points)), 0.0, 1.0) * fade(beyond_face(points), -1.2, -0.4)


def _rough(local: Points) -> Values:
    uv, outwards = local[:, :2], _outwards(local)
    regions = [outwards * fade(-area(name).distance(uv), -1.5, 1.5) for name in ROUGH_OUTSIDE]
    regions += [(1.0 - outwards) * fade(-area(name).distance(uv), -1.5, 1.5) for name in ROUGH_INSIDE]
    regions.append(fade(-polyline_distance(uv, line("crest"))[0], -6.0, -3.0))
    return np.asarray(np.maximum.reduce(regions))
