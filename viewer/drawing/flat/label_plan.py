"""Plans the names in a view: which there are room for, and where each stands so that it covers nothing it must not."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from viewer.drawing import style
from viewer.drawing.flat import anchors, compass, free_places, label_layout, naming
from viewer.drawing.flat.label_ground import Ground, is_within
from viewer.drawing.flat.label_layout import Label, Placed, Sheet
from viewer.drawing.flat.naming import Wish
from viewer.drawing.flat.shapes2d import Pixels, Rectangle, meet
from viewer.drawing.flat.words import Script
from viewer.drawing.frame import Frame
from viewer.model.atlas.atlas import Kind, Point, Structure

SMALL = 450.0  # pixels at 100 %: a view lower or narrower than this has short names in smaller letters

QUESTION, QUESTION_SIZE = "?", 2.6
"""What stands at what is asked for; how wide its disc is, in letters of names."""


@dataclass(frozen=True)
class Asked:
    """What is to be named: the ``seen`` structures (``clear`` ones hide nothing) and outlined ``empty`` ones;
    ``selected`` and ``related`` ones matter most. ``remarks`` go with names (ids and words). ``only`` these are named,
    where that is not None, and at the ``questions`` a question mark stands in place of the name.
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


@dataclass(frozen=True)
class Named:
    """A name in its place: what it says, the body point it belongs to, whether something is drawn under it."""

    wish: Wish
    words: str
    point: Point
    placed: Placed
    over: bool = False

    @property
    def on_it(self) -> bool:
        """Whether it stands on what it names."""
        return not self.placed.leader


@dataclass(frozen=True)
class Plan:
    """What stands where, as planned for a frame."""

    frame: Frame
    sheet: Sheet
    script: Script
    columns: tuple[Named, ...] = ()
    others: tuple[Named, ...] = ()
    sides: Mapping[str, bool] = field(default_factory=dict)


class Stock(Protocol):
    """What is known of structures that can be named."""

    def measure(self, words: str, script: Script) -> tuple[float, float]:
        """Width and height of words in pixels, at least a letter high."""

    def points(self, ids: Collection[str]) -> dict[str, anchors.Points]:
        """Points on the surfaces of structures, as far as there are any."""

    def thickness(self, structure_id: str) -> float:
        """About how thick a structure is, mm."""

    def there(self, structure_id: str, pixel: Pixels) -> bool:
        """Whether a structure is what is seen at a pixel."""


