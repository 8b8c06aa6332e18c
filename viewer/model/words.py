"""The program's own words that panel, lists and terminal share, in the language that it speaks: English as written.

Facts are content and stay as the annotations have them.
"""

from __future__ import annotations

from viewer import language
from viewer.model.atlas.atlas import End, Side, Status, Strength

LANGUAGE_WORDS = {"en": "English", "la": "Latina", "de": "Deutsch", "es": "Español"}
"""Languages by their own names, which nobody translates."""


def translate(context: str, text: str) -> str:
    """A text of a context in the language that the program speaks."""
    return language.in_context(context, text) or text


def status_words(status: Status) -> str:
    """How far a fact is agreed."""
    return {
        Status.AGREED: translate("Facts", "agreed"),
        Status.PARTLY: translate("Facts", "partly agreed"),
        Status.DISPUTED: translate("Facts", "disputed"),
        Status.TRADITION: translate("Facts", "tradition"),
    }[status]


def strength_words(strength: Strength) -> str:
    """Whether pain is felt in a zone as a rule, or sometimes."""
    return {
        Strength.ESSENTIAL: translate("Facts", "essential"),
        Strength.SPILLOVER: translate("Facts", "spill-over"),
    }[strength]


def side_words(side: Side) -> str:
    """A side of the person."""
    return {
        Side.RIGHT: translate("Bodies", "right"),
        Side.LEFT: translate("Bodies", "left"),
        Side.MIDDLE: translate("Bodies", "middle"),
    }[side]


def side_heading(side: Side) -> str:
    """A side of the person, as a heading or at the beginning of a line."""
    return {
        Side.RIGHT: translate("Headings", "Right"),
        Side.LEFT: translate("Headings", "Left"),
        Side.MIDDLE: translate("Headings", "Middle"),
    }[side]


def end_words(end: End) -> str:
    """An end of a muscle."""
    return {End.ORIGIN: translate("Facts", "origin"), End.INSERTION: translate("Facts", "insertion")}[end]


def not_modelled() -> str:
    """Of a structure that is known by name and facts alone."""
    return translate("Facts", "not modelled yet")


def tr(text: str) -> str:
    """Marks a text that stands in a table, for whoever gathers texts to be translated; ``spoken`` translates it."""
    return text


def spoken(text: str) -> str:
    """A marked text in the language that the program speaks."""
    return translate("", text)
