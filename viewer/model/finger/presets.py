"""Places from which a finger can begin: those that the palpation steps of the annotations name for a hand."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from viewer.language import tr
from viewer.model.atlas.atlas import Atlas, Landmark, PalpationStep, Point, Structure


@dataclass(frozen=True)
class Preset:
    """Where a hand starts for a structure: near which landmark, the place on the skin, and what it aims at."""

    structure: str
    title: str
    start: Point
    aim: Point


def presets(atlas: Atlas) -> tuple[Preset, ...]:
    """One for each structure and landmark, in the order of the atlas."""
    found = {(one.structure, one.title): one for one in reversed(tuple(_all(atlas)))}
    return tuple(reversed(found.values()))


def _all(atlas: Atlas) -> Iterator[Preset]:
    for name, structure in atlas.structures.items():
        for step in structure.palpation:
            if step.hand is not None and step.marks:
                yield Preset(name, _title(structure, step), *step.hand)


def _title(structure: Structure, step: PalpationStep) -> str:
    assert step.hand is not None
    start = step.hand[0]
    nearest = min(step.marks, key=lambda mark: _apart(mark, start))
    return tr("{structure}: {landmark}").format(structure=structure.title, landmark=nearest.name)


def _apart(mark: Landmark, place: Point) -> float:
    """The distance (mm) of a place from a landmark, whose line is followed from place to place."""
    pairs = zip(mark.places, mark.places[1:] or mark.places, strict=False)
    return min(_from_line(one, other, place) for one, other in pairs)


def _from_line(one: Point, other: Point, place: Point) -> float:
    along = [b - a for a, b in zip(one, other, strict=True)]
    off = [p - a for a, p in zip(one, place, strict=True)]
    long = sum(part * part for part in along)
    share = min(max(sum(a * o for a, o in zip(along, off, strict=True)) / long, 0.0), 1.0) if long else 0.0
    return math.dist(place, [a + share * w for a, w in zip(one, along, strict=True)])
