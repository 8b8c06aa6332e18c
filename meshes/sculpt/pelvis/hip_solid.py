"""A hip bone as one solid: the relief with its acetabulum, cut off at the symphysis, with its marks.

Either bone is drawn in the place of the right one; the left one is mirrored into its own afterwards.
"""

from __future__ import annotations

from functools import cache

from meshes.sculpt.kernel.fields import Field, Points, Values, smooth_max, smooth_min
from meshes.sculpt.pelvis.hip_marks import Finish
from meshes.sculpt.pelvis.hip_relief import frame, relief
from meshes.sculpt.pelvis.hip_socket import carved
from meshes.sculpt.pelvis.symphysis import beyond_face, pubic_end

BOUNDS = ((-150.0, -76.0, -80.0), (4.0, 96.0, 164.0))
PUBIS = -36.0  # mm; the pubic end lies on the midline's side of it
END_WELD, FACE_EDGE = 8.0, 1.2  # mm


@cache
def hip_bone(side: str) -> Field:
    """Signed distance of the "right" or "left" hip bone, either in the place of the right one."""
    return Finish(_unmarked(side), side).field


def right_hip_bone(points: Points) -> Values:
    """Signed distance (n,) of body points (n, 3) to the right hip bone, negative inside."""
    return hip_bone("right")(points)


def _unmarked(side: str) -> Field:
    chart = relief(side)

    def field(points: Points) -> Values:
        local = frame().to_local(points)
        bone = carved(local, chart.solid(local), chart)
        pubis = points[:, 0] > PUBIS
        end = points[pubis]
        welded = smooth_min(bone[pubis], pubic_end(end, side), END_WELD)
        bone[pubis] = smooth_max(welded, beyond_face(end, side), FACE_EDGE)
        return bone

    return field
