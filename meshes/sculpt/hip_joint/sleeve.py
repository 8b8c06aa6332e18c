"""The sleeve of the right hip joint: what capsule and ligaments lie on, and where the capsule begins and ends.

Head, neck and rim are welded so softly that the level surfaces of the weld bridge from bone to bone as a capsule does.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from meshes.sculpt import body
from meshes.sculpt.kernel.bands import layer
from meshes.sculpt.kernel.fields import Field, Points, Values, round_cone, smooth_max, smooth_min
from meshes.sculpt.leg import femur
from meshes.sculpt.pelvis import hip_bone
from meshes.sculpt.pelvis.hip_relief import frame
from meshes.sculpt.pelvis.hip_socket import axes
from meshes.sculpt.tables import read_numbers, read_points

BOUNDS = ((-140.0, -60.0, -75.0), (-40.0, 60.0, 60.0))
EDGE = 1.6  # mm; how round the rims of the sleeve are
LEDGE = 7.0  # mm; how softly what lies on it runs over its rims


@cache
def numbers() -> dict[str, float]:
    """The sleeve's measures. Raises TableError."""
    return read_numbers("hip_joint/capsule.csv")


def centre() -> Points:
    """The centre of the right femoral head, (3,)."""
    return np.asarray(body.hip_centre("right"), float)


@cache
def neck() -> Points:
    """The unit direction of the right femoral neck, from the head outwards, (3,)."""
    table = numbers()
    found = np.array([table["neck_x"], table["neck_y"], table["neck_z"]])
    return np.asarray(found / np.linalg.norm(found))


@cache
def _round() -> Field:
    """Head and neck as they are with their cartilage, without the hollow between them."""
    end = centre() + numbers()["neck_length"] * neck()
    return round_cone(centre().tolist(), end.tolist(), numbers()["head_reach"], numbers()["neck_reach"])


def support(points: Points) -> Values:
    """About the distance (n,) of points (n, 3) from the welded bones of the joint."""
    bones = smooth_min(femur.field("femur_right")(points), hip_bone.field("hip_bone_right")(points), numbers()["weld"])
    return smooth_min(bones, _within(points, _round()(points)), 6.0)


def _within(points: Points, value: Values) -> Values:
    """A value that counts up to the femoral attachment only."""
    return smooth_max(value, _beyond(points), 4.0)


@cache
def _femoral_plane() -> tuple[Points, Points]:
    """A point of the plane through the attachment on the femur, and its normal, outwards along the neck."""
    places = np.array(list(read_points("hip_joint/capsule_femoral.csv").values()))
    middle = places.mean(axis=0)
    normal = np.linalg.svd(places - middle)[2][2]
    return middle, normal * np.sign(normal @ neck())


def _beyond(points: Points) -> Values:
    middle, normal = _femoral_plane()
    return np.asarray((points - middle) @ normal)


def sleeve(points: Points) -> Values:
    """The capsule's field (n,) at points (n, 3) of the body."""
    low = numbers()["over_bone"]
    return _bounded(points, layer(support, low, low + numbers()["thickness"])(points))


def wrapped(points: Points) -> Values:
    """About the distance (n,) of points (n, 3) from bones and capsule together: what the ligaments lie on."""
    bare = support(points)
    filled = _bounded(points, bare - numbers()["over_bone"] - numbers()["thickness"])
    return smooth_min(bare, filled, LEDGE)


def _bounded(points: Points, value: Values) -> Values:
    """A value that counts between the rim and the attachment on the femur."""
    table = numbers()
    up_axis = ((points - centre()) @ frame().axes) @ axes()[2]
    value = smooth_max(value, table["rim"] - up_axis, EDGE)
    value = smooth_max(value, _beyond(points), EDGE)
    return smooth_max(value, _off_axis(points) - table["reach"], EDGE)


def _off_axis(points: Points) -> Values:
    away = points - centre()
    t = np.clip(away @ neck(), 0.0, 60.0)
    return np.asarray(np.linalg.norm(away - t[:, None] * neck(), axis=1))
