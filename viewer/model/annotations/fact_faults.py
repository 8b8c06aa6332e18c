"""Checks one fact of a description: the sources and structures that it names exist, and its zone encloses something."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from viewer.model.annotations.faults import Steps, did_you_mean, quoted
from viewer.model.annotations.loose_json import LooseObject, is_number, items, words

SMALLEST_ZONE = 1.0
"""Square millimetres; a zone below it is a slip of the keyboard."""

SIDES = ("right", "left", "middle")
NERVES = ("nerve_structures", "springs_from")
"""Lists in facts that name nerves of the scene."""

Found = Iterator[tuple[Steps, str]]
Users = Mapping[str, frozenset[str]]
"""By side, the ids of the structures that a description holds for."""


@dataclass(frozen=True)
class Known:
    """What may be referred to: ids of sources and landmarks, structures by id, ids of facts by description."""

    sources: frozenset[str]
    landmarks: frozenset[str]
    structures: Mapping[str, LooseObject]
    facts: Mapping[str, frozenset[str]]

    def facts_about(self, structure_id: str) -> frozenset[str]:
        """The ids, without the structure's, of all that is said of a structure."""
        keys = words(items(self.structures.get(structure_id, {}), "described_by"))
        return frozenset(fact for key in keys for fact in self.facts.get(key, ()))


def fact_faults(steps: Steps, fact: LooseObject, users: Users, known: Known) -> Found:
    """Everything that contradicts the rest of the file."""
    yield from source_faults(steps, fact, known)
    if isinstance(fact.get("structure"), str):
        yield from _carrier((*steps, "structure"), fact["structure"], users, known)
    for keys, check in ((NERVES, _nerve), (("marks",), _mark)):
        for key in keys:
            for place, name in enumerate(items(fact, key)):
                if isinstance(name, str):
                    yield from check((*steps, key, place), name, users, known)
    zone = fact.get("zone")
    if isinstance(zone, dict):
        yield from _polygon((*steps, "zone", "polygon"), items(zone, "polygon"))


def source_faults(steps: Steps, told: LooseObject, known: Known) -> Found:
    """Sources of a fact or a landmark that are not in the list."""
    for place, source in enumerate(items(told, "sources")):
        if isinstance(source, str) and source not in known.sources:
            hint = did_you_mean(source, known.sources)
            yield (*steps, "sources", place), f"there is no source {quoted(source)}{hint}"


def twice(steps: Steps, found: Iterable[tuple[Steps, LooseObject]]) -> Found:
    """Ids that stand twice among objects, each given with the way to it from ``steps``."""
    seen: set[str] = set()
    for inside, value in found:
        for name in words([value.get("id")]):
            if name in seen:
                yield (*steps, *inside, "id"), f"the id {quoted(name)} stands twice"
            seen.add(name)


def _carrier(steps: Steps, name: str, users: Users, known: Known) -> Found:
    for one, ids in _sided(name, users):
        if "{side}" in one:
            yield steps, f"{quoted(min(ids))} has no side to put for {{side}}"
        elif one in ids:
            yield steps, f"{quoted(one)} cannot attach to itself"
        elif one not in known.structures:
            yield steps, f"there is no structure {quoted(one)} to attach to{did_you_mean(one, known.structures)}"


def _nerve(steps: Steps, name: str, users: Users, known: Known) -> Found:
    for one, ids in _sided(name, users):
        if "{side}" in one:
            yield steps, f"{quoted(min(ids))} has no side to put for {{side}}"
        elif one in ids:
            yield steps, f"{quoted(one)} cannot be a part of itself"
        elif known.structures.get(one, {}).get("kind") != "nerve":
            nerves = [key for key, value in known.structures.items() if value.get("kind") == "nerve"]
            yield steps, f"there is no nerve {quoted(one)}{did_you_mean(one, nerves)}"


def _mark(steps: Steps, name: str, _users: Users, known: Known) -> Found:
    if name not in known.landmarks:
        yield steps, f"there is no landmark {quoted(name)}{did_you_mean(name, known.landmarks)}"


def _sided(name: str, users: Users) -> Iterator[tuple[str, Collection[str]]]:
    """The name for each side that is described; a structure of the middle leaves ``{side}`` as it stands."""
    for side in SIDES:
        if side in users:
            yield name if side == "middle" else name.replace("{side}", side), users[side]


def _polygon(steps: Steps, corners: list[Any]) -> Found:
    plain = [
        corner for corner in corners if isinstance(corner, list) and len(corner) == 2 and all(map(is_number, corner))
    ]
    if len(plain) == len(corners) >= 3 and not abs(_area(plain)) >= SMALLEST_ZONE:
        yield steps, "encloses nothing; corners in order around an area are expected"


def _area(corners: list[list[float]]) -> float:
    """Signed area by the shoelace rule."""
    following = corners[1:] + corners[:1]
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(corners, following, strict=True)) / 2
