from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from tests.drawing import spheres
from viewer.drawing.mesh import Mesh
from viewer.drawing.mesh_files import MeshStore
from viewer.drawing.read_ahead import ReadAhead
from viewer.drawing.structures.proxy_cache import ProxyCache
from viewer.drawing.structures.thinning import FEWEST, SHARE, thinned

BAKED = Path(__file__).resolve().parents[3] / "meshes" / "baked"
BALL = spheres.drawable(spheres.bodies()["rope"])
HASH = "0" * 64


def kept(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir()) if folder.exists() else []


@pytest.mark.parametrize("name", ["vertebra_L3", "psoas_major_left", "skin", "femoral_nerve_left"])
def test_a_thinned_mesh_lies_near_the_full_one_and_faces_as_it_does(name: str) -> None:
    full = MeshStore(BAKED).load(name)
    thin = thinned(full)
    wanted = max(SHARE * len(full.triangles), FEWEST)
    assert 0.4 * wanted < len(thin.triangles) < (12.0 if "nerve" in name else 2.0) * wanted
    np.testing.assert_allclose(thin.bounds, full.bounds, atol=0.08 * np.ptp(full.points, axis=0).max())
    np.testing.assert_allclose(np.linalg.norm(thin.normals, axis=1), 1.0, atol=1e-3)
    a, b, c = thin.points[thin.triangles.T]
    outward = (np.cross(b - a, c - a) * thin.normals[thin.triangles[:, 0]]).sum(axis=1)
    assert (outward > 0).mean() > 0.8
    assert {key: values.dtype for key, values in thin.arrays.items()} == {
        key: values.dtype for key, values in full.arrays.items()
    }


def test_a_mesh_of_few_triangles_is_its_own_proxy() -> None:
    few = Mesh(BALL.points, BALL.triangles[:FEWEST], BALL.arrays)
    assert thinned(few) is few


def test_a_mesh_that_would_vanish_stays_as_it_is() -> None:
    point = Mesh(np.zeros_like(BALL.points), BALL.triangles, BALL.arrays)
    assert thinned(point) is point


def test_a_proxy_is_kept_and_found_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "cache"
    made = ProxyCache(folder).proxy(HASH, BALL)
    assert kept(folder) == [f"{HASH}.npz"]
    monkeypatch.setattr("viewer.drawing.structures.proxy_cache.thinned", lambda _: pytest.fail("made again"))
    found = ProxyCache(folder).proxy(HASH.upper(), BALL)
    np.testing.assert_array_equal(found.triangles, made.triangles)
    np.testing.assert_array_equal(found.arrays["fibre"], made.arrays["fibre"])


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 torn", b"\x93NUMPY"])
def test_a_damaged_proxy_is_made_anew(tmp_path: Path, content: bytes) -> None:
    made = ProxyCache(tmp_path).proxy(HASH, BALL)
    (tmp_path / f"{HASH}.npz").write_bytes(content)
    again = ProxyCache(tmp_path).proxy(HASH, BALL)
    np.testing.assert_array_equal(again.points, made.points)


@pytest.mark.parametrize("corner", [-1, 10_000_000])
def test_a_proxy_that_points_nowhere_is_made_anew(tmp_path: Path, corner: int) -> None:
    made = thinned(BALL)
    triangles = made.triangles.copy()
    triangles[0, 0] = corner
    arrays = {f"array {name}": values for name, values in made.arrays.items()}
    np.savez(tmp_path / f"{HASH}.npz", points=made.points, triangles=triangles, **arrays)
    assert ProxyCache(tmp_path).proxy(HASH, BALL).triangles.max() < len(made.points)


def test_what_was_used_least_lately_makes_room(tmp_path: Path) -> None:
    cache = ProxyCache(tmp_path, most=4 * len_of_one(tmp_path / "one"))
    for number in range(6):
        cache.proxy(f"{number:064d}", BALL)
        os.utime(tmp_path / f"{number:064d}.npz", (number, number))
        cache.proxy("0".zfill(64), BALL)
    names = [one for one in kept(tmp_path) if one.endswith(".npz")]
    assert len(names) <= 4
    assert f"{0:064d}.npz" in names
    assert f"{1:064d}.npz" not in names


def len_of_one(folder: Path) -> int:
    ProxyCache(folder).proxy(HASH, BALL)
    return (folder / f"{HASH}.npz").stat().st_size


def test_a_folder_that_cannot_be_written_costs_nothing_but_the_cache(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert len(ProxyCache(tmp_path / "file").proxy(HASH, BALL).triangles) < len(BALL.triangles)


def test_where_reading_was_stopped_no_proxy_is_begun(folder: Path, tmp_path: Path) -> None:
    store = ReadAhead(folder)
    store.begin(["stone", "rope"])
    store.finish(["stone", "rope"], lambda *_: None, lambda: False)
    store.close()
    assert store.thin(["stone", "rope"], ProxyCache(tmp_path / "cache"), lambda *_: None, lambda: True) == {}


def test_meshes_without_proxies_get_some_when_they_are_read(folder: Path, tmp_path: Path) -> None:
    store = ReadAhead(folder)
    store.begin(["stone", "rope"])
    store.finish(["stone", "rope"], lambda *_: None, lambda: False)
    assert store.triangles == len(BALL.triangles) * 2
    full = store.load("stone")
    late = store.thin(["stone", "rope"], ProxyCache(tmp_path / "cache"), lambda *_: None, lambda: False)
    store.close()
    assert list(late) == ["stone"]
    assert len(late["stone"].triangles) < len(full.triangles)
    rope = store.load_proxy("rope")
    assert rope is not None
    assert len(rope.triangles) < len(BALL.triangles)
