"""What is known: every structure, fact and source as frozen data. An Atlas is loaded once and never changes.

Points are body millimetres (LPS: x to the person's left, y to the back, z up; origin midway between the femoral
heads). Right and left are the person's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from viewer.model.atlas.facts import (
    Attachment,
    End,
    Fact,
    Innervation,
    Kind,
    Landmark,
    NerveRoots,
    PalpationStep,
    Part,
    Point,
    Referral,
    Region,
    Row,
    Side,
    Source,
    SourceKind,
    Status,
    Strength,
    Study,
    TriggerPoint,
    Zone,
)
from viewer.model.atlas.group import Group
from viewer.model.atlas.level import Level
from viewer.model.atlas.variation import USUAL, Form, Occurrence, Variation

__all__ = [
    "LANGUAGES", "USUAL", "Atlas", "Attachment", "End", "Fact", "Form", "Group", "Innervation", "Kind", "Landmark",
    "NerveRoots", "Occurrence", "PalpationStep", "Part", "Point", "Referral", "Region", "Row", "Section", "Side",
    "Source", "SourceKind", "Status", "Strength", "Structure", "Study", "TriggerPoint", "Variation", "Zone",
]  # fmt: skip

LANGUAGES = ("en", "la", "de", "es")
"""Languages of names, by their codes: English, Latin, German, Spanish."""
_SIDES = {
    "en": {},
    "la": {Side.RIGHT: "latere dextro", Side.LEFT: "latere sinistro"},
    "de": {Side.RIGHT: "rechts", Side.LEFT: "links"},
    "es": {Side.RIGHT: "lado derecho", Side.LEFT: "lado izquierdo"},
}


@dataclass(frozen=True)
class Section:
    """Plain facts under one heading; with ``columns``, a table whose rows are those facts that are a ``Row``."""

    heading: str
    facts: tuple[Fact, ...]
    columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Structure:
    """One thing that is known by name, with everything that is known of it.

    Those that are ``modelled`` are in the scene and can be clicked; of the others there is no mesh. ``attached`` says
    in a sentence where it attaches, before ``attachments`` tell it place by place. A topic has no Latin name.
    ``layer`` is its place when one peels from the skin (0) inwards; None for what one peels down to. What is
    ``schematic`` shows where something lies, not how it is shaped.
    """

    id: str
    english: str
    latin: str
    fma: str
    kind: Kind
    side: Side
    group: str
    synonyms: tuple[str, ...] = ()
    summary: tuple[Fact, ...] = ()
    attached: tuple[Fact, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    innervation: tuple[Innervation, ...] = ()
    actions: tuple[Fact, ...] = ()
    trigger_points: tuple[TriggerPoint, ...] = ()
    referrals: tuple[Referral, ...] = ()
    variation: tuple[Fact, ...] = ()
    studies: tuple[Study, ...] = ()
    more: tuple[Section, ...] = ()
    roots: tuple[NerveRoots, ...] = ()
    modelled: bool = True
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    palpation: tuple[PalpationStep, ...] = ()
    shown_in: str = "en"
    layer: int | None = None
    schematic: bool = False

    @property
    def title(self) -> str:
        """Its name with its side, as shown, in the language ``shown_in``: "Psoas major, right"."""
        name = self.name(self.shown_in)
        name = name[:1].upper() + name[1:]
        side = _SIDES[self.shown_in].get(self.side, str(self.side))
        return name if self.side is Side.MIDDLE else f"{name}, {side}"

    def name(self, language: str = "en") -> str:
        """Its name without the side in a language of LANGUAGES; the Latin one where no other is known."""
        return self.english if language == "en" else self.names.get(language, (self.latin or self.english,))[0]

    def every_name(self) -> tuple[str, ...]:
        """All that it is called, in any language."""
        translated = (name for names in self.names.values() for name in names)
        return tuple(name for name in (self.english, self.latin, *self.synonyms, *translated) if name)

    def facts(self) -> tuple[Fact, ...]:
        """Every fact, in the order in which it is shown."""
        plain = (fact for section in self.more for fact in section.facts)
        return (
            *self.summary, *self.attached, *self.attachments, *self.roots, *self.innervation, *self.actions,
            *self.trigger_points, *self.referrals, *self.variation, *self.studies, *plain, *self.palpation,
        )  # fmt: skip


@dataclass(frozen=True)
class Atlas:
    """Everything that is known, in the order in which it is listed.

    ``structures`` are those of the scene; ``unmodelled`` are known by name and facts alone.
    ``regions`` are named places on structures of the scene, ``groups`` the branches of the list, ``landmarks`` places
    on the skin, given for the right side. ``levels`` are where bodies are usually cut.
    """

    structures: Mapping[str, Structure]
    sources: Mapping[str, Source]
    variations: Mapping[str, Variation] = field(default_factory=dict)
    unmodelled: Mapping[str, Structure] = field(default_factory=dict)
    regions: Mapping[str, Region] = field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    landmarks: Mapping[str, Landmark] = field(default_factory=dict)
    levels: tuple[Level, ...] = ()

    @cached_property
    def known(self) -> Mapping[str, Structure]:
        """Every structure, those of the scene first."""
        return {**self.structures, **self.unmodelled}

    @cached_property
    def members(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of all that is known, by its group: the groups of the list in their order, then any others."""
        found: dict[str, list[str]] = {group.name: [] for group in self.groups}
        for structure in self.known.values():
            found.setdefault(structure.group, []).append(structure.id)
        return {name: tuple(ids) for name, ids in found.items() if ids}

    @cached_property
    def away(self) -> frozenset[str]:
        """Ids of the structures of the scene that stay away until they are wanted."""
        names = {group.name for group in self.groups if group.away}
        return frozenset(one.id for one in self.structures.values() if one.group in names)

    def named_in(self, language: str) -> Atlas:
        """The same with its structures shown by their names in a language of LANGUAGES."""
        return replace(
            self,
            structures={name: replace(one, shown_in=language) for name, one in self.structures.items()},
            unmodelled={name: replace(one, shown_in=language) for name, one in self.unmodelled.items()},
        )

    def fact(self, fact_id: str) -> tuple[Structure, Fact]:
        """A fact and the structure that it is about. Raises KeyError."""
        return self._facts[fact_id]

    def knows_fact(self, fact_id: str) -> bool:
        """Whether there is a fact with this id."""
        return fact_id in self._facts

    def citing(self, source_id: str) -> tuple[tuple[Structure, Fact], ...]:
        """The facts that rest on a source, each with the structure that it is about."""
        return tuple(self._citing.get(source_id, ()))

    @cached_property
    def _citing(self) -> Mapping[str, list[tuple[Structure, Fact]]]:
        found: dict[str, list[tuple[Structure, Fact]]] = {}
        for pair in self._facts.values():
            for source in dict.fromkeys(pair[1].sources):
                found.setdefault(source, []).append(pair)
        return found

    @cached_property
    def _facts(self) -> Mapping[str, tuple[Structure, Fact]]:
        return {fact.id: (structure, fact) for structure in self.known.values() for fact in structure.facts()}

    def carried_by(self, structure_id: str) -> tuple[tuple[Structure, Attachment], ...]:
        """The muscles of the scene, with their attachments, that hold on to a bone or disc."""
        return tuple(_attached(self.structures, structure_id))

    def carried_unmodelled(self, structure_id: str) -> tuple[tuple[Structure, Attachment], ...]:
        """The muscles without a mesh that hold on to a bone or disc."""
        return tuple(_attached(self.unmodelled, structure_id))

    def variation_of(self, structure_id: str) -> Variation | None:
        """The variation that a structure is a member of, if any."""
        found = (one for one in self.variations.values() if structure_id in one.members.values())
        return next(found, None)

    def form(self, structure_id: str, form_id: str) -> Form | None:
        """A form of a structure; None for the usual one and for what is not known."""
        variation = self.variation_of(structure_id)
        forms = variation.forms if variation else ()
        return next((form for form in forms if form.id == form_id), None)

    def form_told_by(self, structure_id: str, fact_id: str) -> Form | None:
        """The form of a structure that a fact tells of, if any."""
        variation = self.variation_of(structure_id)
        forms = variation.forms if variation else ()
        return next((form for form in forms if form.facts.get(self.known[structure_id].side) == fact_id), None)

    def mesh(self, structure_id: str, form_id: str = USUAL) -> str:
        """The name of the mesh that shows a structure in a form; its own where that form has none."""
        form = self.form(structure_id, form_id)
        return form.meshes.get(self.known[structure_id].side, structure_id) if form else structure_id

    def lacking(self, forms: Mapping[str, str]) -> frozenset[str]:
        """Ids of the attachments that do not hold in a body whose structures have these forms (ids by structure)."""
        found = ((self.known[name].side, self.form(name, form)) for name, form in forms.items() if name in self.known)
        return frozenset(fact for side, form in found if form for fact in form.lacking.get(side, ()))

    def can_be_absent(self) -> frozenset[str]:
        """Ids of the structures that some people lack."""
        return frozenset(member for variation in self.variations.values() for member in variation.members.values())


def _attached(structures: Mapping[str, Structure], carrier: str) -> Iterator[tuple[Structure, Attachment]]:
    for muscle in structures.values():
        for attachment in muscle.attachments:
            if attachment.structure == carrier:
                yield muscle, attachment
