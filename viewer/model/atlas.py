"""What is known: every structure, fact and source as frozen data. An Atlas is loaded once and never changes.

Points are body millimetres (LPS: x to the person's left, y to the back, z up; origin midway between the femoral
heads). Right and left are the person's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Point = tuple[float, float, float]


class Side(StrEnum):
    """The person's side."""

    RIGHT = "right"
    LEFT = "left"
    MIDDLE = "middle"


class Kind(StrEnum):
    """What a structure is made of; it decides its colour and its place in the list."""

    BONE = "bone"
    CARTILAGE = "cartilage"
    MUSCLE = "muscle"
    LIGAMENT = "ligament"
    NERVE = "nerve"
    SKIN = "skin"


class Status(StrEnum):
    """How far references agree on a fact."""

    AGREED = "agreed"
    PARTLY = "partly"
    DISPUTED = "disputed"
    TRADITION = "tradition"


class End(StrEnum):
    """Which end of a muscle an attachment is."""

    ORIGIN = "origin"
    INSERTION = "insertion"


class Strength(StrEnum):
    """Whether pain is felt in a zone as a rule (essential) or only sometimes, around it (spill-over)."""

    ESSENTIAL = "essential"
    SPILLOVER = "spillover"


class SourceKind(StrEnum):
    """What sort of text a source is, so that a reader can weigh it."""

    TEXTBOOK = "textbook"
    TERMINOLOGY = "terminology"
    STUDY = "study"
    REFERENCE = "reference page"
    PRACTITIONER = "practitioner text"
    OWN = "own measurement"


@dataclass(frozen=True)
class Source:
    """A book, paper or page that facts rest on; ``year`` is empty where none is given."""

    id: str
    author: str
    year: str
    title: str
    where: str
    kind: SourceKind = SourceKind.REFERENCE

    @property
    def short(self) -> str:
        """Author and year, as shown under a fact."""
        return f"{self.author} {self.year}".strip()


@dataclass(frozen=True)
class Fact:
    """One sentence about a structure, with how far it is agreed and who says it.

    ``id`` is unique in the atlas and stays the same while its text is edited. ``sources`` are ids of sources.
    """

    id: str
    text: str
    status: Status
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Attachment(Fact):
    """Where a muscle holds on: ``structure`` is the bone or disc that carries it, ``region`` the named place on it.

    ``layer`` names the part of the muscle that starts there ("deep layer"), or is empty. The painted footprint is an
    array of that structure's mesh.
    """

    end: End
    structure: str
    region: str
    layer: str = ""


@dataclass(frozen=True)
class Innervation(Fact):
    """Which nerve, from which roots; where texts differ there are several, and ``most`` marks the usual reading."""

    nerve: str
    roots: tuple[str, ...]
    most: bool


@dataclass(frozen=True)
class TriggerPoint(Fact):
    """A tender point as taught: its name and place in body millimetres."""

    name: str
    place: Point


@dataclass(frozen=True)
class Zone:
    """An area of skin: a closed polygon seen from one side, projected onto the skin that faces there.

    ``view`` is anterior, posterior, left or right; ``polygon`` holds (x, z) for the first two, (y, z) for the others,
    in body millimetres.
    """

    view: str
    polygon: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Referral(Fact):
    """Where pain from a muscle's trigger points is felt."""

    name: str
    strength: Strength
    zone: Zone


@dataclass(frozen=True)
class Study(Fact):
    """How often a structure was present in one study that looked at ``counted`` of ``unit`` (bodies, hips, ...).

    ``percent`` of them had it, as published or computed from the counts.
    """

    population: str
    counted: int
    unit: str
    percent: float


@dataclass(frozen=True)
class Variation:
    """That a structure may be missing: ``id`` names the pair, ``members`` the structures by side."""

    id: str
    name: str
    members: Mapping[Side, str]


@dataclass(frozen=True)
class Section:
    """Plain facts under one heading."""

    heading: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Structure:
    """One thing in the scene that can be clicked, with everything that is known of it."""

    id: str
    english: str
    latin: str
    fma: str
    kind: Kind
    side: Side
    group: str
    synonyms: tuple[str, ...] = ()
    summary: tuple[Fact, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    innervation: tuple[Innervation, ...] = ()
    actions: tuple[Fact, ...] = ()
    trigger_points: tuple[TriggerPoint, ...] = ()
    referrals: tuple[Referral, ...] = ()
    variation: tuple[Fact, ...] = ()
    studies: tuple[Study, ...] = ()
    more: tuple[Section, ...] = ()

    @property
    def title(self) -> str:
        """English name with its side, as shown: "Psoas major, right"."""
        name = self.english[:1].upper() + self.english[1:]
        return name if self.side is Side.MIDDLE else f"{name}, {self.side}"

    def facts(self) -> tuple[Fact, ...]:
        """Every fact, in the order in which it is shown."""
        plain = (fact for section in self.more for fact in section.facts)
        return (
            *self.summary, *self.attachments, *self.innervation, *self.actions, *self.trigger_points,
            *self.referrals, *self.variation, *self.studies, *plain,
        )  # fmt: skip


@dataclass(frozen=True)
class Atlas:
    """Everything that is known, in the order in which it is listed."""

    structures: Mapping[str, Structure]
    sources: Mapping[str, Source]
    variations: Mapping[str, Variation] = field(default_factory=dict)

    def fact(self, fact_id: str) -> tuple[Structure, Fact]:
        """A fact and the structure that it is about. Raises KeyError."""
        for structure in self.structures.values():
            for fact in structure.facts():
                if fact.id == fact_id:
                    return structure, fact
        raise KeyError(fact_id)

    def carried_by(self, structure_id: str) -> tuple[tuple[Structure, Attachment], ...]:
        """The muscles, with their attachments, that hold on to a bone or disc."""
        return tuple(
            (muscle, attachment)
            for muscle in self.structures.values()
            for attachment in muscle.attachments
            if attachment.structure == structure_id
        )

    def can_be_absent(self) -> frozenset[str]:
        """Ids of the structures that some people lack."""
        return frozenset(member for variation in self.variations.values() for member in variation.members.values())
