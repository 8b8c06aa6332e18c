"""Specks, and how they are taken out: triangles folded onto their neighbours, normals that no triangle bears out."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from meshes.sculpt.kernel.fields import Points
from meshes.sculpt.kernel.surface import Faces, Surface, adjacency, normals, unit

ROUNDS, ALONG = 24, 12  # in which folds are eased; the first of them move points along the surface only
AGAINST = -0.3  # cosine between neighbouring triangles from which on they lie folded on each other
NEAR_ENOUGH = 0.55  # cosine between a normal and the triangle that comes nearest to it: 57 degrees
Mask = npt.NDArray[np.bool_]


def unfolded(surface: Surface) -> Surface:
    """The surface without triangles folded onto their neighbours and normals that no triangle bears out.

    Where a field has a crease, thinning and settling can turn a tiny triangle over, which shows as a speck. Its corners
    are eased towards their neighbours, and their normals taken from the triangles; all else stays as it is.
    """
    points, at, eased = surface.points.copy(), surface.normals.copy(), np.zeros(len(surface.points), bool)
    for turn in range(ROUNDS):
        wrong = _folded(points, surface.faces) | _disowned(points, surface.faces, at)
        if not wrong.any():
            break
        lift = 0.0 if turn < ALONG else 0.3
        points[wrong] = _eased(points, surface.faces, lift)[wrong]
        eased |= wrong
        at[eased] = normals(points, surface.faces)[eased]
    return replace(surface, points=points, normals=borne_out(points, surface.faces, at))


def borne_out(points: Points, faces: Faces, at: Points) -> Points:
    """Normals ``at`` points (n, 3), each replaced by that of its largest triangle where none of them comes near to it.

    On a thin tendon a normal may have been taken from the far side, and would shade the near one black.
    """
    corners = points[faces]
    size = np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1)
    growing = np.argsort(size, kind="stable")
    largest = np.zeros(len(points), np.int64)
    largest[faces[growing].ravel()] = np.repeat(growing, 3)  # the last one written is the largest
    return np.where(_disowned(points, faces, at)[:, None], _outward(points, faces)[largest], at)


def _eased(points: Points, faces: Faces, lift: float) -> Points:
    """Points halfway to the middle of their neighbours along the surface, and ``lift`` of the way off it."""
    outward, links = normals(points, faces), adjacency(len(points), faces)
    pull = (links @ points) / np.asarray(links.sum(axis=1)) - points
    off = np.einsum("ij,ij->i", pull, outward)[:, None] * outward
    return np.asarray(points + 0.5 * (pull - off) + lift * off)


def _folded(points: Points, faces: Faces) -> Mask:
    """Which points belong to a pair of triangles that share an edge and look against each other, (n,)."""
    edges = np.sort(np.vstack([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1)
    order = np.lexsort((edges[:, 1], edges[:, 0]))
    same = np.flatnonzero((edges[order[1:]] == edges[order[:-1]]).all(axis=1))
    one, other = order[same] % len(faces), order[same + 1] % len(faces)
    looks = _outward(points, faces)
    against = np.einsum("ij,ij->i", looks[one], looks[other]) < AGAINST
    found = np.zeros(len(points), bool)
    found[faces[np.concatenate([one[against], other[against]])]] = True
    return found


def _disowned(points: Points, faces: Faces, at: Points) -> Mask:
    """Which points have a normal ``at`` them (n, 3) that none of their triangles comes near to, (n,)."""
    agreement = np.einsum("ijk,ik->ij", at[faces], _outward(points, faces))
    best = np.full(len(points), -1.0)
    np.maximum.at(best, faces.ravel(), agreement.ravel())
    return np.asarray(best < NEAR_ENOUGH)


def _outward(points: Points, faces: Faces) -> Points:
    """Outward unit normals of the triangles, (m, 3)."""
    corners = points[faces]
    return unit(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]))
