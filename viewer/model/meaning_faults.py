"""Checks what a schema cannot: that ids are unique, that everything named exists, that sides and polygons make sense.

Every check bears data of any shape and passes over what has the wrong one, so that faults of shape and of meaning are
listed together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from viewer.model.faults import Fault, Steps, did_you_mean, quoted
from viewer.model.json_lines import Document

FACT_LISTS = ("summary", "attachments", "innervation", "actions", "trigger_points", "referrals", "variation", "studies")
MOST_FACTS = 50_000
"""In all structures together; what is shared counts for each, so a small file cannot swell without end."""
SMALLEST_ZONE = 1.0
"""Square millimetres; a zone below it is a slip of the keyboard."""

_SIDES = ("right", "left", "middle")

_Object = Mapping[str, Any]
_Found = Iterator[tuple[Steps, str]]


@dataclass(frozen=True)
class _Names:
    """What may be referred to.

    ``facts`` are the ids of the facts in each description, ``users`` the ids, by side, of the structures that it
    describes.
    """

    sources: frozenset[str]
    structures: Mapping[str, _Object]
    descriptions: Mapping[str, _Object]
    facts: Mapping[str, frozenset[str]]
    users: Mapping[str, Mapping[str, frozenset[str]]]


def meaning_faults(document: Document) -> Iterator[Fault]:
    """Every contradiction in the document, however much of its shape is wrong too."""
    if not isinstance(document.data, dict):
        return
    data, names = document.data, _names(document.data)
    for found in (
        *(_twice((key,), _placed(data, key)) for key in ("sources", "structures", "variations")),
        _structures(data, names),
        _variations(data, names),
        _descriptions(names),
    ):
        for steps, text in found:
            yield document.fault(steps, text)


def facts_of(description: _Object) -> Iterator[tuple[Steps, _Object]]:
    """Every fact in a description, with the way to it from there."""
    for key in FACT_LISTS:
        for place, fact in _objects(description, key):
            yield (key, place), fact
    for number, section in _objects(description, "more"):
        for place, fact in _objects(section, "facts"):
            yield ("more", number, "facts", place), fact


def _names(data: _Object) -> _Names:
    structures = [structure for _, structure in _objects(data, "structures")]
    described = data.get("descriptions")
    pairs = described.items() if isinstance(described, dict) else ()
    descriptions = {key: value for key, value in pairs if isinstance(value, dict)}
    return _Names(
        sources=frozenset(_words(source.get("id") for _, source in _objects(data, "sources"))),
        structures={word: one for one in structures for word in _words([one.get("id")])},
        descriptions=descriptions,
        facts={
            key: frozenset(_words(fact.get("id") for _, fact in facts_of(one))) for key, one in descriptions.items()
        },
        users=_users(structures),
    )


def _users(structures: list[_Object]) -> Mapping[str, Mapping[str, frozenset[str]]]:
    found: dict[str, dict[str, set[str]]] = {}
    for structure in structures:
        for key in _words(_list(structure, "described_by")):
            found.setdefault(key, {}).setdefault(str(structure.get("side")), set()).add(str(structure.get("id")))
    return {key: {side: frozenset(ids) for side, ids in sides.items()} for key, sides in found.items()}


def _structures(data: _Object, names: _Names) -> _Found:
    amount = sum(
        len(ids) * len(names.facts.get(key, ())) for key, sides in names.users.items() for ids in sides.values()
    )
    if amount > MOST_FACTS:
        yield ("structures",), f"have {amount} facts together; at most {MOST_FACTS} are expected"
    for number, structure in _objects(data, "structures"):
        steps: Steps = ("structures", number)
        yield from _side(steps, structure)
        keys = list(enumerate(_list(structure, "described_by")))
        for place, key in keys:
            if isinstance(key, str) and key not in names.descriptions:
                hint = did_you_mean(key, names.descriptions)
                yield (*steps, "described_by", place), f"there is no description {quoted(key)}{hint}"
        yield from _facts_twice(steps, _words(key for _, key in keys), names)


def _side(steps: Steps, structure: _Object) -> _Found:
    name, side = structure.get("id"), structure.get("side")
    if isinstance(name, str) and side in _SIDES:
        named = next((end for end in ("right", "left") if name.endswith(f"_{end}")), "middle")
        if named != side:
            yield (*steps, "side"), f"is {quoted(side)}, but by its id {quoted(name)} the side is {named}"


def _facts_twice(steps: Steps, keys: Iterable[str], names: _Names) -> _Found:
    """Facts of the same id in two descriptions of one structure."""
    seen: frozenset[str] = frozenset()
    for key in dict.fromkeys(keys):
        facts = names.facts.get(key, frozenset())
        for name in sorted(seen & facts):
            yield (*steps, "described_by"), f"{key} and a description before it both have a fact {quoted(name)}"
        seen |= facts


def _variations(data: _Object, names: _Names) -> _Found:
    for number, variation in _objects(data, "variations"):
        members = variation.get("members")
        for side, member in members.items() if isinstance(members, dict) else ():
            steps: Steps = ("variations", number, "members", side)
            if not isinstance(member, str):
                continue
            if member not in names.structures:
                yield steps, f"there is no structure {quoted(member)}{did_you_mean(member, names.structures)}"
            elif names.structures[member].get("side") in _SIDES and names.structures[member]["side"] != side:
                yield steps, f"the side of {quoted(member)} is not {side}"


def _descriptions(names: _Names) -> _Found:
    for key, description in names.descriptions.items():
        steps: Steps = ("descriptions", key)
        facts = list(facts_of(description))
        users = names.users.get(key, {})
        if not users:
            yield steps, "no structure is described by it"
        yield from _twice(steps, facts)
        yield from _readings((*steps, "innervation"), _objects(description, "innervation"))
        for inside, fact in facts:
            yield from _fact((*steps, *inside), fact, users, names)


def _fact(steps: Steps, fact: _Object, users: Mapping[str, frozenset[str]], names: _Names) -> _Found:
    for place, source in enumerate(_list(fact, "sources")):
        if isinstance(source, str) and source not in names.sources:
            yield (
                (*steps, "sources", place),
                f"there is no source {quoted(source)}{did_you_mean(source, names.sources)}",
            )
    if isinstance(fact.get("structure"), str):
        yield from _carrier((*steps, "structure"), fact["structure"], users, names)
    zone = fact.get("zone")
    if isinstance(zone, dict):
        yield from _polygon((*steps, "zone", "polygon"), _list(zone, "polygon"))


def _carrier(steps: Steps, carrier: str, users: Mapping[str, frozenset[str]], names: _Names) -> _Found:
    for side, ids in ((side, users[side]) for side in _SIDES if side in users):
        name = carrier.replace("{side}", side)
        if "{side}" in carrier and side == "middle":
            yield steps, f"{quoted(min(ids))} has no side to put for {{side}}"
        elif name in ids:
            yield steps, f"{quoted(name)} cannot hold on to itself"
        elif name not in names.structures:
            yield steps, f"there is no structure {quoted(name)} to attach to{did_you_mean(name, names.structures)}"


def _readings(steps: Steps, readings: Iterable[tuple[int, _Object]]) -> _Found:
    usual = [reading.get("most") for _, reading in readings]
    if usual and all(isinstance(most, bool) for most in usual) and usual.count(True) != 1:
        yield steps, f"{usual.count(True)} readings have most set to true; exactly one is expected"


def _polygon(steps: Steps, corners: list[Any]) -> _Found:
    plain = [
        corner for corner in corners if isinstance(corner, list) and len(corner) == 2 and all(map(_number, corner))
    ]
    if len(plain) == len(corners) >= 3 and not abs(_area(plain)) >= SMALLEST_ZONE:
        yield steps, "encloses nothing; corners in order around an area are expected"


def _area(corners: list[list[float]]) -> float:
    """Signed area by the shoelace rule."""
    following = corners[1:] + corners[:1]
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(corners, following, strict=True)) / 2


def _number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e9


def _twice(steps: Steps, objects: Iterable[tuple[Steps, _Object]]) -> _Found:
    seen: set[str] = set()
    for inside, value in objects:
        for name in _words([value.get("id")]):
            if name in seen:
                yield (*steps, *inside, "id"), f"the id {quoted(name)} stands twice"
            seen.add(name)


def _placed(parent: _Object, key: str) -> Iterator[tuple[Steps, _Object]]:
    return (((number,), value) for number, value in _objects(parent, key))


def _objects(parent: _Object, key: str) -> Iterator[tuple[int, _Object]]:
    return ((number, value) for number, value in enumerate(_list(parent, key)) if isinstance(value, dict))


def _list(parent: _Object, key: str) -> list[Any]:
    value = parent.get(key)
    return value if isinstance(value, list) else []


def _words(values: Iterable[object]) -> list[str]:
    return [value for value in values if isinstance(value, str)]
