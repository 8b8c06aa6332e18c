"""The right hip bone as one solid: the relief with its acetabulum, cut off at the symphysis."""

from __future__ import annotations

from meshes.sculpt.fields import Points, Values, smooth_max, smooth_min
from meshes.sculpt.hip_relief import frame, relief
from meshes.sculpt.hip_socket import carved
from meshes.sculpt.symphysis import beyond_face, pubic_end

BOUNDS = ((-150.0, -76.0, -80.0), (4.0, 96.0, 164.0))


def right_hip_bone(points: Points) -> Values:
    """Signed distance (n,) of body points (n, 3) to the right hip bone, negative inside."""
    local = frame().to_local(points)
    bone = carved(local, relief().solid(local))
    pubis = points[:, 0] > -36.0
    end = points[pubis]
    bone[pubis] = smooth_max(smooth_min(bone[pubis], pubic_end(end), 12.0), beyond_face(end), 1.5)
    return bone
