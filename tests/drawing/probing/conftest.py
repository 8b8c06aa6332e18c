from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from viewer.drawing.mesh import Mesh
from viewer.drawing.mesh_files import MeshStore
from viewer.drawing.probing.probe import Probe
from viewer.model.annotations.load import load
from viewer.model.atlas.atlas import Structure

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def present() -> Mapping[str, Structure]:
    """Everything in the real body."""
    return load(ROOT / "annotations.json").structures


@pytest.fixture(scope="session")
def meshes(present: Mapping[str, Structure]) -> dict[str, Mesh]:
    """All of the real meshes."""
    store = MeshStore(ROOT / "meshes" / "baked")
    return {name: store.load(name) for name in present}


@pytest.fixture(scope="session")
def probe(meshes: Mapping[str, Mesh]) -> Probe:
    made = Probe()
    for name, mesh in meshes.items():
        made.add(name, mesh)
    return made
