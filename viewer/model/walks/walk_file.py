"""A walk's file -> Walk, or every fault in it with its place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from viewer.model.annotations.faults import MOST_LISTED, AnnotationsError, Fault
from viewer.model.annotations.json_lines import Document, read_document
from viewer.model.annotations.shape_faults import shape_faults
from viewer.model.atlas.atlas import Atlas
from viewer.model.atlas.facts import Point, Status
from viewer.model.notes.plain_text import plain
from viewer.model.session.view import Camera
from viewer.model.walks.walk import Kind, Purpose, Reach, Statement, Step, Walk
from viewer.model.walks.walk_faults import walk_faults

LARGEST_WALK = 300_000
"""Bytes; a long walk has some tens of thousands."""
SCHEMA_NAME = "walk.schema.json"

JsonObject = Mapping[str, Any]


class WalkError(Exception):
    """A file that is no walk; ``faults`` are all that is wrong, in the order of the file."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(dict.fromkeys(faults), key=lambda fault: fault.line or 0))[:MOST_LISTED]
        super().__init__("\n".join(map(str, self.faults)))


def our_folder() -> Path:
    """The folder of the walks that come with the program, with the schema."""
    return Path(__file__).resolve().parents[2] / "walks"


def read_walk(file: Path, atlas: Atlas) -> Walk:
    """The walk in a file. Raises WalkError."""
    try:
        document, faults = read_document(file, LARGEST_WALK)
    except AnnotationsError as error:
        raise WalkError(error.faults) from error
    found = list(islice(_faults(document, atlas), 2 * MOST_LISTED))
    if faults or found:
        raise WalkError([*faults, *document.located(found)])
    return _walk(document.data, file, atlas)


def _faults(document: Document, atlas: Atlas) -> Iterable[Fault]:
    try:
        yield from shape_faults(document, _schema())
        yield from walk_faults(document, atlas, our_folder())
    except RecursionError:
        yield document.fault((), "nested too deeply; brackets within brackets a few steps deep are expected")


@cache
def _schema() -> JsonObject:
    rules: JsonObject = json.loads((our_folder() / SCHEMA_NAME).read_text(encoding="utf-8"))
    return rules


def _walk(data: JsonObject, file: Path, atlas: Atlas) -> Walk:
    return Walk(
        data["id"],
        plain(data["title"]),
        Kind(data["kind"]),
        tuple(data["structures"]),
        _statements(data.get("summary", ())),
        tuple(_step(step, atlas) for step in data["steps"]),
        file,
    )


def _step(data: JsonObject, atlas: Atlas) -> Step:
    return Step(
        data["id"],
        plain(data["title"]),
        _statements(data["says"]),
        data.get("position", ""),
        data.get("view", ""),
        _camera(data["camera"]) if "camera" in data else None,
        tuple(data.get("shown", ())),
        tuple(data.get("ghosted", ())),
        tuple(atlas.landmarks[mark] for mark in data.get("marks", ())),
        _reach(data["finger"]) if "finger" in data else None,
    )


def _statements(found: Iterable[JsonObject]) -> tuple[Statement, ...]:
    return tuple(
        Statement(
            Purpose(one["part"]), plain(one["text"]), Status(one["status"]), tuple(one["sources"]), one.get("of", "")
        )
        for one in found
    )


def _camera(data: JsonObject) -> Camera:
    return Camera(_place(data["position"]), _place(data["focus"]), _place(data.get("up", (0, 0, 1))))


def _reach(data: JsonObject) -> Reach:
    return Reach(_place(data["start"]), _place(data["aim"]), float(data["depth"]))


def _place(value: Iterable[float]) -> Point:
    x, y, z = map(float, value)
    return x, y, z
