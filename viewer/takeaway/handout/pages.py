"""Pages that fill from above: what has no room on one goes onto the next. They are painted when all are full."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QBuffer, QDate, QIODevice, QLocale, QMarginsF, QPointF, QRectF
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from viewer.language import tr
from viewer.takeaway.handout.block import Block
from viewer.takeaway.handout.typography import DOTS, FOOT, RULE, mm, pt

SIDE, TOP, BOTTOM = mm(17), mm(20), mm(22)
HEAD, FEET = mm(11), mm(13)
"""Where the line above a page's words stands, and from below the one under them."""

Item = Callable[[QPainter, float], None]
"""Paints something at a height."""


@dataclass(frozen=True)
class Running:
    """What stands on every page: the ``title`` of the lesson and what the pages are (``kind``)."""

    title: str
    kind: str


class Pages:
    """``y`` is how far the last page is filled."""

    def __init__(self, paper: QPageSize.PageSizeId) -> None:
        self._paper = QPageSize(paper)
        size = self._paper.size(QPageSize.Unit.Millimeter)
        self._width, self._height = mm(size.width()), mm(size.height())
        self._pages: list[list[Callable[[QPainter], None]]] = [[]]
        self.y = TOP

    @property
    def left(self) -> float:
        """Where the column begins."""
        return SIDE

    @property
    def column(self) -> float:
        """How wide it is."""
        return self._width - 2 * SIDE

    @property
    def room(self) -> float:
        """What is free below on this page."""
        return self._height - BOTTOM - self.y

    def turn(self) -> None:
        """Go on with a new page, unless this one is empty."""
        if self._pages[-1]:
            self._pages.append([])
            self.y = TOP

    def keep(self, height: float) -> None:
        """Go on with a new page where this one has less room."""
        if height > self.room:
            self.turn()

    def at(self, item: Item, below: float = 0.0) -> None:
        """Something on this page, so far below where it is filled to; that stays."""
        self._pages[-1].append(partial(_painted, item, self.y + below))

    def put(self, height: float, item: Item) -> None:
        """Something so high below all that is there, on the next page where this one has no room for it."""
        self.keep(height)
        self.at(item)
        self.y += height

    def flow(self, block: Block, x: float) -> None:
        """Words as far as there is room, and the rest on the pages that follow."""
        first = 0
        while first < block.lines:
            fitting = max(int(self.room / block.style.line), 0)
            last = min(first + fitting, block.lines)
            if last > first:
                self.at(partial(_lines, block, x, first, last))
                self.y += (last - first) * block.style.line
            first = last
            if first < block.lines:
                self.turn()

    def skip(self, height: float) -> None:
        """Leave so much free, at most to the end of this page."""
        self.y += min(height, max(self.room, 0.0))

    def as_pdf(self, running: Running) -> bytes:
        """All pages painted."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setTitle(f"{running.title} – {running.kind}" if running.title else running.kind)
        writer.setCreator("Iliopsoas")
        writer.setResolution(DOTS)
        writer.setPageLayout(QPageLayout(self._paper, QPageLayout.Orientation.Portrait, QMarginsF()))
        painter = QPainter(writer)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, page in enumerate(self._pages, start=1):
            if number > 1:
                writer.newPage()
                self._head(painter, running)
            self._foot(painter, number)
            for paint in page:
                paint(painter)
        painter.end()
        return bytes(buffer.data().data())

    def _head(self, painter: QPainter, running: Running) -> None:
        title, kind = Block(running.title, FOOT, self.column), Block(running.kind, FOOT, self.column)
        title.draw(painter, SIDE, HEAD - 1.25 * FOOT.line, 0, min(title.lines, 1))
        kind.draw(painter, SIDE + self.column - kind.width, HEAD - 1.25 * FOOT.line)
        self._rule(painter, HEAD)

    def _foot(self, painter: QPainter, number: int) -> None:
        y = self._height - FEET
        told = tr("Educational, not clinical advice.")
        rights = tr("Pictures: Iliopsoas anatomy viewer, CC BY 4.0 (creativecommons.org/licenses/by/4.0)")
        place = Block(f"{number} / {len(self._pages)}", FOOT, self.column)
        Block(f"{told}   {rights}", FOOT, self.column).draw(painter, SIDE, y + 0.4 * FOOT.line)
        place.draw(painter, SIDE + self.column - place.width, y + 0.4 * FOOT.line)
        self._rule(painter, y)

    def _rule(self, painter: QPainter, y: float) -> None:
        rule(painter, QRectF(SIDE, y, self.column, 0.0), RULE)


def rule(painter: QPainter, line: QRectF, colour: str, width: float = 0.5) -> None:
    """A thin line along the top of a rectangle, ``width`` points wide."""
    painter.setPen(QPen(QColor(colour), pt(width)))
    painter.drawLine(QPointF(line.left(), line.top()), QPointF(line.right(), line.top()))


def today() -> str:
    """The day in the words of where the program runs."""
    return QLocale().toString(QDate.currentDate(), QLocale.FormatType.LongFormat)


def _painted(item: Item, y: float, painter: QPainter) -> None:
    item(painter, y)


def _lines(block: Block, x: float, first: int, last: int, painter: QPainter, y: float) -> None:  # noqa: PLR0913, PLR0917
    block.draw(painter, x, y, first, last)
