"""Checks what a schema cannot: that a question can be answered, in one way that is right, and that all it names is
known.

Every check bears data of any shape and passes over what has the wrong one, so that faults of shape and of meaning are
listed together.
"""

from __future__ import annotations

from collections.abc import Iterator

from viewer.model.annotations.fact_faults import Found, twice
from viewer.model.annotations.faults import Fault, Steps, did_you_mean, quoted
from viewer.model.annotations.json_lines import Document
from viewer.model.annotations.loose_json import LooseObject, items, named, objects
from viewer.model.annotations.naming_faults import mark_faults, source_faults, structure_fault, structure_faults
from viewer.model.atlas.atlas import Atlas
from viewer.model.training.names import folded

WAYS = ("choices", "names", "click", "reach")


def question_faults(document: Document, atlas: Atlas) -> Iterator[Fault]:
    """Everything in a file of questions that contradicts the atlas or itself."""
    data = document.data
    if not isinstance(data, dict):
        return
    asked = [(("questions", place), one) for place, one in objects(data, "questions")]
    for found in (twice((), asked), *(_question(steps, one, atlas) for steps, one in asked)):
        for steps, text in found:
            yield document.fault(steps, text)


def _question(steps: Steps, one: LooseObject, atlas: Atlas) -> Found:
    if not any(one.get(way) for way in WAYS):
        yield steps, f"cannot be answered; one of these is expected: {', '.join(WAYS)}"
    yield from _choices((*steps, "choices"), one, atlas)
    for place, name in enumerate(items(one, "names")):
        if isinstance(name, str) and name and not folded(name):
            yield (*steps, "names", place), f"is {quoted(name)}, of which nothing is left when it is compared"
    for key in ("click", "lit", "alone"):
        yield from structure_faults((*steps, key), items(one, key), atlas)
    yield from _reach((*steps, "reach"), named(one, "reach"), atlas)
    about = one.get("about")
    if isinstance(about, str) and about not in atlas.known:
        yield (*steps, "about"), f"there is no structure {quoted(about)}{did_you_mean(about, atlas.known)}"
    for place, told in objects(one, "explanation"):
        yield from source_faults((*steps, "explanation", place), told, atlas)


def _reach(steps: Steps, reach: LooseObject, atlas: Atlas) -> Found:
    yield from structure_faults((*steps, "through"), items(reach, "through"), atlas)
    yield from mark_faults(steps, reach, atlas)
    for text in structure_fault(reach.get("structure"), atlas):
        yield (*steps, "structure"), text


def _choices(steps: Steps, one: LooseObject, atlas: Atlas) -> Found:
    choices = list(objects(one, "choices"))
    right = [choice.get("right") for _, choice in choices]
    if choices and all(isinstance(each, bool) for each in right) and right.count(True) != 1:
        yield steps, f"{right.count(True)} of them have right set to true; exactly one is expected"
    seen: set[str] = set()
    for place, choice in choices:
        text = str(choice.get("text", "")).strip().casefold()
        if text and text in seen:
            yield (*steps, place, "text"), f"{quoted(choice['text'])} stands there twice"
        seen.add(text)
        yield from structure_faults((*steps, place, "structures"), items(choice, "structures"), atlas)
