"""Which way a fingertip presses that is laid flat on the skin."""

from __future__ import annotations

import numpy as np

from viewer.drawing.mesh import Mesh
from viewer.model.atlas.atlas import Point
from viewer.model.finger.keeping_off import FINGERTIP


def inward(skin: Mesh, place: Point) -> Point:
    """The unit vector into the body at a place of the skin, as even as the skin is under a fingertip: what lies within
    its reach counts the more, the nearer it is; what faces away, on the other side of a fold, does not.
    """
    apart = np.linalg.norm(skin.points - np.asarray(place, np.float32), axis=1)
    nearest = int(apart.argmin())
    reach = max(FINGERTIP, 2.0 * float(apart[nearest]))
    under = (apart <= reach) & (skin.normals @ skin.normals[nearest] > 0)
    shares = 1.0 - np.square(apart[under] / reach) + 1e-6
    x, y, z = (-shares @ skin.normals[under].astype(float)).tolist()
    return unit((x, y, z))


def unit(way: Point) -> Point:
    """The same way, 1 long."""
    length = float(np.linalg.norm(way))
    return way[0] / length, way[1] / length, way[2] / length
