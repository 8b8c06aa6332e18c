from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
import pyvista as pv

from tests.drawing import spheres
from viewer.drawing import picture, studio
from viewer.drawing.mesh_files import ManifestError
from viewer.model.session.view import View

SIZE = (240, 160)


def draw(folder: Path, out: Path, view: View | None = None, name: str | None = "anterior") -> npt.NDArray[np.uint8]:
    picture.draw(spheres.atlas(), folder, view or View(), name, picture.Paper(SIZE), out)
    image = pv.read(out)
    assert isinstance(image, pv.ImageData)
    assert image.dimensions == (*SIZE, 1)
    return np.asarray(image.active_scalars)


def test_a_picture_shows_the_view_and_follows_a_variation_there_and_back(folder: Path, tmp_path: Path) -> None:
    both = draw(folder, tmp_path / "both.png")
    without = draw(folder, tmp_path / "without.png", View(absent=frozenset({"rope"})))
    again = draw(folder, tmp_path / "again.png")
    assert (both != without).any()
    np.testing.assert_array_equal(both, again)


def test_each_standard_view_is_another_picture(folder: Path, tmp_path: Path) -> None:
    pictures = [draw(folder, tmp_path / f"{name}.png", name=name).tobytes() for name in ("anterior", "left", None)]
    assert len(set(pictures)) == 3


def test_structures_without_a_model_are_told(folder: Path, tmp_path: Path) -> None:
    (folder / "rope.vtp").unlink()
    problems = picture.draw(spheres.atlas(), folder, View(), None, picture.Paper(SIZE), tmp_path / "out.png")
    assert list(problems) == ["rope"]


def test_no_meshes_no_picture_and_the_old_one_stays(tmp_path: Path) -> None:
    out = tmp_path / "out.png"
    out.write_bytes(b"old")
    with pytest.raises(ManifestError):
        draw(tmp_path, out)
    assert out.read_bytes() == b"old"


def test_a_place_that_cannot_be_written_is_one_clear_error(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(picture.NoPictureError, match="nowhere"):
        draw(folder, tmp_path / "nowhere" / "out.png")
    (tmp_path / "folder.png").mkdir()
    with pytest.raises(picture.NoPictureError, match=r"folder\.png"):
        draw(folder, tmp_path / "folder.png")
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_a_picture_too_large_for_the_memory_is_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(picture.NoPictureError, match="16384 x 16384"):
        picture.draw(spheres.atlas(), folder, View(), None, picture.Paper((16384, 16384)), tmp_path / "out.png")


def test_without_opengl_there_is_one_clear_sentence(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(studio, "_can_draw", lambda _: False)
    with pytest.raises(picture.NoPictureError, match="OpenGL"):
        draw(folder, tmp_path / "out.png")
    assert not (tmp_path / "out.png").exists()


def read(file: Path) -> npt.NDArray[np.int64]:
    """A picture's pixels, (height, width, colours), first row lowest."""
    image = pv.read(file)
    width, height, _ = image.dimensions
    return np.asarray(image.active_scalars, int).reshape(height, width, -1)


def drawn(folder: Path, out: Path, view: View, **aspects: Any) -> npt.NDArray[np.int64]:
    paper = picture.Paper(**{"size": SIZE, **aspects})
    assert picture.draw(spheres.atlas(), folder, view, "anterior", paper, out) == {}
    return read(out)


def test_without_its_ground_a_picture_laid_on_another_is_as_if_drawn_on_that(folder: Path, tmp_path: Path) -> None:
    view = View(selection=("rope",), labels=True)
    white = drawn(folder, tmp_path / "white.png", view, ground="white")
    clear = drawn(folder, tmp_path / "clear.png", view, ground="white", transparent=True)
    assert clear.shape == (*SIZE[::-1], 4)
    cover = clear[:, :, 3:] / 255
    laid = clear[:, :, :3] * cover + 255 * (1 - cover)
    np.testing.assert_allclose(laid, white, atol=2)
    assert cover.min() < 0.05
    assert cover.max() == 1
    edge = (cover > 0.02) & (cover < 0.98)
    assert 0.005 < edge.mean() < 0.6  # edges let some through, and the skin


def test_grounds_differ_where_nothing_stands(folder: Path, tmp_path: Path) -> None:
    bare = View(hidden=frozenset({"hide"}))
    corners = [drawn(folder, tmp_path / f"{one}.png", bare, ground=one)[0, 0].tolist() for one in picture.GROUNDS]
    dark, light, white = corners
    clear = drawn(folder, tmp_path / "clear.png", bare, transparent=True)[0, 0].tolist()
    assert max(dark) < 60
    assert min(light) > 200
    assert white == [255, 255, 255]
    assert clear[3] == 0


def test_in_tiles_a_picture_is_the_same(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    view, told = View(selection=("rope",), labels=True), []
    whole = drawn(folder, tmp_path / "whole.png", view, size=(301, 203))
    monkeypatch.setattr(studio, "TILE", 4 * 301 * 203 // 8)
    paper = picture.Paper((301, 203))
    picture.draw(
        spheres.atlas(), folder, view, "anterior", paper, tmp_path / "tiled.png", lambda *far: told.append(far)
    )
    tiled = read(tmp_path / "tiled.png")
    assert [of for _, of in told] == [9] * 9
    apart = np.abs(tiled - whole).max(axis=2)
    assert (apart > 24).mean() < 0.06  # letters may lie a pixel aside
    assert (apart <= 2).mean() > 0.9
