"""What can be said of a structure: facts of every sort, each with its status and its sources, as frozen data.

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
    """What a structure is made of; it decides its colour and its place in the list.

    A region is a space or an area, a topic a subject such as a test: neither ever has a mesh.
    """

    BONE = "bone"
    CARTILAGE = "cartilage"
    MUSCLE = "muscle"
    LIGAMENT = "ligament"
    NERVE = "nerve"
    SKIN = "skin"
    ARTERY = "artery"
    VEIN = "vein"
    LYMPH_NODE = "lymph node"
    BURSA = "bursa"
    ORGAN = "organ"
    REGION = "region"
    TOPIC = "topic"


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


class Part(StrEnum):
    """What a sentence about touching is for, in the order in which they are to be read."""

    CONSENT = "consent"
    CAUTION = "caution"
    STEP = "step"
    FEEL = "feel"
    STOP = "stop"


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
    """A book, paper or page that facts rest on; ``year`` is empty where none is given.

    ``checked`` is False where the text itself was not seen, so what it says is told at second hand.
    """

    id: str
    author: str
    year: str
    title: str
    where: str
    kind: SourceKind = SourceKind.REFERENCE
    checked: bool = True

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
class Row(Fact):
    """A fact that stands in a table too: ``cells`` are what each column of its section says, in order."""

    cells: tuple[str, ...]


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
    """Which nerve, from which roots; where texts differ there are several, and ``most`` marks the usual reading.

    ``nerve_structures`` are the ids of the nerves of the scene that reach the muscle, if they are in it.
    """

    nerve: str
    roots: tuple[str, ...]
    most: bool
    nerve_structures: tuple[str, ...] = ()


@dataclass(frozen=True)
class NerveRoots(Fact):
    """From which spinal nerves (such as "L2") a nerve comes; several readings, ``most`` marks the usual one.

    ``springs_from`` are the ids of the nerves of the scene that it comes out of.
    """

    roots: tuple[str, ...]
    most: bool
    springs_from: tuple[str, ...] = ()


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
class Landmark:
    """A place on the skin that a hand can find: a point, or a line through several."""

    id: str
    name: str
    places: tuple[Point, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Region:
    """A named place on a structure of the scene, such as the lesser trochanter, on the person's own side."""

    id: str
    english: str
    latin: str
    structure: str
    place: Point
    sources: tuple[str, ...]
    synonyms: tuple[str, ...] = ()
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class PalpationStep(Fact):
    """A sentence about touching a structure, and what is marked with it: landmarks, and as ``hand`` the place on the
    skin where the hand starts and the place that it aims at.
    """

    part: Part
    marks: tuple[Landmark, ...] = ()
    hand: tuple[Point, Point] | None = None
