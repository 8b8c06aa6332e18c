"""How a handout is set: measures, fonts, inks. Lengths are dots of a printer, 1200 to the inch, y downwards."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtGui import QFont

DOTS = 1200  # to the inch
SERIF = ("Source Serif 4", "Noto Serif", "Cambria", "Georgia", "Charter", "Liberation Serif", "DejaVu Serif")
SANS = ("Source Sans 3", "Noto Sans", "Segoe UI", "Helvetica Neue", "Liberation Sans", "Arial", "DejaVu Sans")
INK, QUIET, ACCENT, RULE = "#1d2023", "#5d6164", "#0b6b5f", "#c9c5bb"


def mm(length: float) -> float:
    """Millimetres in dots."""
    return length * DOTS / 25.4


def in_mm(dots: float) -> float:
    """Dots in millimetres."""
    return dots / DOTS * 25.4


def pt(length: float) -> float:
    """Points of a printer, 72 to the inch, in dots."""
    return length * DOTS / 72


@dataclass(frozen=True)
class Style:
    """How words look: ``size`` in points, ``leading`` from line to line in sizes, ``spacing`` between letters in %."""

    size: float
    colour: str = INK
    families: tuple[str, ...] = SANS
    bold: bool = False
    italic: bool = False
    leading: float = 1.38
    spacing: float = 100.0

    @cached_property
    def font(self) -> QFont:
        """The same for Qt."""
        return font(pt(self.size), self.bold, self.italic, self.families, self.spacing)

    @property
    def line(self) -> float:
        """From line to line, dots."""
        return pt(self.size * self.leading)


def font(
    em: float, bold: bool = False, italic: bool = False, families: tuple[str, ...] = SANS, spacing: float = 100.0
) -> QFont:
    """A font whose em is so many dots, the first of the families that there is, shaped as for paper."""
    made = QFont()
    made.setFamilies(list(families))
    made.setPixelSize(max(round(em), 1))
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    made.setItalic(italic)
    made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, spacing)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


OVERLINE = Style(7.5, ACCENT, bold=True, spacing=112.0)
TITLE = Style(25, families=SERIF, leading=1.16)
ABOUT = Style(11, QUIET, families=SERIF, leading=1.4)
DATE = Style(8, QUIET)
NUMBER = Style(17, ACCENT, families=SERIF, leading=1.2)
HEADING = Style(17, families=SERIF, leading=1.2)
CAPTION = Style(10.5, families=SERIF, leading=1.42)
SMALL_HEADING, SMALL_NUMBER = Style(13, families=SERIF, leading=1.2), Style(13, ACCENT, families=SERIF, leading=1.2)
SMALL_CAPTION = Style(9.5, families=SERIF, leading=1.4)
LABEL = Style(6.8, ACCENT, bold=True, spacing=110.0, leading=1.5)
SOURCE = Style(7, QUIET, leading=1.42)
NOTES = Style(9, leading=1.42)
ANSWER, ANSWER_NUMBER = Style(9, leading=1.3), Style(9, ACCENT, bold=True, leading=1.3)
LATIN = Style(7.4, QUIET, italic=True, leading=1.3)
FOOT = Style(6.8, QUIET)
