"""annotations.json -> Atlas, or one error that lists every fault with its place.

Facts that hold for both sides stand once in the file, under a description that several structures share, with places
given for the right side. Here each structure gets its own copy: ids begin with the structure's, and for structures on
the left x changes its sign.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from viewer.model.atlas import (
    Atlas,
    Attachment,
    End,
    Fact,
    Innervation,
    Kind,
    Point,
    Referral,
    Section,
    Side,
    Source,
    SourceKind,
    Status,
    Strength,
    Structure,
    Study,
    TriggerPoint,
    Variation,
    Zone,
)
from viewer.model.faults import MOST_LISTED, AnnotationsError
from viewer.model.json_lines import read_document
from viewer.model.meaning_faults import meaning_faults
from viewer.model.shape_faults import shape_faults

__all__ = ["AnnotationsError", "load"]

_Object = Mapping[str, Any]
_F = TypeVar("_F", bound=Fact)


def load(file: Path) -> Atlas:
    """The atlas in a file. Raises AnnotationsError, which lists every fault with file, line and place inside."""
    document, faults = read_document(file)
    try:
        found = [*shape_faults(document), *islice(meaning_faults(document), 2 * MOST_LISTED)]
    except RecursionError:
        found = [document.fault((), "nested too deeply; brackets within brackets a few steps deep are expected")]
    if faults or found:
        raise AnnotationsError([*faults, *document.located(found)])
    return _atlas(document.data)


def _atlas(data: _Object) -> Atlas:
    sources = (Source(**{**source, "kind": SourceKind(source["kind"])}) for source in data["sources"])
    structures = (_structure(structure, data["descriptions"]) for structure in data["structures"])
    return Atlas(
        structures={structure.id: structure for structure in structures},
        sources={source.id: source for source in sources},
        variations={variation["id"]: _variation(variation) for variation in data.get("variations", ())},
    )


def _variation(data: _Object) -> Variation:
    members = {Side(side): member for side, member in data["members"].items()}
    return Variation(data["id"], data["name"], members)


def _structure(data: _Object, descriptions: Mapping[str, _Object]) -> Structure:
    side, name = Side(data["side"]), data["id"]
    described = [descriptions[key] for key in data["described_by"]]

    def every(key: str, make: Callable[[_Object, Side, _Object], _F]) -> tuple[_F, ...]:
        facts = (fact for description in described for fact in description.get(key, ()))
        return tuple(make(fact, side, _common(fact, name)) for fact in facts)

    return Structure(
        id=name,
        english=data["english"],
        latin=data["latin"],
        fma=data["fma"],
        kind=Kind(data["kind"]),
        side=side,
        group=data["group"],
        synonyms=tuple(data.get("synonyms", ())),
        summary=every("summary", _plain),
        attachments=every("attachments", _attachment),
        innervation=every("innervation", _innervation),
        actions=every("actions", _plain),
        trigger_points=every("trigger_points", _trigger_point),
        referrals=every("referrals", _referral),
        variation=every("variation", _plain),
        studies=every("studies", _study),
        more=_sections((section for description in described for section in description.get("more", ())), name),
    )


def _sections(sections: Iterable[_Object], structure: str) -> tuple[Section, ...]:
    """Sections in order; those with the same heading become one."""
    facts: dict[str, list[Fact]] = {}
    for section in sections:
        facts.setdefault(section["heading"], []).extend(Fact(**_common(fact, structure)) for fact in section["facts"])
    return tuple(Section(heading, tuple(found)) for heading, found in facts.items())


def _common(fact: _Object, structure: str) -> dict[str, Any]:
    return {
        "id": f"{structure}.{fact['id']}",
        "text": fact["text"],
        "status": Status(fact["status"]),
        "sources": tuple(fact["sources"]),
    }


def _plain(_fact: _Object, _side: Side, common: _Object) -> Fact:
    return Fact(**common)


def _attachment(fact: _Object, side: Side, common: _Object) -> Attachment:
    carrier = fact["structure"].replace("{side}", side)
    return Attachment(
        **common, end=End(fact["end"]), structure=carrier, region=fact["region"], layer=fact.get("layer", "")
    )


def _innervation(fact: _Object, _side: Side, common: _Object) -> Innervation:
    return Innervation(**common, nerve=fact["nerve"], roots=tuple(fact["roots"]), most=fact["most"])


def _trigger_point(fact: _Object, side: Side, common: _Object) -> TriggerPoint:
    return TriggerPoint(**common, name=fact["name"], place=_sided(fact["place"], side))


def _referral(fact: _Object, side: Side, common: _Object) -> Referral:
    return Referral(
        **common, name=fact["name"], strength=Strength(fact["strength"]), zone=_sided_zone(fact["zone"], side)
    )


def _study(fact: _Object, _side: Side, common: _Object) -> Study:
    return Study(
        **common,
        population=fact["population"],
        counted=fact["counted"],
        unit=fact["unit"],
        percent=float(fact["percent"]),
    )


def _sided(place: list[float], side: Side) -> Point:
    x, y, z = map(float, place)
    return (-x if side is Side.LEFT else x, y, z)


def _sided_zone(zone: _Object, side: Side) -> Zone:
    """Seen from the front or the back a zone of the left is mirrored; seen from a side it is seen from the other."""
    corners = [(float(across), float(up)) for across, up in zone["polygon"]]
    if side is not Side.LEFT:
        return Zone(zone["view"], tuple(corners))
    if zone["view"] in ("left", "right"):
        return Zone("left" if zone["view"] == "right" else "right", tuple(corners))
    return Zone(zone["view"], tuple((-across, up) for across, up in corners))
