"""What a test leaves to write in, and the answers to it: names by their numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from viewer.drawing.flat.label_plan import Named
from viewer.language import tr
from viewer.model.answers.body_words import title
from viewer.model.atlas.atlas import Atlas
from viewer.model.lessons.lesson import Lesson, LessonScene
from viewer.model.session.view import View
from viewer.takeaway.handout import scene_words
from viewer.takeaway.handout.block import Block
from viewer.takeaway.handout.pages import Pages
from viewer.takeaway.handout.plate_printing import print_plate
from viewer.takeaway.handout.plates import Plate
from viewer.takeaway.handout.title import set_title
from viewer.takeaway.handout.typography import (
    ANSWER,
    ANSWER_NUMBER,
    LATIN,
    QUIET,
    SMALL_HEADING,
    SMALL_NUMBER,
    mm,
    pt,
)
from viewer.takeaway.handout.wishes import Wishes

ROW, LOWEST_ROW, INDENT = mm(8.2), mm(6.4), mm(6.5)
"""From line to line to write on, as usual and at least, and where they begin beside their numbers."""
THUMBNAIL = mm(62)


@dataclass(frozen=True)
class Asked:
    """What was asked in a scene: the names in the order of their numbers, and where they stand."""

    number: int
    scene: LessonScene
    plate: Plate
    names: tuple[Named, ...]


def set_lines(pages: Pages, count: int, columns: int = 3) -> None:
    """Numbered lines to write on, column by column, on this page and, if they are many, the next."""
    done = 0
    while done < count:
        pages.keep(ROW)
        here = min(math.ceil((count - done) / columns), int(pages.room / ROW))
        last = min(done + here * columns, count)
        room = QRectF(pages.left, 0.0, pages.column, here * ROW)
        pages.put(here * ROW, partial(draw_lines, room, range(done + 1, last + 1), columns, ROW))
        done = last


def draw_lines(  # noqa: PLR0913, PLR0917 - the lines, and where they are
    room: QRectF, numbers: Sequence[int], columns: int, row: float, painter: QPainter, y: float
) -> None:
    """Numbered lines in columns within the width of a rectangle whose top is at y, one each ``row``."""
    gap, rows = mm(6), max(math.ceil(len(numbers) / columns), 1)
    width = (room.width() - (columns - 1) * gap) / columns
    for place, number in enumerate(numbers):
        x, base = room.left() + (place // rows) * (width + gap), y + (place % rows + 1) * row - mm(1.2)
        Block(str(number), ANSWER_NUMBER, INDENT).draw(painter, x, base - 0.86 * ANSWER_NUMBER.line)
        painter.setPen(QPen(QColor(QUIET), pt(0.4)))
        painter.drawLine(QPointF(x + INDENT, base), QPointF(x + width, base))


def set_answers(pages: Pages, lesson: Lesson, asked: Sequence[Asked], atlas: Atlas, wishes: Wishes) -> None:
    """The answers to all scenes, from a page of their own on."""
    pages.turn()
    set_title(pages, lesson, tr("Answers"), blank=False)
    for one in asked:
        _set_answers_of(pages, one, atlas)
        shown = Wishes(captions=wishes.captions, notes=wishes.notes)
        scene_words.set_beside_labels(pages, scene_words.parts(one.scene, atlas, shown, _beside(pages), small=True))
        pages.skip(mm(7))


def _set_answers_of(pages: Pages, one: Asked, atlas: Atlas) -> None:
    """A small plate at the left, names in two columns beside it."""
    tall = THUMBNAIL * one.plate.size[1] / one.plate.size[0]
    pages.keep(SMALL_HEADING.line + max(tall, 4 * ROW))
    _set_heading(pages, one)
    rows = math.ceil(len(one.names) / 2)
    here = max(min(rows, int(pages.room / ROW)), 1)
    rect = QRectF(pages.left, 0.0, THUMBNAIL, tall)
    pages.at(lambda painter, y: print_plate(painter, rect.translated(0.0, y), one.plate, one.names, 0.72))
    answers = [_Answer(number, named, atlas, one.scene.view) for number, named in enumerate(one.names, start=1)]
    pages.put(max(here * ROW, tall), partial(_draw_answers, pages, answers[: 2 * here], here))
    if rest := answers[2 * here :]:
        pages.turn()
        pages.put((rows - here) * ROW, partial(_draw_answers, pages, rest, rows - here))


def _set_heading(pages: Pages, one: Asked) -> None:
    def draw(painter: QPainter, y: float) -> None:
        number = Block(str(one.number), SMALL_NUMBER, INDENT)
        number.draw(painter, pages.left, y)
        heading.draw(painter, pages.left + number.width + mm(2.5), y)

    heading = Block(one.scene.title, SMALL_HEADING, pages.column - mm(12))
    pages.put(heading.height or SMALL_HEADING.line, draw)
    pages.skip(mm(2))


def _beside(pages: Pages) -> float:
    return pages.column - scene_words.ASIDE


class _Answer:
    """One name by its number, with its Latin one."""

    def __init__(self, number: int, named: Named, atlas: Atlas, view: View) -> None:
        known = atlas.structures[named.wish.structure]
        self.number, self.name = str(number), title(atlas, replace(view, unnamed=False), known.id)
        self.latin = known.latin if known.shown_in != "la" else ""

    def draw(self, painter: QPainter, x: float, y: float, width: float) -> None:
        Block(self.number, ANSWER_NUMBER, INDENT).draw(painter, x, y)
        name = Block(self.name, ANSWER, width - INDENT)
        name.draw(painter, x + INDENT, y, 0, 1)
        latin = Block(self.latin, LATIN, width - INDENT)
        latin.draw(painter, x + INDENT, y + 0.95 * ANSWER.line, 0, min(latin.lines, 1))


def _draw_answers(pages: Pages, answers: Sequence[_Answer], rows: int, painter: QPainter, y: float) -> None:
    left = pages.left + THUMBNAIL + mm(7)
    width = (pages.column - THUMBNAIL - mm(7)) / 2
    for place, answer in enumerate(answers):
        answer.draw(painter, left + (place // rows) * width, y + (place % rows) * ROW, width - mm(3))
