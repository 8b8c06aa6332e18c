"""What neighbours of the right hip bone build on: landmarks, the ear-shaped joint surface, the iliac fossa.

All points are given in body coordinates on the finished bone.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from meshes.sculpt.kernel.fields import Points, Values, gradient
from meshes.sculpt.kernel.surface import project, unit
from meshes.sculpt.pelvis.hip_relief import area, frame, relief
from meshes.sculpt.pelvis.hip_solid import hip_bone, right_hip_bone
from meshes.sculpt.tables import read_points

OFF_THE_BONE = ("acetabulum_centre", "inguinal_ligament_middle")
_MIRROR = np.array([-1.0, 1.0, 1.0])


@cache
def _landmarks(side: str) -> dict[str, npt.NDArray[np.float64]]:
    """The named points (3,) on the bone of a side, in the place of the right one."""
    table = read_points("pelvis/hip_landmarks.csv")
    names = [name for name in table if name not in OFF_THE_BONE]
    on_bone = project(hip_bone(side), np.stack([table[name] for name in names]), reach=2.0, rounds=4)
    return table | dict(zip(names, on_bone, strict=True))


def landmarks(side: str) -> dict[str, npt.NDArray[np.float64]]:
    """Named points (3,) of one hip bone in body coordinates; ``side`` is "right" or "left". Raises TableError."""
    flip = np.ones(3) if side == "right" else _MIRROR
    return {name: point * flip for name, point in _landmarks(side).items()}


def on_medial_sheet(uv: npt.ArrayLike) -> tuple[Points, Points]:
    """Points (n, 3) and outward normals (n, 3) on the right bone's inner surface at places ``uv`` (n, 2).

    u runs forwards and v upwards from the hip centre, as in :func:`meshes.sculpt.pelvis.hip_relief.frame`.
    """
    places = np.asarray(uv, float)
    points = frame().to_body(np.column_stack([places, relief().at("inner", places)]))
    points = project(right_hip_bone, points, reach=1.0)
    return points, unit(gradient(right_hip_bone, points))


def iliac_fossa_outline() -> npt.NDArray[np.float64]:
    """Where iliacus arises on the inner surface, as a closed outline (n, 2) in (u, v), sampled every 0.4 mm."""
    return np.asarray(area("iliacus_origin").curve)


def auricular() -> tuple[Points, npt.NDArray[np.float64]]:
    """The right ear-shaped surface: its rim (n, 3) in body coordinates and its mean outward (medial) normal (3,)."""
    rim, _ = on_medial_sheet(area("ear").curve[::4])
    _, normals = on_medial_sheet(_inside_ear())
    return rim, np.asarray(unit(normals.mean(axis=0)[None])[0])


def auricular_height(uv: npt.ArrayLike) -> Values:
    """Height w (n,) of the right ear-shaped surface at places (n, 2), along the local frame's third axis."""
    return relief().at("inner", np.asarray(uv, float))


def _inside_ear() -> Points:
    """Places 3 mm apart and 2 mm or more within the ear."""
    low, high = area("ear").curve.min(axis=0), area("ear").curve.max(axis=0)
    places = np.stack(np.meshgrid(*(np.arange(a, b, 3.0) for a, b in zip(low, high, strict=True))), -1).reshape(-1, 2)
    return places[area("ear").distance(places) < -2.0]
