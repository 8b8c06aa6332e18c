"""Ten bodies side by side, as a user's own folder might hold them: 600 structures, 8 million triangles, no proxies."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyvista as pv

from viewer import paths
from viewer.model.annotations.load import load
from viewer.model.atlas.atlas import Kind

COPIES = 10
STEP = 600.0  # mm from one body to the next
ROW = ("english", "latin", "kind", "side", "group")  # what a copy keeps of its structure


def make(folder: Path) -> tuple[Path, Path]:
    """Write annotations and meshes of them into a folder. Returns that file, and the folder of the meshes."""
    atlas = load(paths.annotations_file())
    shown = [name for name, one in atlas.structures.items() if name not in atlas.away or one.kind is Kind.NERVE]
    ours = json.loads((paths.meshes_folder() / "manifest.json").read_bytes())["meshes"]
    meshes, annotations = folder / "meshes", folder / "annotations.json"
    meshes.mkdir()
    rows = {name: row for one in ours for name, row in _copies(meshes, one, COPIES if one in shown else 1)}
    (meshes / "manifest.json").write_text(json.dumps({"format": 1, "meshes": rows}))
    annotations.write_text(json.dumps(_annotations(shown)))
    return annotations, meshes


def _copies(folder: Path, structure: str, count: int) -> Iterator[tuple[str, dict[str, Any]]]:
    mesh = pv.PolyData(paths.meshes_folder() / f"{structure}.vtp")
    for copy in range(count):
        file = folder / f"{_name(structure, copy)}.vtp"
        mesh.save(file)
        content = file.read_bytes()
        checked = {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        yield _name(structure, copy), {"file": file.name, "triangles": mesh.n_cells, **checked}
        mesh.points += np.array((STEP, 0.0, 0.0), np.float32)


def _annotations(shown: list[str]) -> dict[str, Any]:
    """The file of ours with the copies beside what they are copies of, which are known still but have no meshes."""
    content: dict[str, Any] = json.loads(paths.annotations_file().read_bytes())
    rows = {row["id"]: row for row in content["structures"]}
    bare = [
        {"id": _name(one, copy), "fma": "", "described_by": [], **{key: rows[one][key] for key in ROW}}
        for copy in range(1, COPIES)
        for one in shown
    ]
    return {**content, "structures": content["structures"] + bare}


def _name(structure: str, copy: int) -> str:
    return structure if copy == 0 else f"copy{copy}_{structure}"
