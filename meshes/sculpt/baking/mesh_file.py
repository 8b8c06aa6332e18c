"""Baked meshes on disk: one .vtp file for each structure and ``manifest.json``, always written whole.

A file goes to a temporary name first and then takes its place. The same surface gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyvista as pv

from meshes.sculpt.baking.whole_file import whole
from meshes.sculpt.kernel.surface import Surface

FORMAT = 1
GRAIN = 1024.0  # parts of a millimetre that a coordinate is rounded to; keeps files small


def write_mesh(path: Path, surface: Surface, arrays: dict[str, npt.NDArray[Any]]) -> dict[str, Any]:
    """Write one surface with its finished point arrays; returns its manifest entry (file, bytes, sha256, counts)."""
    points = (np.round(surface.points * GRAIN) / GRAIN).astype(np.float32)
    mesh = pv.PolyData.from_regular_faces(points.astype(float), surface.faces.astype(int))
    mesh.points = points
    mesh.point_data["Normals"] = (np.round(surface.normals * GRAIN) / GRAIN).astype(np.float32)
    mesh.point_data.active_normals_name = "Normals"
    for name, values in arrays.items():
        mesh.point_data[name] = values
    with whole(path) as unfinished:
        mesh.save(unfinished)
    content = path.read_bytes()
    return {
        "file": path.name,
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "triangles": len(surface.faces),
        "points": len(points),
    }


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest's entries by structure id; empty where there is none or it cannot be read."""
    try:
        found = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        return dict(found["meshes"])
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def write_manifest(folder: Path, entries: dict[str, Any]) -> None:
    """Write manifest.json: format, frame and one entry for each structure, in the given order."""
    content = {
        "format": FORMAT,
        "frame": "LPS, mm: x to the person's left, y to the back, z up; origin midway between the femoral heads",
        "license": "CC BY 4.0",
        "meshes": entries,
    }
    with whole(folder / "manifest.json") as unfinished:
        unfinished.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def is_current(folder: Path, entry: dict[str, Any] | None, made_from: str) -> bool:
    """Whether a structure's files stand there as the manifest says, made from the same recipe."""
    if not entry or entry.get("made_from") != made_from:
        return False
    return all(_is_whole(folder, part) for part in (entry, entry.get("proxy", entry)))


def _is_whole(folder: Path, part: dict[str, Any]) -> bool:
    try:
        content = (folder / str(part["file"])).read_bytes()
    except (OSError, KeyError):
        return False
    return hashlib.sha256(content).hexdigest() == part.get("sha256")
