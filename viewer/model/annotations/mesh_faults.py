"""Checks the forms of the variations against the meshes that there are: a form that cannot be shown is a fault."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from pathlib import Path

from viewer.model.annotations.faults import Fault, did_you_mean, quoted
from viewer.model.annotations.json_lines import Document
from viewer.model.annotations.loose_json import named, objects
from viewer.model.regular_file import read_bytes

MANIFEST = "manifest.json"
MOST_BYTES = 50_000_000


def mesh_names(folder: Path) -> frozenset[str] | None:
    """The names in a folder's list of meshes; None where there is no such list, which whoever draws will tell of."""
    try:
        manifest = json.loads(read_bytes(folder / MANIFEST, MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return None
    return frozenset(named(manifest, "meshes")) if isinstance(manifest, dict) and "meshes" in manifest else None


def mesh_faults(document: Document, meshes: Collection[str]) -> Iterator[Fault]:
    """Every form that names a mesh which is not among these."""
    data = document.data if isinstance(document.data, dict) else {}
    for number, variation in objects(data, "variations"):
        for place, form in objects(variation, "forms"):
            for side, mesh in named(form, "meshes").items():
                if isinstance(mesh, str) and mesh not in meshes:
                    steps = ("variations", number, "forms", place, "meshes", side)
                    yield document.fault(steps, f"there is no mesh {quoted(mesh)}{did_you_mean(mesh, meshes)}")
