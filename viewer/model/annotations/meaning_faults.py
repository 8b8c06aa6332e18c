"""Checks what a schema cannot: that ids are unique, that everything named exists, that sides and polygons make sense.

Every check bears data of any shape and passes over what has the wrong one, so that faults of shape and of meaning are
listed together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from viewer.model.annotations.fact_faults import SIDES, Found, Known, Users, fact_faults, source_faults, twice
from viewer.model.annotations.faults import Fault, Steps, did_you_mean, quoted
from viewer.model.annotations.group_faults import group_faults
from viewer.model.annotations.json_lines import Document
from viewer.model.annotations.loose_json import LooseObject, items, named, objects, words
from viewer.model.annotations.place_faults import region_faults, table_faults
from viewer.model.annotations.variation_faults import variation_faults

FACT_LISTS = (
    *(
        "summary",
        "attached",
        "attachments",
        "roots",
        "innervation",
        "actions",
        "trigger_points",
        "referrals",
        "variation",
    ),
    *("studies", "palpation"),
)
NAMED = ("sources", "structures", "landmarks", "variations", "regions", "levels")
MOST_FACTS = 50_000
"""In all structures together; what is shared counts for each, so a small file cannot swell without end."""


@dataclass(frozen=True)
class _Names(Known):
    """What may be referred to; ``users`` are the ids, by side, of the structures that each description describes."""

    descriptions: Mapping[str, LooseObject]
    users: Mapping[str, Users]


def meaning_faults(document: Document) -> Iterator[Fault]:
    """Every contradiction in the document, however much of its shape is wrong too."""
    if not isinstance(document.data, dict):
        return
    data, names = document.data, _names(document.data)
    for found in (
        *(twice((key,), _placed(data, key)) for key in NAMED),
        group_faults(data),
        _structures(data, names),
        *(
            source_faults((key, place), landmark, names)
            for key in ("landmarks", "regions", "levels")
            for place, landmark in objects(data, key)
        ),
        *(region_faults(("regions", place), region, names) for place, region in objects(data, "regions")),
        variation_faults(data, names),
        _descriptions(names),
    ):
        for steps, text in found:
            yield document.fault(steps, text)


def facts_of(description: LooseObject) -> Iterator[tuple[Steps, LooseObject]]:
    """Every fact in a description, with the way to it from there."""
    for key in FACT_LISTS:
        for place, fact in objects(description, key):
            yield (key, place), fact
    for number, section in objects(description, "more"):
        for place, fact in objects(section, "facts"):
            yield ("more", number, "facts", place), fact


def _names(data: LooseObject) -> _Names:
    structures = [structure for _, structure in objects(data, "structures")]
    descriptions = {key: value for key, value in named(data, "descriptions").items() if isinstance(value, dict)}
    return _Names(
        sources=frozenset(words(source.get("id") for _, source in objects(data, "sources"))),
        landmarks=frozenset(words(landmark.get("id") for _, landmark in objects(data, "landmarks"))),
        structures={word: one for one in structures for word in words([one.get("id")])},
        descriptions=descriptions,
        facts={key: frozenset(words(fact.get("id") for _, fact in facts_of(one))) for key, one in descriptions.items()},
        users=_users(structures),
    )


def _users(structures: list[LooseObject]) -> Mapping[str, Users]:
    found: dict[str, dict[str, set[str]]] = {}
    for structure in structures:
        for key in words(items(structure, "described_by")):
            found.setdefault(key, {}).setdefault(str(structure.get("side")), set()).add(str(structure.get("id")))
    return {key: {side: frozenset(ids) for side, ids in sides.items()} for key, sides in found.items()}


def _structures(data: LooseObject, names: _Names) -> Found:
    amount = sum(
        len(ids) * len(names.facts.get(key, ())) for key, sides in names.users.items() for ids in sides.values()
    )
    if amount > MOST_FACTS:
        yield ("structures",), f"have {amount} facts together; at most {MOST_FACTS} are expected"
    for number, structure in objects(data, "structures"):
        steps: Steps = ("structures", number)
        yield from _side(steps, structure)
        yield from _bodiless(steps, structure)
        keys = list(enumerate(items(structure, "described_by")))
        for place, key in keys:
            if isinstance(key, str) and key not in names.descriptions:
                hint = did_you_mean(key, names.descriptions)
                yield (*steps, "described_by", place), f"there is no description {quoted(key)}{hint}"
        yield from _facts_twice(steps, words(key for _, key in keys), names)


def _side(steps: Steps, structure: LooseObject) -> Found:
    name, side = structure.get("id"), structure.get("side")
    if isinstance(name, str) and side in SIDES:
        told = next((end for end in ("right", "left") if name.endswith(f"_{end}")), "middle")
        if told != side:
            yield (*steps, "side"), f"is {quoted(side)}, but by its id {quoted(name)} the side is {told}"


def _bodiless(steps: Steps, structure: LooseObject) -> Found:
    """A region or a topic has no mesh, and only a topic has no Latin name."""
    kind = structure.get("kind")
    if kind in ("region", "topic") and structure.get("modelled") is not False:
        yield (*steps, "kind"), f'is {quoted(kind)}, which has no mesh; "modelled": false is expected with it'
    if structure.get("latin") == "" and kind != "topic":
        yield (*steps, "latin"), "is empty; only a topic has no Latin name"


def _facts_twice(steps: Steps, keys: Iterable[str], names: _Names) -> Found:
    """Facts of the same id in two descriptions of one structure."""
    seen: frozenset[str] = frozenset()
    for key in dict.fromkeys(keys):
        facts = names.facts.get(key, frozenset())
        for name in sorted(seen & facts):
            yield (*steps, "described_by"), f"{key} and a description before it both have a fact {quoted(name)}"
        seen |= facts


def _descriptions(names: _Names) -> Found:
    for key, description in names.descriptions.items():
        steps: Steps = ("descriptions", key)
        facts = list(facts_of(description))
        users = names.users.get(key, {})
        if not users:
            yield steps, "no structure is described by it"
        yield from twice(steps, facts)
        for readings in ("innervation", "roots"):
            yield from _readings((*steps, readings), objects(description, readings))
        for number, section in objects(description, "more"):
            yield from table_faults((*steps, "more", number), section)
        for inside, fact in facts:
            yield from fact_faults((*steps, *inside), fact, users, names)


def _readings(steps: Steps, readings: Iterable[tuple[int, LooseObject]]) -> Found:
    usual = [reading.get("most") for _, reading in readings]
    if usual and all(isinstance(most, bool) for most in usual) and usual.count(True) != 1:
        yield steps, f"{usual.count(True)} readings have most set to true; exactly one is expected"


def _placed(parent: LooseObject, key: str) -> Iterator[tuple[Steps, LooseObject]]:
    return (((number,), value) for number, value in objects(parent, key))
