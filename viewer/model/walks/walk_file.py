"""A walk's file -> Walk, or every fault in it with its place."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from viewer.model.annotations.data_files import JsonObject, read_data
from viewer.model.atlas.atlas import Atlas
from viewer.model.atlas.facts import Point, Status
from viewer.model.notes.plain_text import plain
from viewer.model.session.view import Camera
from viewer.model.walks.walk import Kind, Purpose, Reach, Statement, Step, Walk
from viewer.model.walks.walk_faults import walk_faults

LARGEST_WALK = 300_000
"""Bytes; a long walk has some tens of thousands."""
SCHEMA_NAME = "walk.schema.json"


def our_folder() -> Path:
    """The folder of the walks that come with the program, with the schema."""
    return Path(__file__).resolve().parents[2] / "walks"


def read_walk(file: Path, atlas: Atlas) -> Walk:
    """The walk in a file. Raises DataFileError."""
    ours = our_folder()
    data = read_data(file, LARGEST_WALK, ours / SCHEMA_NAME, lambda document: walk_faults(document, atlas, ours))
    return _walk(data, file, atlas)


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
