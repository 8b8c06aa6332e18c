"""The scenes of a page as plain data: what is shown in each and how, from where it is seen, what is said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from viewer.drawing import cameras, style
from viewer.drawing.exporting.pieces import Piece
from viewer.drawing.mesh import Mesh
from viewer.drawing.slicing.inks import ink
from viewer.model.answers.fact_lines import reference
from viewer.model.atlas.atlas import Atlas, Kind, Structure
from viewer.model.lessons.lesson import LessonScene
from viewer.model.session.stroke import Stroke
from viewer.model.session.view import Camera

_ASPECT = 1.5


def scene(
    one: LessonScene, pieces: list[Piece], numbers: Mapping[str, int], meshes: Mapping[str, Mesh], atlas: Atlas
) -> dict[str, Any]:
    """A scene whose pieces go by ``numbers``: of structures by their ids, of surfaces by the names of their meshes."""
    there = [piece for piece in pieces if piece.name in meshes]
    plane = one.view.plane
    return {
        "title": one.title,
        "caption": one.caption,
        "sources": [reference(atlas.sources[name]) for name in one.sources if name in atlas.sources],
        "camera": asdict(one.view.camera or _first(there, meshes)),
        "pieces": [_piece(piece, numbers) for piece in there],
        "plane": None if plane is None else {"at": plane.at, "normal": plane.normal},
        "strokes": [_stroke(stroke) for stroke in one.view.strokes],
        "unnamed": one.view.unnamed,
    }


def structure(one: Structure, mesh: Mesh) -> dict[str, Any]:
    """What is told of a structure, how it answers light, and what a section shows of it (``inside``)."""
    material = style.MATERIALS[one.kind]
    return {
        "name": one.title,
        "latin": one.latin,
        "material": [material.shine, material.tightness, material.rim],
        "skin": one.kind is Kind.SKIN,
        "nerve": one.kind is Kind.NERVE,
        "inside": [round(float(part), 4) for part in ink(one, mesh).body],
        "swatch": _hex(style.SWATCHES[one.kind]),
    }


def theme(one: style.Theme) -> dict[str, Any]:
    """The inks of a ground that a picture needs."""
    return {"outline": one.outline, "veil": one.veil}


def _piece(piece: Piece, numbers: Mapping[str, int]) -> dict[str, Any]:
    look = piece.look
    return {
        "structure": numbers[piece.structure.id],
        "mesh": numbers[f"mesh {piece.name}"],
        "chosen": look.chosen,
        "recede": look.recede,
        "ghost": look.ghost,
    }


def _first(pieces: list[Piece], meshes: Mapping[str, Mesh]) -> Camera:
    """The program's first view, framed on the muscles that are shown, or on everything."""
    stand = style.STANDPOINTS[style.FIRST]
    toward = Camera((0.0, 0.0, 0.0), stand.toward, stand.up, style.ANGLE)
    muscles = [piece for piece in pieces if piece.structure.kind is Kind.MUSCLE] or pieces
    points = [corner for piece in muscles for corner in meshes[piece.name].points[::40].tolist()]
    return cameras.framed(points or [[-100.0] * 3, [100.0] * 3], toward, _ASPECT, stand.margin)


def _stroke(one: Stroke) -> dict[str, Any]:
    inks = {"ink": _hex(style.STROKES[one.ink]), "casing": _hex(style.CASINGS[one.ink])}
    return {"places": one.places, "width": one.width, "body": one.on_body, **inks}


def _hex(colour: style.Colour) -> str:
    return "#" + "".join(f"{round(255 * part):02x}" for part in colour)
