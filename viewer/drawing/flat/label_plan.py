"""Names in a view as data: what is to be named, and what stands where, as planned for a frame."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from viewer.drawing import style
from viewer.drawing.flat import anchors
from viewer.drawing.flat.label_layout import Before, Sheet
from viewer.drawing.flat.leaders import Placed
from viewer.drawing.flat.naming import Wish
from viewer.drawing.flat.shapes2d import Pixels, Rectangle
from viewer.drawing.flat.words import Script
from viewer.drawing.frame import Frame
from viewer.model.atlas.atlas import Point
from viewer.model.session.plane import CutPlane

SMALL = 450.0  # pixels at 100 %: a view lower or narrower than this has short names in smaller letters

FILLING = ""
"""Stands for what fills a body that is cut, beside the ids of structures."""
QUESTION, QUESTION_SIZE = "?", 2.6
"""What stands at what is asked for; how wide its disc is, in letters of names."""


@dataclass(frozen=True)
class Asked:
    """What is to be named: the ``seen`` structures (``clear`` ones hide nothing) and outlined ``empty`` ones;
    ``selected`` and ``related`` ones matter most. ``remarks`` go with names (ids and words). ``only`` these are named,
    where that is not None, and at the ``questions`` a question mark stands in place of the name. ``by_hand`` are names
    that were put somewhere: ids and the middle of the name, from the middle of the view in its heights. ``cut`` is what
    everything is cut by.
    """

    seen: tuple[str, ...] = ()
    clear: frozenset[str] = frozenset()
    selected: tuple[str, ...] = ()
    related: frozenset[str] = frozenset()
    empty: tuple[str, ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()
    projector: bool = False
    only: frozenset[str] | None = None
    questions: tuple[str, ...] = ()
    by_hand: tuple[tuple[str, Pixels], ...] = ()
    cut: CutPlane | None = None


@dataclass(frozen=True)
class Named:
    """A name in its place: what it says, the body point at which its leader ends, another one deep within what is seen
    of the structure, and whether something is drawn under it.
    """

    wish: Wish
    words: str
    point: Point
    inner: Point
    placed: Placed
    over: bool = False

    @property
    def on_it(self) -> bool:
        """Whether it stands on what it names."""
        return not self.placed.leader


@dataclass(frozen=True)
class Plan:
    """What stands where, as planned for a frame: names ``by_hand``, on structures, in columns, and the others."""

    frame: Frame
    sheet: Sheet
    script: Script
    by_hand: tuple[Named, ...] = ()
    on_it: tuple[Named, ...] = ()
    columns: tuple[Named, ...] = ()
    free: tuple[Named, ...] = ()
    before: Before = field(default_factory=Before)

    @property
    def all(self) -> tuple[Named, ...]:
        """Every name."""
        return (*self.by_hand, *self.on_it, *self.columns, *self.free)


class Section(Protocol):
    """What a section leaves of surfaces."""

    def left_of(self, structure_id: str, points: anchors.Points) -> anchors.Points:
        """Of points (n, 3) on a structure's surface those that are left, with places all over its face."""

    def filling(self) -> anchors.Points:
        """Points (n, 3) all over what fills a body that is cut, and hides what is behind it; else none."""


class Stock(Protocol):
    """What is known of structures that can be named."""

    def measure(self, words: str, script: Script) -> tuple[float, float]:
        """Width and height of words in pixels, at least a letter high."""

    def points(self, ids: Collection[str]) -> dict[str, anchors.Points]:
        """Points on the surfaces of structures, as far as there are any."""

    def filling(self) -> anchors.Points:
        """Points (n, 3) all over what fills a body that is cut, and hides what is behind it; else none."""

    def thickness(self, structure_id: str) -> float:
        """About how thick a structure is, mm."""

    def met(self, structure_id: str, pixel: Pixels) -> Point | None:
        """The place of a structure that is seen at a pixel; None where something else is."""


def letters(frame: Frame, projector: bool) -> float:
    """The em of names in pixels; a class at the back of the room reads them too in projector mode."""
    share = style.PROJECTOR_LETTERS if projector else 0.0
    size = style.SMALL_LABEL if is_small(frame) else style.LABEL
    return max(size * frame.pixel, share * frame.size[1])


def is_small(frame: Frame) -> bool:
    """Whether a view has little room for names."""
    return min(frame.size) < SMALL * frame.pixel


def pixels_of(points: Sequence[Point], frame: Frame) -> list[Pixels]:
    """Where body points are on the screen."""
    return [(x, y) for x, y, _ in frame.to_display(points).tolist()]


def size_of(box: Rectangle) -> tuple[float, float]:
    """Width and height of a rectangle."""
    return box[2] - box[0], box[3] - box[1]
