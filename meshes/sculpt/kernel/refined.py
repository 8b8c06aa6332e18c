"""The same surface of smaller triangles: its distance is asked of the few triangles nearest to a point."""

from __future__ import annotations

import manifold3d
import numpy as np

from meshes.sculpt.kernel.surface import Surface, unit


def refined(surface: Surface, longest: float) -> Surface:
    """A closed surface with triangles no longer than about ``longest`` mm; its shape stays, its arrays are left.

    Thinning leaves long triangles on flat faces. The middles of those may lie further off than those of triangles on
    the far side of a thin band, from which a point before the band would seem to lie deep within it.
    """
    corners = np.hstack([surface.points, surface.normals])
    solid = manifold3d.Manifold(manifold3d.Mesh64(corners, surface.faces.astype(np.uint64)))
    fine = solid.refine_to_length(longest).to_mesh64()
    corners = np.asarray(fine.vert_properties, float)
    return Surface(corners[:, :3].copy(), np.asarray(fine.tri_verts, np.int64), unit(corners[:, 3:]))
