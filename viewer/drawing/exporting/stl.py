"""3D models for printing: binary STL in millimetres, of all that is shown in one file, or a file for each structure.

An STL file knows no units, colours or names. The header of each says millimetres; what prints reads them as such.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import numpy as np

from viewer.drawing.exporting import rights
from viewer.drawing.exporting.pieces import Piece
from viewer.drawing.mesh import Mesh

_HEADER = 80
_FACET = np.dtype([("normal", "<f4", 3), ("corners", "<f4", (3, 3)), ("nothing", "<u2")])
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # that a ZIP file can hold: the same body gives the same bytes


def stl(meshes: Iterable[Mesh]) -> bytes:
    """One file with these surfaces, millimetres of the body (left, back, up)."""
    facets = np.concatenate([_facets(mesh) for mesh in meshes] or [np.empty(0, _FACET)])
    told = f"binary STL, units: mm; {rights.AUTHORS}, {rights.LICENCE}; not for clinical use"
    return told.encode("ascii").ljust(_HEADER)[:_HEADER] + np.uint32(len(facets)).tobytes() + facets.tobytes()


def zipped(pieces: Iterable[Piece], meshes: Mapping[str, Mesh]) -> bytes:
    """A ZIP file with an STL file for each of those pieces whose meshes are there, and a list of them with names."""
    kept = [piece for piece in pieces if piece.name in meshes]
    whole = io.BytesIO()
    with ZipFile(whole, "w", ZIP_DEFLATED, compresslevel=3) as archive:
        archive.writestr(_entry("README.txt"), _told(kept))
        for piece in kept:
            archive.writestr(_entry(f"{piece.name}.stl"), stl([meshes[piece.name]]), compresslevel=3)
    return whole.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _EARLIEST)
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


def _facets(mesh: Mesh) -> np.ndarray[tuple[int], np.dtype[np.void]]:
    corners = mesh.points[mesh.triangles]
    first, second, third = corners.astype(float).transpose(1, 0, 2)
    across = np.cross(second - first, third - first)
    facets = np.zeros(len(corners), _FACET)
    facets["corners"] = corners
    facets["normal"] = across / np.maximum(np.linalg.norm(across, axis=1, keepdims=True), 1e-20)
    return facets


def _told(pieces: Iterable[Piece]) -> str:
    names = [
        "\t".join(
            (f"{one.name}.stl", one.structure.english, str(one.structure.side), one.structure.latin, one.structure.fma)
        )
        for one in pieces
    ]
    head = (
        f"{rights.made_by()}",
        f"{rights.copyright_line()}. Educational, not for clinical use.",
        "Binary STL in millimetres; x to the person's left, y to the back, z up. All files share one place: load them"
        " together and they fit.",
        "",
        "file\tEnglish\tside\tLatin\tFMA",
    )
    return "\r\n".join((*head, *names, ""))
