"""Checks the variations: their members exist and are modelled, and what their forms rest on is told of every member."""

from __future__ import annotations

from collections.abc import Iterator

from viewer.model.annotations.fact_faults import SIDES, Found, Known, twice
from viewer.model.annotations.faults import Steps, did_you_mean, quoted
from viewer.model.annotations.loose_json import LooseObject, is_number, items, named, objects, words


def variation_faults(data: LooseObject, known: Known) -> Found:
    """Everything in the variations that contradicts the rest of the file."""
    for number, variation in objects(data, "variations"):
        steps: Steps = ("variations", number)
        members = named(variation, "members")
        for side, member in members.items():
            if isinstance(member, str):
                yield from _member((*steps, "members", side), side, member, known)
        yield from _forms((*steps, "forms"), list(objects(variation, "forms")), members, known)
        occurrence = named(variation, "occurrence")
        for place, fact in enumerate(items(occurrence, "facts")):
            yield from _fact((*steps, "occurrence", "facts", place), fact, members, known)


def _member(steps: Steps, side: str, member: str, known: Known) -> Found:
    structure = known.structures.get(member)
    if structure is None:
        yield steps, f"there is no structure {quoted(member)}{did_you_mean(member, known.structures)}"
    elif structure.get("side") in SIDES and structure["side"] != side:
        yield steps, f"the side of {quoted(member)} is not {side}"
    elif structure.get("modelled") is False:
        yield steps, f"{quoted(member)} is not modelled, so it cannot be shown or missing"


def _forms(steps: Steps, forms: list[tuple[int, LooseObject]], members: LooseObject, known: Known) -> Found:
    yield from twice(steps, (((number,), form) for number, form in forms))
    taken: set[str] = set()
    for number, form in forms:
        yield from _fact((*steps, number, "fact"), form.get("fact"), members, known)
        for place, fact in enumerate(items(form, "lacking")):
            yield from _fact((*steps, number, "lacking", place), fact, members, known)
        yield from _meshes((*steps, number, "meshes"), named(form, "meshes"), members, known, taken)
    if sum(_percents(forms)) > 100:
        yield steps, f"make up {sum(_percents(forms)):g} per cent together; at most 100 are expected"


def _meshes(steps: Steps, meshes: LooseObject, members: LooseObject, known: Known, taken: set[str]) -> Found:
    """``taken`` are the meshes of the forms and sides before."""
    for side, mesh in meshes.items():
        if side not in members:
            yield (*steps, side), f"no member is on the side {quoted(side)}"
        elif isinstance(mesh, str) and mesh in known.structures:
            yield (*steps, side), f"{quoted(mesh)} is a structure, which has a mesh of its own"
        elif isinstance(mesh, str) and mesh in taken:
            yield (*steps, side), f"{quoted(mesh)} already shows another form or side"
        elif isinstance(mesh, str):
            taken.add(mesh)


def _percents(forms: list[tuple[int, LooseObject]]) -> Iterator[float]:
    return (form["percent"] for _, form in forms if is_number(form.get("percent")))


def _fact(steps: Steps, fact: object, members: LooseObject, known: Known) -> Found:
    for member in words(members.values()):
        told = known.facts_about(member)
        if isinstance(fact, str) and member in known.structures and fact not in told:
            yield steps, f"nothing with the id {quoted(fact)} is said of {quoted(member)}{did_you_mean(fact, told)}"
            return
