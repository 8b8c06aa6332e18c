"""The page as a file: what is in it, and what is not."""

from __future__ import annotations

import base64
import hashlib
import html.parser
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.drawing import spheres
from viewer import paths
from viewer.drawing.exporting import decimation, packing, page
from viewer.drawing.mesh_files import MeshStore
from viewer.model.lessons.lesson import Lesson, LessonScene
from viewer.model.session.stroke import Stroke
from viewer.model.session.view import Camera, View

HOSTILE = "</script><script>evil()</script><!-- \" ' & {{surfaces}} \u2028"
CAMERA = Camera((0.0, -400.0, 0.0), (0.0, 0.0, 0.0))


class Read(html.parser.HTMLParser):
    """Every tag of a page with its attributes, and the text of each script and style."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}
        self._within = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._within = dict(attrs).get("id") or tag

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self._within = ""

    def handle_data(self, data: str) -> None:
        self.texts[self._within] = self.texts.get(self._within, "") + data


def exported(folder: Path, out: Path, *scenes: LessonScene, title: str = "Spheres") -> Read:
    page.export(spheres.atlas(), folder, Lesson(title, scenes=scenes), out)
    return Read(out.read_text(encoding="utf-8"))


def told(read: Read) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(read.texts["told"])
    return found


def test_it_is_whole_and_its_rules_let_only_itself_run(folder: Path, tmp_path: Path) -> None:
    read = exported(folder, tmp_path / "p.html", LessonScene("One", View()))
    tags = [tag for tag, _ in read.tags]
    assert tags.count("script") == 3
    assert not {"link", "img", "iframe", "object", "embed", "base", "form"} & set(tags)
    attributes = {name for _, found in read.tags for name in found}
    assert not {"src", "href", "style", "action", "srcdoc"} & attributes
    assert not [name for name in attributes if name.startswith("on")]
    policy = next(found["content"] for _, found in read.tags if found.get("http-equiv")) or ""
    for kind, name in (("script-src", "script"), ("style-src", "style")):
        digest = base64.b64encode(hashlib.sha256(read.texts[name].encode()).digest()).decode()
        assert f"{kind} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")


def test_hostile_words_stay_words(folder: Path, tmp_path: Path) -> None:
    plain = exported(folder, tmp_path / "p.html", LessonScene("One", View()))
    scene = LessonScene(HOSTILE, View(), HOSTILE)
    read = exported(folder, tmp_path / "h.html", scene, title=HOSTILE)
    assert [tag for tag, _ in read.tags] == [tag for tag, _ in plain.tags]
    assert told(read)["scenes"][0]["caption"] == HOSTILE
    assert read.texts["surfaces"] == plain.texts["surfaces"]


def test_a_scene_says_what_is_shown_and_how(folder: Path, tmp_path: Path) -> None:
    stroke = Stroke(((0.0, 0.1, 0.0), (0.2, 0.1, 0.0)), "green")
    chosen = View(selection=("rope",), camera=CAMERA, strokes=(stroke,), hidden=frozenset({"hide"}))
    read = exported(
        folder,
        tmp_path / "p.html",
        LessonScene("One", chosen, notes="For me alone"),
        LessonScene("Two", View(unnamed=True)),
    )
    first, second = told(read)["scenes"]
    names = [one["name"] for one in told(read)["structures"]]
    by_name = {names[piece["structure"]]: piece for piece in first["pieces"]}
    assert len(by_name) == 3
    assert [name for name, piece in by_name.items() if piece["chosen"]] == [spheres.atlas().structures["rope"].title]
    assert first["camera"]["position"] == [0.0, -400.0, 0.0]
    assert first["strokes"][0]["places"] == [[0.0, 0.1, 0.0], [0.2, 0.1, 0.0]]
    assert (first["unnamed"], second["unnamed"]) == (False, True)
    assert len(second["pieces"]) == 4
    assert "For me alone" not in (tmp_path / "p.html").read_text(encoding="utf-8")


def test_what_is_painted_goes_along_once_for_all_scenes(folder: Path, tmp_path: Path) -> None:
    scenes = [LessonScene("One", View(selection=("rope",))), LessonScene("Two", View(selection=("rope",)))]
    read = exported(
        folder, tmp_path / "p.html", *scenes, LessonScene("Three", View(selection=("rope",), overlays=False))
    )
    first, second, third = told(read)["scenes"]
    assert first["paints"] == second["paints"]
    assert {paint["kind"] for paint in first["paints"]} == {"footprint", "zone"}
    assert [mark for mark in first["marks"] if len(mark) == 3]
    assert (third["paints"], third["marks"]) == ([], [])
    content, painted = base64.b64decode(read.texts["surfaces"]), told(read)["meshes"][first["paints"][0]["mesh"]]
    corners = np.frombuffer(content, packing._CORNER, painted["points"], painted["corners"])
    assert corners["edge"].min() < 0 < corners["edge"].max()
    assert len(told(read)["meshes"]) == 4 + len(first["paints"])


def test_surfaces_come_back_from_their_bytes(folder: Path, tmp_path: Path) -> None:
    read = exported(folder, tmp_path / "p.html", LessonScene("One", View(isolated=frozenset({"rope"}))))
    content, (one,) = base64.b64decode(read.texts["surfaces"]), told(read)["meshes"]
    mesh = MeshStore(folder).load("rope")
    corners = np.frombuffer(content, packing._CORNER, one["points"], one["corners"])
    places = np.array(one["low"]) + np.array(one["size"]) * corners["place"] / 65535
    np.testing.assert_allclose(places, mesh.points, atol=0.002)
    np.testing.assert_array_equal(corners["colour"], mesh.arrays["Colors"])
    triangles = np.frombuffer(content, "<u2", 3 * one["triangles"], one["numbers"]).reshape(-1, 3)
    np.testing.assert_array_equal(triangles, mesh.triangles)
    x, y = corners["normal"].T / 127
    z = 1 - np.abs(x) - np.abs(y)
    under = np.maximum(-z, 0)
    back = np.column_stack((x - np.copysign(under, x), y - np.copysign(under, y), z))
    back /= np.linalg.norm(back, axis=1, keepdims=True)
    assert (back * mesh.normals).sum(axis=1).min() > 0.99


def test_fewer_triangles_are_shared_out_and_stay_closed() -> None:
    mesh = MeshStore(paths.meshes_folder()).load("psoas_minor_right")
    fewer = decimation.decimated(mesh, 0.2)
    assert len(fewer.triangles) == pytest.approx(0.2 * len(mesh.triangles), rel=0.01)
    assert fewer.volume == pytest.approx(mesh.volume, rel=0.01)
    edges = np.sort(fewer.triangles[:, [0, 1, 1, 2, 2, 0]].reshape(-1, 2), axis=1)
    assert (np.unique(edges, axis=0, return_counts=True)[1] == 2).all()
    shares = decimation.shares({"a": mesh, "b": mesh}, frozenset({"a"}), len(mesh.triangles))
    assert shares["a"] == pytest.approx(4 * shares["b"])
    assert shares["a"] + shares["b"] == pytest.approx(1.0)
    assert decimation.shares({"a": mesh}, frozenset(), len(mesh.triangles)) == {"a": 1.0}


def test_nothing_to_show_and_no_place_are_refused_in_words(folder: Path, tmp_path: Path) -> None:
    empty = LessonScene("One", View(isolated=frozenset()))
    with pytest.raises(page.NoPageError, match="nothing is shown"):
        exported(folder, tmp_path / "p.html", empty)
    with pytest.raises(page.NoPageError, match="cannot be written"):
        exported(folder, tmp_path / "no" / "p.html", replace(empty, view=View()))
