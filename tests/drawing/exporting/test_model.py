"""3D models, read back by another program than the one that wrote them."""

from __future__ import annotations

import json
import shutil
import struct
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import pyvista as pv
import trimesh

from tests.drawing import spheres
from viewer import paths
from viewer.drawing.exporting import model
from viewer.drawing.mesh_files import MeshStore
from viewer.model.atlas.atlas import Atlas
from viewer.model.session.view import View

REAL = View(isolated=frozenset({"psoas_major_right", "iliacus_right", "hip_bone_right"}), selection=("iliacus_right",))


def document(file: Path) -> dict[str, Any]:
    """The JSON of a GLB file, whose frame is checked on the way."""
    content = file.read_bytes()
    magic, version, length, size, kind = struct.unpack_from("<4sIII4s", content)
    assert (magic, version, length, kind) == (b"glTF", 2, len(content), b"JSON")
    rest = content[20 + size :]
    found: dict[str, Any] = json.loads(content[20 : 20 + size])
    assert struct.unpack_from("<I4s", rest) == (len(rest) - 8, b"BIN\0")
    assert found["buffers"] == [{"byteLength": len(rest) - 8}]
    assert all(view["byteOffset"] % 4 == 0 for view in found["bufferViews"])
    return found


def exported(folder: Path, view: View, file: Path) -> Path:
    model.export(spheres.atlas(), folder, view, "Spheres", file)
    return file


def names(file: Path) -> set[str]:
    return {node["extras"]["id"] for node in document(file)["nodes"] if "extras" in node}


