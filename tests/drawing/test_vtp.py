from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
import pyvista as pv

from tests.drawing.vtp_files import BAKED, LZ4, NONE, WAYS, Way, read_by_vtk, reason, triangle, written
from viewer.drawing import vtp
from viewer.drawing.mesh import Mesh

FILES = sorted(BAKED.glob("*.vtp"))
SMALL = BAKED / "coccyx.proxy.vtp"


def assert_same(mesh: Mesh, expected: pv.PolyData) -> None:
    np.testing.assert_array_equal(mesh.points, expected.points)
    np.testing.assert_array_equal(mesh.triangles, expected.regular_faces)
    assert list(mesh.arrays) == list(expected.point_data.keys())
    for name, values in mesh.arrays.items():
        theirs = np.asarray(expected.point_data[name])
        assert values.dtype == theirs.dtype, name
        np.testing.assert_array_equal(values, theirs)


def test_all_meshes_are_there_to_be_read() -> None:
    assert len(FILES) > 100


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_mesh_is_read_as_vtk_reads_it(file: Path) -> None:
    mesh = vtp.read(file.read_bytes())
    assert_same(mesh, pv.PolyData(file))
    assert (mesh.points.dtype, mesh.triangles.dtype) == (np.float32, np.int32)
    assert all(values.flags.writeable and values.base is not None for values in (mesh.normals, mesh.arrays["Colors"]))


@pytest.mark.parametrize("way", WAYS, ids=str)
def test_a_mesh_is_read_however_vtk_writes_it(way: Way) -> None:
    data = written(pv.PolyData(SMALL), way)
    assert_same(vtp.read(data), read_by_vtk(data))


@pytest.mark.parametrize("block", [64, 4096, 1 << 20])
@pytest.mark.parametrize("mode", ["binary", "raw", "base64"])
def test_blocks_may_have_any_size(mode: str, block: int) -> None:
    mesh = pv.PolyData(SMALL)
    assert_same(vtp.read(written(mesh, Way(mode, block=block))), mesh)


KINDS = ["i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f4", "f8"]


@pytest.mark.parametrize(
    "way", [Way(mode, NONE, order=order) for mode in ("ascii", "raw") for order in (0, 1)], ids=str
)
def test_arrays_keep_their_own_types(way: Way) -> None:
    mesh = triangle(**{kind: np.array([[0, 1], [2, 3], [100, 7]], kind) for kind in KINDS})
    assert_same(vtp.read(written(mesh, way)), mesh)


@pytest.mark.parametrize("mode", ["ascii", "raw"])
def test_points_of_double_precision_become_single(mode: str) -> None:
    mesh = triangle()
    mesh.points = np.eye(3) / 3
    np.testing.assert_array_equal(vtp.read(written(mesh, Way(mode))).points, np.eye(3, dtype=np.float32) / 3)


def test_values_in_lines_are_read() -> None:
    def fold(found: re.Match[bytes]) -> bytes:
        return b"\n".join(found[0][start : start + 7] for start in range(0, len(found[0]), 7))

    data = written(triangle(), Way(header=64))
    assert_same(vtp.read(re.sub(rb"[A-Za-z0-9+/=]{20,}(?=\n)", fold, data)), triangle())


def test_what_else_stands_in_a_file_does_no_harm() -> None:
    mesh = triangle()
    mesh.field_data["story"] = ["once", "upon"]
    mesh.cell_data["area"] = [0.5]
    data = written(mesh).replace(b"<Piece", b"<!-- <Piece > a <b> -->\n<Piece", 1)
    assert_same(vtp.read(b"\xef\xbb\xbf" + data), triangle())


def test_a_mesh_goes_to_vtk_as_it_came() -> None:
    data = SMALL.read_bytes()
    given = pv.PolyData(vtp.read(data).polydata)
    assert given.validate_mesh() is not None
    np.testing.assert_array_equal(given.regular_faces, pv.PolyData(SMALL).regular_faces)
    np.testing.assert_array_equal(given.point_normals, pv.PolyData(SMALL).point_data["Normals"])


# What cannot be drawn


def with_corner(corner: int) -> pv.PolyData:
    mesh = triangle()
    np.asarray(pv.convert_array(mesh.GetPolys().GetConnectivityArray()))[1] = corner
    return mesh


def with_point(value: float) -> pv.PolyData:
    mesh = triangle()
    np.asarray(mesh.points)[1] = value
    return mesh


def with_lines() -> pv.PolyData:
    mesh = triangle()
    mesh.lines = [2, 0, 1]
    return mesh


UNFIT = {
    "no surface": (pv.PolyData(), "holds no surface"),
    "points alone": (pv.PolyData(np.eye(3)), "not all of its faces are triangles"),
    "lines too": (with_lines(), "not all of its faces are triangles"),
    "squares": (pv.Plane(i_resolution=2, j_resolution=2), "not all of its faces are triangles"),
    "a corner too high": (with_corner(3), "a face names a point that is not there"),
    "a corner below": (with_corner(-1), "a face names a point that is not there"),
    "no point": (with_point(np.nan), "a point is not a number"),
    "a point too far": (with_point(np.inf), "a point is not a number"),
    "no normal": (triangle(Normals=np.full((3, 3), np.nan, np.float32)), "a normal is not a number"),
    "no normals": (triangle(Normals=None), '"Normals" is missing or of another kind'),
    "double normals": (triangle(Normals=np.eye(3)), '"Normals" is missing or of another kind'),
    "no colours": (triangle(Colors=None), '"Colors" is missing or of another kind'),
    "grey": (triangle(Colors=np.zeros(3, np.uint8)), '"Colors" is missing or of another kind'),
    "clear": (triangle(Colors=np.zeros((3, 4), np.uint8)), '"Colors" is missing or of another kind'),
}


@pytest.mark.parametrize("mode", ["ascii", "binary", "raw"])
@pytest.mark.parametrize(("mesh", "words"), UNFIT.values(), ids=UNFIT)
def test_what_cannot_be_drawn_is_told(mesh: pv.PolyData, words: str, mode: str) -> None:
    assert words in reason(written(mesh, Way(mode)))


def test_points_too_far_for_single_precision_are_told() -> None:
    mesh = triangle()
    mesh.points = np.eye(3) * 1e300
    assert reason(written(mesh)) == "a point is not a number"


def test_another_compression_is_told_with_what_to_do() -> None:
    told = reason(written(triangle(), Way(compressor=LZ4)))
    assert told == "it is compressed by 'vtkLZ4DataCompressor'; save it compressed by zlib or not at all"


def test_several_pieces_are_refused() -> None:
    data = written(triangle(), Way("ascii"))
    piece = re.search(rb"<Piece.*</Piece>", data, re.DOTALL)
    assert piece
    assert "several pieces" in reason(data.replace(piece[0], piece[0] * 2))
