from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import pyvista as pv

from tests.drawing import spheres
from viewer.drawing.mesh_files import ManifestError, MeshProblem, MeshStore
from viewer.drawing.vtp import MOST_TRIANGLES

Damage = Callable[[Path], object]


def rows(folder: Path) -> dict[str, Any]:
    table: dict[str, Any] = json.loads((folder / "manifest.json").read_text())["meshes"]
    return table


def reason(folder: Path, structure_id: str = "stone") -> str:
    store = MeshStore(folder)
    with pytest.raises(MeshProblem) as caught:
        store.load(structure_id)
    assert store.problems == {structure_id: caught.value.reason}
    assert caught.value.structure_id == structure_id
    return caught.value.reason


def with_mesh(folder: Path, change: Callable[[pv.PolyData], object]) -> Path:
    """The folder with the bone's mesh changed and its new file promised rightly."""
    mesh = spheres.bodies()["stone"]
    changed = change(mesh)
    return spheres.write(folder, {"stone": changed if isinstance(changed, pv.PolyData) else mesh})


def test_a_sound_mesh_is_read_with_its_arrays(folder: Path) -> None:
    store = MeshStore(folder)
    mesh = store.load("stone")
    assert store.ids() == ("stone", "rope", "wire", "hide")
    assert len(mesh.triangles) == rows(folder)["stone"]["triangles"]
    assert {"Normals", "Colors", "footprint_rope_origin"} <= set(mesh.arrays)
    assert not store.problems


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda file: file.unlink(), "missing"),
        (lambda file: file.write_bytes(b""), "empty"),
        (lambda file: file.write_bytes(file.read_bytes()[:-200]), "truncated"),
        (lambda file: file.write_bytes(file.read_bytes() + b"x"), "altered"),
        (lambda file: file.write_bytes(file.read_bytes()[:-1] + b"x"), "altered"),
        (lambda file: (file.unlink(), file.mkdir()), "stone.vtp"),
    ],
)
def test_a_damaged_file_is_told_for_what_it_is(folder: Path, damage: Damage, words: str) -> None:
    damage(folder / "stone.vtp")
    assert words in reason(folder)


def test_one_damaged_file_leaves_the_others_sound(folder: Path) -> None:
    (folder / "stone.vtp").write_bytes(b"")
    store = MeshStore(folder)
    with pytest.raises(MeshProblem):
        store.load("stone")
    assert len(store.load("rope").triangles)
    assert list(store.problems) == ["stone"]


def test_what_the_manifest_does_not_name_is_a_problem(folder: Path) -> None:
    assert "manifest" in reason(folder, "unicorn_horn")


@pytest.mark.parametrize("name", ["../outside.vtp", "/etc/hostname", "a/../../outside.vtp", "link.vtp", "no\0name"])
def test_a_path_out_of_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    spheres.write(inner, spheres.bodies())
    (inner / "stone.vtp").rename(tmp_path / "outside.vtp")
    (inner / "link.vtp").symlink_to(tmp_path / "outside.vtp")
    promised = spheres.entry(tmp_path / "outside.vtp", 10, file=name)
    spheres.write_manifest(inner, {"stone": promised})
    assert "outside" in reason(inner)


def test_too_many_triangles_are_refused_unread(folder: Path) -> None:
    promised = spheres.entry(folder / "stone.vtp", MOST_TRIANGLES + 1)
    spheres.write_manifest(folder, {"stone": promised})
    assert "triangles" in reason(folder)


@pytest.mark.parametrize("row", [None, [], "stone.vtp", {"file": "stone.vtp"}, {"file": "stone.vtp", "bytes": "many"}])
def test_an_incomplete_entry_is_a_problem_of_its_structure(folder: Path, row: object) -> None:
    spheres.write_manifest(folder, {"stone": row, "rope": rows(folder)["rope"]})
    assert reason(folder)
    assert len(MeshStore(folder).load("rope").points)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"file": "\ud800"}, "outside"),
        ({"file": "\x1b[2Jgone"}, "no plain name"),
        ({"file": "\u202eptv.enots"}, "no plain name"),
        ({"file": "x" * 300}, "too long"),
        ({"file": "."}, ". is"),
        ({"bytes": float("inf")}, "incomplete"),
        ({"bytes": 10**400}, "too long"),
        ({"triangles": -(10**400)}, "too long"),
    ],
)
def test_an_entry_that_cannot_be_true_is_a_problem_in_few_words(
    folder: Path, changed: dict[str, object], words: str
) -> None:
    spheres.write_manifest(folder, {"stone": rows(folder)["stone"] | changed})
    assert words in reason(folder)
    assert len(reason(folder)) < 200
    assert reason(folder).isprintable()


def test_bytes_that_are_no_mesh_are_unreadable(folder: Path) -> None:
    (folder / "stone.vtp").write_bytes(b"this is not a mesh")
    spheres.write_manifest(folder, {"stone": spheres.entry(folder / "stone.vtp", 1)})
    assert "unreadable" in reason(folder)


def test_a_point_that_is_no_number_is_found(folder: Path) -> None:
    def spoil(mesh: pv.PolyData) -> None:
        np.asarray(mesh.points)[5] = np.nan

    assert "not a number" in reason(with_mesh(folder, spoil))


@pytest.mark.parametrize("corner", [10**6, -1])
def test_a_face_without_its_point_is_found(folder: Path, corner: int) -> None:
    def spoil(mesh: pv.PolyData) -> None:
        np.asarray(pv.convert_array(mesh.GetPolys().GetConnectivityArray()))[7] = corner

    assert "not there" in reason(with_mesh(folder, spoil))


def test_faces_of_four_corners_are_refused(folder: Path) -> None:
    plane = pv.Plane(i_resolution=2, j_resolution=2)
    assert "triangles" in reason(with_mesh(folder, lambda _: plane))


@pytest.mark.parametrize("name", ["Normals", "Colors"])
def test_a_missing_array_is_named(folder: Path, name: str) -> None:
    def spoil(mesh: pv.PolyData) -> None:
        del mesh.point_data[name]

    assert name in reason(with_mesh(folder, spoil))


def test_a_proxy_is_optional_and_its_damage_harmless(folder: Path) -> None:
    table = rows(folder)
    table["stone"]["proxy"] = spheres.entry(folder / "rope.vtp", 10)
    table["rope"]["proxy"] = spheres.entry(folder / "rope.vtp", 10, sha256="0" * 64)
    spheres.write_manifest(folder, table)
    store = MeshStore(folder)
    assert store.load_proxy("hide") is None
    assert store.load_proxy("stone") is not None
    assert store.load_proxy("rope") is None
    assert "altered" in store.problems["rope.proxy"]


@pytest.mark.parametrize(
    "text",
    [
        None, "", "{", "[1, 2]", '"meshes"', "{}", '{"format": 2, "meshes": {}}', '{"format": 1}',
        '{"format": 1, "meshes": []}', "\xff\xfe", "[" * 100_000,
        '{"format": "' + "x" * 5_000 + '"}', json.dumps({"format": {f"{n}" * 30: "y" * 99 for n in range(9)}}),
    ],
)  # fmt: skip
def test_a_manifest_that_cannot_be_used_is_one_clear_error(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "manifest.json").write_bytes(text.encode("latin-1"))
    with pytest.raises(ManifestError) as caught:
        MeshStore(tmp_path)
    assert str(tmp_path / "manifest.json") in str(caught.value)
    assert "make meshes" in str(caught.value)
    assert len(str(caught.value)) < 400
