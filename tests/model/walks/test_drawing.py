"""A drawing holds plain shapes, and whatever else an SVG file can hold is refused before anything draws it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.model.walks.small_walk import DRAWING
from viewer.model.walks.drawing import DrawingError, drawing_file, read_drawing

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
HOSTILE = [
    '<image href="bait.png" width="9" height="9"/>',
    '<image xlink:href="http://127.0.0.1:9/bait.png" width="9" height="9"/>',
    "<style>@import 'bait.css';</style>",
    '<rect width="9" height="9" fill="url(file:///etc/passwd)"/>',
    '<rect width="9" height="9" style="fill:url(bait.svg#a)"/>',
    '<use href="bait.svg#a"/>',
    "<script>alert(1)</script>",
    '<rect width="9" height="9" onload="alert(1)"/>',
    "<foreignObject><p/></foreignObject>",
    '<text font-family="bait">x</text>',
    '<a href="http://127.0.0.1:9/"><rect width="9" height="9"/></a>',
    '<filter id="f"><feImage href="bait.png"/></filter>',
    '<animate attributeName="x" dur="1s"/>',
    '<path d="M0 0 L99999999 1"/>',
    '<line x2="9" stroke-dasharray="0.0001"/>',
    '<g transform="scale(9)"><line x2="9" stroke-dasharray="1"/></g>',
    "<g>" * 9 + "</g>" * 9,
    '<rect width="1" height="1"/>' * 3_001,
]


def drawn(folder: Path, text: str) -> Path:
    file = folder / "drawing.svg"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_line_drawing_is_read(tmp_path: Path) -> None:
    assert read_drawing(drawn(tmp_path, f'<?xml version="1.0"?><!-- ours -->{DRAWING}')).endswith(DRAWING)


@pytest.mark.parametrize("inner", HOSTILE)
def test_what_is_no_plain_shape_is_refused(tmp_path: Path, inner: str) -> None:
    with pytest.raises(DrawingError):
        read_drawing(drawn(tmp_path, f"{HEAD}{inner}</svg>"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<svg",
        "<html/>",
        '<svg viewBox="0 0 9 9"/>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 0"/>',
        '<!DOCTYPE svg [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;">]>' + HEAD + "<desc>&c;</desc></svg>",
        '<?xml-stylesheet href="bait.css"?>' + HEAD + "</svg>",
        " " * 200_001,
    ],
)
def test_what_is_no_drawing_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(DrawingError):
        read_drawing(drawn(tmp_path, text))


@pytest.mark.parametrize("name", ["../drawing", "/etc/passwd", "..", "", "a/b", "A", "a.svg", "a\0"])
def test_no_name_leads_out_of_the_folders(tmp_path: Path, name: str) -> None:
    (tmp_path / "positions").mkdir()
    drawn(tmp_path, DRAWING)
    assert drawing_file(name, tmp_path, tmp_path) is None


def test_a_drawing_beside_the_walk_comes_first(tmp_path: Path) -> None:
    for folder in ("own", "ours"):
        (tmp_path / folder / "positions").mkdir(parents=True)
        (tmp_path / folder / "positions" / "supine.svg").write_text(DRAWING)
    assert drawing_file("supine", tmp_path / "own", tmp_path / "ours") == tmp_path / "own/positions/supine.svg"
    assert drawing_file("supine", tmp_path / "none", tmp_path / "ours") == tmp_path / "ours/positions/supine.svg"
