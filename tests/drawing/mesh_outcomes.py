"""What becomes of files and folders of meshes that nobody vouches for: told in a word, once it was checked."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from tests.in_time import in_time
from viewer.drawing import vtp
from viewer.drawing.mesh import Mesh
from viewer.drawing.mesh_files import ManifestError, MeshProblem, MeshStore
from viewer.model.annotations.mesh_faults import mesh_names


def check(mesh: Mesh) -> None:
    """Everything in a mesh is where drawing looks for it; VTK takes it and measures the same."""
    count = len(mesh.points)
    assert mesh.points.shape == (count, 3)
    assert mesh.triangles.shape[1] == 3
    assert 0 <= mesh.triangles.min() <= mesh.triangles.max() < count
    assert {len(values) for values in mesh.arrays.values()} == {count}
    assert np.isfinite(mesh.points).all()
    assert np.isfinite(mesh.normals).all()
    made = mesh.polydata
    assert (made.GetNumberOfPoints(), made.GetNumberOfCells()) == (count, len(mesh.triangles))


def outcome(data: bytes) -> str:
    """``read``, or the reason why not without what it cites."""
    with in_time():
        try:
            mesh = vtp.read(data)
        except vtp.Unreadable as fault:
            return one_line(fault.reason).split(" is ")[-1]
    check(mesh)
    return "read"


def one_line(reason: str) -> str:
    assert 0 < len(reason) < 400
    assert reason.isprintable()
    return reason


def told(folder: Path) -> list[str]:
    """What became of every mesh that a folder lists, and of one that it does not."""
    with in_time():
        mesh_names(folder)
        try:
            store = MeshStore(folder)
        except ManifestError as error:
            return ["refused" if str(folder) in one_line(str(error)) else "refused without its name"]
        results = [loaded(store, name) for name in (*store.ids()[:50], "nobody")]
        for name in store.ids()[:50]:
            store.load_proxy(name)
    return results


def loaded(store: MeshStore, name: str) -> str:
    try:
        check(store.load(name))
    except MeshProblem as problem:
        return "problem" if store.problems[name] == one_line(problem.reason) else "forgotten"
    return "read"
