"""Where a section is looked at from: from the side that is away, aslant so that the body is seen too, or straight."""

from __future__ import annotations

import numpy as np

from viewer.drawing import cameras
from viewer.drawing.cameras import Vector
from viewer.drawing.slicing.axes import axes_of
from viewer.model.session.plane import CutPlane
from viewer.model.session.view import Camera

FACING = 0.45  # cosine: a face that is turned to the viewer less than this is not well seen
ASLANT = 0.62  # cosine between the normal and the way to a viewer who looks aslant
MARGIN = 0.09  # share of the view left free around a face that is looked at straight


def aslant(camera: Camera, plane: CutPlane, face: Vector) -> Camera:
    """The camera from which the face (places around it (n, 3)) is well seen: the same where it is already, else as far
    away as before.
    """
    normal = axes_of(plane).normal
    middle = face.mean(axis=0) if len(face) else axes_of(plane).at
    toward = np.asarray(camera.position, float) - middle
    if float(toward @ normal) >= FACING * float(np.linalg.norm(toward)):
        return camera
    away = cameras.distance(camera)
    position = middle + away * (ASLANT * normal + float(np.sqrt(1 - ASLANT**2)) * _aside(toward, normal))
    return Camera(_point(position), _point(middle), (0.0, 0.0, 1.0), camera.angle)


def straight(camera: Camera, plane: CutPlane, face: Vector, aspect: float) -> Camera:
    """The camera that looks along the normal, the face filling the view; what lies in front is above, or the head."""
    normal = axes_of(plane).normal
    up = (0.0, 0.0, 1.0) if abs(normal[2]) < 0.9 else (0.0, -1.0, 0.0)
    from_far = Camera(_point(normal), (0.0, 0.0, 0.0), up, camera.angle)
    return cameras.framed(face, from_far, aspect, MARGIN)


def _aside(toward: Vector, normal: Vector) -> Vector:
    """The side (3,), at right angles to the normal, from which one looks aslant: as now, but not from below."""
    level = toward * np.array([1.0, 1.0, 0.0]) if abs(normal[2]) > 0.5 else np.array([0.0, -0.8, 0.6])
    if abs(normal[1]) > 0.5:
        level = np.array([np.sign(toward[0]) or 1.0, 0.0, 0.8])
    side = level - float(level @ normal) * normal
    size = float(np.linalg.norm(side))
    return np.asarray(side / size) if size > 1e-6 else np.cross(normal, (1.0, 0.0, 0.0))


def _point(vector: Vector) -> tuple[float, float, float]:
    x, y, z = vector.tolist()
    return x, y, z
