"""Bytes of .vtp files for tests: as VTK itself writes them, in every way it can, and read back by VTK itself."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import pyvista as pv
from vtkmodules.vtkIOXML import vtkXMLPolyDataReader, vtkXMLPolyDataWriter

from viewer.drawing import vtp

BAKED = Path(__file__).resolve().parents[2] / "meshes" / "baked"
MODES = {"ascii": (0, False), "binary": (1, False), "raw": (2, False), "base64": (2, True)}
NONE, ZLIB, LZ4, LZMA = range(4)


@dataclass(frozen=True)
class Way:
    """One of the ways in which VTK can write a file."""

    mode: str = "binary"
    compressor: int = ZLIB
    header: int = 32
    order: int = 1
    ids: int = 64
    block: int = 1 << 15


WAYS = [Way(*way) for way in product(MODES, (NONE, ZLIB, LZMA), (32, 64), (0, 1), (32, 64))]


def written(mesh: Any, way: Way | None = None) -> bytes:
    """A file's bytes."""
    way = way or Way()
    writer: Any = vtkXMLPolyDataWriter()
    writer.SetInputData(mesh)
    writer.WriteToOutputStringOn()
    writer.SetDataMode(MODES[way.mode][0])
    writer.SetEncodeAppendedData(MODES[way.mode][1])
    writer.SetCompressorType(way.compressor)
    writer.SetHeaderType(way.header)
    writer.SetByteOrder(way.order)
    writer.SetIdType(way.ids)
    writer.SetBlockSize(way.block)
    assert writer.Write() == 1
    content: str | bytes = writer.GetOutputString()
    return content.encode() if isinstance(content, str) else content


def read_by_vtk(data: bytes) -> pv.PolyData:
    reader: Any = vtkXMLPolyDataReader()
    reader.SetReadFromInputString(True)
    reader.SetInputString(data)
    reader.Update()
    return pv.PolyData(reader.GetOutput())


def triangle(**arrays: Any) -> pv.PolyData:
    """The smallest mesh there is."""
    mesh: pv.PolyData = pv.PolyData.from_regular_faces(np.eye(3, dtype=np.float32), [[0, 1, 2]])
    given = {"Normals": np.eye(3, dtype=np.float32), "Colors": np.full((3, 3), 200, np.uint8)} | arrays
    for name, values in given.items():
        if values is not None:
            mesh.point_data[name] = values
    return mesh


def reason(data: bytes) -> str:
    """Why bytes are no mesh."""
    with pytest.raises(vtp.Unreadable) as caught:
        vtp.read(data)
    return caught.value.reason
