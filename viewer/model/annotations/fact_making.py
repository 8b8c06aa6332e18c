"""A fact of the file, given for the right side, as the fact of one structure: its id, its side's names and places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from viewer.model.atlas.facts import (
    Attachment,
    End,
    Fact,
    Innervation,
    Landmark,
    NerveRoots,
    PalpationStep,
    Part,
    Point,
    Referral,
    Row,
    Side,
    Status,
    Strength,
    Study,
    TriggerPoint,
    Zone,
)
from viewer.model.atlas.level import Level, Way

JsonObject = Mapping[str, Any]
F = TypeVar("F", bound=Fact)
Make = Callable[[JsonObject, Side, JsonObject], F]
"""Makes a fact from the file's, for a side, with what all facts have in common."""


def common(fact: JsonObject, structure_id: str) -> dict[str, Any]:
    """What all facts have in common, the id beginning with the structure's."""
    return {
        "id": f"{structure_id}.{fact['id']}",
        "text": fact["text"],
        "status": Status(fact["status"]),
        "sources": tuple(fact["sources"]),
    }


def plain(_fact: JsonObject, _side: Side, shared: JsonObject) -> Fact:
    """A fact that is its words alone."""
    return Fact(**shared)


def listed(fact: JsonObject, structure_id: str) -> Fact:
    """A fact under a heading of its own, with its cells where it stands in a table."""
    shared = common(fact, structure_id)
    return Row(**shared, cells=tuple(fact["cells"])) if "cells" in fact else Fact(**shared)


def attachment(fact: JsonObject, side: Side, shared: JsonObject) -> Attachment:
    """Where a muscle holds on, on its own side."""
    return Attachment(
        **shared,
        end=End(fact["end"]),
        structure=sided_name(fact["structure"], side),
        region=fact["region"],
        layer=fact.get("layer", ""),
    )


def innervation(fact: JsonObject, side: Side, shared: JsonObject) -> Innervation:
    """A reading of a muscle's nerve."""
    reached_by = sided_names(fact.get("nerve_structures", ()), side)
    return Innervation(
        **shared, nerve=fact["nerve"], roots=tuple(fact["roots"]), most=fact["most"], nerve_structures=reached_by
    )


def nerve_roots(fact: JsonObject, side: Side, shared: JsonObject) -> NerveRoots:
    """A reading of a nerve's roots."""
    springs_from = sided_names(fact.get("springs_from", ()), side)
    return NerveRoots(**shared, roots=tuple(fact["roots"]), most=fact["most"], springs_from=springs_from)


def trigger_point(fact: JsonObject, side: Side, shared: JsonObject) -> TriggerPoint:
    """A trigger point, mirrored for the left."""
    return TriggerPoint(**shared, name=fact["name"], place=sided_place(fact["place"], side))


def referral(fact: JsonObject, side: Side, shared: JsonObject) -> Referral:
    """A zone of referred pain, mirrored for the left."""
    zone = sided_zone(fact["zone"], side)
    return Referral(**shared, name=fact["name"], strength=Strength(fact["strength"]), zone=zone)


def study(fact: JsonObject, _side: Side, shared: JsonObject) -> Study:
    """How often one study found a structure."""
    return Study(
        **shared,
        population=fact["population"],
        counted=fact["counted"],
        unit=fact["unit"],
        percent=float(fact["percent"]),
    )


def palpation(landmarks: Mapping[str, JsonObject]) -> Make[PalpationStep]:
    """Makes steps of palpation with their landmarks, mirrored for the left."""

    def step(fact: JsonObject, side: Side, shared: JsonObject) -> PalpationStep:
        hand = [sided_place(place, side) for place in fact.get("hand", ())]
        return PalpationStep(
            **shared,
            part=Part(fact["part"]),
            marks=tuple(landmark(landmarks[mark], side) for mark in fact.get("marks", ())),
            hand=(hand[0], hand[1]) if hand else None,
        )

    return step


def landmark(data: JsonObject, side: Side) -> Landmark:
    """A place on the skin, mirrored for the left."""
    places = tuple(sided_place(place, side) for place in data["places"])
    return Landmark(data["id"], data["name"], places, tuple(data["sources"]))


def level(data: JsonObject) -> Level:
    """A place at which the body is usually cut."""
    x, y, z = data["place"]
    ways = tuple(Way(way) for way in data["ways"])
    named = data["id"], data["name"], (float(x), float(y), float(z)), ways, tuple(data["sources"])
    return Level(*named, float(data.get("high", 0.0)), data.get("first", False))


def sided_view(view: str, side: Side) -> str:
    """A standard view as the left side needs it: from the left what the right side shows from the right."""
    return {"right": "left", "left": "right"}.get(view, view) if side is Side.LEFT else view


def sided_name(name: str, side: Side) -> str:
    """A structure's id with the side in place of ``{side}``."""
    return name.replace("{side}", side)


def sided_names(names: Iterable[str], side: Side) -> tuple[str, ...]:
    """As ``sided_name``, of several."""
    return tuple(sided_name(name, side) for name in names)


def sided_place(place: Iterable[float], side: Side) -> Point:
    """A place given for the right side, on ``side``."""
    x, y, z = map(float, place)
    return (-x if side is Side.LEFT else x, y, z)


def sided_zone(zone: JsonObject, side: Side) -> Zone:
    """Seen from the front or the back a zone of the left is mirrored; seen from a side it is seen from the other."""
    corners = [(float(across), float(up)) for across, up in zone["polygon"]]
    if side is not Side.LEFT or zone["view"] in ("left", "right"):
        return Zone(sided_view(zone["view"], side), tuple(corners))
    return Zone(zone["view"], tuple((-across, up) for across, up in corners))
