"""The bake: same bytes each time, nothing written that fails a check, old files whole when it is stopped."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from scipy.spatial import cKDTree

from meshes.sculpt.baking import bake, mesh_file
from meshes.sculpt.baking.checks import CheckFailedError
from meshes.sculpt.baking.recipes import recipes
from meshes.sculpt.kernel import fields
from meshes.sculpt.kernel.surface import Surface, sculpt
from meshes.sculpt.recipe import Built, Recipe, Slip


def ball(_: Built) -> Surface:
    return sculpt(fields.sphere((0, 0, 0), 10), ((-12, -12, -12), (12, 12, 12)), 1.5, 1200)


def twin(built: Built) -> Surface:
    return built["ball"].mirrored()


def ends() -> list[Slip]:
    return [Slip("top", "origin", "ball", np.array([[0.0, 0.0, 10.0]]), 3.0)]


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Recipe]:
    own = {
        "ball": Recipe("ball", "bone", ball, genus=0, volume=(3.5, 4.5)),
        "twin": Recipe("twin", "muscle", twin, genus=0, volume=(3.5, 4.5), needs=("ball",), slips=ends),
    }
    monkeypatch.setattr(bake, "WORK", tmp_path / "work")
    monkeypatch.setattr(bake, "recipes", lambda: own)
    monkeypatch.setattr(bake, "home", lambda _: "spine.discs")
    return own


@pytest.mark.usefixtures("workshop")
def test_two_bakes_give_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bake.bake(folder=tmp_path / "one", jobs=1)
    monkeypatch.setattr(bake, "WORK", tmp_path / "other work")
    bake.bake(folder=tmp_path / "two", jobs=1)
    baked = sorted((tmp_path / "one").iterdir())
    assert len(baked) > 1
    for path in baked:
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


@pytest.mark.usefixtures("workshop")
def test_a_second_bake_builds_only_what_is_gone(tmp_path: Path) -> None:
    assert bake.bake(folder=tmp_path, jobs=1).written == ("ball", "twin")
    (tmp_path / "twin.vtp").unlink()
    assert bake.bake(folder=tmp_path, jobs=1).written == ("twin",)
    assert bake.bake(folder=tmp_path, jobs=1).current == ("ball", "twin")


def test_a_surface_that_fails_a_check_is_named_and_the_old_files_stay(
    tmp_path: Path, workshop: dict[str, Recipe]
) -> None:
    bake.bake(folder=tmp_path, jobs=1)
    before = {path.name: path.read_bytes() for path in tmp_path.glob("*.*")}
    workshop["ball"] = Recipe("ball", "bone", ball, genus=1, volume=(3.5, 4.5))
    (tmp_path / "ball.vtp").unlink()
    for kept in (tmp_path / "work").glob("ball-*"):
        kept.unlink()
    with pytest.raises(CheckFailedError, match="ball: check 'genus' failed: found 0 handles, expected 1"):
        bake.bake(folder=tmp_path, jobs=1)
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.*")} == {
        name: content for name, content in before.items() if name != "ball.vtp"
    }


@pytest.mark.usefixtures("workshop")
def test_a_stopped_bake_leaves_the_old_files_whole(tmp_path: Path) -> None:
    bake.bake(folder=tmp_path, jobs=1)
    (tmp_path / "twin.vtp").write_bytes(b"old")
    manifest = (tmp_path / "manifest.json").read_bytes()

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bake.bake(folder=tmp_path, jobs=1, progress=stop)
    assert (tmp_path / "twin.vtp").read_bytes() == b"old"
    assert (tmp_path / "manifest.json").read_bytes() == manifest


@pytest.mark.usefixtures("workshop")
def test_the_footprint_lies_under_the_slip(tmp_path: Path) -> None:
    import pyvista as pv

    bake.bake(folder=tmp_path, jobs=1)
    mesh = pv.read(tmp_path / "ball.vtp")
    inside = np.asarray(mesh.points)[mesh["footprint_twin_origin"] < 0]
    assert 0 < len(inside) < mesh.n_points / 4
    assert np.linalg.norm(inside - [0, 0, 10], axis=1).max() < 3.0


def test_the_committed_meshes_were_made_from_these_recipes() -> None:
    entries = json.loads((bake.BAKED / "manifest.json").read_text(encoding="utf-8"))["meshes"]
    assert list(entries) == list(recipes())
    stale = [name for name in recipes() if not mesh_file.is_current(bake.BAKED, entries[name], bake.made_from(name))]
    assert stale == [], "run: python -m meshes.sculpt"


def test_muscles_have_their_fibres_on_the_proxy_too() -> None:
    import pyvista as pv

    muscles = [name for name, recipe in recipes().items() if recipe.kind == "muscle"]
    assert len(muscles) > 60
    for name in muscles:
        full, proxy = (pv.read(bake.BAKED / f"{name}{which}.vtp") for which in ("", ".proxy"))
        nearest = cKDTree(full.points).query(proxy.points)[1]
        same = (proxy.point_data["fibre"] == full.point_data["fibre"][nearest]).all(axis=1)
        assert same.mean() > 0.99, name


def test_the_committed_meshes_are_light_enough() -> None:
    entries = json.loads((bake.BAKED / "manifest.json").read_text(encoding="utf-8"))["meshes"]
    assert sum(path.stat().st_size for path in bake.BAKED.iterdir()) < 60e6
    annotations = json.loads((bake.ROOT / "annotations.json").read_text(encoding="utf-8"))
    scene = [entries[one["id"]] for one in annotations["structures"] if one["id"] in entries]
    assert len(scene) < len(entries)  # a form stands there instead of the usual muscle, never beside it
    assert sum(entry["triangles"] for entry in scene) < 2_200_000
    assert sum(entry["proxy"]["triangles"] for entry in entries.values()) < 150_000
