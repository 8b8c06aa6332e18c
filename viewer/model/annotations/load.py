"""annotations.json -> Atlas, or one error that lists every fault with its place.

Facts that hold for both sides stand once in the file, under a description that several structures share, with places
given for the right side. Here each structure gets its own copy: ids begin with the structure's, and for structures on
the left x changes its sign.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path

from viewer.model.annotations import fact_making as make
from viewer.model.annotations.fact_making import F, JsonObject, Make
from viewer.model.annotations.faults import MOST_LISTED, AnnotationsError
from viewer.model.annotations.json_lines import read_document
from viewer.model.annotations.meaning_faults import meaning_faults
from viewer.model.annotations.mesh_faults import mesh_faults
from viewer.model.annotations.shape_faults import shape_faults
from viewer.model.atlas.atlas import (
    Atlas,
    Fact,
    Form,
    Group,
    Kind,
    Occurrence,
    Region,
    Section,
    Side,
    Source,
    SourceKind,
    Structure,
    Variation,
)

__all__ = ["AnnotationsError", "load"]


def load(file: Path, meshes: Collection[str] | None = None) -> Atlas:
    """The atlas in a file. Raises AnnotationsError, which lists every fault with file, line and place inside.

    ``meshes`` are the names of the meshes that there are: forms need theirs. None leaves that open.
    """
    document, faults = read_document(file)
    try:
        found = [*shape_faults(document), *islice(meaning_faults(document), 2 * MOST_LISTED)]
        found += islice(mesh_faults(document, meshes), MOST_LISTED) if meshes is not None else ()
    except RecursionError:
        found = [document.fault((), "nested too deeply; brackets within brackets a few steps deep are expected")]
    if faults or found:
        raise AnnotationsError([*faults, *document.located(found)])
    return _atlas(document.data)


def _atlas(data: JsonObject) -> Atlas:
    sources = (Source(**{**source, "kind": SourceKind(source["kind"])}) for source in data["sources"])
    landmarks = {landmark["id"]: landmark for landmark in data.get("landmarks", ())}
    known = {one["id"]: _structure(one, data["descriptions"], landmarks) for one in data["structures"]}
    return Atlas(
        structures={name: structure for name, structure in known.items() if structure.modelled},
        sources={source.id: source for source in sources},
        variations={variation["id"]: _variation(variation, known) for variation in data.get("variations", ())},
        unmodelled={name: structure for name, structure in known.items() if not structure.modelled},
        regions={region.id: region for region in _regions(data.get("regions", ()))},
        groups=tuple(Group(group["name"], group.get("away", False)) for group in data.get("groups", ())),
        landmarks={name: make.landmark(landmark, Side.RIGHT) for name, landmark in landmarks.items()},
        levels=tuple(make.level(level) for level in data.get("levels", ())),
    )


def _variation(data: JsonObject, structures: Mapping[str, Structure]) -> Variation:
    members = {Side(side): structures[member] for side, member in data["members"].items()}
    return Variation(
        data["id"],
        data["name"],
        {side: member.id for side, member in members.items()},
        tuple(_form(form, members) for form in data.get("forms", ())),
        _occurrence(data["occurrence"], members) if "occurrence" in data else None,
    )


def _form(data: JsonObject, members: Mapping[Side, Structure]) -> Form:
    """A form tells what the fact says that it rests on."""
    facts = {side: f"{member.id}.{data['fact']}" for side, member in members.items()}
    told = next(fact for member in members.values() for fact in member.facts() if fact.id in facts.values())
    lacking = {
        side: frozenset(f"{member.id}.{fact}" for fact in data.get("lacking", ())) for side, member in members.items()
    }
    return Form(
        data["id"],
        data["name"],
        {Side(side): mesh for side, mesh in data["meshes"].items()},
        facts,
        told.text,
        told.status,
        told.sources,
        lacking,
        data.get("percent"),
    )


def _occurrence(data: JsonObject, members: Mapping[Side, Structure]) -> Occurrence:
    first = next(iter(members.values()))
    facts = tuple(f"{first.id}.{fact}" for fact in data["facts"])
    return Occurrence(float(data["percent"]), data["both"], data["one"], facts)


def _structure(
    data: JsonObject, descriptions: Mapping[str, JsonObject], landmarks: Mapping[str, JsonObject]
) -> Structure:
    side, name = Side(data["side"]), data["id"]
    described = [descriptions[key] for key in data["described_by"]]

    def every(key: str, made: Make[F]) -> tuple[F, ...]:
        facts = (fact for description in described for fact in description.get(key, ()))
        return tuple(made(fact, side, make.common(fact, name)) for fact in facts)

    return Structure(
        id=name,
        english=data["english"],
        latin=data["latin"],
        fma=data["fma"],
        kind=Kind(data["kind"]),
        side=side,
        group=data["group"],
        synonyms=tuple(data.get("synonyms", ())),
        summary=every("summary", make.plain),
        attached=every("attached", make.plain),
        attachments=every("attachments", make.attachment),
        innervation=every("innervation", make.innervation),
        actions=every("actions", make.plain),
        trigger_points=every("trigger_points", make.trigger_point),
        referrals=every("referrals", make.referral),
        variation=every("variation", make.plain),
        studies=every("studies", make.study),
        more=_sections((section for description in described for section in description.get("more", ())), name),
        roots=every("roots", make.nerve_roots),
        modelled=data.get("modelled", True),
        palpation=every("palpation", make.palpation(landmarks)),
        names={language: tuple(names) for language, names in data.get("names", {}).items()},
        layer=None if data.get("layer") is None else int(data["layer"]),
        schematic=data.get("schematic", False),
    )


def _sections(sections: Iterable[JsonObject], structure: str) -> tuple[Section, ...]:
    """Sections in order; those with the same heading become one, with the columns of the first that has any."""
    facts: dict[str, list[Fact]] = {}
    columns: dict[str, tuple[str, ...]] = {}
    for section in sections:
        heading = section["heading"]
        facts.setdefault(heading, []).extend(make.listed(fact, structure) for fact in section["facts"])
        columns[heading] = columns.get(heading) or tuple(section.get("columns", ()))
    return tuple(Section(heading, tuple(found), columns[heading]) for heading, found in facts.items())


def _regions(regions: Iterable[JsonObject]) -> Iterator[Region]:
    """Every region, of both sides where its structure's id holds ``{side}``."""
    for data in regions:
        paired = "{side}" in data["structure"]
        for side in (Side.RIGHT, Side.LEFT) if paired else (Side.MIDDLE,):
            yield Region(
                f"{data['id']}_{side}" if paired else data["id"],
                data["english"],
                data["latin"],
                make.sided_name(data["structure"], side),
                make.sided_place(data["place"], side),
                tuple(data["sources"]),
                tuple(data.get("synonyms", ())),
                {language: tuple(names) for language, names in data.get("names", {}).items()},
            )
