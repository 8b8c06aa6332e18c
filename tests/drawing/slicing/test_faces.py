"""Faces that planes cut from surfaces: how large they are, what lies in them, and that they are filled whole."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
import pytest
import pyvista as pv

from tests.drawing.spheres import sphere
from viewer import paths
from viewer.drawing.mesh import Mesh
from viewer.drawing.mesh_files import MeshStore
from viewer.drawing.probing.bunches import Bunches
from viewer.drawing.probing.outlines import outlines
from viewer.drawing.slicing.axes import axes_of
from viewer.drawing.slicing.faces import Face, cut
from viewer.drawing.slicing.filling import filled
from viewer.model.annotations.load import load
from viewer.model.session.plane import CutPlane

LEVEL = CutPlane((0.0, 0.0, 0.0), (0.0, 0.0, 1.0))
SLANTED = CutPlane((0.0, 0.0, 0.0), (0.36, -0.48, 0.8))


def mesh_of(body: pv.PolyData) -> Mesh:
    body = body.triangulate()
    none = np.zeros((body.n_points, 3))
    arrays = {"Normals": none.astype(np.float32), "Colors": none.astype(np.uint8)}
    return Mesh(np.asarray(body.points, np.float32), np.asarray(body.regular_faces, np.int32), arrays)


def ball(radius: float, at: tuple[float, float, float] = (0.0, 0.0, 0.0)) -> Mesh:
    return mesh_of(sphere(at, radius, (1, 2, 3)))


def face_of(mesh: Mesh, plane: CutPlane) -> Face:
    face = cut(mesh, axes_of(plane))
    assert face is not None
    return face


def covered(faces: list[Face]) -> npt.NDArray[np.float64]:
    """How much of the plane (n,) each face's quads cover, mm²."""
    quads, owners = filled(faces, overlap=0.0)
    (low, high), height = (
        (quads[:, 1, 0] - quads[:, 0, 0], quads[:, 2, 0] - quads[:, 3, 0]),
        quads[:, 2, 1] - quads[:, 1, 1],
    )
    return np.bincount(owners, (low + high) / 2 * height, len(faces))


@pytest.mark.parametrize("plane", [LEVEL, SLANTED])
def test_a_ball_is_cut_in_a_disc(plane: CutPlane) -> None:
    face = face_of(ball(20.0), plane)
    assert face.area == pytest.approx(math.pi * 400, rel=0.01)
    assert face.length == pytest.approx(2 * math.pi * 20, rel=0.01)
    assert face.holds(0.0, 19.0)
    assert not face.holds(0.0, 21.0)


def test_both_sides_of_a_plane_are_cut_alike() -> None:
    other = CutPlane(LEVEL.at, (0.0, 0.0, -1.0))
    assert face_of(ball(20.0), other).area == pytest.approx(face_of(ball(20.0), LEVEL).area)
    assert cut(ball(20.0, (0.0, 0.0, 30.0)), axes_of(LEVEL)) is None


def test_a_ring_has_a_hole_and_two_halves() -> None:
    ring = mesh_of(pv.ParametricTorus(ringradius=30.0, crosssectionradius=10.0))
    flat, upright = face_of(ring, LEVEL), face_of(ring, CutPlane((0.0, 0.0, 0.0), (1.0, 0.0, 0.0)))
    assert flat.area == pytest.approx(math.pi * (40**2 - 20**2), rel=0.01)
    assert upright.area == pytest.approx(2 * math.pi * 10**2, rel=0.01)
    assert covered([flat, upright]) == pytest.approx([flat.area, upright.area])
    assert flat.holds(30.0, 0.0)
    assert not flat.holds(0.0, 0.0)


def test_the_way_in_points_inwards_in_holes_too() -> None:
    face = face_of(mesh_of(pv.ParametricTorus(ringradius=30.0, crosssectionradius=10.0)), LEVEL)
    outer = np.linalg.norm(face.places, axis=1) > 30
    toward = (face.inward * face.places).sum(axis=1) / np.linalg.norm(face.places, axis=1)
    assert toward[outer].max() < -0.99
    assert toward[~outer].min() > 0.99


def test_parts_that_lie_within_each_other_are_filled_once() -> None:
    one, other = ball(20.0), ball(20.0, (10.0, 0.0, 0.0))
    both = Mesh(
        np.concatenate((one.points, other.points)),
        np.concatenate((one.triangles, other.triangles + len(one.points))),
        {"Normals": np.concatenate((one.normals, other.normals))},
    )
    lens = 2 * 400 * math.acos(0.25) - 5 * math.sqrt(4 * 400 - 100)
    assert covered([face_of(both, LEVEL)])[0] == pytest.approx(2 * math.pi * 400 - lens, rel=0.01)


def test_a_surface_that_is_not_closed_leaves_the_others_as_they_are() -> None:
    whole, torn = face_of(ball(20.0), LEVEL), face_of(ball(20.0), LEVEL)
    torn = Face(torn.places, torn.pieces[3:])
    areas = covered([whole, torn, whole])
    assert areas[[0, 2]] == pytest.approx([whole.area] * 2)
    assert 0.5 * whole.area < areas[1] < whole.area


@pytest.mark.parametrize(
    "plane",
    [CutPlane((0.0, -2.0, 182.8), (0.0, 0.0, 1.0)), CutPlane((-42.0, 0.0, 150.0), (1.0, 0.0, 0.0)), SLANTED],
)
def test_in_the_real_body_faces_are_as_large_as_the_fingers_outlines(plane: CutPlane) -> None:
    store, axes = MeshStore(paths.meshes_folder()), axes_of(plane)
    met = 0
    for name, structure in load(paths.annotations_file()).structures.items():
        mesh = store.load(name)
        if name == "skin" or structure.side == "left" or (face := cut(mesh, axes)) is None:
            continue
        met += 1
        told = _by_outlines(mesh, plane)
        assert face.area == pytest.approx(told, abs=0.5, rel=1e-3), name
        assert covered([face])[0] == pytest.approx(face.area, abs=1.0, rel=5e-3), name
    assert met > 15


def _by_outlines(mesh: Mesh, plane: CutPlane) -> float:
    """What the closed lines that the finger's section is made of surround, mm²."""
    axes, bunches = axes_of(plane), Bunches(mesh)
    triangles = bunches.triangles(np.arange(len(bunches.middles)))
    lines = outlines(
        triangles.astype(np.int64), mesh.points[triangles], axes.at, (axes.across, axes.upward, axes.normal)
    )
    return abs(sum(_area(line) for _, line in lines))


def _area(line: npt.NDArray[np.float64]) -> float:
    x, y = line.T
    return float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum()) / 2
