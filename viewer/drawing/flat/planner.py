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

AIR = 0.8  # of a name's height, free above and below a name that stands on a structure for want of room


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
        by_hand, names, waiting = naming.seen(sight)
        fixed = [one.placed for one in by_hand]
        names, found = self._on_them(naming, names, self._stand(by_hand, names, sight, last), sight, fixed)
        while waiting and (left := [one for one in names if one.wish.structure not in found]):
            names = [*(one for one in names if one not in left), *waiting[: len(left)]]
            waiting = waiting[len(left) :]
            names, found = self._on_them(naming, names, self._stand(by_hand, names, sight, last), sight, fixed)
        return self._told(sight, by_hand, names, found)

    def _on_them(
        self,
        naming: Candidates,
        names: Sequence[Named],
        found: Mapping[str, Placed],
        sight: anchors.Sight,
        by_hand: Sequence[Placed],
    ) -> tuple[list[Named], dict[str, Placed]]:
        """Where no name finds a place beside it, as what fills the view, the name stands on the structure itself."""
        all_names, places = list(names), dict(found)
        fixed = [*(leaders.obstacle(box) for box in self.taken), *by_hand]
        for number, one in enumerate(all_names):
            if one.wish.structure not in places and not one.on_it:
                own = naming.on_it(replace(one.wish, air=AIR), sight)
                if own is not None and leaders.settled([own.placed], [*fixed, *places.values()]):
                    all_names[number], places[one.wish.structure] = own, own.placed
        return all_names, places

    def _stand(
        self, by_hand: Sequence[Named], names: Sequence[Named], sight: anchors.Sight, last: Plan | None
    ) -> dict[str, Placed]:
        """Where names stand, by structure: on what they name, in columns, or freely; what is chosen comes first."""
        fixed = [*(leaders.obstacle(box) for box in self.taken), *(one.placed for one in by_hand)]
        taken = [*self.taken, *(one.placed.box for one in (*by_hand, *names) if one in by_hand or one.on_it)]
        ground = Ground(sight, self._muscles(), frozenset(self.asked.selected), taken)
        labels = [self._label(one, rank) for rank, one in enumerate(names) if not one.on_it]
        columns = self._columns(labels, sight, ground, last)
        found: dict[str, Placed] = {}
        for first in (True, False):
            group = [one for one in names if (one.wish.structure in self.asked.selected) is first]
            group.sort(key=lambda one: not one.on_it)
            wished = (one.placed if one.on_it else columns.get(one.wish.structure) for one in group)
            good = [one for one in wished if one is not None and not (one.leader and ground.dislikes(one.box))]
            found |= {one.structure: one for one in leaders.settled(good, [*fixed, *found.values()])}
            left = [self._label(one, 0) for one in group if not one.on_it and one.wish.structure not in found]
            free = self._free(left, columns, [*fixed, *found.values()], ground, last)
            found |= {one.structure: one for one in free}
        return found

    def _told(
        self, sight: anchors.Sight, by_hand: Sequence[Named], names: Sequence[Named], found: Mapping[str, Placed]
    ) -> Plan:
        tips = Tips(self.stock, sight, self.frame)
        there = [replace(one, placed=found[one.wish.structure]) for one in names if one.wish.structure in found]
        ended = [
            tips.shorten(replace(one, over=sight.covers(one.placed.box))) for one in (*by_hand, *there) if not one.on_it
        ]
        hand = {one.wish.structure for one in by_hand}
        beside = [one for one in ended if one.wish.structure not in hand]
        lines = tuple(one for one in beside if one.placed.in_column)
        return Plan(
            self.frame,
            self._sheet(sight),
            self.script,
            tuple(one for one in ended if one.wish.structure in hand),
            tuple(one for one in there if one.on_it),
            lines,
            tuple(one for one in beside if not one.placed.in_column),
            Before(
                {one.placed.structure: one.placed.on_left for one in beside},
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
