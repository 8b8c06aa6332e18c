"""That a structure may be missing, and the forms that it takes where it is there, as frozen data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from viewer.model.atlas.facts import Side, Status

USUAL = ""
"""The id of the usual form, whose mesh bears the name of the structure itself."""


@dataclass(frozen=True)
class Form:
    """A form that differs from the usual one: ``text`` tells of it, with its status and sources.

    ``meshes`` are the names of its meshes by side, and ``facts`` the ids of the fact that it rests on. ``lacking`` are,
    by side, the ids of the attachments that do not hold in it. ``percent`` says in how many of the structures that are
    present it was found; None where no source counts it.
    """

    id: str
    name: str
    meshes: Mapping[Side, str]
    facts: Mapping[Side, str]
    text: str
    status: Status
    sources: tuple[str, ...]
    lacking: Mapping[Side, frozenset[str]]
    percent: float | None = None

    @property
    def word(self) -> str:
        """Its name as it stands within a sentence."""
        return self.name[:1].lower() + self.name[1:]


@dataclass(frozen=True)
class Occurrence:
    """How often bodies have a structure: ``percent`` of them on at least one side; of those whose sides were recorded
    ``both`` had it on both and ``one`` on one. ``facts`` are ids of the facts that say so.
    """

    percent: float
    both: int
    one: int
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Variation:
    """That a structure may be missing: ``id`` names the pair, ``members`` the structures by side."""

    id: str
    name: str
    members: Mapping[Side, str]
    forms: tuple[Form, ...] = ()
    occurrence: Occurrence | None = None

    @property
    def title(self) -> str:
        """Its name as a sentence begins with it."""
        return self.name[:1].upper() + self.name[1:]

    def side_of(self, structure_id: str) -> Side:
        """The side of a member. Raises KeyError."""
        return {name: side for side, name in self.members.items()}[structure_id]

    def form(self, form_id: str) -> Form:
        """A form by its id. Raises KeyError, also for the usual one."""
        return {form.id: form for form in self.forms}[form_id]
