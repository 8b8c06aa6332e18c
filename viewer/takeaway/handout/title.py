"""How the first page begins: what it is, of which lesson, from which day; in a test, lines for a name and a day."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from viewer.language import tr
from viewer.model.lessons.lesson import Lesson
from viewer.takeaway.handout.block import Block
from viewer.takeaway.handout.pages import Pages, rule, today
from viewer.takeaway.handout.typography import ABOUT, ACCENT, DATE, OVERLINE, QUIET, TITLE, mm, pt

NARROW = 0.86
"""Of the column, for words that are read line by line."""


def set_title(pages: Pages, lesson: Lesson, kind: str, blank: bool) -> None:
    """The head of the first page."""
    width = NARROW * pages.column
    pages.put(OVERLINE.line, lambda painter, y: Block(kind.upper(), OVERLINE, width).draw(painter, pages.left, y))
    pages.skip(mm(1.6))
    pages.flow(Block(lesson.title or tr("A lesson"), TITLE, width), pages.left)
    if lesson.about and not blank:
        pages.skip(mm(2))
        pages.flow(Block(lesson.about, ABOUT, width), pages.left)
    pages.skip(mm(2.2))
    pages.put(DATE.line, lambda painter, y: Block(today(), DATE, width).draw(painter, pages.left, y))
    if blank:
        pages.put(mm(11), lambda painter, y: _fields(painter, QRectF(pages.left, y, pages.column, mm(11))))
    pages.skip(mm(3))
    pages.put(mm(5), lambda painter, y: rule(painter, QRectF(pages.left, y, pages.column, 0.0), ACCENT, 1.4))


def _fields(painter: QPainter, room: QRectF) -> None:
    """Lines to write a name and a day on."""
    at = room.left()
    for label, share in ((tr("Name"), 0.62), (tr("Date"), 0.34)):
        words, end = Block(label, DATE, room.width()), at + share * room.width()
        words.draw(painter, at, room.bottom() - DATE.line)
        painter.setPen(QPen(QColor(QUIET), pt(0.5)))
        start = at + words.width + mm(2)
        painter.drawLine(QPointF(start, room.bottom() - mm(0.6)), QPointF(end, room.bottom() - mm(0.6)))
        at = end + 0.04 * room.width()
