"""Lays out what is known of a structure as a document: plain text put in piece by piece, so nothing in it can run.

Every fact remembers which blocks of the document are its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from viewer.model.answers.describe import Line, Paragraph
from viewer.model.atlas.atlas import Status
from viewer.model.words import status_words
from viewer.widgets.chrome import theme

LINK = "structure:"
_STEP = theme.STEP


@dataclass(frozen=True)
class Chip:
    """A few words with a rim around them: where they begin and end in their block, and their ink."""

    start: int
    end: int
    ink: str


@dataclass(frozen=True)
class Lead:
    """What a link leads to (a structure's id, or a question such as "level:L2"), and its words."""

    target: str
    label: str


@dataclass(frozen=True)
class FactRange:
    """A fact's first and last block in the document, its chip, and what it leads to: a structure's id, or a question.

    A line that only leads somewhere has an empty ``fact``.
    """

    fact: str
    first: int
    last: int
    chip: Chip | None = None
    leads_to: str | None = None


@dataclass
class Sheet:
    """A document under way, and the blocks where its headings and facts stand."""

    colours: theme.Colours
    document: QTextDocument
    headings: list[tuple[str, int]] = field(default_factory=list)
    ranges: list[FactRange] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._cursor = QTextCursor(self.document)

    def name(self, paragraph: Paragraph) -> None:
        """The structure's name, with its other names below."""
        self._write(paragraph.heading, self._style(theme.DISPLAY, self.colours.ink, bold=True), above=_STEP)
        latin, *others = paragraph.lines
        self._write(latin.text, self._style(theme.BODY, self.colours.quiet, italic=True))
        for line in others:
            self._write(line.text, self._style(theme.CAPTION, self.colours.quiet))

    def section(self, paragraph: Paragraph, leads: Sequence[Lead | None]) -> None:
        """A heading and its lines; ``leads`` holds for each where else it leads."""
        self._write(paragraph.heading, self._style(theme.TITLE, self.colours.accent, bold=True), above=3 * _STEP)
        self.headings.append((paragraph.heading, self._cursor.blockNumber()))
        for line, lead in zip(paragraph.lines, leads, strict=True):
            if line.fact is not None:
                self._fact(line, line.fact, lead)
            elif lead is not None:
                self._leading(line.text, lead)
            else:
                self._write(line.text, self._style(theme.CAPTION, self.colours.quiet), _STEP // 2, _STEP)

    def note(self, text: str, scale: float = theme.BODY, bold: bool = False) -> None:
        """A line that is no fact."""
        self._write(text, self._style(scale, self.colours.ink if bold else self.colours.quiet, bold), above=_STEP)

    def _leading(self, text: str, lead: Lead) -> None:
        """A line that only leads somewhere."""
        if text:
            self._write(text, self._style(theme.BODY, self.colours.ink), _STEP, _STEP)
        first = self._cursor.blockNumber() + (not text)
        self._link(lead)
        self.ranges.append(FactRange("", first, self._cursor.blockNumber(), None, lead.target))

    def _fact(self, line: Line, fact: str, lead: Lead | None) -> None:
        self._write(line.text, self._style(theme.BODY, self.colours.ink), _STEP, _STEP)
        first = self._cursor.blockNumber()
        chip = self._chip(line.status) if line.status not in (None, Status.AGREED) else None
        if line.sources:
            self._write("; ".join(line.sources), self._style(theme.CAPTION, self.colours.quiet), indent=_STEP)
        if lead is not None:
            self._link(lead)
        self.ranges.append(FactRange(fact, first, self._cursor.blockNumber(), chip, lead.target if lead else None))

    def _chip(self, status: Status) -> Chip:
        ink = {
            Status.DISPUTED: self.colours.disputed,
            Status.TRADITION: self.colours.tradition,
            Status.PARTLY: self.colours.partly,
        }[status]
        style = self._style(theme.CAPTION, ink)
        self._cursor.insertText("  ", style)
        words = status_words(status).replace(" ", "\N{NO-BREAK SPACE}")
        start = self._cursor.positionInBlock()
        self._cursor.insertText(f"\N{NO-BREAK SPACE}{words}\N{NO-BREAK SPACE}", style)
        return Chip(start, self._cursor.positionInBlock(), ink)

    def _link(self, lead: Lead) -> None:
        self._write("", self._style(theme.CAPTION, self.colours.accent), indent=_STEP)
        style = self._style(theme.CAPTION, self.colours.accent)
        style.setAnchor(True)
        style.setAnchorHref(lead.target if ":" in lead.target else LINK + lead.target)
        style.setFontUnderline(True)
        self._cursor.insertText(lead.label, style)

    def _write(self, text: str, style: QTextCharFormat, above: int = 2, indent: int = 0) -> None:
        """A block of its own with this text."""
        if self.document.isEmpty():
            self._cursor.setBlockFormat(_block(above, indent))
        else:
            self._cursor.insertBlock(_block(above, indent), style)
        self._cursor.insertText(text, style)

    def _style(self, scale: float, ink: str, bold: bool = False, italic: bool = False) -> QTextCharFormat:
        return QTextCharFormat(_letters(scale, ink, bold, italic))


@cache
def _block(above: int, indent: int) -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setTopMargin(above)
    block.setLeftMargin(_STEP + indent)
    block.setRightMargin(_STEP)
    block.setLineHeight(118.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return block


@cache
def _letters(scale: float, ink: str, bold: bool, italic: bool) -> QTextCharFormat:
    style = QTextCharFormat()
    font = theme.sized(scale, bold)
    font.setItalic(italic)
    style.setFont(font)
    style.setForeground(QColor(ink))
    return style
