"""Surfaces for a browser: fewer triangles, small numbers, one run of bytes.

A corner takes 12 bytes: its place in 3 x 16 bits within the surface's box (a hundredth of a millimetre), its normal
folded onto an octahedron in 2 x 8 bits, its colour in 3 x 8 bits, and how far it lies from the edge of what is painted
in 8 bits (quarters of a millimetre, negative inside; 0 where nothing is).
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from viewer.drawing.mesh import Floats, Mesh

_CORNER = np.dtype([("place", "<u2", 3), ("normal", "i1", 2), ("colour", "u1", 3), ("edge", "i1")])
_EDGE = 0.25  # mm
_MOST_SHORT = 65535  # corners that two bytes can number


class Packing:
    """Surfaces one after the other: ``content`` are their bytes, ``table`` says where each of them lies."""

    def __init__(self) -> None:
        self.content = bytearray()
        self.table: list[dict[str, Any]] = []

    def add(self, mesh: Mesh) -> int:
        """The number of one more surface."""
        low, high = mesh.points.min(axis=0).astype(float), mesh.points.max(axis=0).astype(float)
        size = np.maximum(high - low, 1e-3)
        corners = np.zeros(len(mesh.points), _CORNER)
        corners["place"] = np.round((mesh.points - low) / size * 65535)
        corners["normal"] = _folded(mesh.normals)
        corners["colour"] = mesh.arrays["Colors"]
        if "edgeDistance" in mesh.arrays:
            corners["edge"] = np.clip(np.round(mesh.arrays["edgeDistance"] / _EDGE), -127, 127)
        wide = len(mesh.points) > _MOST_SHORT
        at = self._put(corners.tobytes())
        numbers = self._put(mesh.triangles.astype("<u4" if wide else "<u2").tobytes())
        box = {"low": low.round(4).tolist(), "size": size.round(4).tolist()}
        counts = {"points": len(mesh.points), "triangles": len(mesh.triangles), "wide": wide}
        self.table.append({**box, **counts, "corners": at, "numbers": numbers})
        return len(self.table) - 1

    def _put(self, content: bytes) -> int:
        at = len(self.content)
        self.content += content + b"\0" * (-len(content) % 4)
        return at


def _folded(normals: Floats) -> npt.NDArray[np.int8]:
    """Unit vectors (n, 3) on an unfolded octahedron (n, 2)."""
    flat = normals / np.maximum(np.abs(normals).sum(axis=1, keepdims=True), 1e-9)
    sign = np.where(flat[:, :2] < 0, -1.0, 1.0)
    under = (1 - np.abs(flat[:, 1::-1])) * sign
    return np.asarray(np.round(127 * np.where(flat[:, 2:] < 0, under, flat[:, :2])), np.int8)
