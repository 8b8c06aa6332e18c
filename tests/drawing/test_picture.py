from __future__ import annotations

from pathlib import Path

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
