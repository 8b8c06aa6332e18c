"""A page for a browser: the scenes of a lesson in one file that anybody turns, offline, with names to be tapped.

It loads nothing from anywhere: styles, script and surfaces are within it, and it forbids the browser everything else.
What a lesson says is data for it, never markup or script.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from viewer.drawing import style
from viewer.drawing.exporting import decimation, page_scenes, rights
from viewer.drawing.exporting.packing import Packing
from viewer.drawing.exporting.page_paints import Paints
from viewer.drawing.exporting.pieces import Piece, pieces
from viewer.drawing.mesh import Mesh
from viewer.drawing.mesh_files import MeshProblem, MeshStore
from viewer.drawing.overlays.overlays import wanted
from viewer.drawing.structures import shading
from viewer.language import tr
from viewer.model.atlas.atlas import Atlas
from viewer.model.lessons.lesson import Lesson
from viewer.model.whole_file import write_whole

_WEB = Path(__file__).resolve().parent / "web"
_SCRIPTS = ("camera.js", "stage.js", "page.js")
MOST = 400_000
"""Triangles of all surfaces together: a page of eight megabytes, which a school's computer turns."""


class NoPageError(Exception):
    """No page could be written; the message says why and what to do."""


def export(
    atlas: Atlas,
    meshes_folder: Path,
    lesson: Lesson,
    out: Path,
    tell: Callable[[int, int], object] = lambda _done, _of: None,
) -> dict[str, str]:
    """Writes the page. Returns the structures that have no surface and why; ``tell`` hears how many are read.

    Raises NoPageError and ManifestError.
    """
    store = MeshStore(meshes_folder)
    text = _page(atlas, store, lesson, tell)
    try:
        write_whole(out, text.encode())
    except OSError as fault:
        told = tr("No page: {file} cannot be written ({why}).").format(file=out, why=fault.strerror)
        raise NoPageError(told) from fault
    return store.problems


def _page(atlas: Atlas, store: MeshStore, lesson: Lesson, tell: Callable[[int, int], object]) -> str:
    shown = [pieces(atlas, one.view) for one in lesson.scenes]
    meshes = _surfaces(shown, store, tell)
    if not meshes:
        raise NoPageError(tr("No page: nothing is shown. Bring something back first."))
    packed, numbers = Packing(), {}
    for name, mesh in meshes.items():
        numbers[f"mesh {name}"] = packed.add(mesh)
    told = _told(atlas, lesson, shown, meshes, numbers)
    paints = Paints(atlas, store, packed)
    for one, parts, scene in zip(lesson.scenes, shown, told["scenes"], strict=True):
        overlays = wanted(atlas, one.view)
        there = {piece.name: numbers[piece.structure.id] for piece in parts if piece.name in meshes}
        scene["paints"] = paints.of(overlays, there)
        scene["marks"] = [mark.place for mark in overlays.marks]
    return _filled(lesson.title, told | {"meshes": packed.table}, base64.b64encode(packed.content).decode())


def _surfaces(shown: list[list[Piece]], store: MeshStore, tell: Callable[[int, int], object]) -> dict[str, Mesh]:
    """The surfaces of all scenes by the names of their meshes, as fine as a page can have them."""
    names = dict.fromkeys(piece.name for scene in shown for piece in scene)
    found: dict[str, Mesh] = {}
    for name in names:
        try:
            found[name] = store.load(name)
        except MeshProblem:
            continue
    chosen = frozenset(piece.name for scene in shown for piece in scene if piece.look.chosen)
    shares = decimation.shares(found, chosen, MOST)
    for number, name in enumerate(found):
        tell(number, len(found))
        found[name] = decimation.decimated(found[name], shares[name])
    return found


def _told(
    atlas: Atlas, lesson: Lesson, shown: list[list[Piece]], meshes: Mapping[str, Mesh], numbers: dict[str, int]
) -> dict[str, Any]:
    there = {piece.structure.id: piece for scene in shown for piece in scene if piece.name in meshes}
    numbers |= {name: number for number, name in enumerate(there)}
    return {
        "words": _words(),
        "themes": {"dark": page_scenes.theme(style.DARK), "light": page_scenes.theme(style.LIGHT)},
        "structures": [page_scenes.structure(one.structure, meshes[one.name]) for one in there.values()],
        "scenes": [
            page_scenes.scene(one, parts, numbers, meshes, atlas)
            for one, parts in zip(lesson.scenes, shown, strict=True)
        ],
    }


def _words() -> dict[str, str]:
    return {
        "before": tr("The scene before"),
        "after": tr("The next scene"),
        "closer": tr("Closer"),
        "hide": tr("Hide"),
        "show": tr("Show"),
        "planned": tr("As at the start"),
        "all": tr("Show all"),
        "open": tr("Names"),
        "reveal": tr("Show the names"),
        "find": tr("Find a name"),
        "sources": tr("Sources"),
        "right": tr("R", "the person's right side"),
        "left": tr("L", "the person's left side"),
        "picture": tr("The body: drag to turn it, pinch or use the wheel to come closer, tap for a name."),
    }


def _filled(title: str, told: Mapping[str, Any], surfaces: str) -> str:
    """The page with all that belongs into it. What is put in is never looked through for places to put something in."""
    style_sheet = (_WEB / "page.css").read_text(encoding="utf-8")
    script = _script()
    parts = {
        "language": "en",
        "policy": _policy(style_sheet, script),
        "made": rights.made_by(),
        "title": title,
        "caution": rights.caution(),
        "rights": rights.copyright_line(),
        "without": tr("This page needs a browser with JavaScript and WebGL 2: any of the last years has them."),
    }
    safe = {name: html.escape(text) for name, text in parts.items()}
    raw = {"style": style_sheet, "script": script, "told": _harmless(told), "surfaces": surfaces}
    template = (_WEB / "page.html").read_text(encoding="utf-8")
    return re.sub(r"\{\{(\w+)\}\}", lambda found: {**safe, **raw}[found[1]], template)


def _script() -> str:
    """The page's own script, with the light of the program's pictures."""
    light = {"TISSUE": shading.TISSUE, "SKIN": shading.SKIN, "FOOTPRINT": shading.FOOTPRINT, "ZONE": shading.ZONE}
    lines = [f"const {name} = {json.dumps(text)};" for name, text in light.items()]
    files = [(_WEB / name).read_text(encoding="utf-8") for name in _SCRIPTS]
    return "\n".join(('"use strict";', "(() => {", *lines, *files, "})();", ""))


def _policy(style_sheet: str, script: str) -> str:
    """What the browser lets the page do: run this script, wear this style, and nothing else."""
    one, other = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (script, style_sheet))
    rest = "base-uri 'none'; form-action 'none'"
    return f"default-src 'none'; script-src 'sha256-{one}'; style-src 'sha256-{other}'; {rest}"


def _harmless(told: Mapping[str, Any]) -> str:
    """JSON that no browser takes for the end of a script, or for a comment in it."""
    return json.dumps(told, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c").replace(">", "\\u003e")
