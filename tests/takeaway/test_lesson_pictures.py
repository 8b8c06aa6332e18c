"""The pictures of a lesson, asked for on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
import pyvista as pv

from viewer.app import main


def test_each_scene_is_a_picture_and_progress_is_told(lesson_file: Path, tmp_path: Path, capsys) -> None:
    words = ["--pictures", str(tmp_path / "out"), "--lesson", str(lesson_file), "--size", "160x100"]
    assert main(words) == 0
    assert capsys.readouterr().out.splitlines() == ["progress 1 2", "progress 2 2"]
    pictures = [pv.read(tmp_path / "out" / f"{number}.png") for number in (1, 2)]
    assert [picture.dimensions for picture in pictures] == [(160, 100, 1)] * 2
    assert (pictures[0].active_scalars != pictures[1].active_scalars).any()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--pictures", "out"], "--lesson"),
        (["--pictures", "out", "--lesson", "gone.json"], "gone.json"),
        (["--pictures", "out", "--lesson", "empty.json"], "no scenes yet"),
        (["--pictures", "no/such/out", "--lesson", "two.json"], "cannot be made"),
        (["--pictures", "out", "--screenshot", "out.png", "--lesson", "two.json"], "not allowed with"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_words(
    lesson_file: Path, tmp_path: Path, capsys, monkeypatch: pytest.MonkeyPatch, *, words: list[str], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("two.json").write_bytes(lesson_file.read_bytes())
    Path("empty.json").write_text('{"format": 1, "scenes": []}')
    assert main(words) == 2
    assert told in capsys.readouterr().err
    assert not Path("out").exists()
