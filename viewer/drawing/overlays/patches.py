"""Pieces of surface to paint on: the part of a bone around a footprint, the part of the skin inside a zone.

Each patch carries ``edgeDistance`` (n,), millimetres to its edge and negative inside, so that the edge is drawn
smooth at any mesh resolution; triangles that lie wholly outside are left out.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from vtkmodules.vtkCommonDataModel import vtkStaticPointLocator

from viewer.drawing.mesh import Mesh
from viewer.drawing.overlays.holes import without_holes
from viewer.model.atlas import zones
from viewer.model.atlas.atlas import Zone

Floats = npt.NDArray[np.float32]

QUARTER_MILLIMETRE = 0.25  # the unit of footprint arrays
SLACK = 1.0  # mm beyond an attachment that are measured too, for its edge
TOUCH = 2.0  # mm beyond their smallest gap up to which surfaces count as touching
CLOSE = 4.0  # mm within which most attachments lie
SPACING = 1.0  # mm between neighbouring points of a surface
FAR = 15.0  # mm outside a zone beyond which its distance no longer matters


def footprint_patch(bone: Mesh, array: str, lift: float) -> Mesh | None:
    """The part of a bone that an attachment covers, lifted by ``lift`` mm; None where there is none."""
    if array not in bone.arrays:
        return None
    distances = bone.arrays[array].astype(np.float32) * np.float32(QUARTER_MILLIMETRE)
    return _patch(bone, without_holes(bone.triangles, distances), lift)


def contact_patch(surface: Mesh, other: Mesh, lift: float) -> Mesh | None:
    """The part of a surface where another one comes nearest, for attachments that no array tells of (on fascia, say).

    It is lifted by ``lift`` mm; None where they stay more than ``FAR`` apart.
    """
    distances = _distances(surface.points, other, CLOSE)
    if distances.min() + TOUCH > CLOSE - SLACK:
        distances = _distances(surface.points, other, FAR)
    gap = max(float(distances.min()), 0.0)
    return _patch(surface, distances - (gap + TOUCH), lift) if gap < FAR else None


def _distances(places: Floats, other: Mesh, reach: float) -> Floats:
    """Signed distances (n,) in mm to a surface, as far as they are at most ``reach``; ``FAR`` of what is farther."""
    near = np.flatnonzero(_may_reach(places, other.points, reach))
    distances = np.full(len(places), FAR, np.float32)
    if len(near):
        distances[near] = _away(places[near], other)
    return distances


def _may_reach(places: Floats, others: Floats, reach: float) -> npt.NDArray[np.bool_]:
    """Which places (n,) lie in the same cell as one of the others, or next to it: no nearer one is left out."""
    low = np.minimum(places.min(axis=0), others.min(axis=0))
    cells, taken = (np.floor((one - low) / reach).astype(np.int64) + 1 for one in (places, others))
    size = np.maximum(cells.max(axis=0), taken.max(axis=0)) + 2
    around = np.stack(np.meshgrid(*[(-1, 0, 1)] * 3), axis=-1).reshape(-1, 3)
    reached = np.zeros(size, bool)
    for step in around:
        reached[tuple((taken + step).T)] = True
    return np.asarray(reached[tuple(cells.T)])


def _away(places: Floats, other: Mesh) -> Floats:
    """Signed distances (n,) in mm of places (n, 3) to a surface whose points lie about ``SPACING`` apart, negative
    inside: to the plane through the nearest point, and beyond that point's surroundings to their edge.
    """
    finder = vtkStaticPointLocator()
    finder.SetDataSet(other.polydata)
    finder.BuildLocator()
    nearest = np.array([finder.FindClosestPoint(place) for place in places.tolist()])
    apart = places - other.points[nearest]
    height = (apart * other.normals[nearest]).sum(axis=1)
    aside = np.sqrt(np.maximum((apart * apart).sum(axis=1) - height * height, 0.0))
    beyond = np.maximum(aside - SPACING, 0.0)
    return np.asarray(np.where(height < 0, -1.0, 1.0) * np.hypot(height, beyond), np.float32)


def zone_patch(skin: Mesh, zone: Zone, spared: Sequence[Zone], lift: float) -> Mesh | None:
    """The skin inside a zone, outside the spared ones of the same view, that faces the zone's viewer.

    It is lifted by ``lift`` mm; None where the zone misses the body.
    """
    facing = -(skin.normals @ np.array(zones.TOWARD[zone.view], np.float32))
    plane = skin.points[:, [zones.across(zone), 2]]
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


def _own_half(skin: Mesh, zone: Zone) -> npt.NDArray[np.bool_]:
    """Which points (n,) a zone may lie on: the inner side of the other thigh faces the viewer of a side zone too."""
    right = skin.points[:, 0] < 0.0
    return {"right": right, "left": ~right}.get(zone.view, np.ones_like(right))


def diagonal(patch: Mesh) -> npt.NDArray[np.float64]:
    """The direction (3,) that runs diagonally over a patch as one looks straight at it."""
    outward = patch.normals.mean(axis=0, dtype=float)
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


def _patch(mesh: Mesh, distances: Floats, lift: float) -> Mesh | None:
    """The triangles with a corner at negative distance, lifted along their normals."""
    faces = mesh.triangles
    a, b, c = (distances < 0)[faces.T]
    kept = faces[a | b | c]
    if not len(kept):
        return None
    used, corners = np.unique(kept, return_inverse=True)
    normals = mesh.normals[used]
    places = mesh.points[used] + np.float32(lift) * normals
    return Mesh(places, corners.reshape(-1, 3).astype(np.int32), {"Normals": normals, "edgeDistance": distances[used]})
