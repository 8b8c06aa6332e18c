"""A question, what it shows, and what can be answered to it, as frozen data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from viewer.model.atlas.atlas import Landmark, Point, Status, Zone


class Sort(StrEnum):
    """What is asked. It begins the name of a card, so it never changes."""

    NAME = "name"
    CLICK = "click"
    ATTACHMENT = "attachment"
    NERVE = "nerve"
    ROOTS = "roots"
    REFERRAL = "referral"
    PAIN = "pain"
    VARIANT = "variant"
    FINGER = "finger"
    OWN = "own"


@dataclass(frozen=True)
class Choice:
    """One of the answers to choose from, and the ids of the structures that it names."""

    text: str
    right: bool = False
    structures: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shown:
    """What the 3D view shows for a question or its answer; all but ``absent`` by ids.

    ``lit`` are selected, the ``facts`` painted, ``framed`` fills the view (nothing: it stays). ``alone`` are all that
    is shown; empty: what is shown usually. ``present`` are shown besides. ``receding`` lets the rest recede.
    ``absent`` is another body than the one there is. ``view`` is the standard view that it is seen from, ``at`` a place
    (mm) that fills the view in place of structures. ``marks`` are rings on the skin.
    """

    lit: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    framed: tuple[str, ...] = ()
    alone: frozenset[str] = frozenset()
    present: frozenset[str] = frozenset()
    put_away: frozenset[str] = frozenset()
    receding: bool = False
    absent: frozenset[str] | None = None
    view: str = ""
    at: Point | None = None
    marks: tuple[Landmark, ...] = ()


@dataclass(frozen=True)
class Told:
    """A sentence of an explanation that is no fact of the atlas; ``sources`` are ids."""

    text: str
    status: Status
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Target:
    """What a finger is to reach: a structure (its id), at a place (mm) or anywhere, ``within`` so many mm of it.

    ``through`` are the ids of what the way may pass although a finger keeps off such things elsewhere: bowel that
    slides aside.
    """

    structure: str
    at: Point | None = None
    within: float = 25.0
    through: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Question:
    """One question. It can be answered in each way for which it says what is right.

    ``card`` is its name in the log of practice. ``choices`` are to choose from, ``names`` (folded) are right when
    typed, and ``vague`` ones fit several structures. ``targets`` are the structures to click, ``zones`` the areas of
    skin, ``finger`` what a finger is to reach. ``about`` is the structure whose facts tell more (empty: none),
    ``facts`` are the ids of those that explain, ``told`` explains besides. ``remark`` is said with every answer.
    """

    card: str
    sort: Sort
    text: str
    about: str = ""
    choices: tuple[Choice, ...] = ()
    names: frozenset[str] = frozenset()
    vague: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    zones: tuple[Zone, ...] = ()
    finger: Target | None = None
    asked: Shown = Shown()
    answered: Shown = Shown()
    facts: tuple[str, ...] = ()
    told: tuple[Told, ...] = ()
    remark: str = ""

    @property
    def right(self) -> Choice | None:
        """The right one of the choices; None where there are none."""
        return next((one for one in self.choices if one.right), None)

    @property
    def can_be_typed(self) -> bool:
        """Whether an answer can be typed."""
        return bool(self.names)
