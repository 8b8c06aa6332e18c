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
    return smooth_max(smooth_min(bone, pubic_end(points), 12.0), beyond_face(points), 1.5)
