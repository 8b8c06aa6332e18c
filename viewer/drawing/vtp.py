"""Surfaces from VTK's XML files of PolyData (.vtp), read and verified here: no reader of VTK sees a stranger's bytes.

What is read is what VTK, ParaView and PyVista write: ascii, base64 and raw, inline or appended, plain or compressed by
zlib or lzma, of either byte order. Whatever else there is in a file ends in a reason that can be shown.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from viewer.drawing.mesh import Corners, Floats, Mesh
from viewer.drawing.vtp_head import ArrayHead, Head, Unreadable, broken, read_head
from viewer.drawing.vtp_values import ValueReader, Values
from viewer.language import tr

__all__ = ["MOST_BYTES", "MOST_TRIANGLES", "Unreadable", "read"]

MOST_TRIANGLES = 5_000_000
MOST_BYTES = 400_000_000
"""Of a file, and of all that it unfolds to."""
FREELY, MOST_UNFOLDED = 50_000_000, 30
"""Bytes that any file may unfold to, and how many more for each of its own: real meshes take 2 to 10."""
_NO_FACES = ("Verts", "Lines", "Strips")


def read(data: bytes) -> Mesh:
    """The mesh in a file's bytes, its arrays in memory of their own. Raises Unreadable.

    It has triangles alone, ``Normals`` and ``Colors`` among its arrays, and neither points nor normals that are no
    numbers; every triangle's points are there.
    """
    if len(data) > MOST_BYTES:
        raise Unreadable(tr("it is larger than {most} bytes").format(most=f"{MOST_BYTES:,}"))
    head = read_head(data)
    _check_counts(head)
    values = ValueReader(data, head, min(MOST_BYTES, FREELY + MOST_UNFOLDED * len(data)))
    points = _points(head, values)
    triangles = _triangles(head, values)
    return Mesh(points, triangles, _arrays(head, values))


def _check_counts(head: Head) -> None:
    faces, others = head.count("Polys"), sum(head.count(kind) for kind in _NO_FACES)
    if head.count("Points") == 0 or faces + others == 0:
        raise Unreadable(tr("it holds no surface"))
    if faces + others > MOST_TRIANGLES:
        told = tr("{count} triangles are more than {most}")
        raise Unreadable(told.format(count=f"{faces + others:,}", most=f"{MOST_TRIANGLES:,}"))
    if others:
        raise _no_triangles()


def _no_triangles() -> Unreadable:
    return Unreadable(tr("not all of its faces are triangles"))


def _points(head: Head, values: ValueReader) -> Floats:
    array = next(iter(head.arrays.get("Points", ())), None)
    if array is None or array.components != 3 or not array.attributes.get("type", "").startswith("Float"):
        raise broken(tr("no points in it"))
    with np.errstate(over="ignore"):
        points = values.read(array, head.count("Points")).astype(np.float32, copy=False)
    if not np.isfinite(points).all():
        raise Unreadable(tr("a point is not a number"))
    return points


def _triangles(head: Head, values: ValueReader) -> Corners:
    """The corners of all faces, once each is known to have three and to name points that are there."""
    arrays = {array.name: array for array in head.arrays.get("Polys", ())}
    count = head.count("Polys")
    ends = values.read(_whole_numbers(arrays, "offsets"), count)
    if not np.array_equal(ends, np.arange(3, 3 * count + 1, 3)):
        raise _no_triangles()
    corners = values.read(_whole_numbers(arrays, "connectivity"), 3 * count)
    if corners.min() < 0 or corners.max() >= head.count("Points"):
        raise Unreadable(tr("a face names a point that is not there"))
    return corners.astype(np.int32, copy=False).reshape(count, 3)


def _whole_numbers(arrays: Mapping[str, ArrayHead], name: str) -> ArrayHead:
    array = arrays.get(name)
    if array is None or array.components != 1 or "Int" not in array.attributes.get("type", ""):
        raise broken(tr("no faces in it"))
    return array


def _arrays(head: Head, values: ValueReader) -> dict[str, Values]:
    """All arrays of the points by name; of those of one name the last, as VTK has it."""
    heads = {array.name: array for array in head.arrays.get("PointData", ())}
    arrays = {name: values.read(array, head.count("Points")) for name, array in heads.items()}
    for name, dtype in (("Normals", np.float32), ("Colors", np.uint8)):
        array = arrays.get(name)
        if array is None or array.dtype != dtype or array.shape[1:] != (3,):
            raise Unreadable(tr('its point array "{name}" is missing or of another kind').format(name=name))
    if not np.isfinite(arrays["Normals"]).all():
        raise Unreadable(tr("a normal is not a number"))
    return arrays
