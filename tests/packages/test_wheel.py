"""What a wheel carries: the program with its meshes and annotations, and no code that could write meshes anew."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def carried() -> set[str]:
    """The paths of a wheel's files, but for what describes the wheel itself."""
    return {Path(file.distribution_path).as_posix() for file in WheelBuilder(str(ROOT)).recurse_included_files()}


def test_a_wheel_has_every_mesh_where_the_program_looks_for_it(carried: set[str]) -> None:
    entries = json.loads((ROOT / "meshes" / "baked" / "manifest.json").read_text(encoding="utf-8"))["meshes"]
    named = {part["file"] for entry in entries.values() for part in (entry, entry["proxy"])}
    assert len(named) > 100
    assert {path for path in carried if path.startswith("meshes/")} == {
        f"meshes/baked/{name}" for name in (*named, "manifest.json")
    }


def test_a_wheel_has_the_program_its_pictures_and_its_words(carried: set[str]) -> None:
    sources = {path.relative_to(ROOT).as_posix() for path in (ROOT / "viewer").rglob("*.py")}
    assert len(sources) > 100
    assert sources <= carried
    assert {"viewer/annotations.json", "viewer/annotations.schema.json", "viewer/icons/iliopsoas.svg"} <= carried


def test_a_wheel_has_nothing_else(carried: set[str]) -> None:
    assert {path for path in carried if not path.startswith(("viewer/", "meshes/baked/"))} == set()


def test_an_installed_program_finds_what_the_wheel_carries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from viewer import paths
    from viewer.drawing.mesh_files import MeshStore

    for file in WheelBuilder(str(ROOT)).recurse_included_files():
        if not file.distribution_path.endswith(".py"):
            (tmp_path / file.distribution_path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / file.distribution_path).write_bytes(Path(file.path).read_bytes())
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "viewer")
    monkeypatch.setattr(paths, "_ROOT", tmp_path)
    store = MeshStore(paths.meshes_folder())
    assert len(store.load("sacrum").points) > 1_000
    assert store.load_proxy("sacrum") is not None
    assert paths.annotations_file() == tmp_path / "viewer" / "annotations.json"
    assert paths.annotations_file().exists()