@dataclass(frozen=True)
class Planner:
    """Plans the names of one frame."""

    stock: Stock
    asked: Asked
    structures: Mapping[str, Structure]
    frame: Frame
    script: Script
    taken: Sequence[Rectangle]

    def plan(self, kept: Mapping[str, bool]) -> Plan:
        """The plan; names in ``kept`` stay on their side (True: left)."""
        asked, frame = self.asked, self.frame
        points = self.stock.points((*asked.seen, *asked.empty))
        if kept:  # while moving half of the points will do
            points = {name: some[::2] for name, some in points.items()}
        sight = anchors.look(points, asked.clear.union(asked.empty), frame)
        on_it, beside = self._seen(sight)
        sheet = self._sheet(sight)
        ground = Ground(
            sight, self._muscles(), frozenset(asked.selected), [*self.taken, *(n.placed.box for n in on_it)]
        )
        labels = [Label(one.wish.structure, self._pixel(one.point), *size_of(one.placed.box), i)
                  for i, one in enumerate(beside)]  # fmt: skip
        columns = label_layout.lay_out(labels, sheet, lambda box, name: ground.forbids(box, name, frame), kept)
        good = {one.structure: one for one in columns if not ground.dislikes(one.box)}
        spare = {one.structure: one for one in columns if one.structure not in good}
        free = self._free([one for one in labels if one.structure not in good], spare, [*good.values()], ground)
        known = {one.wish.structure: one for one in beside}
        lines, loose = (
            tuple(replace(known[name], placed=one, over=sight.covers(one.box)) for name, one in group.items())
            for group in (good, free)
        )
        sides = {one.placed.structure: one.placed.on_left for one in (*lines, *loose)}
        return Plan(frame, sheet, self.script, lines, (*loose, *on_it), sides)

    def _free(
        self, labels: Sequence[Label], spare: Mapping[str, Placed], others: list[Placed], ground: Ground
    ) -> dict[str, Placed]:
        """Places for labels that no column took, else those in a column that lie over a muscle."""
        found: dict[str, Placed] = {}
        for label in labels:
            blocked = ground.blocked(label.structure, [one.box for one in others], self.frame)
            placed = free_places.find(label, blocked, ground.drawn, ground.sight.cell, others)
            if placed is None and label.structure in spare:
                placed = spare[label.structure]
                if any(meet(placed.box, one.box) for one in others):
                    placed = None
            if placed is not None and is_within(placed.box, self.frame):
                found[label.structure] = placed
                others.append(placed)
        return found

    def _seen(self, sight: anchors.Sight) -> tuple[list[Named], list[Named]]:
        """The names to be had, on structures and beside them, the most important first and not too many."""
        room = self.frame.size[0] * self.frame.size[1] / self.frame.pixel**2 / naming.ROOM
        most = naming.IN_PROJECTOR if self.asked.projector else max(round(room), naming.FEWEST)
        on_it: list[Named] = []
        beside: list[Named] = []
        for wish in self._wishes(sight):
            pixels = {point: self._pixel(point) for point in sight.places[wish.structure]}
            named = self._on_it(wish, pixels) if wish.on_it else None
            if named is not None:
                on_it.append(named)
            elif (not wish.on_it or wish.structure in self.asked.selected) and len(beside) < most:
                beside.extend(self._beside(wish, pixels))
            if self.asked.projector and len(on_it) + len(beside) >= most:
                break
        return on_it, beside

    def _wishes(self, sight: anchors.Sight) -> list[Wish]:
        asked = self.asked
        plain = "R" in compass.side_letters(self.frame.camera)
        namer = naming.Namer(asked.selected, asked.related, dict(asked.remarks), plain)
        scale = self.frame.pixels_per_millimetre
        seen = [self.structures[name] for name in sight.places if asked.only is None or name in asked.only]
        wishes = naming.in_order(
            [self._asked_for(namer.wish(one)) for one in seen
             if namer.matters(one, scale * self.stock.thickness(one.id), self.script.size)]
        )  # fmt: skip
        return naming.said_once(wishes) if asked.projector and asked.only is None else wishes

    def _asked_for(self, wish: Wish) -> Wish:
        """The wish, or a question mark for it."""
        if wish.structure not in self.asked.questions:
            return wish
        return replace(wish, words=QUESTION, short=QUESTION, on_it=False)

    def _on_it(self, wish: Wish, pixels: Mapping[Point, Pixels]) -> Named | None:
        """The name on its structure, where it fits on what is seen of it."""
        own = replace(self.script, bold=True)
        width, height = self.stock.measure(wish.words, own)
        for point, (x, y) in pixels.items():
            box = (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
            room = (box[0], box[1] - wish.air * height, box[2], box[3] + wish.air * height)
            solid = wish.structure not in self.asked.clear
            if solid and is_within(box, self.frame) and self._fits(wish.structure, room):
                return Named(wish, wish.words, point, Placed(wish.structure, box, True, ()))
        return None

    def _fits(self, name: str, box: Rectangle) -> bool:
        left, bottom, right, top = box
        edges = ((x, y) for x in (left, (left + right) / 2, right) for y in (bottom, (bottom + top) / 2, top))
        return all(self.stock.there(name, edge) for edge in edges)

    def _beside(self, wish: Wish, pixels: Mapping[Point, Pixels]) -> list[Named]:
        """The name with the first place at which its structure is really seen; none where it is not."""
        bold = self.asked.projector or wish.structure in self.asked.selected
        words = wish.short if is_small(self.frame) else wish.words
        width, height = self.stock.measure(words, replace(self.script, bold=bold))
        if wish.structure in self.asked.questions:
            width = height = QUESTION_SIZE * self.script.size
        for point, pixel in pixels.items():
            if wish.structure in self.asked.empty or self.stock.there(wish.structure, pixel):
                return [Named(wish, words, point, Placed(wish.structure, (0.0, 0.0, width, height), True, ()))]
        return []

    def _sheet(self, sight: anchors.Sight) -> Sheet:
        line = self.script.size
        side = 8.0 if is_small(self.frame) else 14.0 + 1.6 * style.SIDE_LETTER
        leading = 1.3 if not self.asked.projector else 1.5
        gap = max(2.2 * line, 1.05 * sight.cell)
        return Sheet(self.frame.size, sight.extent(), side * self.frame.pixel, line, line, gap, leading)

    def _muscles(self) -> frozenset[str]:
        return frozenset(one for one in self.asked.seen if self.structures[one].kind is Kind.MUSCLE)

    def _pixel(self, point: Point) -> Pixels:
        return pixels_of([point], self.frame)[0]


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
