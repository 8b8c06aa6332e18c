"""Lays out what is known of a structure as a document: plain text put in piece by piece, so nothing in it can run.

Every fact remembers which blocks of the document are its own. Links carry the number of their lead on the sheet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from functools import cache

from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from viewer.language import tr
from viewer.model.answers.fact_lines import Line, Paragraph
from viewer.model.atlas.atlas import Status
from viewer.model.words import status_words
from viewer.widgets.chrome import theme
from viewer.widgets.chrome.inert import inert
from viewer.widgets.facts.leads import Lead, LeadKind, Link

_STEP = theme.STEP
_FOLDED, _UNFOLDED = "\N{BLACK RIGHT-POINTING SMALL TRIANGLE}", "\N{BLACK DOWN-POINTING SMALL TRIANGLE}"
_CLOSE = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class Chip:
    """A few words with a rim around them: where they begin and end in their block, and their ink."""

    start: int
    end: int
    ink: str


@dataclass(frozen=True)
class FactRange:
    """A fact's first and last block in the document, its chip, where that stands, and what it leads to.

    A line that only leads somewhere has an empty ``fact``.
    """

    fact: str
    first: int
    last: int
    chip: Chip | None = None
    chip_block: int = 0
    leads_to: Lead | None = None


@dataclass
class Sheet:
    """A document under way, and the blocks where its headings and facts stand.

    ``unfolded`` are the folds that stand open. ``leads`` are those of all links, by the number that a link carries.
    """

    colours: theme.Colours
    document: QTextDocument
    unfolded: Set[Lead] = frozenset()
    headings: list[tuple[str, int]] = field(default_factory=list)
    ranges: list[FactRange] = field(default_factory=list)
    leads: list[Lead] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._cursor = QTextCursor(self.document)
        self._numbers: dict[str, int] = {}

    def name(self, paragraph: Paragraph, latin: str) -> None:
        """The structure's name, with its other names below, the Latin one as such."""
        self._write(paragraph.heading, self._style(theme.DISPLAY, self.colours.ink, bold=True), above=_STEP)
        for line in paragraph.lines:
            scale, slanted = (theme.BODY, True) if line.text == latin else (theme.CAPTION, False)
            self._write(line.text, self._style(scale, self.colours.quiet, italic=slanted))

    def section(self, paragraph: Paragraph, links: Sequence[Link | None], folded: Sequence[Link | None] = ()) -> None:
        """A heading and its lines; ``links`` and ``folded`` say where each line leads, if anywhere."""
        self._heading(paragraph.heading)
        self._lines(paragraph, paragraph.lines, links)
        if paragraph.folded:
            fold = Lead(LeadKind.FOLD, paragraph.heading)
            told = tr("One by one ({n})").format(n=len(paragraph.folded))
            self._fold(fold, told)
            if fold in self.unfolded:
                self._lines(paragraph, paragraph.folded, folded)

    def sources(self) -> None:
        """The list of all sources that stood behind a fact so far, by their numbers; folded at first."""
        if not self._numbers:
            return
        heading = tr("Sources")
        self._heading(heading)
        fold = Lead(LeadKind.FOLD, heading)
        self._fold(fold, tr("All by number ({n})").format(n=len(self._numbers)))
        if fold in self.unfolded:
            self._references(self._numbers)

    def note(self, text: str, scale: float = theme.BODY, bold: bool = False) -> None:
        """A line that is no fact."""
        self._write(text, self._style(scale, self.colours.ink if bold else self.colours.quiet, bold), above=_STEP)

    def step(self, link: Link) -> None:
        """A link to begin with, in letters as large as a fact's."""
        self._write("", self._style(theme.BODY, self.colours.accent), _STEP, _STEP)
        self._cursor.insertText(link.label, self._anchor(link.lead, self.colours.accent, scale=theme.BODY))
        block = self._cursor.blockNumber()
        self.ranges.append(FactRange("", block, block, leads_to=link.lead))

    def leading(self, text: str, link: Link) -> None:
        """A line that only leads somewhere."""
        if text:
            self._write(text, self._style(theme.BODY, self.colours.ink), _STEP, _STEP)
        first = self._cursor.blockNumber() + (not text)
        self._link(link)
        self.ranges.append(FactRange("", first, self._cursor.blockNumber(), leads_to=link.lead))

    def _heading(self, words: str) -> None:
        self._write(words, self._style(theme.TITLE, self.colours.accent, bold=True), above=3 * _STEP)
        self.headings.append((words, self._cursor.blockNumber()))

    def _lines(self, paragraph: Paragraph, lines: Iterable[Line], links: Sequence[Link | None]) -> None:
        for line, link in zip(lines, links, strict=True):
            if line.fact is not None:
                self._fact(paragraph, line, line.fact, link)
            elif link is not None:
                self.leading(line.text, link)
            else:
                self._write(line.text, self._style(theme.CAPTION, self.colours.quiet), _STEP // 2, _STEP)

    def _fold(self, fold: Lead, told: str) -> None:
        mark = _UNFOLDED if fold in self.unfolded else _FOLDED
        self.leading("", Link(fold, f"{mark} {told}"))

    def _fact(self, paragraph: Paragraph, line: Line, fact: str, link: Link | None) -> None:
        first = self._cursor.blockNumber() + 1
        if line.cells:
            self._row(paragraph.columns, line.cells)
        else:
            self._write(line.text, self._style(theme.BODY, self.colours.ink), _STEP, _STEP)
        chip, chip_block = self._chip(line.status), self._cursor.blockNumber()
        unfolded = self._marks(line, Lead(LeadKind.SOURCES, fact)) if line.references else False
        if link is not None:
            self._link(link)
        if unfolded:
            self._references(line.references)
        last = self._cursor.blockNumber()
        self.ranges.append(FactRange(fact, first, last, chip, chip_block, link.lead if link else None))

    def _row(self, columns: Sequence[str], cells: Sequence[str]) -> None:
        """A row of a table, told downwards: what it is about, then each column's words with its answer."""
        self._write(cells[0], self._style(theme.BODY, self.colours.ink, bold=True), 2 * _STEP, _STEP)
        for column, cell in zip(columns[1:], cells[1:], strict=False):
            self._write(f"{column}:{_CLOSE}", self._style(theme.CAPTION, self.colours.quiet), 2, _STEP)
            self._cursor.insertText(cell, self._style(theme.BODY, self.colours.ink))

    def _chip(self, status: Status | None) -> Chip | None:
        inks = {
            Status.DISPUTED: self.colours.disputed,
            Status.TRADITION: self.colours.tradition,
            Status.PARTLY: self.colours.partly,
        }
        if status is None or status not in inks:
            return None
        style = self._style(theme.CAPTION, inks[status])
        self._cursor.insertText("  ", style)
        start = self._cursor.positionInBlock()
        self._cursor.insertText(f"{_CLOSE}{status_words(status).replace(' ', _CLOSE)}{_CLOSE}", style)
        return Chip(start, self._cursor.positionInBlock(), inks[status])

    def _marks(self, line: Line, fold: Lead) -> bool:
        """The numbers of a fact's sources, behind its words; whether they stand unfolded."""
        numbers = [self._numbers.setdefault(one, len(self._numbers) + 1) for one in line.references]
        style = self._anchor(fold, self.colours.quiet, underlined=False)
        style.setToolTip(inert("; ".join(line.sources)))
        self._cursor.insertText(_CLOSE, self._style(theme.CAPTION, self.colours.quiet))
        self._cursor.insertText(f"[{f',{_CLOSE}'.join(map(str, numbers))}]", style)
        return fold in self.unfolded

    def _references(self, references: Iterable[str]) -> None:
        for one in references:
            self._write(
                f"{self._numbers[one]}.{_CLOSE}{one}", self._style(theme.CAPTION, self.colours.quiet), 2, 2 * _STEP
            )

    def _link(self, link: Link) -> None:
        self._write("", self._style(theme.CAPTION, self.colours.accent), indent=_STEP)
        self._cursor.insertText(link.label, self._anchor(link.lead, self.colours.accent))

    def _anchor(self, lead: Lead, ink: str, underlined: bool = True, scale: float = theme.CAPTION) -> QTextCharFormat:
        style = self._style(scale, ink)
        style.setAnchor(True)
        style.setAnchorHref(str(len(self.leads)))
        style.setFontUnderline(underlined)
        self.leads.append(lead)
        return style

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
