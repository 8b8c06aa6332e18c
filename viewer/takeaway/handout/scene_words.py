"""The words of a scene beside its picture."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QPainter

from viewer.language import tr
from viewer.model.answers.fact_lines import reference
from viewer.model.atlas.atlas import Atlas
from viewer.model.lessons.lesson import LessonScene
from viewer.takeaway.handout.block import Block
from viewer.takeaway.handout.pages import Pages
from viewer.takeaway.handout.typography import CAPTION, LABEL, NOTES, SMALL_CAPTION, SOURCE, mm
from viewer.takeaway.handout.wishes import Wishes

GAP = mm(2.6)
ASIDE = mm(24)
"""Where labels stand beside words in a wide column."""


@dataclass(frozen=True)
class Part:
    """Some words with a label in small letters."""

    label: str
    block: Block


def parts(scene: LessonScene, atlas: Atlas, wishes: Wishes, width: float, small: bool = False) -> list[Part]:
    """Caption, notes and sources, as far as they are wished for and there are any; ``small``: for half a page."""
    sources = "\n".join(reference(atlas.sources[name]) for name in scene.sources if name in atlas.sources)
    found = (
        ("", scene.caption if wishes.told else "", SMALL_CAPTION if small else CAPTION),
        (tr("Notes"), scene.notes if wishes.notes and not wishes.blank else "", NOTES),
        (tr("Sources"), sources if wishes.told else "", SOURCE),
    )
    return [Part(label, Block(words, style, width)) for label, words, style in found if words.strip()]


def height(found: list[Part]) -> float:
    """What they take, one below the other, dots."""
    return sum(part.block.height + GAP for part in found)


def set_beside_labels(pages: Pages, found: list[Part]) -> None:
    """Below what is on the page, each label at the left of its words; long ones go on on further pages."""
    for part in found:
        pages.skip(GAP)
        pages.keep(part.block.style.line)
        pages.at(partial(_words, Block(part.label, LABEL, ASIDE), pages.left), part.block.style.line - LABEL.line)
        pages.flow(part.block, pages.left + ASIDE)


def height_below_labels(found: list[Part]) -> float:
    """What they take where each stands below its label, dots."""
    return sum(part.block.height + GAP + _label_height(part) for part in found)


def draw_below_labels(found: list[Part], x: float, painter: QPainter, y: float) -> None:
    """One below the other from y on, each below its label."""
    for part in found:
        y += GAP
        Block(part.label, LABEL, part.block.wide).draw(painter, x, y)
        part.block.draw(painter, x, y + _label_height(part))
        y += _label_height(part) + part.block.height


def _label_height(part: Part) -> float:
    return LABEL.line if part.label else 0.0


def _words(block: Block, x: float, painter: QPainter, y: float) -> None:
    block.draw(painter, x, y)