@pytest.fixture(scope="module")
def real(atlas: Atlas, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three structures of the real data in each format."""
    folder = tmp_path_factory.mktemp("models")
    for ending in model.FORMATS:
        assert model.export(atlas, paths.meshes_folder(), REAL, "Iliacus, right", folder / f"hip{ending}") == {}
    return folder


def test_structures_are_nodes_with_names_and_whose_they_are(real: Path, atlas: Atlas) -> None:
    found = document(real / "hip.glb")
    told = {node["name"]: node["extras"] for node in found["nodes"] if "extras" in node}
    assert set(told) == {"psoas major, right", "iliacus, right", "hip bone, right"}
    psoas = atlas.structures["psoas_major_right"]
    assert told["psoas major, right"] == {
        "id": psoas.id, "english": "psoas major", "latin": "musculus psoas major", "FMA": psoas.fma, "side": "right",
        "kind": "muscle",
    }  # fmt: skip
    assert "CC BY 4.0" in found["asset"]["copyright"]
    assert "not for clinical use" in found["asset"]["extras"]["use"]
    assert found["scenes"][0]["name"] == "Iliacus, right"


def test_another_program_finds_metres_upright_with_the_same_shape(real: Path) -> None:
    scene = trimesh.load(real / "hip.glb")
    assert set(scene.geometry) == set(REAL.isolated or ())
    store = MeshStore(paths.meshes_folder())
    for name, found in scene.geometry.items():
        x, right, y, back, z, up = store.load(name).bounds
        wanted = np.array([[x, z, -back], [right, up, -y]]) / 1000
        np.testing.assert_allclose(found.bounds, wanted, atol=1e-6)
        assert found.is_watertight
        assert found.volume > 0


def test_colours_are_the_same_light(real: Path) -> None:
    light = trimesh.load(real / "hip.glb").geometry["hip_bone_right"].visual.vertex_attributes["color"][:, :3] / 65535
    shown = MeshStore(paths.meshes_folder()).load("hip_bone_right").arrays["Colors"] / 255
    back = np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)
    np.testing.assert_allclose(back, shown, atol=0.002)


def test_what_is_printed_is_closed_in_millimetres_and_without_skin(real: Path, atlas: Atlas, tmp_path: Path) -> None:
    whole = trimesh.load(real / "hip.stl")
    assert whole.is_watertight
    boxes = np.array([MeshStore(paths.meshes_folder()).load(name).bounds for name in REAL.isolated or ()])
    np.testing.assert_allclose(whole.bounds, [boxes[:, ::2].min(axis=0), boxes[:, 1::2].max(axis=0)], atol=1e-3)
    head = (real / "hip.stl").read_bytes()[:80]
    assert not head.startswith(b"solid")
    assert b"units: mm" in head
    assert b"not for clinical use" in head
    with_skin = View(isolated=frozenset({"iliacus_right", "skin"}))
    model.export(atlas, paths.meshes_folder(), with_skin, "", tmp_path / "x.zip")
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert archive.namelist() == ["README.txt", "iliacus_right.stl"]
        assert "iliacus_right.stl\tiliacus\tright\tmusculus iliacus" in archive.read("README.txt").decode()


def test_each_file_of_the_archive_is_one_structure(real: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(real / "hip.zip") as archive:
        assert archive.testzip() is None
        archive.extractall(tmp_path)
    pieces = {file.stem: trimesh.load(file) for file in tmp_path.glob("*.stl")}
    assert set(pieces) == set(REAL.isolated or ())
    assert all(piece.is_watertight and piece.volume > 1000 for piece in pieces.values())


@pytest.mark.parametrize(
    ("view", "left"),
    [
        (View(), {"stone", "rope", "wire", "hide"}),
        (View(hidden=frozenset({"stone"})), {"rope", "wire", "hide"}),
        (View(absent=frozenset({"rope"})), {"stone", "wire", "hide"}),
        (View(isolated=frozenset({"wire"})), {"wire"}),
    ],
)
def test_only_what_is_shown_goes_along(folder: Path, tmp_path: Path, view: View, left: set[str]) -> None:
    assert names(exported(folder, view, tmp_path / "out.glb")) == left


def test_what_is_seen_through_is_so_there_too(folder: Path, tmp_path: Path) -> None:
    found = document(exported(folder, View(selection=("rope",), ghost=True), tmp_path / "out.glb"))
    modes = {node["extras"]["id"]: found["materials"][found["meshes"][node["mesh"]]["primitives"][0]["material"]]
             for node in found["nodes"] if "extras" in node}  # fmt: skip
    assert {name for name, material in modes.items() if material.get("alphaMode") == "BLEND"} == {"stone", "hide"}


def test_a_form_is_told(atlas: Atlas, tmp_path: Path) -> None:
    structure, form = next(
        (name, form.id)
        for one in atlas.variations.values()
        for form in one.forms
        for name in one.members.values()
        if atlas.mesh(name, form.id) != name
    )
    view = View(isolated=frozenset({structure}), forms=((structure, form),))
    model.export(atlas, paths.meshes_folder(), view, "", tmp_path / "form.glb")
    (node,) = (one for one in document(tmp_path / "form.glb")["nodes"] if "extras" in one)
    assert node["extras"]["form"] == atlas.mesh(structure, form)


def test_nothing_shown_other_endings_and_full_places_are_refused_in_words(folder: Path, tmp_path: Path) -> None:
    for view, name, told in (
        (View(isolated=frozenset()), "out.glb", "nothing is shown"),
        (View(), "out.obj", "has to end"),
        (View(), "nowhere/out.glb", "cannot be written"),
    ):
        with pytest.raises(model.NoModelError, match=told):
            exported(folder, view, tmp_path / name)
    assert [file.name for file in tmp_path.glob("out*")] == []


@pytest.mark.skipif(shutil.which("f3d") is None, reason="F3D is not installed")
@pytest.mark.parametrize("name", ["hip.glb", "hip.stl"])
def test_a_viewer_of_others_draws_it(screen: None, real: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / "drawn.png"
    words = ["f3d", str(real / name), f"--output={out}", "--resolution=160,160"]
    done = subprocess.run(words, capture_output=True, text=True, timeout=120, check=False)
    assert out.exists(), done.stderr
    assert len(np.unique(np.asarray(pv.read(out).active_scalars), axis=0)) > 50
