"""Plans the names in a view: which there are room for, and where each stands so that it covers nothing it must not.

What stands somewhere already keeps its side, its row or its distance as long as nothing speaks against that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from viewer.drawing import style
from viewer.drawing.flat import anchors, free_places, label_layout, leaders
from viewer.drawing.flat.candidates import Candidates
from viewer.drawing.flat.label_ground import Ground, is_within
from viewer.drawing.flat.label_layout import Before, Label, Sheet
from viewer.drawing.flat.label_plan import (
    FILLING,
    Asked,
    Named,
    Plan,
    Stock,
    is_small,
    pixels_of,
    size_of,
)
from viewer.drawing.flat.leaders import Placed
from viewer.drawing.flat.shapes2d import Pixels, Rectangle
from viewer.drawing.flat.tips import Tips
from viewer.drawing.flat.words import Script
from viewer.drawing.frame import Frame
from viewer.model.atlas.atlas import Kind, Point, Structure


@dataclass(frozen=True)
class Planner:
    """Plans the names of one frame. ``taken`` are rectangles that must stay free."""

    stock: Stock
    asked: Asked
    structures: Mapping[str, Structure]
    frame: Frame
    script: Script
    taken: Sequence[Rectangle]

    def plan(self, last: Plan | None, roughly: bool = False) -> Plan:
        """The plan, as near to the ``last`` one as it can be; ``roughly`` looks at half of the points."""
        points = {**self.stock.points((*self.asked.seen, *self.asked.empty)), FILLING: self.stock.filling()}
        if roughly:
            points = {name: some[::2] for name, some in points.items()}
        sight = anchors.look(points, self.asked.clear.union(self.asked.empty), self.frame)
        naming = Candidates(self.stock, self.asked, self.structures, self.frame, self.script, self.taken)
        by_hand, on_it, beside = naming.seen(sight)
        fixed = [*(leaders.obstacle(box) for box in self.taken), *(one.placed for one in by_hand)]
        taken = [*self.taken, *(one.placed.box for one in (*by_hand, *on_it))]
        ground = Ground(sight, self._muscles(), frozenset(self.asked.selected), taken)
        columns = self._columns([self._label(one, i) for i, one in enumerate(beside)], sight, ground, last)
        stands, free = self._stand((*on_it, *beside), columns, fixed, ground, last)
        return self._told(sight, by_hand, on_it, beside, stands, free)

    def _stand(
        self,
        names: Sequence[Named],
        columns: Mapping[str, Placed],
        fixed: Sequence[Placed],
        ground: Ground,
        last: Plan | None,
    ) -> tuple[list[Placed], list[Placed]]:
        """Names in columns or on what they name, and those that stand freely; what is chosen has the first right."""
        stands: list[Placed] = []
        free: list[Placed] = []
        for first in (True, False):
            group = [one for one in names if (one.wish.structure in self.asked.selected) is first]
            wished = (one.placed if one.on_it else columns.get(one.wish.structure) for one in group)
            good = [one for one in wished if one is not None and not (one.leader and ground.dislikes(one.box))]
            stands += leaders.settled(good, [*fixed, *stands, *free])
            there = {one.structure for one in stands}
            left = [self._label(one, i) for i, one in enumerate(group)
                    if not one.on_it and one.wish.structure not in there]  # fmt: skip
            free += self._free(left, columns, [*fixed, *stands, *free], ground, last)
        return stands, free

    def _told(  # noqa: PLR0913, PLR0917 - all that came of it
        self,
        sight: anchors.Sight,
        by_hand: Sequence[Named],
        on_it: Sequence[Named],
        beside: Sequence[Named],
        stands: Sequence[Placed],
        free: Sequence[Placed],
    ) -> Plan:
        tips = Tips(self.stock, sight, self.frame)
        known = {one.wish.structure: one for one in beside}
        lines, loose = (
            tuple(tips.shorten(replace(known[one.structure], placed=one, over=sight.covers(one.box))) for one in group)
            for group in ([one for one in stands if one.leader], free)
        )
        there = {one.structure for one in stands}
        return Plan(
            self.frame,
            self._sheet(sight),
            self.script,
            tuple(tips.shorten(replace(one, over=sight.covers(one.placed.box))) for one in by_hand),
            tuple(one for one in on_it if one.wish.structure in there),
            lines,
            loose,
            Before(
                {one.placed.structure: one.placed.on_left for one in (*lines, *loose)},
                {one.placed.structure: one.placed.box[1] for one in lines},
            ),
        )

    def _columns(
        self, labels: Sequence[Label], sight: anchors.Sight, ground: Ground, last: Plan | None
    ) -> dict[str, Placed]:
        """The places in the columns at the sides, by structure."""
        before = last.before if last is not None else Before()
        sheet = self._sheet(sight)
        laid = label_layout.lay_out(labels, sheet, lambda box, name: ground.forbids(box, name, self.frame), before)
        return {one.structure: one for one in laid}

    def _free(
        self,
        labels: Sequence[Label],
        spare: Mapping[str, Placed],
        others: list[Placed],
        ground: Ground,
        last: Plan | None,
    ) -> list[Placed]:
        """Places for labels that no column took, else those in a column that lie over a muscle."""
        ways = self._ways(last)
        found: list[Placed] = []
        for label in labels:
            blocked = ground.blocked(label.structure, [one.box for one in others], self.frame)
            placed = None
            if label.structure in ways:
                placed = free_places.still(label, ways[label.structure], blocked, ground.sight.cell, others)
            placed = placed or free_places.find(label, blocked, ground.drawn, ground.sight.cell, others)
            if placed is None and label.structure in spare:
                placed = next(iter(leaders.settled([spare[label.structure]], others)), None)
            if placed is not None and is_within(placed.box, self.frame):
                found.append(placed)
                others.append(placed)
        return found

    def _ways(self, last: Plan | None) -> dict[str, Pixels]:
        """How far from their anchors those names stood that no column had taken."""
        if last is None or last.frame.size != self.frame.size:
            return {}
        places = pixels_of([one.inner for one in last.free], last.frame)
        middles = (_middle(one.placed.box) for one in last.free)
        return {
            one.wish.structure: (middle[0] - place[0], middle[1] - place[1])
            for one, middle, place in zip(last.free, middles, places, strict=True)
        }

    # Where it may stand ---------------------------------------------------------------------------------------

    def _label(self, named: Named, rank: int) -> Label:
        return Label(named.wish.structure, self._pixel(named.point), *size_of(named.placed.box), rank)

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


def _middle(box: Rectangle) -> Pixels:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
