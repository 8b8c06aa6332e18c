"""The names of structures in the view: on a vertebra itself, else beside the drawing with a leader.

Where the camera rests they are planned; while it moves they follow what they name and keep their side, and are planned
anew once it has moved far. Nothing is named that is hidden.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from viewer.drawing.flat import anchors, label_layout, leaders
from viewer.drawing.flat.label_ground import is_within
from viewer.drawing.flat.label_layout import Before, Label
from viewer.drawing.flat.label_plan import FILLING, Asked, Named, Plan, Section, pixels_of, size_of
from viewer.drawing.flat.leaders import Placed
from viewer.drawing.flat.planner import Planner
from viewer.drawing.flat.shapes2d import Pixels, Rectangle
from viewer.drawing.flat.words import Script, Words
from viewer.drawing.frame import Frame
from viewer.drawing.mesh import Mesh
from viewer.model.atlas.atlas import Point, Structure

ASKED = 3  # frames of a move within which it is asked of each name whether what it names is hidden
FAR = 0.10  # of the view's height that a place may move on the screen until labels are planned anew


class Labels:
    """Finds the names for each frame, and where they stand."""

    def __init__(
        self,
        words: Words,
        met: Callable[[str, Pixels], Point | None],
        section: Section,
    ) -> None:
        """``met`` finds the place of a structure that is seen at a pixel, ``section`` knows what it left of them."""
        self._words, self._met, self._section = words, met, section
        self._meshes: dict[str, Mesh] = {}
        self._points: dict[str, anchors.Points] = {}
        self._plan: Plan | None = None
        self._stale = False
        self._asked_empty: tuple[str, ...] = ()
        self._hidden, self._deeper, self._crowded = set[str](), set[str](), set[str]()
        self._rows: Mapping[str, float] = {}
        self._turn = 0

    def add(self, structure_id: str, mesh: Mesh) -> None:
        """Lets a structure be named."""
        self._meshes[structure_id] = mesh
        self._points.pop(structure_id, None)
        self._stale = True

    def forget(self) -> None:
        """Plan anew for the next frame, as near to what stands as can be."""
        self._stale = True

    def lay_out(  # noqa: PLR0913, PLR0917 - what to name, how, and where not
        self,
        asked: Asked,
        structures: Mapping[str, Structure],
        frame: Frame,
        script: Script,
        taken: Callable[[], Sequence[Rectangle]],
        moving: bool,
    ) -> tuple[Named, ...]:
        """What stands where in a frame; nothing on the rectangles that are ``taken``."""
        plan, self._asked_empty = self._plan, asked.empty
        if plan is None or self._stale or not moving or _has_gone_far(plan, frame):
            self._stale = False
            self._hidden.clear()
            self._crowded.clear()
            self._deeper.clear()
            self._rows = {}
            self._plan = Planner(self, asked, structures, frame, script, taken()).plan(plan, roughly=moving)
            return self._plan.all
        return self._followed(plan, frame, [leaders.obstacle(box) for box in taken()])

    def seen(self, shown: Collection[str], ghosts: Collection[str], frame: Frame) -> tuple[str, ...]:
        """Those of the structures that are ``shown`` of which something is to be seen, the largest first."""
        sight = anchors.look({**self.points(shown), FILLING: self.filling()}, ghosts, frame)
        sizes = {name: int((sight.seen == number).sum()) for number, name in enumerate(sight.ids)}
        there = (
            name
            for name, places in sight.places.items()
            if name != FILLING and any(self._met(name, pixel) is not None for pixel in pixels_of(places, frame))
        )
        return tuple(sorted(there, key=lambda name: -sizes[name]))

    def measure(self, words: str, script: Script) -> tuple[float, float]:
        """Width and height of words in pixels, at least a letter high."""
        width, height = self._words.measure(words, script)
        return width, max(height, script.size)

    def points(self, ids: Iterable[str]) -> dict[str, anchors.Points]:
        """Points on the surfaces of structures, as far as there are any."""
        known = [one for one in ids if one in self._meshes]
        for one in known:
            if one not in self._points:
                self._points[one] = anchors.scatter(self._meshes[one])
        return {one: self._section.left_of(one, self._points[one]) for one in known}

    def filling(self) -> anchors.Points:
        """Points (n, 3) all over what fills a body that is cut, and hides what is behind it; else none."""
        return self._section.filling()

    def thickness(self, structure_id: str) -> float:
        """About how thick a structure is, mm."""
        mesh = self._meshes[structure_id]
        return 4.0 * abs(mesh.volume) / max(mesh.area, 1e-9)

    def met(self, structure_id: str, pixel: Pixels) -> Point | None:
        """The place of a structure that is seen at a pixel; None where something else is."""
        return self._met(structure_id, pixel)

    def _followed(self, plan: Plan, frame: Frame, taken: Sequence[Placed]) -> tuple[Named, ...]:
        """The plan's names where their places are now, those left out that are hidden, out of view or in the way."""
        shifted = self._shifted(plan, frame)
        hand = {one.wish.structure for one in plan.by_hand}
        by_hand = [one for one in shifted if one.wish.structure in hand]
        others = [one for one in shifted if one.wish.structure not in hand and is_within(one.placed.box, frame)]
        fixed = [*taken, *(one.placed for one in by_hand)]
        free = [one for one in others if one.wish.structure not in self._crowded]
        stand = {one.structure for one in leaders.settled([one.placed for one in free], fixed)}
        self._crowded.update(one.wish.structure for one in free if one.wish.structure not in stand)
        return (*by_hand, *(one for one in free if one.wish.structure in stand))

    def _shifted(self, plan: Plan, frame: Frame) -> list[Named]:
        """The names that are not hidden, moved with what they name, the more important ones first."""
        names, hand = self._not_hidden(plan.all, frame), {one.wish.structure for one in plan.by_hand}
        was, now = (
            dict(zip((one.wish.structure for one in names), pixels_of([one.point for one in names], at), strict=True))
            for at in (plan.frame, frame)
        )
        rows = self._in_rows(plan, names, now)
        moved = []
        for one in names:
            name = one.wish.structure
            placed = rows.get(name) or _moved(one.placed, was[name], now[name], name in hand)
            moved.append(replace(one, placed=placed))
        return sorted(moved, key=lambda one: one.wish.rank if one.placed.leader else 0)

    def _in_rows(self, plan: Plan, names: Sequence[Named], now: Mapping[str, Pixels]) -> dict[str, Placed]:
        """The columns of the plan anew, by structure."""
        columns = {one.wish.structure for one in plan.columns}
        labels = [
            Label(one.wish.structure, now[one.wish.structure], *size_of(one.placed.box), one.wish.rank)
            for one in names
            if one.wish.structure in columns
        ]
        rows = self._rows or plan.before.rows
        laid = label_layout.follow(labels, plan.sheet, Before(plan.before.sides, rows))
        self._rows = {one.structure: one.box[1] for one in laid}
        return {one.structure: one for one in laid}

    def _not_hidden(self, names: Sequence[Named], frame: Frame) -> list[Named]:
        """Those whose structures are seen. One in ``ASKED`` is looked for in each frame, by turns; where the end of a
        leader is hidden, it goes deeper into the structure.
        """
        self._turn += 1
        for number, one in enumerate(names):
            if number % ASKED == self._turn % ASKED and one.wish.structure not in self._asked_empty:
                self._look_for(one, frame)
        return [
            replace(one, point=one.inner) if one.wish.structure in self._deeper else one
            for one in names
            if one.wish.structure not in self._hidden
        ]

    def _look_for(self, named: Named, frame: Frame) -> None:
        name = named.wish.structure
        tip, inner = pixels_of([named.point, named.inner], frame)
        if name not in self._deeper and self._met(name, tip) is None:
            self._deeper.add(name)
        hidden = name in self._deeper and self._met(name, inner) is None
        (self._hidden.add if hidden else self._hidden.discard)(name)


def _has_gone_far(plan: Plan, frame: Frame) -> bool:
    points = [one.point for one in plan.all]
    if plan.frame.size != frame.size or not points:
        return True
    away = np.subtract(pixels_of(points, frame), pixels_of(points, plan.frame))
    return bool(np.abs(away).max() > FAR * frame.size[1])


def _moved(placed: Placed, was: Pixels, now: Pixels, stays: bool) -> Placed:
    """A label moved with its anchor; one that ``stays`` where it was put has another leader."""
    if stays:
        return replace(placed, leader=leaders.joined(placed.box, now))
    x, y = now[0] - was[0], now[1] - was[1]
    left, bottom, right, top = placed.box
    leader = (*((a + x, b + y) for a, b in placed.leader[:-1]), *([now] if placed.leader else ()))
    return replace(placed, box=(left + x, bottom + y, right + x, top + y), leader=leader)
