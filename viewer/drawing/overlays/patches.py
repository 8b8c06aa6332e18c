"""Pieces of surface to paint on: the part of a bone around a footprint, the part of the skin inside a zone.

Each patch carries ``edgeDistance`` (n,), millimetres to its edge and negative inside, so that the edge is drawn
smooth at any mesh resolution; triangles that lie wholly outside are left out.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyvista as pv

from viewer.model.atlas import zones
from viewer.model.atlas.atlas import Zone

Floats = npt.NDArray[np.float32]

QUARTER_MILLIMETRE = 0.25  # the unit of footprint arrays
TOUCH = 2.0  # mm beyond their smallest gap up to which surfaces count as touching
FAR = 15.0  # mm outside a zone beyond which its distance no longer matters


def footprint_patch(bone: pv.PolyData, array: str, lift: float) -> pv.PolyData | None:
    """The part of a bone that an attachment covers, lifted by ``lift`` mm; None where there is none."""
    if array not in bone.point_data:
        return None
    return _patch(bone, np.asarray(bone.point_data[array], np.float32) * np.float32(QUARTER_MILLIMETRE), lift)


def contact_patch(surface: pv.PolyData, other: pv.PolyData, lift: float) -> pv.PolyData | None:
    """The part of a surface where another one comes nearest, for attachments that no array tells of (on fascia, say).

    It is lifted by ``lift`` mm; None where they stay more than ``FAR`` apart.
    """
    places = np.asarray(surface.points)
    box = np.reshape(other.bounds, (3, 2)).T
    near = np.flatnonzero(((places > box[0] - FAR) & (places < box[1] + FAR)).all(axis=1))
    if not len(near):
        return None
    distances = np.full(len(places), FAR, np.float32)
    away = pv.PolyData(places[near]).compute_implicit_distance(other).point_data["implicit_distance"]
    distances[near] = np.asarray(away, np.float32)
    gap = max(float(distances.min()), 0.0)
    return _patch(surface, distances - (gap + TOUCH), lift) if gap < FAR else None


def zone_patch(skin: pv.PolyData, zone: Zone, spared: Sequence[Zone], lift: float) -> pv.PolyData | None:
    """The skin inside a zone, outside the spared ones of the same view, that faces the zone's viewer.

    It is lifted by ``lift`` mm; None where the zone misses the body.
    """
    facing = -(np.asarray(skin.point_data["Normals"]) @ np.array(zones.TOWARD[zone.view], np.float32))
    plane = np.asarray(skin.points)[:, [zones.across(zone), 2]]
    outline = np.array(zones.outline(zone))
    low, high = outline.min(axis=0) - FAR, outline.max(axis=0) + FAR
    near = np.flatnonzero((facing > -0.5) & _own_half(skin, zone) & ((plane > low) & (plane < high)).all(axis=1))
    places = plane[near].astype(float)
    inside = polygon_distance(places, outline)
    for other in spared:
        inside = np.maximum(inside, -polygon_distance(places, np.array(zones.outline(other))))
    distances = np.full(len(plane), FAR, np.float32)
    distances[near] = inside
    return _patch(skin, np.maximum(distances, (zones.SMALLEST_FACING - facing) * zones.HORIZON), lift)


def _own_half(skin: pv.PolyData, zone: Zone) -> npt.NDArray[np.bool_]:
    """Which points (n,) a zone may lie on: the inner side of the other thigh faces the viewer of a side zone too."""
    right = np.asarray(skin.points)[:, 0] < 0.0
    return {"right": right, "left": ~right}.get(zone.view, np.ones_like(right))


def diagonal(patch: pv.PolyData) -> npt.NDArray[np.float64]:
    """The direction (3,) that runs diagonally over a patch as one looks straight at it."""
    outward = np.asarray(patch.point_data["Normals"], float).mean(axis=0)
    outward /= max(float(np.linalg.norm(outward)), 1e-9)
    aside = np.cross(outward, (0.0, 1.0, 0.0) if abs(outward[2]) > 0.9 else (0.0, 0.0, 1.0))
    aside /= max(float(np.linalg.norm(aside)), 1e-9)
    return np.asarray((aside + np.cross(outward, aside)) / np.sqrt(2.0))


def polygon_distance(points: npt.NDArray[np.float64], polygon: npt.NDArray[np.float64]) -> Floats:
    """Signed distance (n,) of points (n, 2) to a closed polygon (m, 2), negative inside by the even-odd rule.

    This is ``zones.depth_in_plane`` for many points at once, with the sign turned: asked one by one for all the skin,
    a zone would take seconds.
    """
    start, way = polygon, np.roll(polygon, -1, axis=0) - polygon
    x, y = (points[:, i, None] - start[:, i] for i in (0, 1))
    dx, dy = way[:, 0], way[:, 1]
    along = np.clip((x * dx + y * dy) / np.maximum(dx * dx + dy * dy, 1e-12), 0.0, 1.0)
    nearest = ((x - along * dx) ** 2 + (y - along * dy) ** 2).min(axis=1)
    crossed = ((y < 0) != (y < dy)) & (x < y * dx / np.where(dy == 0, 1.0, dy))
    inside = crossed.sum(axis=1) % 2 == 1
    return np.asarray(np.where(inside, -1.0, 1.0) * np.sqrt(nearest), np.float32)


def _patch(mesh: pv.PolyData, distances: Floats, lift: float) -> pv.PolyData | None:
    """The triangles with a corner at negative distance, lifted along their normals."""
    faces = np.asarray(mesh.regular_faces)
    a, b, c = (distances < 0)[faces.T]
    kept = faces[a | b | c]
    if not len(kept):
        return None
    used, corners = np.unique(kept, return_inverse=True)
    normals = np.asarray(mesh.point_data["Normals"])[used]
    places = np.asarray(mesh.points)[used] + lift * normals
    patch: pv.PolyData = pv.PolyData.from_regular_faces(places, corners.reshape(-1, 3).astype(int))
    patch.point_data["Normals"] = normals
    patch.GetPointData().SetActiveNormals("Normals")
    patch.point_data["edgeDistance"] = distances[used]
    return patch
