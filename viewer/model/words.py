"""The program's own words that panel, lists and terminal share, in the language that it speaks: English as written.

Facts are content and stay as the annotations have them.
"""

from __future__ import annotations

from viewer.language import tr
from viewer.model.atlas.atlas import End, Side, Status, Strength

LANGUAGE_WORDS = {"en": "English", "la": "Latina", "de": "Deutsch", "es": "Español"}
"""Languages by their own names, which nobody translates."""


def status_words(status: Status) -> str:
    """How far a fact is agreed."""
    return {
        Status.AGREED: tr("agreed"),
        Status.PARTLY: tr("partly agreed"),
        Status.DISPUTED: tr("disputed"),
        Status.TRADITION: tr("tradition"),
    }[status]


def strength_words(strength: Strength) -> str:
    """Whether pain is felt in a zone as a rule, or sometimes."""
    return {
        Strength.ESSENTIAL: tr("essential"),
        Strength.SPILLOVER: tr("spill-over"),
    }[strength]


def side_words(side: Side) -> str:
    """A side of the person."""
    return {
        Side.RIGHT: tr("right"),
        Side.LEFT: tr("left"),
        Side.MIDDLE: tr("middle"),
    }[side]


def side_heading(side: Side) -> str:
    """A side of the person, as a heading or at the beginning of a line."""
    return {
        Side.RIGHT: tr("Right"),
        Side.LEFT: tr("Left"),
        Side.MIDDLE: tr("Middle"),
    }[side]


def end_words(end: End) -> str:
    """An end of a muscle."""
    return {End.ORIGIN: tr("origin"), End.INSERTION: tr("insertion")}[end]


def withheld() -> str:
    """What stands for each name while names are withheld."""
    return tr("Name withheld")


def names_withheld() -> str:
    """What stands where names would be told."""
    return tr("Names are withheld during a question")


def not_modelled() -> str:
    """Of a structure that is known by name and facts alone."""
    return tr("not modelled yet")
