"""Where a line of the facts leads: to a structure, to a question, or to more of the same page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LeadKind(StrEnum):
    """What a Lead's id is the id of."""

    STRUCTURE = "structure"
    FORM = "form"
    """Of a form, with ``structure`` that is to take it; an empty id is the usual form."""
    AREA = "area"
    """Of a zone of referred pain: which muscles refer there?"""
    ZONE = "zone"
    """Of a zone of referred pain: its muscle, with the zone lit."""
    AREAS = "areas"
    """Of nothing: where does it hurt?"""
    LEVELS = "levels"
    """Of nothing: all root levels."""
    LEVEL = "level"
    """A root level: what does it reach?"""
    REACH = "reach"
    """A root level: select all that it reaches."""
    VARIATION = "variation"
    """Of a variation: a structure that some people lack."""
    PAGE = "page"
    """Of a page of the side panel."""
    WELCOME = "welcome"
    """Of nothing: put the welcome away."""
    FOLD = "fold"
    """A heading: unfold what stands folded below it, or fold it again."""
    SOURCES = "sources"
    """Of a fact: unfold its sources in full, or fold them again."""


FOLDING = (LeadKind.FOLD, LeadKind.SOURCES)
"""Leads that change how much of a page is seen, and nothing else."""


@dataclass(frozen=True)
class Lead:
    """What a link leads to."""

    kind: LeadKind
    id: str = ""
    structure: str = ""


@dataclass(frozen=True)
class Link:
    """A lead with the words that it stands in."""

    lead: Lead
    label: str
