"""A 3D model as binary glTF 2.0, one file: every structure a node with its names, colours as they are here.

glTF is in metres with y upwards, and a model looks along z: the body's left stays +x. Colours of corners are linear
light there, ours are as a screen shows them; where the light falls is the other program's affair.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from viewer.drawing.exporting import rights
from viewer.drawing.exporting.pieces import Piece
from viewer.drawing.mesh import Mesh
from viewer.model.atlas.atlas import Kind

METRE = 0.001  # of a millimetre
_FLOAT, _SHORT, _INT = 5126, 5123, 5125
_OF_CORNERS, _OF_TRIANGLES = 34962, 34963
_MOST_SHORT = 65535  # points that two bytes can number: the last number would mean something else
_GHOST, _SKIN = 0.25, 0.15
_ROUGH, _ROUGHEST = 0.55, 0.85


def glb(title: str, pieces: Iterable[Piece], meshes: Mapping[str, Mesh]) -> bytes:
    """The file's bytes: those pieces whose meshes are there, by the names of the meshes."""
    file = _File(title)
    for piece in pieces:
        if piece.name in meshes:
            file.add(piece, meshes[piece.name])
    return file.bytes()


@dataclass
class _File:
    """A file as it grows."""

    title: str
    data: bytearray = field(default_factory=bytearray)
    parts: dict[str, list[dict[str, Any]]] = field(
        default_factory=lambda: {name: [] for name in ("nodes", "meshes", "materials", "accessors", "bufferViews")}
    )
    branches: dict[str, dict[str, Any]] = field(default_factory=dict)

    def add(self, piece: Piece, mesh: Mesh) -> None:
        """One more structure."""
        one = piece.structure
        attributes = {
            "POSITION": self._array(_turned(mesh.points) * np.float32(METRE), _OF_CORNERS, "VEC3", bounded=True),
            "NORMAL": self._array(_unit(_turned(mesh.normals)), _OF_CORNERS, "VEC3"),
            "COLOR_0": self._array(_linear(mesh.arrays["Colors"], _cover(piece)), _OF_CORNERS, "VEC4"),
        }
        short = len(mesh.points) < _MOST_SHORT
        corners = mesh.triangles.astype(np.uint16 if short else np.uint32).reshape(-1)
        surface = {"attributes": attributes, "indices": self._array(corners, _OF_TRIANGLES, "SCALAR")}
        number = self._put(
            "meshes", {"name": piece.name, "primitives": [surface | {"material": self._material(piece)}]}
        )
        node = self._put("nodes", {"name": _name(piece), "mesh": number, "extras": _extras(piece)})
        self.branches.setdefault(one.group, {"name": one.group, "children": []})["children"].append(node)

    def bytes(self) -> bytes:
        """All of it."""
        branches = [self._put("nodes", branch) for branch in self.branches.values()]
        root = self._put("nodes", {"name": self.title} | ({"children": branches} if branches else {}))
        document = {
            "asset": _asset(),
            "scene": 0,
            "scenes": [{"name": self.title, "nodes": [root]}],
            **{name: part for name, part in self.parts.items() if part},
            **({"buffers": [{"byteLength": len(self.data)}]} if self.data else {}),
        }
        text = _padded(json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode(), b" ")
        chunks = struct.pack("<II", len(text), 0x4E4F534A) + text
        if self.data:
            chunks += struct.pack("<II", len(self.data), 0x004E4942) + bytes(self.data)
        return struct.pack("<III", 0x46546C67, 2, 12 + len(chunks)) + chunks

    def _put(self, part: str, entry: dict[str, Any]) -> int:
        self.parts[part].append(entry)
        return len(self.parts[part]) - 1

    def _array(self, values: npt.NDArray[Any], target: int, shape: str, bounded: bool = False) -> int:
        content = np.ascontiguousarray(values).tobytes()
        view = {"buffer": 0, "byteOffset": len(self.data), "byteLength": len(content), "target": target}
        self.data += _padded(content, b"\0")
        kind = {"f": _FLOAT, "H": _SHORT, "I": _INT}[values.dtype.char]
        entry = {
            "bufferView": self._put("bufferViews", view),
            "componentType": kind,
            "count": len(values),
            "type": shape,
        }
        if kind == _SHORT and target == _OF_CORNERS:
            entry["normalized"] = True
        if bounded:
            entry |= {"min": values.min(axis=0).tolist(), "max": values.max(axis=0).tolist()}
        return self._put("accessors", entry)

    def _material(self, piece: Piece) -> int:
        """The number of a tissue's material, solid or seen through; each is written once."""
        kind, through = piece.structure.kind, piece.seen_through
        wanted = {
            "name": f"{kind}, seen through" if through else str(kind),
            "pbrMetallicRoughness": {
                "metallicFactor": 0.0,
                "roughnessFactor": _ROUGHEST if kind in {Kind.BONE, Kind.SKIN} else _ROUGH,
            },
            **({"alphaMode": "BLEND"} if through else {}),
        }
        known = self.parts["materials"]
        return known.index(wanted) if wanted in known else self._put("materials", wanted)


def _asset() -> dict[str, Any]:
    extras = {"licence": rights.LICENCE_PLACE, "use": "Educational, not for clinical use", "made from": "millimetres"}
    return {"version": "2.0", "generator": rights.made_by(), "copyright": rights.copyright_line(), "extras": extras}


def _name(piece: Piece) -> str:
    one = piece.structure
    return one.english if one.side == "middle" else f"{one.english}, {one.side}"


def _extras(piece: Piece) -> dict[str, Any]:
    one = piece.structure
    told = {"id": one.id, "english": one.english, "latin": one.latin, "FMA": one.fma, "side": str(one.side)}
    form = {"form": piece.name} if piece.name != one.id else {}
    return {**told, "kind": str(one.kind), **form, **({"schematic": True} if one.schematic else {})}


def _turned(vectors: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """From left, back, up (the body) to left, up, front (glTF)."""
    x, y, z = vectors.astype(np.float32).T
    return np.column_stack((x, z, -y))


def _unit(vectors: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    safe = np.where(lengths > 1e-6, vectors, np.array([0, 1, 0], np.float32))
    return np.asarray(safe / np.linalg.norm(safe, axis=1, keepdims=True), np.float32)


def _cover(piece: Piece) -> float:
    """How much of what lies behind it a structure covers, 0..1."""
    if not piece.seen_through:
        return 1.0
    return _SKIN if piece.structure.kind is Kind.SKIN else _GHOST


def _linear(colours: npt.NDArray[np.uint8], cover: float) -> npt.NDArray[np.uint16]:
    """Colours (n, 3) as a screen shows them (sRGB) as light and ``cover`` (n, 4), 65535 being all of it."""
    shown = np.arange(256) / 255
    light = np.where(shown <= 0.04045, shown / 12.92, ((shown + 0.055) / 1.055) ** 2.4)
    table = np.round(65535 * light).astype(np.uint16)
    return np.column_stack((table[colours], np.full(len(colours), round(65535 * cover), np.uint16)))


def _padded(content: bytes, with_: bytes) -> bytes:
    return content + with_ * (-len(content) % 4)
