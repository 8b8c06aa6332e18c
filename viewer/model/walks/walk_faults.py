"""Checks what a schema cannot: that all that a walk names is known, and that its finger can stand on this body.

Every check bears data of any shape and passes over what has the wrong one, so that faults of shape and of meaning are
listed together.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from viewer.model.annotations.fact_faults import Found, twice
from viewer.model.annotations.faults import Fault, Steps, did_you_mean, quoted
from viewer.model.annotations.json_lines import Document
from viewer.model.annotations.loose_json import LooseObject, is_number, items, named, objects, words
from viewer.model.annotations.naming_faults import mark_faults, source_faults, structure_faults
from viewer.model.atlas.atlas import Atlas
from viewer.model.walks.drawing import NAME, DrawingError, drawing_file, read_drawing
from viewer.model.walks.walk import Kind, Purpose

BODY = ((-180.0, 180.0), (-130.0, 140.0), (-665.0, 345.0))
"""Where skin is, mm: from right to left, from front to back, from below to above."""
SHORTEST_WAY = 5.0
"""Millimetres from where a finger stands to what it aims at."""

Names = Collection[str]


def walk_faults(document: Document, atlas: Atlas, ours: Path) -> Iterator[Fault]:
    """Everything in a walk that contradicts the atlas or itself; ``ours`` is the folder of the program's walks."""
    data = document.data
    if not isinstance(data, dict):
        return
    structures = words(items(data, "structures"))
    for found in (
        structure_faults(("structures",), items(data, "structures"), atlas),
        _statements(("summary",), objects(data, "summary"), structures, atlas),
        twice(("steps",), (((place,), step) for place, step in objects(data, "steps"))),
        _careful(data),
        *(_step(("steps", place), step, structures, atlas) for place, step in objects(data, "steps")),
        _drawings_faults(data, document.file.parent, ours),
    ):
        for steps, text in found:
            yield document.fault(steps, text)


def _careful(data: LooseObject) -> Found:
    """A walk that touches says what to be careful of."""
    said = [one for _, step in (*objects(data, "steps"), ((), data)) for key in ("says", "summary")
            for _, one in objects(step, key)]  # fmt: skip
    if data.get("kind") == Kind.TOUCH and not any(one.get("part") == Purpose.CAUTION for one in said):
        yield ("steps",), 'touch somebody and hold no statement with "part": "caution"; at least one is expected'


def _step(steps: Steps, step: LooseObject, structures: Names, atlas: Atlas) -> Found:
    yield from _statements((*steps, "says"), objects(step, "says"), structures, atlas)
    for key in ("shown", "ghosted"):
        yield from structure_faults((*steps, key), items(step, key), atlas)
    yield from mark_faults(steps, step, atlas)
    if "view" in step and "camera" in step:
        yield (*steps, "camera"), "stands beside a view; one of the two is expected"
    yield from _camera((*steps, "camera"), named(step, "camera"))
    yield from _finger((*steps, "finger"), named(step, "finger"))


def _statements(steps: Steps, says: Iterable[tuple[int, LooseObject]], structures: Names, atlas: Atlas) -> Found:
    for place, said in says:
        of = said.get("of")
        if isinstance(of, str) and of not in structures:
            hint = did_you_mean(of, structures)
            yield (*steps, place, "of"), f"is {quoted(of)}, which is none of the walk's structures{hint}"
        yield from source_faults((*steps, place), said, atlas)


def _camera(steps: Steps, camera: LooseObject) -> Found:
    position, focus, up = (_place(camera, key) for key in ("position", "focus", "up"))
    if position and focus:
        way, upright = [a - b for a, b in zip(focus, position, strict=True)], up or [0.0, 0.0, 1.0]
        if _crossed(way, upright) <= 1e-3 * math.hypot(*way) * math.hypot(*upright):
            yield steps, "looks nowhere, or along what is up; another position, focus or up is expected"


def _finger(steps: Steps, finger: LooseObject) -> Found:
    start, aim = _place(finger, "start"), _place(finger, "aim")
    for key, place in (("start", start), ("aim", aim)):
        if place and not _in_body(place):
            yield (*steps, key), f"is {quoted(place)}, away from the body; {_expected()} is expected"
    if start and aim and math.dist(start, aim) < SHORTEST_WAY:
        yield (*steps, "aim"), f"is where the finger stands; a place at least {SHORTEST_WAY:g} mm away is expected"


def _drawings_faults(data: LooseObject, beside: Path, ours: Path) -> Found:
    told: dict[str, str] = {}
    for place, step in objects(data, "steps"):
        name = step.get("position")
        if isinstance(name, str) and NAME.fullmatch(name):  # of any other the schema tells
            told.setdefault(name, _drawing_fault(name, beside, ours))
            if told[name]:
                yield ("steps", place, "position"), told[name]


def _drawing_fault(name: str, beside: Path, ours: Path) -> str:
    file = drawing_file(name, beside, ours)
    if file is None:
        known = [one.stem for folder in (beside, ours) for one in (folder / "positions").glob("*.svg")]
        return f"there is no drawing {quoted(name)}{did_you_mean(name, known)}"
    try:
        read_drawing(file)
    except DrawingError as error:
        return f"the drawing {quoted(file.name)} is not shown: {error}"
    return ""


def _place(parent: LooseObject, key: str) -> list[float] | None:
    value = items(parent, key)
    return value if len(value) == 3 and all(map(is_number, value)) else None


def _in_body(place: list[float]) -> bool:
    return all(low <= part <= high for part, (low, high) in zip(place, BODY, strict=True))


def _expected() -> str:
    return "x from {:g} to {:g}, y from {:g} to {:g}, z from {:g} to {:g}".format(
        *(end for ends in BODY for end in ends)
    )


def _crossed(one: list[float], other: list[float]) -> float:
    (a, b, c), (d, e, f) = one, other
    return math.hypot(b * f - c * e, c * d - a * f, a * e - b * d)
