"""Sets a lesson: each scene on a page of its own, or two on one where their words are short."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from viewer.language import tr
from viewer.model.atlas.atlas import Atlas
from viewer.model.lessons.lesson import Lesson, LessonScene
from viewer.model.session.view import View
from viewer.takeaway.handout import answering, scene_words
from viewer.takeaway.handout.answering import Asked
from viewer.takeaway.handout.block import Block
from viewer.takeaway.handout.pages import Pages
from viewer.takeaway.handout.plate_printing import in_order, print_plate
from viewer.takeaway.handout.plates import Plate, Plates
from viewer.takeaway.handout.scene_words import GAP, Part
from viewer.takeaway.handout.title import set_title
from viewer.takeaway.handout.typography import HEADING, NUMBER, SMALL_HEADING, SMALL_NUMBER, Style, in_mm, mm
from viewer.takeaway.handout.wishes import Wishes

INDENT, SMALL_INDENT = mm(10), mm(8)  # of a heading beside its number
TALLEST, LOWEST = 1.0, 0.69  # of the column's width: how tall plates on pages of their own are
SEEN = 1.6  # heights in which a scene is wide at most as it is planned, on a screen
FARTHEST = (
    1.2  # times smaller than planned, where a plate is as wide as the column; names may stand on the drawing then
)
FOR_NAMES, FOR_NAMES_ON_HALF = mm(27), mm(23)  # beside what is shown, on either side
FOR_LINES = 8 * answering.ROW  # kept free on a page of a test
HALF, ASIDE = 0.63, mm(7)  # of the column the plate's share where two are on a page, and what is free beside it
BETWEEN = mm(9)


@dataclass
class Setting:
    """Fills ``pages`` with a lesson; ``asked`` is what a test asks. ``done`` is told the number of each scene set."""

    lesson: Lesson
    atlas: Atlas
    wishes: Wishes
    plates: Plates
    done: Callable[[int], None]
    pages: Pages = field(init=False)
    asked: list[Asked] = field(default_factory=list)
    _lower_half: float = 0.0
    """How high the place is that is free below the first of two scenes."""

    @property
    def kind(self) -> str:
        """What the pages are."""
        if self.wishes.blank:
            return tr("Test")
        return tr("For the speaker") if self.wishes.notes else tr("Handout")

    def run(self) -> None:
        """Set all of it. Raises NoPictureError."""
        self.pages = Pages(self.wishes.paper)
        set_title(self.pages, self.lesson, self.kind, self.wishes.blank)
        for number, scene in enumerate(self.lesson.scenes, start=1):
            if not (self.wishes.two and self._set_half(number, scene)):
                self._set_alone(number, scene)
            self.done(number)

    # A page of its own ------------------------------------------------------------------------------------------

    def _set_alone(self, number: int, scene: LessonScene) -> None:
        pages, self._lower_half = self.pages, 0.0
        if number > 1:
            pages.turn()
        title = self._title(scene, HEADING, pages.column - INDENT)
        pages.put(title.height, partial(_heading, number, NUMBER, title, pages.left, INDENT))
        pages.skip(mm(2.5))
        words = scene_words.parts(scene, self.atlas, self.wishes, pages.column - scene_words.ASIDE)
        needed = scene_words.height(words) + (FOR_LINES if self.wishes.blank else 0.0)
        view, spread = self.plates.spread(scene.view)
        filling = (pages.column - 2 * FOR_NAMES) / max(spread, 0.1)
        tall = max(min(filling, pages.room - needed, TALLEST * pages.column), LOWEST * pages.column)
        plate = self._plate(view, spread, pages.column, tall)
        pages.put(tall, partial(self._print, QRectF(pages.left, 0.0, pages.column, tall), plate))
        if self.wishes.blank:
            self._ask(number, scene, plate)
            pages.skip(mm(2))
            answering.set_lines(pages, len(plate.named))
        scene_words.set_beside_labels(pages, words)

    # Half a page ------------------------------------------------------------------------------------------------

    def _set_half(self, number: int, scene: LessonScene) -> bool:
        """False where its words need more room than half a page has beside the plate."""
        pages, wide = self.pages, HALF * self.pages.column
        tall = self._half(number)
        width = pages.column - wide - ASIDE
        title = self._title(scene, SMALL_HEADING, width - SMALL_INDENT)
        words = scene_words.parts(scene, self.atlas, self.wishes, width, small=True)
        needed = title.height + scene_words.height_below_labels(words)
        view, spread = self.plates.spread(scene.view)
        plate = self._plate(view, spread, wide, tall) if needed <= tall else None
        if plate is None or (self.wishes.blank and needed + GAP + len(plate.named) * answering.LOWEST_ROW > tall):
            return False
        self._print_half(number, QRectF(pages.left, 0.0, wide, tall), plate, title, words)
        if self.wishes.blank:
            self._ask(number, scene, plate)
        self._lower_half = 0.0 if self._lower_half else tall
        return True

    def _half(self, number: int) -> float:
        """How high the half of the page is that comes next; a new page is begun for the upper one of two."""
        if self._lower_half:
            self.pages.skip(BETWEEN)
            return self._lower_half
        if number > 1:
            self.pages.turn()
        return (self.pages.room - BETWEEN) / 2

    def _print_half(self, number: int, rect: QRectF, plate: Plate, title: Block, words: list[Part]) -> None:
        pages, left = self.pages, rect.right() + ASIDE
        pages.at(partial(_heading, number, SMALL_NUMBER, title, left, SMALL_INDENT))
        if self.wishes.blank:
            room = QRectF(left, 0.0, pages.left + pages.column - left, rect.height() - title.height - GAP)
            numbers = range(1, len(plate.named) + 1)
            row = min(room.height() / max(len(numbers), 1), answering.ROW)
            pages.at(partial(answering.draw_lines, room, numbers, 1, row), title.height + GAP)
        pages.at(partial(scene_words.draw_below_labels, words, left), title.height)
        pages.put(rect.height(), partial(self._print, rect, plate))

    # Both -------------------------------------------------------------------------------------------------------

    def _title(self, scene: LessonScene, style: Style, width: float) -> Block:
        """In a test it asks: the scene's own would often tell."""
        return Block(tr("What do the numbers show?") if self.wishes.blank else scene.title or "–", style, width)

    def _plate(self, view: View, spread: float, wide: float, tall: float) -> Plate:
        """As near as it was planned, but for what would have no room at the sides then."""
        whole = wide == self.pages.column
        aside, farthest = (FOR_NAMES, FARTHEST) if whole else (FOR_NAMES_ON_HALF, SEEN * tall / wide)
        back = min(max(min(spread, SEEN) * tall / (wide - 2 * aside), 1.0), max(farthest, FARTHEST))
        return self.plates.draw(view, in_mm(wide), in_mm(tall), back)

    def _print(self, rect: QRectF, plate: Plate, painter: QPainter, y: float) -> None:
        print_plate(painter, rect.translated(0.0, y), plate, in_order(plate.named) if self.wishes.blank else None)

    def _ask(self, number: int, scene: LessonScene, plate: Plate) -> None:
        self.asked.append(Asked(number, scene, plate, tuple(in_order(plate.named))))


def _heading(  # noqa: PLR0913, PLR0917 - the words and where they stand
    number: int, figures: Style, title: Block, x: float, indent: float, painter: QPainter, y: float
) -> None:
    Block(str(number), figures, indent).draw(painter, x, y)
    title.draw(painter, x + indent, y)
